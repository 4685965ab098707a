// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/WindowHeight.h"

#include <QEvent>
#include <QScreen>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace pennypost {

WindowHeight::WindowHeight(QWidget *window, Needed needed, int least)
    : QObject(window), m_window(window), m_needed(std::move(needed)), m_least(least)
{
    window->installEventFilter(this);
}

bool WindowHeight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        return false;
    if (event->type() == QEvent::Show && !event->spontaneous()) {
        fit(); // before it is placed on the screen
    } else if (event->type() == QEvent::WindowStateChange && !isFree()) {
        m_chosen = 0; // the height of a maximized window may have come before the news that it is one
    } else if (event->type() == QEvent::Resize && isFree()) {
        // A screen's scale of 150 % gives one's own height back one more or less.
        const bool own = std::any_of(m_given.cbegin(), m_given.cend(),
                                     [this](int given) { return qAbs(given - m_window->height()) <= 1; });
        if (!own)
            m_chosen = m_window->height();
    }
    return false;
}

bool WindowHeight::isFree() const
{
    return m_window->isVisible() && !m_window->isMaximized() && !m_window->isFullScreen();
}

int WindowHeight::most() const
{
    return m_window->screen()->availableSize().height() * 9 / 10;
}

void WindowHeight::fit()
{
    if (!isFree())
        return;
    m_neededLast = m_needed();
    set(qMax(qMin(qMax(m_neededLast, m_least), most()), m_chosen));
}

void WindowHeight::growSoon()
{
    if (std::exchange(m_due, true))
        return;
    QMetaObject::invokeMethod(this, &WindowHeight::grow, Qt::QueuedConnection);
}

void WindowHeight::grow()
{
    m_due = false;
    if (!isFree())
        return;
    const int before = std::exchange(m_neededLast, m_needed());
    // Else a person's lower window would spring back at the next letter typed.
    if (m_neededLast > before)
        set(qMax(m_window->height(), qMin(m_neededLast, most())));
}

void WindowHeight::set(int height)
{
    if (height == m_window->height())
        return;
    if (!m_given.contains(height))
        m_given.append(height);
    m_window->resize(m_window->width(), height);
    // It grows downwards: not out of the screen.
    const QRect screen = m_window->screen()->availableGeometry();
    const QRect frame = m_window->frameGeometry();
    const int out = qMin(frame.bottom() - screen.bottom(), frame.top() - screen.top());
    if (out > 0)
        m_window->move(m_window->pos() - QPoint(0, out));
}

} // namespace pennypost
