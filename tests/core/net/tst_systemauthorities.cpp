// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsContext.h"
#include "core/net/X509Forms.h"
#include "tests/fakes/TestCertificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace pennypost;

namespace {

using ChainHandle = std::unique_ptr<X509_STORE_CTX, OpenSslFree<X509_STORE_CTX_free>>;
using FoundHandle = std::unique_ptr<X509_OBJECT, OpenSslFree<X509_OBJECT_free>>;

bool knows(X509_STORE *store, const QSslCertificate &authority)
{
    const X509Handle handle = opensslCertificate(authority);
    const ChainHandle chain(X509_STORE_CTX_new());
    if (!handle || X509_STORE_CTX_init(chain.get(), store, handle.get(), nullptr) != 1)
        return false;
    const FoundHandle found(
        X509_STORE_CTX_get_obj_by_subject(chain.get(), X509_LU_X509, X509_get_subject_name(handle.get())));
    return found != nullptr;
}

} // namespace

/// Which authorities a connection starts from.
class TestSystemAuthorities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemsAreKnown();
    void oursOnlyWhenNamed();
    void noAuthorityInTheFile();
};

void TestSystemAuthorities::theSystemsAreKnown()
{
    const auto all = QSslConfiguration::systemCaCertificates();
    if (all.isEmpty())
        QSKIP("This system has no authorities.");
    const X509StoreHandle store = makeTrustStore({});
    QVERIFY(store);
    for (const QSslCertificate &authority : all)
        QVERIFY2(knows(store.get(), authority), qPrintable(authority.subjectDisplayName()));
}

void TestSystemAuthorities::oursOnlyWhenNamed()
{
    const TestCertificates &certificates = TestCertificates::shared();
    const X509StoreHandle named = makeTrustStore(certificates.caFile());
    QVERIFY(named);
    QVERIFY(knows(named.get(), certificates.authority()));
    // And no other connection gets to know it.
    const X509StoreHandle plain = makeTrustStore({});
    QVERIFY(plain);
    QVERIFY(!knows(plain.get(), certificates.authority()));
    const auto all = QSslConfiguration::systemCaCertificates();
    if (!all.isEmpty())
        QVERIFY(knows(named.get(), all.first())); // beside the system's, not in their place
}

void TestSystemAuthorities::noAuthorityInTheFile()
{
    QTemporaryDir folder;
    QVERIFY(!makeTrustStore(folder.filePath(QStringLiteral("none.pem"))));
    QFile file(folder.filePath(QStringLiteral("letter.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Dear all,\n") > 0);
    file.close();
    QVERIFY(!makeTrustStore(file.fileName()));
}

QTEST_GUILESS_MAIN(TestSystemAuthorities)
#include "tst_systemauthorities.moc"
