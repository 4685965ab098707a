// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/SetupHarness.h"
#include "ui/common/LegiblePalette.h"
#include "ui/setup/AccountAssistant.h"
#include "ui/setup/AccountsDialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPalette>
#include <QPixmap>
#include <QPushButton>
#include <QStyleFactory>
#include <QTest>
#include <QTranslator>

using namespace pennypost;

namespace {

/// Every text half as long again, with umlauts: what German does to a layout.
class LongWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        if (text.size() < 3 || text.contains(u"%1, "))
            return text;
        QString longer = text;
        const qsizetype more = qMax<qsizetype>(4, text.size() * 2 / 5);
        longer +=
            u' ' +
            QStringLiteral("überfälligenkontenverwaltungseinstellungen ").repeated(8).left(more).trimmed();
        return longer;
    }
};

QPalette dark()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x2b, 0x2b, 0x2e));
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x33, 0x33, 0x36));
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::Button, QColor(0x3a, 0x3a, 0x3d));
    palette.setColor(QPalette::ButtonText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x84));
    return palette;
}

class Gallery
{
public:
    explicit Gallery(QString folder) : m_folder(std::move(folder)) { QDir().mkpath(m_folder); }

    void assistant();
    void dialog();

private:
    void shoot(QWidget &window, const QString &name)
    {
        QTest::qWait(50);
        if (!window.grab().save(m_folder + u'/' + name + QStringLiteral(".png")))
            qFatal("cannot write %s", qPrintable(name));
    }
    static void press(QWidget &window, const char *name)
    {
        window.findChild<QAbstractButton *>(QLatin1StringView(name))->click();
    }
    static void type(QWidget &window, const char *name, const QString &text)
    {
        window.findChild<QLineEdit *>(QLatin1StringView(name))->setText(text);
    }
    SubmissionProgress progress(Stage stage) const;
    QString m_folder;
};

SubmissionProgress Gallery::progress(Stage stage) const
{
    SubmissionProgress progress;
    progress.stage = stage;
    progress.address = QStringLiteral("192.0.2.25");
    if (stage > Stage::Encrypt) {
        progress.tls.protocol = QStringLiteral("TLSv1.3");
        progress.tls.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    }
    if (stage >= Stage::Hello)
        progress.serverName = QStringLiteral("mx.example.org");
    return progress;
}

void Gallery::assistant()
{
    SetupHarness harness;
    auto *window = new AccountAssistant(harness.services);
    window->show();
    shoot(*window, QStringLiteral("01-choice"));
    press(*window, "ownAccount");
    shoot(*window, QStringLiteral("02-details-empty"));
    type(*window, "name", QStringLiteral("Alice Liddell"));
    type(*window, "address", QStringLiteral("alice@gmail.com"));
    type(*window, "password", QStringLiteral("wonderland"));
    QTest::qWait(300);
    shoot(*window, QStringLiteral("03-details-gmail"));
    type(*window, "address", QStringLiteral("alice@outlook.com"));
    QTest::qWait(300);
    shoot(*window, QStringLiteral("04-details-oauth"));
    type(*window, "address", QStringLiteral("alice@example.org"));
    QTest::qWait(300);
    press(*window, "fold");
    shoot(*window, QStringLiteral("05-details-server"));
    auto *security = window->findChild<QComboBox *>(QStringLiteral("security"));
    type(*window, "password", QStringLiteral("wonderland"));
    type(*window, "address", QStringLiteral("alice@"));
    press(*window, "next");
    shoot(*window, QStringLiteral("06-details-wrong"));
    type(*window, "address", QStringLiteral("alice@example.org"));
    press(*window, "next");
    QTest::qWait(20);
    FakeSubmission *submission = harness.submitter.last();
    submission->report(progress(Stage::Encrypt));
    shoot(*window, QStringLiteral("07-test-running"));
    SubmissionError error;
    error.problem = Problem::ConnectionRefused;
    error.stage = Stage::Connect;
    submission->fail(error);
    QTest::qWait(20);
    harness.submitter.last()->fail(error);
    QTest::qWait(20);
    error.problem = Problem::HostNotFound;
    error.stage = Stage::Lookup;
    harness.submitter.last()->fail(error);
    shoot(*window, QStringLiteral("08-test-refused"));
    press(*window, "remedy");
    QTest::qWait(20);
    harness.submitter.last()->report(progress(Stage::Encrypt));
    error.problem = Problem::CertificateUntrusted;
    error.stage = Stage::Encrypt;
    error.certificate = SetupHarness::certificate();
    harness.submitter.last()->fail(error);
    shoot(*window, QStringLiteral("09-test-untrusted"));
    press(*window, "remedy");
    shoot(*window, QStringLiteral("10-test-certificate"));
    press(*window, "trust");
    QTest::qWait(20);
    harness.submitter.last()->report(progress(Stage::Authenticate));
    error = {};
    error.problem = Problem::WrongPassword;
    error.stage = Stage::Authenticate;
    error.reply =
        Reply{535, EnhancedStatus{5, 7, 8}, {"5.7.8 Error: authentication failed: no such user or password"}};
    harness.submitter.last()->fail(error);
    shoot(*window, QStringLiteral("11-test-password"));
    press(*window, "remedy");
    shoot(*window, QStringLiteral("12-details-again"));
    press(*window, "next");
    QTest::qWait(20);
    harness.submitter.last()->report(progress(Stage::Authenticate));
    harness.submitter.last()->accept();
    shoot(*window, QStringLiteral("13-test-passed"));
    harness.keychain.writeError =
        SecretError{SecretError::Kind::NoKeychain, QStringLiteral("No such service")};
    press(*window, "next");
    shoot(*window, QStringLiteral("14-no-keychain"));
    press(*window, "back");
    security->setCurrentIndex(2);
    Q_EMIT security->activated(2);
    shoot(*window, QStringLiteral("15-details-clear"));
    window->close();
}

void Gallery::dialog()
{
    SetupHarness harness;
    auto *window = new AccountsDialog(harness.services);
    window->show();
    shoot(*window, QStringLiteral("20-accounts-empty"));
    Account alice = SetupHarness::account(QStringLiteral("alice"), QStringLiteral("Alice Liddell"),
                                          QStringLiteral("alice@example.org"));
    Account bob = SetupHarness::account(QStringLiteral("bob"), QStringLiteral("Bob Ünal (Büro)"),
                                        QStringLiteral("bob.uenal@a-rather-long-name-of-a-company.example"));
    Account practice = SetupHarness::account(QStringLiteral("practice"), QStringLiteral("Practice"),
                                             QStringLiteral("practice@localhost"));
    practice.practice = true;
    for (const Account &account : {alice, bob, practice})
        if (!harness.accounts.add(account))
            qFatal("cannot store");
    harness.keychain.put(QStringLiteral("account/alice"), "x");
    window->findChild<QListView *>()->setFocus();
    shoot(*window, QStringLiteral("21-accounts"));
    press(*window, "remove");
    shoot(*window, QStringLiteral("22-accounts-remove"));
    press(*window, "test");
    QTest::qWait(20);
    harness.submitter.last()->report(progress(Stage::Authenticate));
    shoot(*window, QStringLiteral("23-accounts-testing"));
    harness.submitter.last()->fail(Problem::AppPasswordNeeded, Stage::Authenticate);
    shoot(*window, QStringLiteral("24-accounts-failed"));
    window->close();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QStringList words = QApplication::arguments();
    if (words.size() < 2) {
        qWarning("setup_gallery FOLDER [dark] [rtl] [long] [FILE.qm]");
        return 64;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (words.contains(u"dark"))
        QApplication::setPalette(dark());
    if (words.contains(u"rtl"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const LegiblePalette legible;
    QTranslator translation; // a built translation, as translations/*.qm in the build folder
    for (const QString &word : words) {
        if (word.endsWith(u".qm") && translation.load(word)) {
            QCoreApplication::installTranslator(&translation);
            QLocale::setDefault(QLocale(translation.language()));
        }
    }
    LongWords translator;
    if (words.contains(u"long"))
        QCoreApplication::installTranslator(&translator);
    Gallery gallery(words.at(1));
    gallery.assistant();
    gallery.dialog();
    return 0;
}
