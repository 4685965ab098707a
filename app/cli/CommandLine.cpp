// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "app/cli/AccountArguments.h"
#include "app/cli/Arguments.h"
#include "app/cli/CauseText.h"
#include "app/cli/DeliveryArguments.h"
#include "app/cli/SendmailArguments.h"

#include <algorithm>

namespace pennypost {

namespace {

using L = QLatin1StringView;

enum CommandBit : unsigned {
    Add = 1,
    List = 2,
    Test = 4,
    Remove = 8,
    Build = 16,
    Send = 32,
    Run = 64,
    Show = 128,
    Lists = 256, ///< drafts, outbox and sent, by StoredLetters::What
    One = 512,
    Settle = 1024,
    Export = 2048,
    Items = 4096,
    All = 8191
};

/// THE table of options. A new one is one row here, one line in helpText(), one in its reader below.
QList<OptionRow> optionTable()
{
    using Value = OptionRow::Value;
    return {
        {L("profile"), Value::Given, false, All},
        {L("json"), Value::None, false, All},
        {L("help"), Value::None, false, All},
        {L("version"), Value::None, false, All},
        {L("practice"), Value::None, false, Add},
        {L("address"), Value::Given, false, Add},
        {L("name"), Value::MaybeEmpty, false, Add},
        {L("server"), Value::Given, false, Add},
        {L("port"), Value::Given, false, Add | Run},
        {L("security"), Value::Given, false, Add},
        {L("user"), Value::MaybeEmpty, false, Add},
        {L("mechanism"), Value::Given, false, Add},
        {L("pin"), Value::Given, false, Add},
        {L("ca"), Value::Given, false, Add},
        {L("id"), Value::Given, false, Add},
        {L("client-certificate"), Value::Given, false, Add},
        {L("proxy"), Value::Given, false, Add},
        {L("session-secret"), Value::None, false, Add},
        {L("password-stdin"), Value::None, false, Add | Test | Send},
        {L("pass-phrase-stdin"), Value::None, false, Add | Test | Send},
        {L("proxy-password-stdin"), Value::None, false, Add | Test | Send},
        {L("trace"), Value::Given, false, Test | Send},
        {L("from"), Value::Given, false, Build | Send},
        {L("to"), Value::Given, true, Build | Send},
        {L("cc"), Value::Given, true, Build | Send},
        {L("bcc"), Value::Given, true, Build | Send},
        {L("subject"), Value::MaybeEmpty, false, Build | Send},
        {L("text"), Value::Given, false, Build | Send},
        {L("flowed"), Value::None, false, Build | Send},
        {L("utc"), Value::None, false, Build | Send},
        {L("8bit"), Value::None, false, Build},
        {L("body-only"), Value::None, false, Build},
        {L("entity"), Value::Given, false, Build | Send},
        {L("html"), Value::Given, false, Build | Send},
        {L("attach"), Value::Given, true, Build | Send},
        {L("inline"), Value::Given, true, Build | Send},
        {L("header"), Value::Given, true, Build | Send},
        {L("date"), Value::Given, false, Build | Send},
        {L("message-id"), Value::Given, false, Build | Send},
        {L("account"), Value::Given, false, Send},
        {L("eml"), Value::Given, false, Send},
        {L("envelope-from"), Value::MaybeEmpty, false, Send},
        {L("rcpt"), Value::Given, true, Send},
        {L("all-or-nothing"), Value::None, false, Send},
        {L("dsn"), Value::Given, false, Send},
        {L("dsn-return"), Value::Given, false, Send},
        {L("envid"), Value::Given, false, Send},
        {L("require-tls"), Value::None, false, Send},
        {L("deliver-by"), Value::Given, false, Send},
        {L("hold-until"), Value::Given, false, Send},
        {L("priority"), Value::Given, false, Send},
        {L("search"), Value::Given, false, Lists},
        {L("limit"), Value::Given, false, Lists},
        {L("arrived"), Value::None, false, Settle},
        {L("not-arrived"), Value::None, false, Settle},
    };
}

/// The command's words -> its bit and how many more words it takes.
struct CommandRow
{
    QStringList words;
    CommandBit bit;
    qsizetype operands;
    StoredLetters::What what = {}; ///< of the last five bits
};

QList<CommandRow> commandTable()
{
    using What = StoredLetters::What;
    return {
        {{QStringLiteral("account"), QStringLiteral("add")}, Add, 0},
        {{QStringLiteral("account"), QStringLiteral("list")}, List, 0},
        {{QStringLiteral("account"), QStringLiteral("test")}, Test, 1},
        {{QStringLiteral("account"), QStringLiteral("remove")}, Remove, 1},
        {{QStringLiteral("build")}, Build, 0},
        {{QStringLiteral("send")}, Send, 0},
        {{QStringLiteral("show")}, Show, 1},
        {{QStringLiteral("drafts"), QStringLiteral("list")}, Lists, 0, What::DraftsList},
        {{QStringLiteral("drafts"), QStringLiteral("show")}, One, 1, What::DraftsShow},
        {{QStringLiteral("outbox"), QStringLiteral("list")}, Items, 0, What::OutboxList},
        {{QStringLiteral("outbox"), QStringLiteral("show")}, One, 1, What::OutboxShow},
        {{QStringLiteral("outbox"), QStringLiteral("settle")}, Settle, 1},
        {{QStringLiteral("sent"), QStringLiteral("list")}, Lists, 0, What::SentList},
        {{QStringLiteral("sent"), QStringLiteral("show")}, One, 1, What::SentShow},
        {{QStringLiteral("sent"), QStringLiteral("export")}, Export, 2, What::SentExport},
        {{QStringLiteral("practice")}, Run, 0},
    };
}

LetterOptions readLetter(const Arguments &arguments)
{
    return {arguments.value(L("from")),    arguments.values(L("to")),     arguments.values(L("cc")),
            arguments.values(L("bcc")),    arguments.value(L("subject")), arguments.value(L("text")),
            arguments.has(L("flowed")),    arguments.has(L("utc")),       arguments.value(L("html")),
            arguments.value(L("entity")),  arguments.values(L("attach")), arguments.values(L("inline")),
            arguments.values(L("header")), arguments.value(L("date")),    arguments.value(L("message-id"))};
}

Result<void, CliError> checkLetter(const Arguments &arguments)
{
    if (arguments.has(L("inline")) && !arguments.has(L("html")))
        return usageError(QStringLiteral("--inline wants --html, which refers to it as cid:NAME"));
    for (const L other : {L("text"), L("html"), L("attach"), L("inline"), L("flowed"), L("body-only")}) {
        if (arguments.has(L("entity")) && arguments.has(other))
            return usageError(u"--entity is the whole body: it leaves no room for --" + QString(other));
    }
    if (arguments.has(L("body-only")) && arguments.has(L("8bit")))
        return usageError(
            QStringLiteral("--body-only is for signing, which wants all in 7 bits: not with --8bit"));
    if (arguments.value(L("html")) == u"-")
        return usageError(QStringLiteral("--html wants a file; only --text and --eml read standard input"));
    return {};
}

Result<SendLetter, CliError> readSend(const Arguments &arguments)
{
    SendLetter send;
    send.account = arguments.value(L("account"));
    send.letter = readLetter(arguments);
    send.eml = arguments.value(L("eml"));
    if (arguments.has(L("envelope-from")))
        send.envelopeFrom = arguments.value(L("envelope-from"));
    send.rcpt = arguments.values(L("rcpt"));
    send.trace = arguments.value(L("trace"));
    send.fromStdin = readSecretLines(arguments);
    send.allOrNothing = arguments.has(L("all-or-nothing"));
    auto delivery = readDelivery(arguments);
    if (!delivery)
        return Failure{delivery.error()};
    send.delivery = *delivery;
    if (auto checked = checkLetter(arguments); !checked)
        return Failure{checked.error()};
    if (arguments.has(L("eml"))) {
        for (const auto &row : optionTable()) {
            if ((row.commands & Build) && row.commands != All && arguments.has(row.name))
                return usageError(u"--eml is a finished letter: it can't be had with --" + row.name);
        }
    } else if (send.letter.to.isEmpty() && send.letter.cc.isEmpty() && send.letter.bcc.isEmpty() &&
               send.rcpt.isEmpty()) {
        return usageError(QStringLiteral("send wants a recipient: --to, --cc, --bcc or --rcpt"));
    }
    return send;
}

Result<StoredLetters, CliError> readStored(const CommandRow &row, const Arguments &arguments)
{
    StoredLetters stored;
    stored.what = row.what;
    stored.id = arguments.words().value(2);
    stored.file = arguments.words().value(3);
    stored.search = arguments.value(L("search"));
    if (arguments.has(L("limit"))) {
        bool isNumber = false;
        stored.limit = arguments.value(L("limit")).toInt(&isNumber);
        if (!isNumber || stored.limit < 1)
            return usageError(QStringLiteral("--limit wants a number from 1"));
    }
    if (row.bit != Settle)
        return stored;
    if (arguments.has(L("arrived")) == arguments.has(L("not-arrived")))
        return usageError(QStringLiteral("outbox settle wants --arrived or --not-arrived"));
    stored.what = arguments.has(L("arrived")) ? StoredLetters::What::OutboxArrived
                                              : StoredLetters::What::OutboxNotArrived;
    return stored;
}

/// "one file", "an id and a file"
QString operandsOf(const CommandRow &row)
{
    switch (row.bit) {
    case Show:
        return QStringLiteral("one file");
    case One:
    case Settle:
        return QStringLiteral("one id");
    case Export:
        return QStringLiteral("an id and a file, or - for standard output");
    default:
        return QStringLiteral("the id of one account");
    }
}

/// The options of one command into its Invocation.
Result<void, CliError> read(const CommandRow &row, const Arguments &arguments, Invocation &invocation)
{
    const QString operand = arguments.words().value(row.words.size());
    const auto keep = [&](auto options) -> Result<void, CliError> {
        if (!options)
            return Failure{options.error()};
        invocation.command = std::move(*options);
        return {};
    };
    switch (row.bit) {
    case Add:
        return keep(readAccountAdd(arguments, optionTable(), All));
    case List:
        invocation.command = AccountList{};
        return {};
    case Test:
        invocation.command = AccountTest{operand, arguments.value(L("trace")), readSecretLines(arguments)};
        return {};
    case Remove:
        invocation.command = AccountRemove{operand};
        return {};
    case Build:
        if (!arguments.has(L("from")))
            return usageError(QStringLiteral("build wants --from"));
        invocation.command =
            BuildLetter{readLetter(arguments), arguments.has(L("body-only")), arguments.has(L("8bit"))};
        return checkLetter(arguments);
    case Send:
        return keep(readSend(arguments));
    case Show:
        invocation.command = ShowLetter{operand};
        return {};
    case Run: {
        const auto port =
            readPort(arguments.has(L("port")) ? arguments.value(L("port")) : QStringLiteral("0"), true);
        if (!port)
            return Failure{port.error()};
        invocation.command = Practice{*port};
        return {};
    }
    case Lists:
    case Items:
    case One:
    case Settle:
    case Export:
        return keep(readStored(row, arguments));
    case All:
        break;
    }
    return usageError(QStringLiteral("no such command"));
}

/// The first word that is no option of the program's own.
qsizetype commandAt(const QStringList &words)
{
    qsizetype at = 0;
    while (at < words.size() && words[at].startsWith(u'-') && words[at] != u"--")
        at += words[at] == u"--profile" ? 2 : 1;
    return at;
}

/// What stands ahead of `sendmail` is ours, what stands behind it is read as sendmail(1) has it.
Result<Invocation, CliError> parseSendmail(const QStringList &words, qsizetype at,
                                           const QList<OptionRow> &table)
{
    const auto arguments = Arguments::parse(words.first(at), table);
    if (!arguments)
        return usageError(arguments.error());
    for (const OptionRow &row : table) {
        if (row.commands != All && arguments->has(row.name))
            return usageError(u"sendmail has no option --" + row.name);
    }
    Invocation invocation;
    invocation.profile = arguments->value(L("profile"));
    invocation.json = arguments->has(L("json"));
    if (arguments->has(L("help")))
        return invocation;
    auto send = readSendmail(words.mid(at + 1), table);
    if (!send)
        return Failure{send.error()};
    invocation.command = std::move(*send);
    return invocation;
}

} // namespace

Result<Invocation, CliError> parseCommandLine(const QStringList &words)
{
    const auto table = optionTable();
    if (const qsizetype at = commandAt(words); at < words.size() && words[at] == u"sendmail")
        return parseSendmail(words, at, table);
    const auto arguments = Arguments::parse(words, table);
    if (!arguments)
        return usageError(arguments.error());

    Invocation invocation;
    invocation.profile = arguments->value(L("profile"));
    invocation.json = arguments->has(L("json"));
    if (arguments->has(L("help")))
        return invocation; // ShowHelp is the variant's first
    if (arguments->has(L("version"))) {
        invocation.command = ShowVersion{};
        return invocation;
    }
    if (arguments->words().isEmpty())
        return usageError(QStringLiteral("no command; pennypost-cli --help lists them"));

    const auto commands = commandTable();
    const auto row = std::find_if(commands.begin(), commands.end(), [&](const CommandRow &candidate) {
        return arguments->words().first(std::min(arguments->words().size(), candidate.words.size())) ==
               candidate.words;
    });
    if (row == commands.end() && arguments->words() == QStringList{QStringLiteral("account")})
        return usageError(QStringLiteral("account wants add, list, test or remove"));
    if (row == commands.end() && arguments->words().size() == 1) {
        QStringList seconds;
        for (const CommandRow &each : commands) {
            if (each.words.size() == 2 && each.words.front() == arguments->words().front())
                seconds.append(each.words.back());
        }
        if (!seconds.isEmpty())
            return usageError(arguments->words().front() + u" wants one of " + seconds.join(u", "));
    }
    if (row == commands.end())
        return usageError(u"no such command: " + arguments->words().join(u' '));
    const QString name = row->words.join(u' ');
    if (arguments->words().size() != row->words.size() + row->operands) {
        return usageError(row->operands ? QString(name + u" wants " + operandsOf(*row))
                                        : QString(name + u" takes nothing but options"));
    }
    if (auto allowed = arguments->restrictTo(row->bit, name, table); !allowed)
        return usageError(allowed.error());
    if (auto done = read(*row, *arguments, invocation); !done)
        return Failure{done.error()};
    return invocation;
}

bool wantsJson(const QStringList &arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), QStringLiteral("--"));
    return std::find(arguments.begin(), end, QStringLiteral("--json")) != end;
}

} // namespace pennypost
