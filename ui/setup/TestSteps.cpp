// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/TestSteps.h"

#include "ui/common/Bidi.h"
#include "ui/common/ProblemText.h"
#include "ui/common/TlsText.h"

#include <algorithm>

namespace pennypost {

using Security = ServerSettings::Security;

TestSteps::TestSteps(const ServerSettings &server) : m_server(server)
{
    if (!server.clientCertificate.isEmpty())
        m_kinds.append(Kind::ReadCertificate);
    m_kinds.append({Kind::Find, Kind::Connect});
    if (server.security == Security::Tls)
        m_kinds.append(Kind::Encrypt);
    m_kinds.append(Kind::Greet);
    if (server.security == Security::StartTls)
        m_kinds.append(Kind::Encrypt);
    if (!server.userName.isEmpty() || server.mechanism == "EXTERNAL")
        m_kinds.append(Kind::SignIn);
}

qsizetype TestSteps::indexOf(Stage stage) const
{
    Kind kind = Kind::SignIn;
    if (stage == Stage::Preparing)
        return 0;
    if (stage == Stage::Lookup)
        kind = Kind::Find;
    else if (stage == Stage::Connect)
        kind = Kind::Connect;
    else if (stage == Stage::Encrypt)
        kind = Kind::Encrypt;
    else if (stage == Stage::Greeting)
        kind = Kind::Greet;
    else if (stage == Stage::Hello) {
        // The first EHLO of STARTTLS already asks for the encryption, the second one leads to the sign-in.
        kind = m_server.security != Security::StartTls ? Kind::Greet
               : m_known.tls.isNull()                  ? Kind::Encrypt
                                                       : Kind::SignIn;
    }
    const qsizetype index = m_kinds.indexOf(kind);
    return index < 0 ? m_kinds.size() - 1 : index;
}

void TestSteps::progress(const SubmissionProgress &progress)
{
    const auto keep = [](QString &known, const QString &now) {
        if (!now.isEmpty())
            known = now;
    };
    keep(m_known.host, progress.host);
    keep(m_known.address, progress.address);
    keep(m_known.serverName, progress.serverName);
    if (!progress.tls.isNull())
        m_known.tls = progress.tls;
    if (!progress.mechanism.isEmpty())
        m_known.mechanism = progress.mechanism;
    m_slow = progress.slow;
    m_stage = progress.stage;
    m_current = std::max(m_current, indexOf(progress.stage));
}

void TestSteps::accept(const Receipt &receipt)
{
    m_known.address = receipt.address;
    m_known.tls = receipt.tls;
    m_known.serverName = receipt.serverName;
    m_known.mechanism = receipt.mechanism;
    // Many servers take the certificate for a sign-in, and offer none.
    if (receipt.mechanism.isEmpty() && !m_server.clientCertificate.isEmpty())
        m_kinds.removeAll(Kind::SignIn);
    m_current = m_kinds.size();
}

void TestSteps::fail(Stage stage)
{
    m_failed = true;
    m_current = std::max(m_current, indexOf(stage));
}

QList<TestStep> TestSteps::steps() const
{
    QList<TestStep> steps;
    for (qsizetype index = 0; index < m_kinds.size(); ++index) {
        TestStep step;
        if (index < m_current)
            step.state = TestStep::State::Done;
        else if (index == m_current)
            step.state = m_failed ? TestStep::State::Failed : TestStep::State::Running;
        const bool isSlow = m_slow && step.state == TestStep::State::Running && m_stage != Stage::Preparing;
        step.text = isSlow ? ProblemWords::ofSlow(m_stage) : text(m_kinds.at(index), step.state);
        steps.append(step);
    }
    return steps;
}

QString TestSteps::text(Kind kind, TestStep::State state) const
{
    const bool done = state == TestStep::State::Done;
    switch (kind) {
    case Kind::ReadCertificate:
        return done ? tr("Your certificate is read") : tr("Read your certificate");
    case Kind::Find:
        if (!done)
            return tr("Find %1").arg(Bidi::value(m_server.host));
        return m_known.address.isEmpty() || m_known.address == m_server.host
                   ? tr("Found %1").arg(Bidi::value(m_server.host))
                   : tr("Found %1 at %2").arg(Bidi::value(m_server.host), Bidi::value(m_known.address));
    case Kind::Connect:
        return (done ? tr("Connected to port %1") : tr("Connect to port %1")).arg(m_server.port);
    case Kind::Encrypt:
        if (!done || m_known.tls.isNull())
            return done ? tr("Encrypted") : tr("Encrypt the connection");
        return tr("Encrypted with %1, %2")
            .arg(Bidi::value(tlsText(m_known.tls.protocol)), Bidi::value(m_known.tls.cipher));
    case Kind::Greet:
        if (!done)
            return tr("Wait for the server's greeting");
        return m_known.serverName.isEmpty() ? tr("Greeted by the server")
                                            : tr("Greeted by %1").arg(Bidi::value(m_known.serverName));
    case Kind::SignIn:
        if (m_server.userName.isEmpty())
            return done ? tr("Signed in with your certificate") : tr("Sign in with your certificate");
        if (!done)
            return tr("Sign in as %1").arg(Bidi::value(m_server.userName));
        return m_known.mechanism.isEmpty()
                   ? tr("Signed in as %1").arg(Bidi::value(m_server.userName))
                   : tr("Signed in as %1 (%2)")
                         .arg(Bidi::value(m_server.userName), QString::fromLatin1(m_known.mechanism));
    }
    return {};
}

} // namespace pennypost
