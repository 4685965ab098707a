// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/Strip.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPropertyAnimation;
class QPushButton;
class QToolButton;

namespace pennypost {

class StripButtons;
class StripField;

/// The thin strip that rises from below a letter: how far the sending is, or one thing to say (Strip). One at
/// a time; the newest wins. Never takes the focus from who is writing unless it holds a field. GUI thread.
class SendStateBar : public QWidget
{
    Q_OBJECT

public:
    explicit SendStateBar(QWidget *parent = nullptr);

    void show(const Strip &strip);
    /// `total` 0: no bytes to count yet, the bar only moves.
    void showProgress(const QString &what, qint64 done, qint64 total);
    /// While it shows progress; `note` stands below: why the button is disabled, or what comes after.
    void setCancellable(bool cancellable, const QString &note = {});
    void dismiss();
    /// The letter was changed: what held until then goes.
    void noteEdit();

    bool isUp() const { return m_up; }
    /// Nothing would be lost with what it shows: a notice without a choice.
    bool isFree() const
    {
        return !m_up || (!m_progressPage && m_strip.untilEdited && m_strip.buttons.isEmpty());
    }
    bool showsProgress() const { return m_up && m_progressPage; }
    /// What is shown, nothing while it is down or shows progress.
    const Strip &strip() const { return m_strip; }
    QString fieldText() const;
    bool isChecked() const;
    /// Counts what was shown and taken away: as long as it stays the same, so does the strip.
    quint64 turn() const { return m_turn; }
    /// Where the focus goes when a field goes from under the hands of who types in it; never an address.
    void setRefuge(QWidget *refuge) { m_refuge = refuge; }
    void setSideMargins(int margin);
    /// For F6; false where nothing in it can take the focus.
    bool focusFirst();

Q_SIGNALS:
    void cancelRequested();
    /// turn() is another.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildMessage();
    void buildProgress();
    void rise();
    void rememberFocus();
    void leaveField();
    void tint();
    void press(const StripButton &button);
    void close();

    Strip m_strip;
    bool m_up = false;
    bool m_progressPage = false;
    quint64 m_turn = 0;
    QPointer<QWidget> m_before; ///< where the focus goes back to
    QPointer<QWidget> m_refuge;

    QWidget *m_message;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_details;
    QToolButton *m_unfold;
    StripField *m_field;
    QCheckBox *m_check;
    StripButtons *m_buttons;
    QToolButton *m_close;

    QWidget *m_progress;
    QLabel *m_what;
    QLabel *m_amount;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QLabel *m_note;
    QPropertyAnimation *m_motion;
};

} // namespace pennypost
