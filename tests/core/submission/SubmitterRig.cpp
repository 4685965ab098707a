// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/submission/SubmitterRig.h"

#include <QCryptographicHash>

namespace pennypost {

using Security = ServerSettings::Security;

QByteArray sha256Of(MimeSource &source)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    source.rewind();
    std::vector<char> buffer(1 << 16);
    while (true) {
        const auto got = source.read(buffer);
        if (!got || *got == 0)
            return hash.result();
        hash.addData(QByteArrayView(buffer.data(), *got));
    }
}

void scriptHonest(ScriptedServer &server, Security security, const QByteArray &extensions)
{
    const QByteArray offer = "250-AUTH PLAIN\r\n" + extensions + "250 8BITMIME\r\n";
    if (security == Security::StartTls) {
        server.setIdentity(TestCertificates::shared().good());
        server.say("220 hello\r\n").expect("EHLO").say("250-localhost\r\n250 STARTTLS\r\n");
        server.expect("STARTTLS").say("220 go\r\n").startTls();
    } else {
        server.setImplicitTls(TestCertificates::shared().good());
        server.say("220 hello\r\n");
    }
    server.expect("EHLO").say("250-localhost\r\n" + offer);
    server.expect("AUTH PLAIN").say("235 2.7.0 welcome\r\n");
    server.expect("MAIL FROM").say("250 ok\r\n").expect("RCPT TO").say("250 ok\r\n");
    server.expect("DATA").say("354 go\r\n").takeLetter().say("250 2.0.0 queued as 1\r\n");
    server.expect("QUIT").say("221 bye\r\n").close();
}

SubmissionRequest requestTo(const ScriptedServer &server, Security security,
                            std::unique_ptr<FakeMimeSource> source)
{
    SubmissionRequest request;
    request.server.host = QStringLiteral("127.0.0.1");
    request.server.port = server.serverPort();
    request.server.security = security;
    request.server.userName = QStringLiteral("alice");
    request.server.caFile = TestCertificates::shared().caFile();
    request.credential = passwordCredential();
    if (source)
        request.letter = Letter{envelopeTo({QStringLiteral("bob@example.org")}), std::move(source),
                                Transaction::PartialRefusal::AllOrNothing, false};
    return request;
}

Told::Told(Submission &submission)
{
    QObject::connect(&submission, &Submission::progress, &context,
                     [this](const SubmissionProgress &progress) {
                         endedBefore |= receipt || error;
                         stages.append(progress.stage);
                     });
    QObject::connect(&submission, &Submission::accepted, &context, [this](const Receipt &given) {
        ++ends;
        receipt = given;
    });
    QObject::connect(&submission, &Submission::failed, &context, [this](const SubmissionError &given) {
        ++ends;
        error = given;
    });
}

} // namespace pennypost
