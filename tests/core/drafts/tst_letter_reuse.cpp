// SPDX-License-Identifier: GPL-3.0-or-later
// A letter in a file, and what is made of it to write on.
#include "core/drafts/LetterReuse.h"
#include "core/mime/MimeBuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

namespace {

const MailboxList own{{QStringLiteral("Me"), QStringLiteral("me"), QStringLiteral("here.example")},
                      {{}, QStringLiteral("also"), QStringLiteral("here.example")}};

/// As somebody's program sent it: both texts, a picture within, two files, a signature.
const QByteArray whole =
    "From: Ann <ann@there.example>\r\nTo: also@here.example, Bob <bob@there.example>\r\n"
    "Cc: c@there.example\r\nBcc: secret@there.example\r\nReply-To: list@there.example\r\n"
    "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <1@there.example>\r\n"
    "In-Reply-To: <0@there.example>\r\nReferences: <0@there.example>\r\n"
    "Date: Mon, 04 May 2026 09:30:00 +0200\r\nX-Priority: 1\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/signed; boundary=s\r\n\r\n"
    "--s\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n"
    "--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
    "--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHallo\r\nWelt\r\n"
    "--a\r\nContent-Type: multipart/related; boundary=r\r\n\r\n"
    "--r\r\nContent-Type: text/html\r\n\r\n<p>Hallo <b>Welt</b></p>\r\n"
    "--r\r\nContent-Type: image/png\r\nContent-ID: <x>\r\nContent-Disposition: inline\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--r--\r\n--a--\r\n"
    "--m\r\nContent-Type: text/plain; charset=iso-8859-1; name=\"n\xc3\xb6te.txt\"\r\n"
    "Content-Disposition: attachment\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "gr=FCn\r\n"
    "--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nx\r\n--m--\r\n"
    "--s\r\nContent-Type: application/pgp-signature\r\n\r\nsigned\r\n--s--\r\n";

ReuseWords words()
{
    return {
        [](const OriginalLetter &original) {
            return QString(original.from.value(0).displayName + QStringLiteral(" <wrote>:"));
        },
        [](const OriginalLetter &original) { return QString(u"From " + original.from.value(0).displayName); },
        [](const QString &foreign) {
            return QString(u"<p>lean " + QString::number(foreign.size()) + u"</p>\n");
        }};
}

QString joined(const MailboxList &list)
{
    QStringList texts;
    for (const Mailbox &mailbox : list)
        texts.append(mailbox.addrSpec());
    return texts.join(u' ');
}

QByteArray bytesOf(const Attachment &attachment)
{
    QFile blob(std::get<BlobContent>(attachment.content).path);
    return blob.open(QIODevice::ReadOnly) ? blob.readAll() : QByteArray();
}

} // namespace

class TestLetterReuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsAsNew();
    void answers();
    void passesOn();
    void passesOnAsAFile();
    void plainLetters();
    void sender_data();
    void sender();
    void otherTexts_data();
    void otherTexts();
    void longTextsAreWhole();
    void partsBeyondTheLimit();
    void namelessFiles_data();
    void namelessFiles();
    void canBeSent();
    void fails_data();
    void fails();
    void noRoomForItsFiles();
    void unsent_data();
    void unsent();

private:
    QString write(const QByteArray &letter)
    {
        QFile file(m_folder.filePath(QStringLiteral("letter.eml")));
        return file.open(QIODevice::WriteOnly) && file.write(letter) == letter.size() ? file.fileName()
                                                                                      : QString();
    }
    Result<Draft, ReuseError> reuse(const QByteArray &letter, Reuse as)
    {
        return reuseLetter(write(letter), as, own, words(), m_blobs);
    }

    QTemporaryDir m_folder;
    BlobStore m_blobs{m_folder.filePath(QStringLiteral("blobs"))};
};

void TestLetterReuse::editsAsNew()
{
    const auto draft = reuse(whole, Reuse::EditAsNew);
    QVERIFY(draft);
    const Message &message = draft->message;
    QCOMPARE(message.from.addrSpec(), QStringLiteral("me@here.example"));
    QCOMPARE(joined(message.to), QStringLiteral("also@here.example bob@there.example"));
    QCOMPARE(joined(message.cc), QStringLiteral("c@there.example"));
    QCOMPARE(joined(message.bcc), QStringLiteral("secret@there.example"));
    QVERIFY(message.replyTo.isEmpty());      // nobody would see it
    QVERIFY(message.extraHeaders.isEmpty()); // nor these
    QVERIFY(message.messageId.isEmpty() && !message.date.isValid());
    QCOMPARE(message.inReplyTo, QByteArray("0@there.example"));
    QCOMPARE(message.subject, QStringLiteral("Grüße"));
    QCOMPARE(message.text, QStringLiteral("Hallo\nWelt"));
    QVERIFY(draft->rich);
    QCOMPARE(message.html, QStringLiteral("<html><body>\n<p>lean 24</p>\n</body></html>\n"));
    QCOMPARE(draft->cursor, 0);

    QCOMPARE(message.attachments.size(), 3); // without the signature
    const Attachment &picture = message.attachments[0];
    QCOMPARE(picture.fileName, QStringLiteral("attachment.png"));
    QCOMPARE(bytesOf(picture), QByteArray("\x89PNG"));
    QCOMPARE(picture.size, 4);
    QCOMPARE(picture.disposition, Attachment::Disposition::Attachment);
    QCOMPARE(message.attachments[1].fileName, QStringLiteral("nöte.txt"));
    QCOMPARE(message.attachments[1].mimeType, QByteArray("text/plain; charset=iso-8859-1"));
    QCOMPARE(bytesOf(message.attachments[1]), QByteArray("gr\xfcn"));
    QCOMPARE(message.attachments[2].fileName, QStringLiteral("inner.eml"));
    QCOMPARE(message.attachments[2].mimeType, QByteArray("message/rfc822"));
    QCOMPARE(bytesOf(message.attachments[2]), QByteArray("Subject: inner\r\n\r\nx"));
}

void TestLetterReuse::answers()
{
    const auto reply = reuse(whole, Reuse::Reply);
    QVERIFY(reply);
    QCOMPARE(reply->message.from.addrSpec(), QStringLiteral("also@here.example")); // to whom it came
    QCOMPARE(joined(reply->message.to), QStringLiteral("list@there.example"));
    QVERIFY(reply->message.cc.isEmpty() && reply->message.bcc.isEmpty());
    QCOMPARE(reply->message.subject, QStringLiteral("Re: Grüße"));
    QCOMPARE(reply->message.text, QStringLiteral("\n\nAnn <wrote>:\n> Hallo\n> Welt\n"));
    QCOMPARE(
        reply->message.html,
        QStringLiteral("<html><body>\n<p><br></p>\n<p><br></p>\n<p>Ann &lt;wrote&gt;:</p>\n<blockquote>\n"
                       "<p>lean 24</p>\n</blockquote>\n</body></html>\n"));
    QVERIFY(reply->rich);
    QCOMPARE(reply->message.inReplyTo, QByteArray("1@there.example"));
    QCOMPARE(reply->message.references, (QList<QByteArray>{"0@there.example", "1@there.example"}));
    QVERIFY(reply->message.attachments.isEmpty());

    const auto all = reuse(whole, Reuse::ReplyToAll);
    QVERIFY(all);
    QCOMPARE(joined(all->message.to), QStringLiteral("list@there.example"));
    QCOMPARE(joined(all->message.cc), QStringLiteral("bob@there.example c@there.example"));
    QVERIFY(all->message.bcc.isEmpty());
}

void TestLetterReuse::passesOn()
{
    const auto draft = reuse(whole, Reuse::Forward);
    QVERIFY(draft);
    QVERIFY(draft->message.recipients().isEmpty());
    QCOMPARE(draft->message.subject, QStringLiteral("Fwd: Grüße"));
    QCOMPARE(draft->message.text, QStringLiteral("\n\nFrom Ann\n\nHallo\nWelt"));
    QCOMPARE(
        draft->message.html,
        QStringLiteral(
            "<html><body>\n<p><br></p>\n<p><br></p>\n<p>From Ann</p>\n<p>lean 24</p>\n</body></html>\n"));
    QVERIFY(draft->message.inReplyTo.isEmpty());
    QCOMPARE(draft->message.attachments.size(), 3);
}

void TestLetterReuse::passesOnAsAFile()
{
    const auto draft = reuse(whole, Reuse::ForwardAttached);
    QVERIFY(draft);
    QCOMPARE(draft->message.subject, QStringLiteral("Fwd: Grüße"));
    QVERIFY(draft->message.text.isEmpty() && draft->message.html.isEmpty() && !draft->rich);
    QCOMPARE(draft->message.attachments.size(), 1);
    QCOMPARE(draft->message.attachments[0].fileName, QStringLiteral("Grüße.eml"));
    QCOMPARE(draft->message.attachments[0].mimeType, QByteArray("message/rfc822"));
    QCOMPARE(bytesOf(draft->message.attachments[0]), whole);
}

/// No HTML, nothing rich; and where nobody can make HTML harmless, none either.
void TestLetterReuse::plainLetters()
{
    const QByteArray plain = "From: ann@there.example\n\nHi\n";
    for (const Reuse as : {Reuse::EditAsNew, Reuse::Reply, Reuse::Forward}) {
        const auto draft = reuse(plain, as);
        QVERIFY(draft);
        QVERIFY(!draft->rich && draft->message.html.isEmpty());
        QVERIFY(draft->message.text.contains(u"Hi"));
    }
    ReuseWords unable = words();
    unable.lean = {};
    const auto draft = reuseLetter(write(whole), Reuse::Reply, own, unable, m_blobs);
    QVERIFY(draft);
    QVERIFY(!draft->rich && draft->message.html.isEmpty());
    QVERIFY(draft->message.text.contains(u"> Hallo"));
    const auto empty = reuse("From: ann@there.example\n\n", Reuse::Reply);
    QVERIFY(empty);
    QCOMPARE(empty->message.text, QString());
}

void TestLetterReuse::sender_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("as");
    QTest::addColumn<QString>("from");
    const auto row = [](const char *name, const QByteArray &header, Reuse as, const char *from) {
        QTest::newRow(name) << header << int(as) << QString(QLatin1StringView(from) + u"@here.example");
    };
    row("nobody's", "From: a@b.example\nTo: c@b.example\n", Reuse::Reply, "me");
    row("to another of mine", "From: a@b.example\nTo: c@b.example, ALSO@Here.Example\n", Reuse::Reply,
        "also");
    row("in copy", "From: a@b.example\nTo: c@b.example\nCc: also@here.example\n", Reuse::Forward, "also");
    row("own, again", "From: also@here.example\nTo: me@here.example\n", Reuse::EditAsNew, "also");
    row("own, answered", "From: also@here.example\nTo: c@b.example\n", Reuse::Reply, "also");
    row("somebody's, as new", "From: a@b.example\nTo: also@here.example\n", Reuse::EditAsNew, "me");
    row("none", "Subject: x\n", Reuse::EditAsNew, "me");
    row("by the way it came",
        "From: a@x.example\nTo: undisclosed-recipients:;\nDelivered-To: also@here.example\n", Reuse::Reply,
        "also");
}

void TestLetterReuse::sender()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, as);
    QFETCH(const QString, from);
    const auto draft = reuse(header + "\nx\n", Reuse(as));
    QVERIFY(draft);
    QCOMPARE(draft->message.from.addrSpec(), from);
    const auto alone = reuseLetter(write(header + "\nx\n"), Reuse(as), {}, words(), m_blobs);
    QVERIFY(alone);
    QVERIFY(alone->message.from.isEmpty()); // no account yet
}

/// Whatever is not the letter's own text is a file: nothing of it is lost.
void TestLetterReuse::otherTexts_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<QString>("text"); ///< the original's, as far as it is in the new letter
    QTest::addColumn<QByteArrayList>("files");
    const auto row = [](const char *name, const QByteArray &parts, const QString &text,
                        const QByteArrayList &files) { QTest::newRow(name) << parts << text << files; };
    const QByteArray html = "--b\nContent-Type: text/html\n\n<p>rich</p>\n";
    row("a disclaimer behind the text", "--b\n\nThe author's\n" + html, QStringLiteral("The author's"),
        {"text/html"});
    row("a footer behind the HTML", html + "--b\n\nfooter\n", QStringLiteral("rich"), {"text/plain"});
    row("a detached signature of a file",
        "--b\n\nhello\n--b\nContent-Type: application/pgp-signature; name=a.tgz.asc\n\nsigned\n",
        QStringLiteral("hello"), {"application/pgp-signature"});
    row("a multipart without its boundary",
        "--b\n\nhello\n--b\nContent-Type: multipart/mixed; boundary=y\n\n--z\n\npdf\n--z--\n",
        QStringLiteral("hello"), {"multipart/mixed"});
}

void TestLetterReuse::otherTexts()
{
    QFETCH(const QByteArray, parts);
    QFETCH(const QString, text);
    QFETCH(const QByteArrayList, files);
    const auto draft =
        reuse("Content-Type: multipart/mixed; boundary=b\n\n" + parts + "--b--\n", Reuse::EditAsNew);
    QVERIFY(draft);
    QVERIFY2(draft->message.text.contains(text), qPrintable(draft->message.text));
    QByteArrayList types;
    for (const Attachment &attachment : draft->message.attachments)
        types.append(attachment.mimeType.split(';').front());
    QCOMPARE(types, files);
    QVERIFY(buildMime(draft->message) || draft->message.to.isEmpty());
}

void TestLetterReuse::longTextsAreWhole()
{
    const auto draft = reuse(
        "Subject: x\n\n" + QByteArray("words and words\n").repeated(100'000) + "THE END\n", Reuse::EditAsNew);
    QVERIFY(draft && draft->message.text.endsWith(QStringLiteral("THE END\n")));
}

/// More parts than are read: the letter itself goes along.
void TestLetterReuse::partsBeyondTheLimit()
{
    const auto draft = reuse("Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n" +
                                 QByteArray("--b\nContent-Type: x/y\n\nz\n").repeated(2'100) + "--b--\n",
                             Reuse::Forward);
    QVERIFY(draft);
    QCOMPARE(draft->message.attachments.back().mimeType, QByteArray("message/rfc822"));
    QCOMPARE(draft->message.attachments.back().fileName, QStringLiteral("many.eml"));
}

void TestLetterReuse::namelessFiles_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("picture") << QByteArray("image/png") << QStringLiteral("attachment.png");
    QTest::newRow("letter") << QByteArray("message/rfc822") << QStringLiteral("message.eml");
    QTest::newRow("nobody knows") << QByteArray("x/y") << QStringLiteral("attachment");
    QTest::newRow("with a path") << QByteArray("image/png; name=\"../../etc/passwd\"")
                                 << QStringLiteral("passwd");
}

void TestLetterReuse::namelessFiles()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QString, name);
    const auto draft = reuse("Content-Type: " + type + "\n\nx\n", Reuse::Forward);
    QVERIFY(draft);
    QCOMPARE(draft->message.attachments.size(), 1);
    QCOMPARE(draft->message.attachments[0].fileName, name);
}

/// Whatever it was made of, it can be built: with the charset told, and the letter within as a letter.
void TestLetterReuse::canBeSent()
{
    for (const Reuse as :
         {Reuse::EditAsNew, Reuse::Reply, Reuse::ReplyToAll, Reuse::Forward, Reuse::ForwardAttached}) {
        const auto draft = reuse(whole, as);
        QVERIFY(draft);
        Message message = draft->message;
        message.messageId = "new@here.example";
        message.date = QDateTime::fromSecsSinceEpoch(1'780'000'000, Qt::OffsetFromUTC, 0);
        const auto source = buildMime(message);
        QVERIFY2(source, source ? "" : qPrintable(source.error().inOneLine()));
        QByteArray letter(qsizetype((*source)->size()), Qt::Uninitialized);
        QCOMPARE((*source)->read({letter.data(), size_t(letter.size())}).value(), letter.size());
        QCOMPARE(letter.contains("charset=\"iso-8859-1\""), as == Reuse::EditAsNew || as == Reuse::Forward);
        QVERIFY(!letter.contains("secret@there.example"));
    }
}

void TestLetterReuse::fails_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::newRow("not there") << QStringLiteral("none.eml") << int(ReuseError::Kind::CannotRead);
    QTest::newRow("a folder") << QStringLiteral(".") << int(ReuseError::Kind::CannotRead);
    QTest::newRow("endless header") << QStringLiteral("long.eml") << int(ReuseError::Kind::NoLetter);
}

void TestLetterReuse::fails()
{
    QFETCH(const QString, file);
    QFETCH(const int, kind);
    QFile endless(m_folder.filePath(QStringLiteral("long.eml")));
    QVERIFY(endless.open(QIODevice::WriteOnly));
    endless.write(QByteArray("X: y\n").repeated(1 << 18));
    endless.close();
    const QString path = m_folder.filePath(file);
    const auto draft = reuseLetter(path, Reuse::EditAsNew, own, words(), m_blobs);
    QVERIFY(!draft);
    QCOMPARE(int(draft.error().kind), kind);
    QVERIFY(draft.error().detail.contains(path));
    QVERIFY(!isUnsentLetter(path));
}

void TestLetterReuse::noRoomForItsFiles()
{
    QFile inTheWay(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const BlobStore nowhere(inTheWay.fileName());
    const auto draft = reuseLetter(write(whole), Reuse::Forward, own, words(), nowhere);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ReuseError::Kind::NotKept);
    QVERIFY(!draft.error().store.detail.isEmpty());
    QVERIFY(reuseLetter(write(whole), Reuse::Reply, own, words(), nowhere)); // which needs none
}

void TestLetterReuse::unsent_data()
{
    QTest::addColumn<QByteArray>("letter");
    QTest::addColumn<bool>("unsent");
    QTest::newRow("said so") << QByteArray("x-unsent:  1\nTo: a@b.example\n\nx\n") << true;
    QTest::newRow("sent") << QByteArray("X-Unsent: 0\n\nx\n") << false;
    QTest::newRow("nothing said") << whole << false;
    QTest::newRow("in its text") << QByteArray("To: a@b.example\n\nX-Unsent: 1\n") << false;
}

void TestLetterReuse::unsent()
{
    QFETCH(const QByteArray, letter);
    QFETCH(const bool, unsent);
    QCOMPARE(isUnsentLetter(write(letter)), unsent);
}

QTEST_GUILESS_MAIN(TestLetterReuse)
#include "tst_letter_reuse.moc"
