// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pennypost {

class Clock;
class LetterForm;
class LetterHead;
class RecipientField;
class StoreThread;

/// Answers the address fields of one letter from the RecipientHistory while somebody types in them, and has
/// it forget whom nobody wants to see again. A question never waits on the GUI thread; an answer that comes
/// when other words stand there is dropped by the field. GUI thread; owns none of what it was given.
class RecipientCompletion : public QObject
{
    Q_OBJECT

public:
    RecipientCompletion(LetterHead &head, const LetterForm &form, StoreThread &store, const Clock &clock,
                        QObject *parent = nullptr);

private:
    void follow(RecipientField &field);
    void ask(RecipientField &field, const QString &typed);

    LetterHead &m_head;
    const LetterForm &m_form;
    StoreThread &m_store;
    const Clock &m_clock;
};

} // namespace pennypost
