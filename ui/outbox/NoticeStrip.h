// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace pennypost {

/// What the strip says and offers. A value.
struct Notice
{
    struct Button
    {
        QString text; ///< with a mnemonic
        std::function<void()> act;
    };
    QString text;
    QList<Button> buttons;
    /// Runs when it goes without one of its buttons: dismissed, timed out, or replaced by another.
    std::function<void()> ended;
    int milliseconds = 0; ///< goes by itself; 0: stays
    bool dismissible = true;
};

/// The thin strip at the window's foot: an undo, a decision, a problem. Never modal, announced to assistive
/// technology. GUI thread.
class NoticeStrip : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeStrip(QWidget *parent = nullptr);
    ~NoticeStrip() override;

    void present(const Notice &notice);
    /// As if dismissed.
    void end();

private:
    void clear();

    Notice m_notice;
    QTimer m_timer;
    QLabel *m_text;
    QHBoxLayout *m_beside; ///< one button
    QHBoxLayout *m_below;  ///< several
    QToolButton *m_close;
};

} // namespace pennypost
