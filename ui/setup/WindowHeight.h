// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace pennypost {

/// Makes a window as high as what it shows needs, from the moment it is shown: never beyond nine tenths of
/// its screen, where the content scrolls, and never lower than the person made it. By itself it only grows:
/// below a window that shrinks, a second click would land in another program. GUI thread.
class WindowHeight : public QObject
{
    Q_OBJECT

public:
    /// The window's whole height for all that it shows now, at its present width, in device independent
    /// pixels.
    using Needed = std::function<int()>;
    /// `least`: so high it is at any rate, for windows that follow each other not to differ by little.
    WindowHeight(QWidget *window, Needed needed, int least);

    /// As high as is needed, lower too: where a person asked for less.
    void fit();
    /// Once all that changes now has changed: higher, if more is needed than before.
    void growSoon();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();
    void set(int height);
    int most() const;
    bool isFree() const;

    QWidget *m_window;
    Needed m_needed;
    int m_least;
    int m_neededLast = 0;
    int m_chosen = 0;   ///< by the person, 0: not yet
    QList<int> m_given; ///< by this; a window system reports each, maybe late
    bool m_due = false;
};

} // namespace pennypost
