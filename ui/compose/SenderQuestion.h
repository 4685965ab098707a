// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pennypost {

class LetterForm;
class SendStateBar;

/// The account a letter was written under is gone: it goes out from another one only when a person has agreed
/// to that. Said in the strip while the letter is written, asked for by Send. GUI thread.
class SenderQuestion : public QObject
{
    Q_OBJECT

public:
    SenderQuestion(LetterForm &form, SendStateBar &bar, QObject *parent = nullptr);

    /// Says so where that displaces nothing. Anew when yet another one would be the sender: what is agreed to
    /// is what is used.
    void tell();
    /// Before Send goes on. False: there is nothing to ask.
    bool ask();

Q_SIGNALS:
    /// It is to go out from the form's sender, who is yet to be accepted there.
    void agreed();
    void accountsRequested();

private:
    LetterForm &m_form;
    SendStateBar &m_bar;
    bool m_sends = false; ///< what the strip is for
};

} // namespace pennypost
