// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ServerSettingsForm.h"

#include "core/account/SecurityNames.h"
#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/common/WordButton.h"
#include "ui/setup/CleanValue.h"
#include "ui/setup/ClientCertificateField.h"
#include "ui/setup/Disclosure.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/PortField.h"
#include "ui/setup/ProxyFields.h"
#include "ui/setup/SetupWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace pennypost {

namespace {

using Security = ServerSettings::Security;

bool isUsualPort(int port)
{
    return port == usualPort(Security::Tls) || port == usualPort(Security::StartTls) ||
           port == usualPort(Security::None);
}

} // namespace

ServerSettingsForm::ServerSettingsForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Tight);

    m_host = addLine(layout, tr("S&erver"), QStringLiteral("host"));
    m_host->setPlaceholderText(QStringLiteral("smtp.example.org"));
    m_host->setLayoutDirection(Qt::LeftToRight);
    buildSecurity(layout);
    m_userName = addLine(layout, tr("&User name"), QStringLiteral("userName"));
    m_userName->setPlaceholderText(tr("none: the server asks for no sign-in"));

    buildMechanism(layout);
    buildMore(layout);
    connect(m_certificate, &ClientCertificateField::edited, this, &ServerSettingsForm::changed);
    connect(m_proxy, &ProxyFields::edited, this, &ServerSettingsForm::changed);

    m_pinned =
        addTrust(layout, "pin", tr("&Forget this certificate"), "forgetPin", &ServerSettingsForm::dropPin);
    m_authorities = addTrust(layout, "ca", tr("Forget these author&ities"), "forgetCa",
                             &ServerSettingsForm::dropAuthorities);
    m_authorities.text->setMinimumWidth(1); // a path may be long and hold nothing to break it at

    m_note = new NoteLabel(this);
    m_note->setObjectName(QStringLiteral("serverNote"));
    layout->addWidget(m_note);
    connect(m_host, &QLineEdit::textEdited, this, [this] {
        dropPin();
        dropAuthorities();
    });
    refresh();
}

QLineEdit *ServerSettingsForm::addLine(QVBoxLayout *layout, const QString &label, const QString &name)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(name);
    line->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    line->setValidator(new CleanValue(line));
    if (layout->count() > 0)
        layout->addSpacing(Measures::Gap);
    layout->addWidget(FormParts::labelFor(line, label, this));
    layout->addWidget(line);
    connect(line, &QLineEdit::textEdited, this, &ServerSettingsForm::changed);
    return line;
}

void ServerSettingsForm::buildMechanism(QVBoxLayout *layout)
{
    m_mechanism = new QComboBox(this);
    m_mechanism->setObjectName(QStringLiteral("mechanism"));
    m_mechanism->addItem(tr("Automatic"), QByteArray());
    // Those of MechanismChooser's table that sign in with a password, or a certificate, in its order.
    for (const char *name : {"SCRAM-SHA-512-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-512",
                             "SCRAM-SHA-256", "SCRAM-SHA-1", "EXTERNAL", "PLAIN", "LOGIN", "CRAM-MD5"})
        m_mechanism->addItem(QString::fromLatin1(name), QByteArray(name));
    layout->addSpacing(Measures::Gap);
    layout->addWidget(FormParts::labelFor(m_mechanism, tr("Sign-in &method"), this));
    layout->addWidget(m_mechanism, 0, Qt::AlignLeading);
    connect(m_mechanism, &QComboBox::activated, this, &ServerSettingsForm::changed);
}

/// What few need.
void ServerSettingsForm::buildMore(QVBoxLayout *layout)
{
    m_more = new Disclosure(tr("Mo&re: certificate and proxy"), this);
    m_more->setObjectName(QStringLiteral("more"));
    // It lies within another one: each goes by a name of its own.
    m_more->findChild<QWidget *>(QStringLiteral("fold"))->setObjectName(QStringLiteral("foldMore"));
    m_more->findChild<QWidget *>(QStringLiteral("summary"))->setObjectName(QStringLiteral("moreSummary"));
    auto *inside = new QWidget(m_more);
    m_certificate = new ClientCertificateField(inside);
    m_proxy = new ProxyFields(inside);
    auto *parts = new QVBoxLayout(inside);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(Measures::Wide);
    parts->addWidget(m_certificate);
    parts->addWidget(m_proxy);
    m_more->setContent(inside);
    layout->addSpacing(Measures::Gap);
    layout->addWidget(m_more);
    connect(m_more, &Disclosure::toggled, this, &ServerSettingsForm::folded);
}

/// What was said to be wrong may be right now.
void ServerSettingsForm::changed()
{
    m_note->setNote({});
    refresh();
    Q_EMIT edited();
}

void ServerSettingsForm::buildSecurity(QVBoxLayout *layout)
{
    m_security = new QComboBox(this);
    m_security->setObjectName(QStringLiteral("security"));
    m_security->addItem(tr("TLS from the start (usual on port 465)"), int(Security::Tls));
    m_security->addItem(tr("STARTTLS (usual on port 587)"), int(Security::StartTls));
    m_security->addItem(tr("No encryption"), int(Security::None));
    m_security->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_security->setMinimumContentsLength(16);
    m_port = new PortField(this);
    m_port->setObjectName(QStringLiteral("port"));

    // A style's combo box may be a pixel higher than its field for a number.
    const int height = qMax(m_security->sizeHint().height(), m_port->sizeHint().height());
    m_security->setMinimumHeight(height);
    m_port->setMinimumHeight(height);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Measures::Wide);
    grid->setVerticalSpacing(Measures::Tight);
    grid->setColumnStretch(0, 1);
    grid->addWidget(FormParts::labelFor(m_security, tr("En&cryption"), this), 0, 0);
    grid->addWidget(m_security, 1, 0);
    grid->addWidget(FormParts::labelFor(m_port, tr("P&ort"), this), 0, 1);
    grid->addWidget(m_port, 1, 1);
    layout->addSpacing(Measures::Gap);
    layout->addLayout(grid);

    m_clearWarning = new QWidget(this);
    auto *warning = new QVBoxLayout(m_clearWarning);
    warning->setContentsMargins(0, Measures::Gap, 0, 0);
    warning->setSpacing(Measures::Tight);
    auto *words =
        new QLabel(tr("Without encryption, everyone on the way can read and change your letters. A "
                      "password is never sent that way, so this only suits a server that asks for none."),
                   m_clearWarning);
    words->setWordWrap(true);
    m_clearAccepted = new QCheckBox(tr("Sen&d without encryption all the same"), m_clearWarning);
    m_clearAccepted->setObjectName(QStringLiteral("clearAccepted"));
    m_clearAccepted->setAccessibleDescription(words->text());
    warning->addWidget(words);
    warning->addWidget(m_clearAccepted);
    layout->addWidget(m_clearWarning);

    connect(m_security, &QComboBox::activated, this, &ServerSettingsForm::takeSecurity);
    connect(m_clearAccepted, &QCheckBox::clicked, this, &ServerSettingsForm::changed);
    connect(m_port, &PortField::valueChanged, this, [this] {
        dropPin();
        changed();
    });
}

Security ServerSettingsForm::security() const
{
    return Security(m_security->currentData().toInt());
}

void ServerSettingsForm::takeSecurity()
{
    m_clearAccepted->setChecked(false);
    m_note->setNote({});
    if (isUsualPort(m_port->value()))
        m_port->setValue(usualPort(security()));
    refresh();
    Q_EMIT edited();
}

ServerSettingsForm::Trust ServerSettingsForm::addTrust(QVBoxLayout *layout, const char *name,
                                                       const QString &forget, const char *forgetName,
                                                       void (ServerSettingsForm::*drop)())
{
    auto *row = new QWidget(this);
    auto *inside = new QVBoxLayout(row);
    inside->setContentsMargins(0, Measures::Gap, 0, 0);
    inside->setSpacing(Measures::Tight);
    auto *text = new QLabel(row);
    text->setObjectName(QLatin1StringView(name));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    auto *button = new WordButton(forget, row);
    button->setObjectName(QLatin1StringView(forgetName));
    inside->addWidget(text);
    inside->addWidget(button, 0, Qt::AlignLeading);
    layout->addWidget(row);
    connect(button, &QPushButton::clicked, this, [this, drop] {
        (this->*drop)();
        Q_EMIT edited();
    });
    return {row, text};
}

void ServerSettingsForm::dropPin()
{
    m_pin.clear();
    refresh();
}

void ServerSettingsForm::dropAuthorities()
{
    m_caFile.clear();
    refresh();
}

void ServerSettingsForm::refresh()
{
    const bool clear = security() == Security::None;
    m_clearWarning->setVisible(clear);
    m_userName->setEnabled(!clear);
    m_mechanism->setEnabled(!clear);
    m_certificate->setEnabled(!clear); // there is nothing to show it in
    const ServerSettings now = settings();
    QStringList used;
    if (!now.clientCertificate.isEmpty())
        used.append(Bidi::value(QFileInfo(now.clientCertificate).fileName()));
    if (now.proxy.kind != ProxySettings::Kind::System)
        used.append(now.proxy.isNamed() ? Bidi::value(now.proxy.host) : tr("no proxy"));
    m_more->setSummary(Bidi::lines(used.join(QStringLiteral(" · "))));
    m_pinned.row->setVisible(!m_pin.isEmpty());
    m_pinned.text->setText(
        Bidi::lines(tr("For this server and port, only the certificate with this SHA-256 fingerprint is "
                       "trusted:\n%1")
                        .arg(Fingerprint::inTwoLines(Fingerprint::line(m_pin)))));
    m_authorities.row->setVisible(!m_caFile.isEmpty());
    m_authorities.text->setText(
        Bidi::lines(tr("For this server, the authorities in this file are trusted as well:\n%1")
                        .arg(Bidi::value(QDir::toNativeSeparators(m_caFile)))));
}

ServerSettings ServerSettingsForm::settings() const
{
    ServerSettings settings;
    settings.host = m_host->text().trimmed();
    settings.port = quint16(m_port->value());
    settings.security = security();
    settings.pinnedSha256 = m_pin;
    settings.caFile = m_caFile;
    settings.proxy = m_proxy->settings();
    if (settings.security != Security::None) {
        settings.userName = m_userName->text().trimmed();
        settings.mechanism = m_mechanism->currentData().toByteArray();
        settings.clientCertificate = m_certificate->file();
    }
    return settings;
}

void ServerSettingsForm::setSettings(const ServerSettings &settings)
{
    const QSignalBlocker quiet(this);
    m_host->setText(settings.host);
    m_port->setValue(settings.port == 0 ? usualPort(settings.security) : settings.port);
    m_security->setCurrentIndex(m_security->findData(int(settings.security)));
    m_userName->setText(settings.userName);
    int mechanism = m_mechanism->findData(settings.mechanism);
    if (mechanism < 0) { // chosen by other means, from the command line: kept and shown
        m_mechanism->addItem(QString::fromLatin1(settings.mechanism), settings.mechanism);
        mechanism = m_mechanism->count() - 1;
    }
    m_mechanism->setCurrentIndex(mechanism);
    m_pin = settings.pinnedSha256; // after host and port, whose changes drop it
    m_caFile = settings.caFile;
    m_certificate->setFile(settings.clientCertificate, m_passPhraseStored);
    m_proxy->setSettings(settings.proxy, m_proxyPasswordStored);
    m_note->setNote({});
    refresh();
}

void ServerSettingsForm::setStored(bool passPhrase, bool proxyPassword)
{
    m_passPhraseStored = passPhrase;
    m_proxyPasswordStored = proxyPassword;
}

std::optional<Secret> ServerSettingsForm::passPhrase() const
{
    return m_certificate->isEnabled() ? m_certificate->passPhrase() : std::nullopt;
}

std::optional<Secret> ServerSettingsForm::proxyPassword() const
{
    return m_proxy->password();
}

QWidget *ServerSettingsForm::fieldOf(ServerSettingsProblem problem) const
{
    switch (problem) {
    case ServerSettingsProblem::PortInvalid:
        return m_port;
    case ServerSettingsProblem::UserNameInvalid:
        return m_userName;
    case ServerSettingsProblem::PasswordInClear:
        return m_security;
    case ServerSettingsProblem::CertificateMissing:
        return m_certificate->line();
    case ServerSettingsProblem::ProxyHostMissing:
    case ServerSettingsProblem::ProxyHostInvalid:
    case ServerSettingsProblem::ProxyPortInvalid:
    case ServerSettingsProblem::ProxyUserInvalid:
        return m_proxy->fieldOf(problem);
    default:
        return m_host;
    }
}

bool ServerSettingsForm::showProblem()
{
    const QList<ServerSettingsProblem> problems = checkServerSettings(settings());
    if (!problems.isEmpty()) {
        const ServerSettingsProblem first = problems.first();
        showAt(fieldOf(first), SetupWords::of(first));
        return true;
    }
    if (security() == Security::None && !m_clearAccepted->isChecked()) {
        showAt(m_clearAccepted, tr("Tick the box above to go on without encryption, or choose TLS."));
        return true;
    }
    return false;
}

void ServerSettingsForm::showAt(QWidget *field, const QString &sentence)
{
    if (m_more->isAncestorOf(field))
        m_more->setUnfolded(true); // a hidden field can't take the focus
    m_note->setProblem(sentence, field);
    field->setFocus(Qt::OtherFocusReason);
}

void ServerSettingsForm::focusCertificate()
{
    m_more->setUnfolded(true);
    m_certificate->line()->setFocus(Qt::OtherFocusReason);
}

void ServerSettingsForm::focusProxy()
{
    m_more->setUnfolded(true);
    m_proxy->focusFirst();
}

void ServerSettingsForm::focusHost()
{
    m_host->setFocus(Qt::OtherFocusReason);
    m_host->selectAll();
}

} // namespace pennypost
