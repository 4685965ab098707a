// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/LetterCopy.h"

#include "core/mime/MimeBuilder.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/Background.h"
#include "ui/common/Bidi.h"
#include "ui/common/LetterExport.h"
#include "ui/common/SaveLetterDialog.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/ComposeServices.h"
#include "ui/compose/LetterForm.h"
#include "ui/compose/SendFlow.h"
#include "ui/compose/SendStateBar.h"

#include <QDir>
#include <QLocale>
#include <QThreadPool>

namespace pennypost {

LetterCopy::LetterCopy(const ComposeServices &services, LetterForm &form, SendStateBar &bar, QObject *parent)
    : QObject(parent), m_services(services), m_form(form), m_bar(bar)
{
}

void LetterCopy::save(const QDateTime &date, std::function<void()> back)
{
    m_date = date;
    m_back = std::move(back);
    if (m_dialog)
        return m_dialog->activateWindow();
    // A file that lacks what the letter shows would be taken for the whole letter.
    if (m_form.attachments().isCapturing() || m_form.attachments().firstFailed() >= 0)
        return tellIncomplete();
    if (letter().from.isEmpty())
        return tellNoSender();

    m_dialog = new SaveLetterDialog(m_form.subject(), m_bar.window());
    connect(m_dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        Message letter = this->letter(); // as it stands when its place is chosen
        letter.date = m_date;
        Strip strip;
        strip.title = tr("Saving the letter…");
        strip.untilEdited = true;
        m_bar.show(strip);
        m_services.store.run(
            this,
            [draftId = m_form.draftId(), clock = &m_services.clock](Database &database) {
                return OutboxStore(database, *clock).messageIdOf(draftId);
            },
            [this, letter, file,
             leftOut = noAddresses()](const Result<QByteArray, StoreError> &known) mutable {
                if (known)
                    letter.messageId = *known;
                write(stamped(std::move(letter), m_services.clock, m_services.ids), file, leftOut);
            });
    });
    m_dialog->open();
}

/// Without any account nobody stands under From, but the letter still knows whose it is.
Message LetterCopy::letter() const
{
    Message letter = m_form.message();
    if (letter.from.isEmpty())
        letter.from = m_form.draft().draft.message.from;
    return letter;
}

/// Nobody in Bcc is in the file, whatever was typed there.
QStringList LetterCopy::noAddresses() const
{
    QStringList texts;
    const TypedRecipients typed = m_form.typedRecipients();
    for (const QList<ParsedMailbox> &field : {typed.to, typed.cc}) {
        for (const ParsedMailbox &entry : field) {
            if (!entry.mailbox && !entry.text.trimmed().isEmpty())
                texts.append(Bidi::value(entry.text));
        }
    }
    return texts;
}

void LetterCopy::write(const Message &letter, const QString &file, const QStringList &leftOut)
{
    runOnPool(
        *QThreadPool::globalInstance(), this, [letter, file] { return exportLetter(letter, file); },
        [this, file, leftOut](const Result<void, QString> &written) {
            Strip strip;
            if (written) {
                strip.title = tr("The letter is saved as a file");
                strip.sentence = tr("%1 holds it as it would go out, without the recipients in Bcc. It has "
                                    "not been sent.")
                                     .arg(Bidi::value(QDir::toNativeSeparators(file)));
                if (!leftOut.isEmpty()) {
                    strip.sentence += u' ' + tr("It leaves out what is no mail address: %1.")
                                                 .arg(QLocale().createSeparatedList(leftOut));
                }
                strip.buttons = {wayBack()};
            } else {
                strip = failure(tr("Why stands below; another folder or disk may help. The letter is still "
                                   "open, and nothing of it is lost."),
                                {tr("Save it &elsewhere…"), [this] { save(m_date, m_back); }, false});
                strip.details = written.error();
                strip.detailsLabel = tr("The system's words");
            }
            tell(strip, !written);
        });
}

/// While it was written the letter may have gone on its way, or somebody else may have had something to say.
void LetterCopy::tell(const Strip &strip, bool matters)
{
    if (m_bar.isFree() || (matters && !m_bar.showsProgress()))
        m_bar.show(strip);
}

void LetterCopy::tellIncomplete()
{
    m_bar.show(failure(tr("An attachment is not ready. Wait until it is, or remove it from the letter."),
                       {tr("Try &again"), [this] { save(m_date, m_back); }, false}));
}

void LetterCopy::tellNoSender()
{
    m_bar.show(
        failure(tr("It has no sender yet, which such a file can't do without. Set up an account to write "
                   "from; the text is still open."),
                {SendFlow::tr("&Set up an account…"), [this] { Q_EMIT accountsRequested(); }, false}));
}

Strip LetterCopy::failure(const QString &why, const StripButton &remedy) const
{
    Strip strip;
    strip.tone = Strip::Tone::Problem;
    strip.title = tr("The letter could not be saved as a file");
    strip.sentence = why;
    strip.buttons = {remedy, wayBack()};
    return strip;
}

StripButton LetterCopy::wayBack() const
{
    return {tr("Bac&k"), m_back};
}

} // namespace pennypost
