// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/WordButton.h"

#include "ui/common/ActionWords.h"

#include <QStyle>

namespace pennypost {

namespace {
constexpr int distance = 10; ///< from the border to the words, on either side
} // namespace

WordButton::WordButton(const QString &text, QWidget *parent) : WordButton(QIcon(), text, parent) {}

WordButton::WordButton(const QIcon &icon, const QString &text, QWidget *parent)
    : QPushButton(icon, text, parent)
{
    setAutoDefault(false);
    setAccessibleName(ActionWords::plain(text));
}

QSize WordButton::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    const QString words = ActionWords::plain(text());
    int needed = fontMetrics().horizontalAdvance(words) + 2 * distance;
    if (!icon().isNull())
        needed += iconSize().width() + 4; // and Qt's gap between the two
    size.setWidth(qMax(size.width(), needed));
    return size;
}

} // namespace pennypost
