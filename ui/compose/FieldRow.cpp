// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FieldRow.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpacerItem>

#include <algorithm>

namespace pennypost {

FieldRow::FieldRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_label(new QLabel(label, this)), m_field(field)
{
    m_label->setBuddy(field->focusProxy() ? field->focusProxy() : field);
    m_row->setSpacing(0);
    m_row->addWidget(m_label, 0, Qt::AlignTop);
    m_gap = new QSpacerItem(gap(), 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    m_row->addSpacerItem(m_gap); // the layout's from now on
    m_row->addWidget(field, 1, Qt::AlignVCenter);
    setColumns(16, labelWidth(), 16);
    tintLabel();

    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        const bool focused = now && (now == m_field || m_field->isAncestorOf(now));
        if (focused == m_focused)
            return;
        m_focused = focused;
        update();
    });
}

int FieldRow::labelWidth() const
{
    // Not its size hint: that is never below the width it was given for other words or another font.
    return m_label->fontMetrics().boundingRect({}, Qt::TextShowMnemonic, m_label->text()).width();
}

void FieldRow::setColumns(int before, int labelColumn, int after)
{
    m_label->setFixedWidth(labelColumn);
    // At the field whatever way its own words run, where a translation lacks them too.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_label->setAlignment((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignTop);
    m_row->setContentsMargins(
        Bidi::margins({before, 7, std::max(0, after - m_overhang), 8}, layoutDirection()));
}

void FieldRow::setInset(int pixels)
{
    m_gap->changeSize(gap() - pixels, 0, QSizePolicy::Fixed, QSizePolicy::Minimum);
    m_row->invalidate();
}

void FieldRow::addAtEnd(QWidget *widget, int overhang)
{
    m_overhang = overhang;
    m_row->addSpacing(8);
    m_row->addWidget(widget, 0, Qt::AlignTop);
}

void FieldRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_focused)
        painter.fillRect(0, height() - 2, width(), 2, Tones::focus(palette()));
    else
        painter.fillRect(0, height() - 1, width(), 1, Tones::hairline(palette()));
}

void FieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tintLabel();
}

void FieldRow::tintLabel()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, Tones::muted(palette()));
    m_label->setPalette(muted);
}

} // namespace pennypost
