// SPDX-License-Identifier: GPL-3.0-or-later
#include "Letters.h"

#include "core/mime/MimeBuilder.h"

namespace pennypost::letters {

namespace {

QString pick(QRandomGenerator &random, const QStringList &choices)
{
    return choices[random.bounded(int(choices.size()))];
}

QString words(QRandomGenerator &random, int most)
{
    static const QStringList vocabulary{
        QStringLiteral("Hello"),
        QStringLiteral("and"),
        QStringLiteral("Grüße"),
        QStringLiteral("naïve"),
        QStringLiteral("Добрый"),
        QStringLiteral("день"),
        QStringLiteral("中文郵件"),
        QStringLiteral("日本語"),
        QStringLiteral("مرحبا"),
        QStringLiteral("שלום"),
        QStringLiteral("🐧"),
        QStringLiteral("👩‍👩‍👧"),
        QStringLiteral("a=b"),
        QStringLiteral("100%"),
        QStringLiteral("=?utf-8?Q?fake?="),
        QStringLiteral("Doe,"),
        QStringLiteral("\"quoted\""),
        QStringLiteral("back\\slash"),
        QStringLiteral("<angle>"),
        QStringLiteral("x@y.z"),
        QStringLiteral("(comment"),
        QStringLiteral("semi;colon"),
        QStringLiteral("e\u0301"),
        QStringLiteral("J."),
        QStringLiteral("averyverylongwordthatgoesonandonandonandonwithoutanyblanktofolditatforeveryone"),
    };
    QStringList chosen;
    for (int left = 1 + random.bounded(most); left > 0; --left)
        chosen.append(pick(random, vocabulary));
    return chosen.join(u' ');
}

QString textLine(QRandomGenerator &random)
{
    switch (random.bounded(14)) {
    case 0:
        return {};
    case 1:
        return QStringLiteral(".");
    case 2:
        return QStringLiteral(".dot first");
    case 3:
        return QStringLiteral("From the start");
    case 4:
        return QStringLiteral("trailing blank ");
    case 5:
        return QStringLiteral("trailing tab\t");
    case 6:
        return QStringLiteral("-- ");
    case 7:
        return QStringLiteral("--=_looks-like-a-boundary");
    case 8:
        return QString(random.bounded(70, 80), u'x');
    case 9:
        return QString(QStringLiteral("word ").repeated(random.bounded(1, 400)) % u'.');
    case 10:
        return QString(pick(random, {QStringLiteral("a"), QStringLiteral("ü"), QStringLiteral("🐧")})
                           .repeated(random.bounded(990, 1005)));
    case 11:
        return QStringLiteral("control \u001a \u0007 =3D =");
    default:
        return words(random, 20);
    }
}

QString text(QRandomGenerator &random)
{
    QStringList lines;
    for (int left = random.bounded(8); left > 0; --left)
        lines.append(textLine(random));
    return lines.join(u'\n') % (random.bounded(2) == 0 ? QStringLiteral("\n") : QString());
}

Mailbox mailbox(QRandomGenerator &random)
{
    static const QStringList locals{QStringLiteral("alice"),      QStringLiteral("a.b+tag"),
                                    QStringLiteral("with blank"), QStringLiteral("a@b"),
                                    QStringLiteral("quo\"te\\"),  QStringLiteral("o'brien")};
    static const QStringList domains{QStringLiteral("example.org"), QStringLiteral("bücher.example"),
                                     QStringLiteral("[192.0.2.1]"), QStringLiteral("Mixed.Case.EXAMPLE")};
    const QString name = random.bounded(3) == 0 ? QString() : words(random, 8);
    return {name, pick(random, locals), pick(random, domains)};
}

MailboxList mailboxes(QRandomGenerator &random, int most)
{
    MailboxList list;
    for (int left = random.bounded(most + 1); left > 0; --left)
        list.append(mailbox(random));
    return list;
}

QByteArray bytes(QRandomGenerator &random)
{
    static constexpr int sizes[] = {0, 1, 2, 3, 56, 57, 58, 113, 114, 115, 171, 1000, 4097};
    QByteArray content(sizes[random.bounded(13)], Qt::Uninitialized);
    for (char &c : content)
        c = char(random.bounded(256));
    return content;
}

Attachment attachment(QRandomGenerator &random, int number)
{
    static const QStringList suffixes{QStringLiteral(".pdf"), QStringLiteral(".txt"), QStringLiteral(""),
                                      QStringLiteral(" (1).tar.gz")};
    Attachment attachment;
    // The number keeps names apart, so that a reader's parts can be told by them.
    attachment.fileName =
        safeFileName(QString(words(random, 6) % u' ' % QString::number(number) % pick(random, suffixes)));
    attachment.mimeType = random.bounded(2) == 0 ? "application/pdf" : "text/plain";
    const bool isText = attachment.mimeType == "text/plain";
    const QByteArray content = isText ? words(random, 300).toUtf8() : bytes(random);
    attachment.size = content.size();
    attachment.content = MemoryContent{content};
    if (random.bounded(3) == 0) {
        attachment.disposition = Attachment::Disposition::Inline;
        attachment.mimeType = "image/png";
        attachment.contentId = "part" + QByteArray::number(number) + "@example.org";
    }
    return attachment;
}

} // namespace

Message simple()
{
    Message message;
    message.from = {QStringLiteral("Me"), QStringLiteral("me"), QStringLiteral("example.org")};
    message.to = {{QStringLiteral("You"), QStringLiteral("you"), QStringLiteral("example.net")}};
    message.subject = QStringLiteral("Hello");
    message.text = QStringLiteral("Hi\n");
    message.messageId = "abc@example.org";
    message.date = QDateTime(QDate(2026, 11, 22), QTime(3, 44, 5), Qt::OffsetFromUTC, 3600);
    return message;
}

Attachment memoryFile(const QString &name, const QByteArray &type, const QByteArray &bytes)
{
    Attachment attachment;
    attachment.fileName = name;
    attachment.mimeType = type;
    attachment.size = bytes.size();
    attachment.content = MemoryContent{bytes};
    return attachment;
}

Attachment picture(const QByteArray &id)
{
    Attachment attachment = memoryFile(QStringLiteral("p.png"), "image/png", "PNG");
    attachment.disposition = Attachment::Disposition::Inline;
    attachment.contentId = id;
    return attachment;
}

Message random(QRandomGenerator &random)
{
    Message message = simple();
    message.from = mailbox(random);
    message.to = mailboxes(random, 5);
    message.cc = mailboxes(random, 3);
    message.bcc = mailboxes(random, 2);
    message.replyTo = mailboxes(random, 2);
    message.subject = random.bounded(10) == 0 ? QString() : words(random, 25);
    message.text = text(random);
    if (random.bounded(2) == 0)
        message.html = QString(u"<p>" % text(random).toHtmlEscaped() % u"</p>\n");
    for (int i = random.bounded(4); i > 0; --i)
        message.attachments.append(attachment(random, i));
    if (random.bounded(3) == 0)
        message.extraHeaders.append({"X-Note", words(random, 20)});
    for (int i = random.bounded(6); i > 0; --i)
        message.references.append(QByteArray(random.bounded(5, 100), 'r') + "@" + QByteArray::number(i));
    message.messageId = QByteArray::number(random.generate()) + "@example.org";
    message.date = QDateTime::fromSecsSinceEpoch(qint64(1'500'000'000) + random.bounded(1'000'000'000),
                                                 Qt::OffsetFromUTC, random.bounded(-47, 56) * 900);
    return message;
}

QString expectedText(const Message &message)
{
    const bool alone = message.html.isEmpty() && message.attachments.isEmpty();
    const bool open = !message.text.isEmpty() && !message.text.endsWith(u'\n');
    return alone && open ? QString(message.text % u'\n') : message.text;
}

QByteArray bytesOf(const Message &message, bool eightBit)
{
    auto source = buildMime(message);
    if (!source) {
        qWarning() << "not built:" << int(source.error().kind) << source.error().subject
                   << source.error().detail;
        return {};
    }
    (*source)->useEightBit(eightBit);
    return readAll(**source);
}

QByteArray readAll(MimeSource &source, size_t portion)
{
    QByteArray letter;
    QByteArray buffer(qsizetype(portion), Qt::Uninitialized);
    for (;;) {
        const auto count = source.read({buffer.data(), portion});
        if (!count)
            return {};
        if (*count == 0)
            return letter;
        letter.append(buffer.constData(), *count);
    }
}

QString wireFault(const QByteArray &letter)
{
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < letter.size(); ++i) {
        if (letter[i] == '\0')
            return QStringLiteral("NUL at %1").arg(i);
        if (letter[i] == '\r' && (i + 1 == letter.size() || letter[i + 1] != '\n'))
            return QStringLiteral("bare CR at %1").arg(i);
        if (letter[i] != '\n')
            continue;
        if (i == 0 || letter[i - 1] != '\r')
            return QStringLiteral("bare LF at %1").arg(i);
        if (i - 1 - lineStart > 998)
            return QStringLiteral("line of %1 at %2").arg(i - 1 - lineStart).arg(lineStart);
        lineStart = i + 1;
    }
    return letter.endsWith("\r\n") ? QString() : QStringLiteral("open last line");
}

QByteArray fieldOf(const QByteArray &letter, const QByteArray &name)
{
    const QByteArray header = "\r\n" + letter.left(letter.indexOf("\r\n\r\n") + 2);
    const qsizetype start = header.indexOf(QByteArray("\r\n" + name + ':'));
    if (start < 0)
        return {};
    qsizetype end = start + 2;
    do {
        end = header.indexOf("\r\n", end + 1);
    } while (end >= 0 && end + 2 < header.size() && (header[end + 2] == ' ' || header[end + 2] == '\t'));
    const qsizetype valueStart = start + 2 + name.size() + 1;
    return header.mid(valueStart, end - valueStart).replace("\r\n", "").trimmed();
}

} // namespace pennypost::letters
