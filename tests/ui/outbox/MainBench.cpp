// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainBench.h"

#include <QDir>

namespace pennypost {

Message letterOf(const QString &to, const QString &subject)
{
    Message message;
    message.from = {QStringLiteral("Alice Liddell"), QStringLiteral("alice"), QStringLiteral("example.org")};
    message.to = {{{}, to.section(u'@', 0, 0), to.section(u'@', 1)}};
    message.subject = subject;
    message.text = QStringLiteral("At five?\n");
    message.messageId = "known@example.org";
    message.date = FakeClock::defaultStart();
    return message;
}

MainBench::MainBench()
    : store(profile.filePath(QStringLiteral("pennypost.sqlite"))),
      accounts(profile.filePath(QStringLiteral("accounts.json"))),
      outbox(store, m_credentials, submitter, clock, ids)
{
    QDir(profile.path()).mkdir(QStringLiteral("practice"));
}

void MainBench::addAccount()
{
    Account account;
    account.id = QStringLiteral("alice");
    account.identities = {{letterOf(QStringLiteral("x@y"), {}).from}};
    account.server.host = QStringLiteral("mail.example.org");
    if (!accounts.add(account))
        qFatal("cannot add an account");
}

void MainBench::addDraft(const QString &id, const QString &to, const QString &subject)
{
    Draft draft;
    draft.id = id;
    draft.accountId = QStringLiteral("alice");
    draft.message = letterOf(to, subject);
    draft.typedTo = to;
    clock.advance(std::chrono::minutes(1));
    if (!ask([&](Database &database) { return DraftStore(database, clock).save(draft); }))
        qFatal("cannot save a draft");
}

void MainBench::addSent(const QString &id, const QString &to, const QString &subject, bool refused)
{
    SentLetter letter;
    letter.id = id;
    letter.accountId = QStringLiteral("alice");
    letter.message = letterOf(to, subject);
    letter.receipt.time = clock.now();
    letter.receipt.host = QStringLiteral("mail.example.org");
    letter.receipt.port = 465;
    letter.receipt.accepted = {to};
    letter.receipt.finalReply = {250, EnhancedStatus{2, 0, 0}, {"2.0.0 Ok: queued as 4F3B2A1C"}};
    if (refused)
        letter.receipt.refused = {
            {QStringLiteral("nobody@example.net"), {550, EnhancedStatus{5, 1, 1}, {"5.1.1 No"}}}};
    clock.advance(std::chrono::minutes(1));
    if (!ask([&](Database &database) { return OutboxStore(database, clock).accepted({}, letter); }))
        qFatal("cannot keep a letter");
}

void MainBench::addUndecided(const QString &id, const QString &draftId, const QString &to,
                             const QString &subject)
{
    if (!draftId.isEmpty())
        addDraft(draftId, to, subject);
    OutboxItem item;
    item.id = id;
    item.draftId = draftId;
    begin(item, letterOf(to, subject));
}

void MainBench::addUndecidedFile(const QString &id, const QString &to, const QString &subject)
{
    Message header = letterOf(to, subject);
    header.text.clear();
    OutboxItem item;
    item.id = id;
    item.finished = true;
    begin(item, header);
}

void MainBench::begin(OutboxItem item, const Message &message)
{
    item.accountId = QStringLiteral("alice");
    item.subject = message.subject;
    const auto begun = ask([&](Database &database) -> Result<void, StoreError> {
        OutboxStore outboxStore(database, clock);
        if (auto done = outboxStore.begin(item, message, *envelopeFor(message)); !done)
            return done;
        return outboxStore.setPhase(item.id, Phase::MayHaveBeenSent);
    });
    if (!begun)
        qFatal("cannot begin an item");
}

QString MainBench::addReceived(const QString &name, const QByteArray &bytes)
{
    QFile file(profile.filePath(QStringLiteral("practice/") + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a letter");
    return file.fileName();
}

QStringList MainBench::draftIds()
{
    QStringList found;
    const auto drafts = ask([&](Database &database) { return DraftStore(database, clock).list(); });
    for (const DraftSummary &draft : drafts.value())
        found.append(draft.id);
    return found;
}

QStringList MainBench::sentIds()
{
    QStringList found;
    const auto letters = ask([&](Database &database) { return OutboxStore(database, clock).sent(); });
    for (const SentSummary &letter : letters.value())
        found.append(letter.id);
    return found;
}

qsizetype MainBench::itemCount()
{
    return ask([&](Database &database) { return OutboxStore(database, clock).items(); }).value().size();
}

MainServices MainBench::services()
{
    return {
        accounts, outbox, store, clock, shortcuts, dialogues, profile.filePath(QStringLiteral("practice"))};
}

} // namespace pennypost
