// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/StripButtons.h"

#include "ui/common/WordButton.h"
#include "ui/compose/Strip.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace pennypost {

namespace {

constexpr int above = 6; ///< to the words the buttons belong to
constexpr int between = 8;

} // namespace

StripButtons::StripButtons(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void StripButtons::follow(const QList<StripButton> &buttons,
                          const std::function<void(const StripButton &)> &press)
{
    for (QPushButton *old : std::as_const(m_buttons)) {
        old->hide();
        old->deleteLater(); // it may be the one whose press brought us here
    }
    m_buttons.clear();
    for (const StripButton &button : buttons) {
        auto *push = new WordButton(button.text, this);
        connect(push, &QPushButton::clicked, this, [button, press] { press(button); });
        push->show();
        m_buttons.append(push);
    }
    setVisible(!m_buttons.isEmpty());
    updateGeometry();
    arrange();
}

QSize StripButtons::sizeHint() const
{
    const int width = across();
    return {width, heightForWidth(width)};
}

QSize StripButtons::minimumSizeHint() const
{
    QSize size;
    for (const QPushButton *button : m_buttons)
        size = size.expandedTo(button->sizeHint());
    return size + QSize(0, above);
}

int StripButtons::heightForWidth(int width) const
{
    const bool stacked = across() > width;
    int height = 0;
    for (const QPushButton *button : m_buttons) {
        const int each = button->sizeHint().height();
        height = stacked && height > 0 ? height + between + each : std::max(height, each);
    }
    return above + height;
}

/// Side by side.
int StripButtons::across() const
{
    int width = 0;
    for (const QPushButton *button : m_buttons)
        width += button->sizeHint().width() + (width > 0 ? between : 0);
    return width;
}

bool StripButtons::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry(); // other words or another font
        arrange();
    }
    return QWidget::event(event);
}

void StripButtons::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StripButtons::arrange()
{
    const bool stacked = across() > width();
    QPoint at(0, above);
    for (QPushButton *button : std::as_const(m_buttons)) {
        const QSize size = button->sizeHint();
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(at, size)));
        at += stacked ? QPoint(0, size.height() + between) : QPoint(size.width() + between, 0);
    }
}

} // namespace pennypost
