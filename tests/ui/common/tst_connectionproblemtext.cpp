// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/ProblemSamples.h"
#include "tests/ui/common/WordsCheck.h"

#include <QTest>

using namespace pennypost;

/// What can go wrong on the way to a server: what is said of it, and which remedy is offered where.
class TestConnectionProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remedies_data();
    void remedies();
    void words_data();
    void words();
    void ownSettings_data();
    void ownSettings();
    void portal_data();
    void portal();
    void nearestHost();
};

void TestConnectionProblemText::remedies_data()
{
    addRemedyColumns();
    using Security = ServerSettings::Security;
    addRemedyRow("offline", someError(Problem::Offline), Remedy::TryAgain, Remedy::None);
    addRemedyRow("name", someError(Problem::HostNotFound), Remedy::EditServer, Remedy::TryAgain);
    addRemedyRow("refused on 465", someError(Problem::ConnectionRefused), Remedy::UseStartTls,
                 Remedy::TryAgain);
    addRemedyRow("refused on 587", someError(Problem::ConnectionRefused), Remedy::UseTls, Remedy::TryAgain,
                 contextAt(Security::StartTls, 587));
    addRemedyRow("refused elsewhere", someError(Problem::ConnectionRefused), Remedy::EditServer,
                 Remedy::TryAgain, contextAt(Security::Tls, 10465));
    addRemedyRow("no answer on 465", someError(Problem::TimedOut, Stage::Connect), Remedy::UseStartTls,
                 Remedy::TryAgain);
    addRemedyRow("no greeting", someError(Problem::TimedOut, Stage::Greeting), Remedy::TryAgain,
                 Remedy::EditServer);
    addRemedyRow("time-out later", someError(Problem::TimedOut, Stage::Recipients), Remedy::TryAgain,
                 Remedy::None);
    addRemedyRow("TLS to a plain port", someError(Problem::TlsOnPlainPort), Remedy::UseStartTlsHere,
                 Remedy::EditServer);
    addRemedyRow("plain to a TLS port", someError(Problem::PlainOnTlsPort), Remedy::UseTlsHere,
                 Remedy::EditServer);
    SubmissionError untrusted = someError(Problem::CertificateUntrusted);
    addRemedyRow("untrusted, nothing to show", untrusted, Remedy::TryAgain, Remedy::EditServer);
    untrusted.certificate = someCertificate();
    addRemedyRow("untrusted", untrusted, Remedy::PinCertificate, Remedy::EditServer);
    untrusted.problem = Problem::CertificateExpired;
    addRemedyRow("expired", untrusted, Remedy::PinCertificate, Remedy::EditServer);
    untrusted.problem = Problem::CertificateWrongName;
    addRemedyRow("wrong name", untrusted, Remedy::EditServer, Remedy::PinCertificate);
    addRemedyRow("no STARTTLS", someError(Problem::StartTlsMissing), Remedy::UseTls, Remedy::EditServer);
    addRemedyRow("TLS too old", someError(Problem::TlsTooOld), Remedy::EditServer, Remedy::None);
}

void TestConnectionProblemText::remedies()
{
    checkRemedies();
}

void TestConnectionProblemText::words_data()
{
    addWordsColumns();
    const QString host = u"smtp.example.net"_qs;
    addWordsRow("the host as typed", someError(Problem::HostNotFound), {host});
    addWordsRow("host and port", someError(Problem::ConnectionRefused),
                {host, u"465"_qs, u"587"_qs, u"VPN"_qs});
    addWordsRow("the step of a time-out", someError(Problem::TimedOut, Stage::Authenticate),
                {host, u"Signing in"_qs});
    SubmissionError untrusted = someError(Problem::CertificateUntrusted);
    untrusted.certificate = someCertificate();
    addWordsRow("the issuer, which may be the antivirus", untrusted, {u"Antivirus Root"_qs});
    addWordsRow("revoked", someError(Problem::CertificateRevoked), {host, u"stolen"_qs});
    addWordsRow("weak", someError(Problem::CertificateWeak), {host, u"renew"_qs});
    addWordsRow("a certificate of ours", someError(Problem::ClientCertificateNeeded), {host, u"show"_qs});
    addWordsRow("the proxy is gone", someError(Problem::ProxyUnreachable), {u"network settings"_qs});
    addWordsRow("the proxy's sign-in", someError(Problem::ProxyAuthenticationRequired), {u"password"_qs});
    addWordsRow("the proxy's no", someError(Problem::ProxyRefused), {host, u"465"_qs, u"587"_qs});
    addWordsRow("versions of TLS", someError(Problem::TlsTooOld), {u"TLS 1.2"_qs, u"provider"_qs});
}

void TestConnectionProblemText::words()
{
    checkHeldWords();
}

void TestConnectionProblemText::ownSettings_data()
{
    QTest::addColumn<SubmissionError>("error");
    QTest::addColumn<bool>("own");
    QTest::addColumn<Remedy>("remedy");
    QTest::addColumn<QStringList>("held");
    const auto row = [](const char *name, const SubmissionError &error, bool own, Remedy remedy,
                        const QStringList &held) { QTest::newRow(name) << error << own << remedy << held; };
    const QString host = u"smtp.example.net"_qs, proxy = u"proxy.example.org"_qs;
    row("no certificate yet", someError(Problem::ClientCertificateNeeded), false, Remedy::EditServer,
        {host, u"choose"_qs});
    row("one that is not believed", someError(Problem::ClientCertificateNeeded), true, Remedy::EditServer,
        {host, u"another file"_qs});
    using Error = ClientCertificateError;
    for (const Error each : {Error::Unreadable, Error::WrongPassPhrase, Error::NoKey, Error::Expired,
                             Error::Weak, Error::FileMissing, Error::FileUnreadable}) {
        QTest::addRow("unusable, %d", int(each))
            << clientCertificateUnusable(each) << true << Remedy::EditServer
            << QStringList{host, u"nothing was sent"_qs, ProblemWords::of(each)};
    }
    SubmissionError locked = clientCertificateUnusable(Error::PassPhraseUnavailable, u"locked collection"_qs);
    locked.secret = SecretError::Kind::Locked;
    row("the pass phrase is locked", locked, true, Remedy::TryAgain, {u"nlock"_qs, u"pass phrase"_qs});
    locked = someError(Problem::ProxyAuthenticationRequired);
    locked.secret = SecretError::Kind::Locked;
    row("the proxy's password is locked", locked, true, Remedy::TryAgain, {u"nlock"_qs, u"proxy"_qs});
    row("our proxy's sign-in", someError(Problem::ProxyAuthenticationRequired), true, Remedy::EditServer,
        {proxy, u"server settings"_qs});
    row("the system's proxy's sign-in", someError(Problem::ProxyAuthenticationRequired), false,
        Remedy::TryAgain, {u"system"_qs});
    row("our proxy is gone", someError(Problem::ProxyUnreachable), true, Remedy::EditServer,
        {proxy, u"server settings"_qs});
    row("the system's proxy is gone", someError(Problem::ProxyUnreachable), false, Remedy::TryAgain,
        {u"system"_qs});
    row("our proxy's no", someError(Problem::ProxyRefused), true, Remedy::UseStartTls, {proxy, host});
}

void TestConnectionProblemText::ownSettings()
{
    QFETCH(const SubmissionError, error);
    QFETCH(const bool, own);
    QFETCH(const Remedy, remedy);
    QFETCH(const QStringList, held);
    ProblemContext context = someContext();
    if (own) {
        context.server.clientCertificate = u"/alice.p12"_qs;
        context.server.proxy = {ProxySettings::Kind::Socks5, u"proxy.example.org"_qs, 1080, u"alice"_qs};
    }
    const ProblemText words = ProblemWords::of(error, context);
    QVERIFY(!words.title.isEmpty());
    QCOMPARE(int(words.remedy), int(remedy));
    QVERIFY(!words.button.isEmpty());
    for (const QString &piece : held)
        QVERIFY2(words.inOneLine().contains(piece), qPrintable(words.inOneLine()));
    // The account's settings are at most the second button away.
    QVERIFY(words.remedy == Remedy::EditServer || words.secondRemedy == Remedy::EditServer ||
            error.problem == Problem::ProxyRefused);
}

/// A sign-in page of the network answers in the mail server's place: its page is a button away.
void TestConnectionProblemText::portal_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("web");
    QTest::newRow("a redirection") << u"HTTP/1.1 302 Found"_qs << true;
    QTest::newRow("a page") << u"<!DOCTYPE html><HTML lang=en>"_qs << true;
    QTest::newRow("another service") << u"+OK POP3 ready"_qs << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestConnectionProblemText::portal()
{
    QFETCH(QString, said);
    QFETCH(bool, web);
    SubmissionError strange = someError(Problem::NotSmtp, Stage::Greeting);
    strange.detail = said;
    const ProblemText words = ProblemWords::of(strange, someContext());
    QCOMPARE(words.remedy, web ? Remedy::OpenHelpLink : Remedy::TryAgain);
    QCOMPARE(words.secondRemedy, web ? Remedy::TryAgain : Remedy::EditServer);
    QCOMPARE(words.link, web ? QUrl(u"http://%1/"_qs.arg(someContext().server.host)) : QUrl());
}

void TestConnectionProblemText::nearestHost()
{
    ProblemContext around = someContext();
    QVERIFY(!ProblemWords::of(someError(Problem::HostNotFound), around).sentence.contains(u"Did you mean"));
    around.nearestHost = u"smtp.gmail.com"_qs;
    QVERIFY(
        ProblemWords::of(someError(Problem::HostNotFound), around)
            .sentence.contains(u"“\u2068smtp.gmail.com\u2069”") ||
        ProblemWords::of(someError(Problem::HostNotFound), around).sentence.contains(u"“smtp.gmail.com”"));
    around.tried = {{around.server, {}}, {{}, {}}};
    QVERIFY(ProblemWords::of(someError(Problem::HostNotFound), around).sentence.contains(u"smtp.gmail.com"));
}

QTEST_MAIN(TestConnectionProblemText)
#include "tst_connectionproblemtext.moc"
