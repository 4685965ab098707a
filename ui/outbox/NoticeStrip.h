// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>
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
        QKeySequence::StandardKey key = QKeySequence::UnknownKey; ///< presses it from anywhere in the window
    };
    QString text;
    QString about; ///< id of the one letter it speaks of, where that matters
    QList<Button> buttons;
    /// Runs when it goes without one of its buttons: dismissed, timed out, or replaced by another.
    std::function<void()> ended;
    int milliseconds = 0; ///< goes by itself; 0: stays
    bool dismissible = true;
    bool holds = false; ///< something is lost with it: others wait until it has gone

    bool saysTheSameAs(const Notice &other) const { return text == other.text && about == other.about; }
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
    /// It speaks of what is no more: goes without its `ended`.
    void callOff();
    /// For F6; false while it is down.
    bool focusFirst();
    bool isFree() const { return m_notice.text.isEmpty(); }
    /// What it says is not to be replaced by something else.
    bool holds() const { return m_notice.holds; }
    /// What it says now; empty while it is down.
    const Notice &notice() const { return m_notice; }

Q_SIGNALS:
    /// A notice has gone and none has come in its place.
    void freed();

private:
    void takeAway();
    void clear();

    Notice m_notice;
    QTimer m_timer;
    QLabel *m_text;
    QHBoxLayout *m_beside; ///< one button
    QHBoxLayout *m_below;  ///< several
    QToolButton *m_close;
};

} // namespace pennypost
