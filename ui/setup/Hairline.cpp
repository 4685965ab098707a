// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/Hairline.h"

#include "ui/common/Tones.h"

#include <QPainter>

namespace pennypost {

Hairline::Hairline(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tones::hairline(palette()));
}

} // namespace pennypost
