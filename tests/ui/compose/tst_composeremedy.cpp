// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/ProblemText.h"

using namespace pennypost;

Q_DECLARE_METATYPE(pennypost::Problem)

/// Accounts that change while the strip still tells of a failure: what it says and offers is about that one.
class TestComposeRemedy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remedyForAnotherAccount_data();
    void remedyForAnotherAccount();
    void wordsAreOfWhatWasTried();
};

void TestComposeRemedy::remedyForAnotherAccount_data()
{
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("change");
    for (const Problem problem : {Problem::CertificateUntrusted, Problem::TlsOnPlainPort,
                                  Problem::PlainOnTlsPort, Problem::SecretUnavailable}) {
        for (const char *change : {"From", "host", "port", "account removed"})
            QTest::addRow("%s, %s", qPrintable(nameOf(problem)), change)
                << problem << QString::fromLatin1(change);
    }
    QTest::newRow("looking at the certificate, From") << Problem::CertificateUntrusted << u"late From"_qs;
    QTest::newRow("looking at the certificate, host") << Problem::CertificateUntrusted << u"late host"_qs;
}

/// A remedy is for what failed, not for what stands under From by then.
void TestComposeRemedy::remedyForAnotherAccount()
{
    QFETCH(Problem, problem);
    QFETCH(QString, change);
    ComposeBench bench;
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    SubmissionError error;
    error.problem = problem;
    error.stage = Stage::Encrypt;
    PeerCertificate certificate;
    certificate.sha256 = QByteArray(32, '\x5a');
    error.certificate = certificate;
    if (problem == Problem::SecretUnavailable)
        error.secret = SecretError::Kind::Locked;
    bench.submission()->fail(error);
    SOON(!parts.strip->showsProgress());
    const auto pressRemedy = [&] {
        for (const Remedy remedy : {Remedy::PinCertificate, Remedy::UseStartTls, Remedy::UseTls,
                                    Remedy::UseStartTlsHere, Remedy::UseTlsHere}) {
            const ProblemText words = ProblemWords::of(error);
            if (words.remedy == remedy || words.secondRemedy == remedy)
                return parts.click(
                    QString(words.remedy == remedy ? words.button : words.secondButton).remove(u'&'));
        }
        parts.click(u"Enter the password for this session"_qs);
    };
    const bool late = change.startsWith(u"late");
    if (late)
        pressRemedy();
    Account alice = *bench.accounts->find(u"alice"_qs);
    if (change.endsWith(u"From")) {
        IdentityCombo &from = parts.head->from();
        from.setFocus();
        QTest::keyClick(&from, Qt::Key_End);
        QCOMPARE(from.account()->id, u"work"_qs);
    } else if (change == u"account removed") {
        QVERIFY(bench.accounts->remove(alice.id));
    } else {
        if (change.endsWith(u"host"))
            alice.server.host = u"mail.example.com"_qs;
        else
            alice.server.port = 2525;
        QVERIFY(bench.accounts->update(alice));
    }
    const QList<Account> before = bench.accounts->accounts();
    if (change == u"late From") {
        QVERIFY(!parts.strip->isUp()); // a question about the other one
        return;
    }
    if (late)
        parts.click(u"Trust it and send"_qs);
    else
        pressRemedy();
    QVERIFY(bench.accounts->accounts() == before);
    QVERIFY(parts.isWritable());
    QCOMPARE(parts.strip->strip().title, u"That was about another account or server"_qs);
    QVERIFY(parts.strip->strip().fieldLabel.isEmpty());
    QTest::qWait(0);
    QCOMPARE(bench.submitter->count(), 1);
    parts.click(u"Try again"_qs);
    if (change == u"account removed")
        parts.click(u"Send from this address"_qs); // nor from another one unasked
    QCOMPARE(bench.submission(2)->request().server.pinnedSha256, QByteArray());
}

void TestComposeRemedy::wordsAreOfWhatWasTried()
{
    ComposeBench bench;
    Account work = *bench.accounts->find(u"work"_qs);
    work.server.host = u"smtp.example.com"_qs;
    QVERIFY(bench.accounts->update(work));
    const Parts parts(bench.open());
    parts.write(u"bob@example.net"_qs, u"Tea"_qs, u"x"_qs);
    parts.press(Qt::Key_Return);
    FakeSubmission *submission = bench.submission();
    QVERIFY(bench.accounts->remove(u"alice"_qs));
    submission->fail(Problem::SenderRefused, Stage::MailFrom);
    SOON(!parts.strip->showsProgress());
    const QString &sentence = parts.strip->strip().sentence;
    QVERIFY2(sentence.contains(u"alice@example.org"_qs) && sentence.contains(u"smtp.example.org"_qs),
             qPrintable(sentence));
}

QTEST_MAIN(TestComposeRemedy)
#include "tst_composeremedy.moc"
