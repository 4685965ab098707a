// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StoredCommands.h"

#include "app/cli/CauseText.h"
#include "app/cli/StoredJson.h"
#include "core/drafts/DraftStore.h"
#include "core/mime/MimeBuilder.h"
#include "core/outbox/OutboxStore.h"
#include "core/store/SearchKey.h"

#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>
#include <utility>
#include <vector>

namespace pennypost {

namespace {

using What = StoredLetters::What;

constexpr size_t block = 256 << 10;

template<class Summary>
auto listOf(const QList<Summary> &summaries, const QString &name)
{
    QStringList lines;
    QJsonArray array;
    for (const Summary &summary : summaries) {
        lines.append(summaryLine(summary));
        array.append(summaryJson(summary));
    }
    return std::pair(lines, QJsonObject{{name, array}});
}

} // namespace

StoredCommand::StoredCommand(const CommandContext &context, StoredLetters options)
    : Command(context), m_options(std::move(options))
{
}

void StoredCommand::start()
{
    if (m_options.what == What::SentExport)
        return exportLetter();
    services().store.run(
        this,
        [options = m_options, &clock = services().clock, &ids = services().ids](Database &database) {
            return visit(options, database, clock, ids);
        },
        [this](const Visit &visit) { answered(visit); });
}

void StoredCommand::answered(const Visit &visit)
{
    if (isOver())
        return;
    if (!visit)
        return end(console().fail(storeError(visit.error(), m_options.id)));
    for (const QString &line : visit->lines)
        console().say(line);
    QJsonObject object = visit->object;
    object[u"exitCode"] = int(ExitCode::Ok);
    console().say(object);
    end(ExitCode::Ok);
}

StoredCommand::Visit StoredCommand::visit(const StoredLetters &options, Database &database,
                                          const Clock &clock, UniqueIds &ids)
{
    switch (options.what) {
    case What::DraftsList:
    case What::DraftsShow:
        return drafts(options, database, clock);
    case What::SentList:
    case What::SentShow:
    case What::SentExport:
        return sent(options, database, clock);
    case What::OutboxList:
    case What::OutboxShow:
        return outbox(options, database, clock);
    case What::OutboxArrived:
    case What::OutboxNotArrived:
        return settle(options, database, clock, ids);
    }
    return Answer{};
}

StoredCommand::Visit StoredCommand::drafts(const StoredLetters &options, Database &database,
                                           const Clock &clock)
{
    const DraftStore store(database, clock);
    if (options.what == What::DraftsShow) {
        const auto draft = store.load(options.id);
        if (!draft)
            return Failure{draft.error()};
        return Answer{letterLines(draft->message), draftJson(*draft)};
    }
    auto list = store.list();
    if (!list)
        return Failure{list.error()};
    const QStringList words = searchWords(options.search);
    list->removeIf([&](const DraftSummary &draft) {
        return !matchesSearch(searchKey(draft.to + u'\n' + draft.subject), words);
    });
    auto [lines, object] =
        listOf(list->first(std::min<qsizetype>(list->size(), options.limit)), QStringLiteral("drafts"));
    return Answer{lines, object};
}

StoredCommand::Visit StoredCommand::outbox(const StoredLetters &options, Database &database,
                                           const Clock &clock)
{
    OutboxStore store(database, clock);
    // What a process left behind when it died is settled by the next one, whichever that is.
    if (auto recovered = store.recover(); !recovered)
        return Failure{recovered.error()};
    const auto items = store.items();
    if (!items)
        return Failure{items.error()};
    if (options.what == What::OutboxList) {
        auto [lines, object] = listOf(*items, QStringLiteral("items"));
        return Answer{lines, object};
    }
    for (const OutboxItem &item : *items) {
        if (item.id != options.id)
            continue;
        const auto letter = store.letterOf(item.id);
        if (!letter)
            return Failure{letter.error()};
        QJsonObject object = letterJson(letter->message);
        const QJsonObject summary = summaryJson(item);
        for (auto it = summary.begin(); it != summary.end(); ++it)
            object.insert(it.key(), it.value());
        return Answer{QStringList{summaryLine(item), QString()} + letterLines(letter->message), object};
    }
    return Failure{StoreError{StoreError::Kind::NotFound, options.id}};
}

StoredCommand::Visit StoredCommand::settle(const StoredLetters &options, Database &database,
                                           const Clock &clock, UniqueIds &ids)
{
    OutboxStore store(database, clock);
    if (auto recovered = store.recover(); !recovered)
        return Failure{recovered.error()};
    return database.transaction([&]() -> Visit {
        const auto items = store.items();
        if (!items)
            return Failure{items.error()};
        const auto item = std::find_if(items->begin(), items->end(),
                                       [&](const OutboxItem &each) { return each.id == options.id; });
        // Of one that is on its way nobody knows yet.
        if (item == items->end() || item->phase != Phase::MayHaveBeenSent)
            return Failure{StoreError{StoreError::Kind::NotFound, options.id}};
        QJsonObject object{{u"settled"_qs, item->id}};
        if (options.what == What::OutboxArrived) {
            auto letter = store.letterOf(item->id);
            if (!letter)
                return Failure{letter.error()};
            letter->id = QString::fromLatin1(ids.next());
            if (auto settled = store.settleAsSent(item->id, *letter); !settled)
                return Failure{settled.error()};
            object[u"sent"] = letter->id;
            return Answer{{u"Among the sent letters as " + letter->id}, object};
        }
        const auto draft = store.giveBackAsDraft(item->id);
        if (draft) {
            object[u"draft"] = *draft;
            return Answer{{u"A draft again: " + *draft}, object};
        }
        if (draft.error().kind != StoreError::Kind::NoDraft)
            return Failure{draft.error()};
        if (auto forgotten = store.forget(item->id); !forgotten)
            return Failure{forgotten.error()};
        object[u"draft"] = QJsonValue();
        return Answer{{QStringLiteral("Forgotten: its file is yours, to send it once more")}, object};
    });
}

StoredCommand::Visit StoredCommand::sent(const StoredLetters &options, Database &database, const Clock &clock)
{
    const OutboxStore store(database, clock);
    if (options.what == What::SentShow) {
        const auto letter = store.sentLetter(options.id);
        if (!letter)
            return Failure{letter.error()};
        return Answer{receiptLines(*letter) + QStringList{QString()} + letterLines(letter->message),
                      sentJson(*letter)};
    }
    const auto list = store.sent(options.search, options.limit);
    if (!list)
        return Failure{list.error()};
    auto [lines, object] = listOf(*list, QStringLiteral("letters"));
    return Answer{lines, object};
}

/// The bytes that went out, in the form in which they did.
void StoredCommand::exportLetter()
{
    services().store.run(
        this,
        [id = m_options.id, &clock = services().clock](Database &database) {
            return OutboxStore(database, clock).sentLetter(id);
        },
        [this](const Result<SentLetter, StoreError> &letter) {
            if (isOver())
                return;
            if (!letter)
                return end(console().fail(storeError(letter.error(), m_options.id)));
            if (letter->finished)
                return end(console().fail({ExitCode::NoInput,
                                           QStringLiteral("NotKept"),
                                           QStringLiteral("its bytes came ready made and were not kept"),
                                           {}}));
            if (const auto written = writeOut(*letter); !written)
                return end(console().fail(written.error()));
            if (m_options.file != u"-")
                console().say(QJsonObject{{u"file"_qs, m_options.file}, {u"exitCode"_qs, 0}});
            end(ExitCode::Ok);
        });
}

Result<void, CliError> StoredCommand::writeOut(const SentLetter &letter)
{
    const auto source = buildMime(letter.message);
    if (!source)
        return Failure{cliError(source.error())};
    (*source)->useEightBit(letter.receipt.eightBitBody);
    const bool toOutput = m_options.file == u"-";
    QSaveFile file(m_options.file);
    const auto unwritable = [&file, this] {
        return Failure{CliError{ExitCode::CantCreate, QStringLiteral("CannotWrite"),
                                QString(u"can't write " + m_options.file.simplified()), file.errorString()}};
    };
    if (!toOutput && !file.open(QIODevice::WriteOnly))
        return unwritable();
    std::vector<char> piece(block);
    for (;;) {
        const auto count = (*source)->read(piece);
        if (!count)
            return Failure{cliError(count.error())};
        if (*count == 0)
            break;
        if (toOutput && !console().write(QByteArrayView(piece.data(), *count)))
            return {}; // Command::end() tells of an output that is closed
        if (!toOutput && file.write(piece.data(), *count) != *count)
            return unwritable();
    }
    if (!toOutput && !file.commit())
        return unwritable();
    return {};
}

} // namespace pennypost
