// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/HouseRules.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>

namespace rules {

namespace {

constexpr int longestFile = 400;

QString at(const QString &path, qsizetype line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what);
}

// What core/ may not do, as it looks in code without comments and strings.
struct Ban
{
    QRegularExpression pattern;
    QString what;
};
const QList<Ban> &bansInCore()
{
    static const QList<Ban> bans{
        {QRegularExpression(
             QStringLiteral("\\bwaitFor(Connected|Encrypted|ReadyRead|BytesWritten|Disconnected|Finished|"
                            "Started|NewConnection)\\s*\\(")),
         QStringLiteral("core never waits: a blocking call")},
        {QRegularExpression(QStringLiteral("\\bprocessEvents\\s*\\(")),
         QStringLiteral("core never runs events")},
        {QRegularExpression(QStringLiteral("\\bQEventLoop\\b")), QStringLiteral("core nests no event loop")},
        {QRegularExpression(QStringLiteral("\\btr\\s*\\(")), QStringLiteral("only ui has words for people")},
        {QRegularExpression(QStringLiteral("\\bQ_DECLARE_TR_FUNCTIONS\\b")),
         QStringLiteral("only ui has words for people")},
    };
    return bans;
}
const QList<Ban> &bansEverywhere()
{
    static const QList<Ban> bans{
        {QRegularExpression(QStringLiteral("\\bprocessEvents\\s*\\(")),
         QStringLiteral("nothing runs events by hand")},
        {QRegularExpression(QStringLiteral("\\binstance\\s*\\(\\s*\\)\\s*\\{")),
         QStringLiteral("no singletons")},
        {QRegularExpression(QStringLiteral("^\\s*using\\s+namespace\\s+std\\s*;")),
         QStringLiteral("using namespace std")},
    };
    return bans;
}

// Qt's GUI and widgets modules by the names their headers have: with or without the module's folder.
bool isGuiHeader(const QString &header)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(QtGui|QtWidgets|QtPrintSupport)/"
                       "|^Q(Widget|Dialog|MessageBox|Application|GuiApplication|Pixmap|Image|Icon|Font|"
                       "Color|Palette|Painter|Text(Document|Cursor|Edit|Browser)|Label|PushButton|Window|"
                       "Screen|Clipboard|DesktopServices|"
                       "Action|Menu|LineEdit|Wizard|StandardItemModel|KeySequence|Cursor|Brush|Pen)$"));
    return pattern.match(header).hasMatch();
}

} // namespace

const QHash<QString, QStringList> &edges()
{
    static const QHash<QString, QStringList> table = [] {
        const auto rooms = [](const char *names) {
            return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
        };
        return QHash<QString, QStringList>{
            {QStringLiteral("core/base"), {}},
            {QStringLiteral("core/message"), {}},
            {QStringLiteral("core/mime"), rooms("core/message")},
            {QStringLiteral("core/sasl"), {}},
            {QStringLiteral("core/smtp"), rooms("core/sasl")},
            {QStringLiteral("core/net"), {}},
            {QStringLiteral("core/account"), rooms("core/message")},
            {QStringLiteral("core/secrets"), rooms("core/account")},
            {QStringLiteral("core/submission"),
             rooms("core/smtp core/sasl core/net core/account core/message")},
            {QStringLiteral("core/store"), {}},
            {QStringLiteral("core/contacts"), rooms("core/message core/store")},
            {QStringLiteral("core/drafts"), rooms("core/message core/mime core/store")},
            {QStringLiteral("core/outbox"),
             rooms("core/submission core/store core/contacts core/drafts core/mime "
                   "core/message core/account core/sasl core/smtp core/net")},
            {QStringLiteral("core/practice"), rooms("core/account core/message")},
            {QStringLiteral("ui/common"), rooms("core/account core/message")},
            {QStringLiteral("ui/shortcuts"), rooms("core/store ui/common")},
            {QStringLiteral("ui/compose"),
             rooms("core/message core/account core/contacts core/drafts core/outbox core/store ui/common "
                   "ui/shortcuts")},
            {QStringLiteral("ui/setup"), rooms("core/message core/account core/sasl ui/common")},
            {QStringLiteral("ui/outbox"),
             rooms("core/message core/account core/drafts core/outbox core/store ui/common ui/shortcuts")},
        };
    }();
    return table;
}

const QHash<QString, QStringList> &singleHeaders()
{
    static const QHash<QString, QStringList> table = [] {
        const auto headers = [](const char *names) {
            return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
        };
        // The interfaces of a room whose insides are nobody's business.
        const auto words = QStringLiteral("core/smtp/SubmissionError.h core/smtp/Reply.h");
        return QHash<QString, QStringList>{
            {QStringLiteral("core/smtp"), headers("core/message/Envelope.h")},
            {QStringLiteral("core/submission"), headers("core/mime/MimeSource.h")},
            // What kind of credential an account's mechanism wants is a row of THE table, and no second
            // switch.
            {QStringLiteral("core/secrets"),
             headers("core/sasl/Credential.h core/sasl/MechanismChooser.h core/smtp/SubmissionError.h")},
            {QStringLiteral("core/outbox"),
             headers("core/secrets/CredentialSource.h core/secrets/SecretStore.h")},
            {QStringLiteral("core/store"), headers("core/message/Attachment.h")},
            {QStringLiteral("ui/common"), headers("core/smtp/SubmissionError.h core/smtp/Reply.h "
                                                  "core/mime/MimeBuilder.h "
                                                  "core/secrets/SecretStore.h core/store/StoreError.h "
                                                  "core/submission/Receipt.h core/submission/Submitter.h")},
            {QStringLiteral("ui/compose"),
             headers("core/smtp/SubmissionError.h core/smtp/Reply.h core/submission/Submitter.h "
                     "core/submission/Receipt.h core/mime/Base64.h core/mime/MimeBuilder.h "
                     "core/mime/Answer.h core/mime/HtmlToText.h "
                     "core/secrets/SecretStore.h core/secrets/CredentialSource.h")},
            {QStringLiteral("ui/setup"),
             headers("core/smtp/SubmissionError.h core/smtp/Reply.h core/submission/Submitter.h "
                     "core/secrets/SecretStore.h core/secrets/CredentialSource.h "
                     "core/secrets/AccountRemoval.h core/net/ClientCertificateFile.h")},
            {QStringLiteral("ui/outbox"),
             headers("core/smtp/SubmissionError.h core/smtp/Reply.h core/submission/Submitter.h "
                     "core/submission/Receipt.h core/submission/RecentDialogues.h "
                     "core/mime/MimeParser.h core/mime/BodyParts.h core/mime/HtmlToText.h "
                     "core/mime/MimeBuilder.h "
                     "core/mime/MimeSource.h core/mime/DateField.h")},
        };
    }();
    return table;
}

QString roomOf(const QString &path)
{
    const auto parts = path.split(u'/');
    if (parts.size() > 1 && (parts[0] == u"core" || parts[0] == u"ui"))
        return parts[0] + u'/' + parts[1];
    return parts[0];
}

QString codeOnly(const QString &text)
{
    QString code = text;
    enum { Code, LineComment, BlockComment, String, Character } state = Code;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        switch (state) {
        case Code:
            if (c == u'/' && next == u'/')
                state = LineComment;
            else if (c == u'/' && next == u'*')
                state = BlockComment;
            else if (c == u'"')
                state = String;
            else if (c == u'\'' && (i == 0 || !text[i - 1].isDigit())) // 1'000 is a number
                state = Character;
            if (state == LineComment || state == BlockComment)
                code[i] = u' ';
            continue;
        case LineComment:
            if (c == u'\n')
                state = Code;
            break;
        case BlockComment:
            if (c == u'*' && next == u'/') {
                code[i] = code[i + 1] = u' ';
                ++i;
                state = Code;
                continue;
            }
            break;
        case String:
        case Character:
            if (c == u'\\') {
                code[i] = u' ';
                ++i;
            } else if (c == (state == String ? u'"' : u'\'') || c == u'\n') {
                state = Code;
                continue;
            }
            break;
        }
        if (i < code.size() && text[i] != u'\n')
            code[i] = u' ';
    }
    return code;
}

QStringList violations(const QString &path, const QString &text)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"));
    // Words handed to a widget that did not pass through tr(). Strings are needed here, so the raw line is
    // read.
    static const QRegularExpression rawWords(QStringLiteral(
        "set(Text|WindowTitle|ToolTip|PlaceholderText|AccessibleName|AccessibleDescription|StatusTip|Title)"
        "\\(\\s*(QStringLiteral\\(|QLatin1StringView\\(|QString::fromLatin1\\(|u)?\"(?![^\"]*\\bexample\\.)[^"
        "\"]*[A-Za-z]{2}"));
    QStringList found;
    const QString room = roomOf(path);
    const bool inCore = room.startsWith(u"core/");
    const bool inUi = room.startsWith(u"ui/");
    const auto rawLines = text.split(u'\n');
    const auto codeLines = codeOnly(text).split(u'\n');

    const qsizetype lineCount = rawLines.size() - (rawLines.last().isEmpty() ? 1 : 0);
    if (lineCount > longestFile)
        found.append(at(path, lineCount, QStringLiteral("over %1 lines: is it one noun?").arg(longestFile)));
    if (path.endsWith(u".h") && !text.contains(QStringLiteral("#pragma once")))
        found.append(at(path, 1, QStringLiteral("a header without #pragma once")));

    for (qsizetype i = 0; i < codeLines.size(); ++i) {
        const qsizetype line = i + 1;
        // The include's name is a string to codeOnly(), so it is read from the raw line if the code still has
        // the directive.
        if (codeLines[i].contains(QStringLiteral("#")) && codeLines[i].contains(QStringLiteral("include"))) {
            const auto match = include.match(rawLines[i]);
            const QString header = match.captured(2);
            if (match.hasMatch() && inCore && isGuiHeader(header))
                found.append(at(path, line, QStringLiteral("core sees a GUI header: ") + header));
            const QString target = roomOf(header);
            if (match.captured(1) == u"\"" &&
                (target.startsWith(u"core/") || target.startsWith(u"ui/") || target == u"app")) {
                const bool allowed = room == u"app" || target == room || target == u"core/base" ||
                                     edges().value(room).contains(target) ||
                                     singleHeaders().value(room).contains(header);
                if (target == u"app" && room != u"app")
                    found.append(at(path, line, QStringLiteral("nobody includes app/: ") + header));
                else if (!allowed)
                    found.append(at(path, line, QStringLiteral("no edge from %1 to %2").arg(room, header)));
            }
        }
        if (inCore) {
            for (const Ban &ban : bansInCore()) {
                if (ban.pattern.match(codeLines[i]).hasMatch())
                    found.append(at(path, line, ban.what));
            }
        }
        for (const Ban &ban : bansEverywhere()) {
            if (ban.pattern.match(codeLines[i]).hasMatch())
                found.append(at(path, line, ban.what));
        }
        if (inUi && codeLines[i].contains(QStringLiteral("set")) && rawWords.match(rawLines[i]).hasMatch())
            found.append(at(path, line, QStringLiteral("a user-visible string without tr()")));
    }
    found.removeDuplicates();
    return found;
}

QString cycleIn(const QHash<QString, QStringList> &graph)
{
    QSet<QString> done;
    QStringList way;
    std::function<QString(const QString &)> visit = [&](const QString &node) -> QString {
        if (way.contains(node))
            return way.mid(way.indexOf(node)).join(QStringLiteral(" -> ")) + QStringLiteral(" -> ") + node;
        if (done.contains(node))
            return {};
        way.append(node);
        for (const QString &next : graph.value(node)) {
            if (const QString cycle = visit(next); !cycle.isEmpty())
                return cycle;
        }
        way.removeLast();
        done.insert(node);
        return {};
    };
    for (auto node = graph.keyBegin(); node != graph.keyEnd(); ++node) {
        if (const QString cycle = visit(*node); !cycle.isEmpty())
            return cycle;
    }
    return {};
}

} // namespace rules
