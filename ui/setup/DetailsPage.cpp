// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/DetailsPage.h"

#include "core/message/MailboxParser.h"
#include "core/sasl/MechanismChooser.h"
#include "ui/common/PasswordField.h"
#include "ui/common/ProblemText.h"
#include "ui/setup/CleanValue.h"
#include "ui/setup/Disclosure.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/ProviderHint.h"
#include "ui/setup/ServerSettingsForm.h"
#include "ui/setup/SetupWords.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <chrono>

namespace pennypost {

namespace {

// Long enough that the settings don't flicker through "gmail.co" to "gmail.com".
constexpr auto TypingPause = std::chrono::milliseconds(250);

/// It is enough without a password.
bool byCertificate(const ServerSettings &server)
{
    return kindNeededBy(server.mechanism) == Credential::Kind::Certificate ||
           (server.mechanism.isEmpty() && !server.clientCertificate.isEmpty());
}

void addField(QVBoxLayout *layout, QWidget *field, const QString &label, QWidget *page)
{
    layout->addWidget(FormParts::labelFor(field, label, page));
    layout->addSpacing(Measures::Tight);
    layout->addWidget(field);
}

} // namespace

DetailsPage::DetailsPage(const ServerDiscovery &providers, const std::optional<Account> &edit,
                         QWidget *parent)
    : AssistantPage(parent),
      m_providers(providers),
      m_editing(edit.has_value()),
      m_name(new QLineEdit(this)),
      m_address(new QLineEdit(this)),
      m_addressNote(new NoteLabel(this)),
      m_password(new PasswordField(this)),
      m_passwordNote(new NoteLabel(this)),
      m_hint(new ProviderHint(this)),
      m_server(new Disclosure(tr("Server &settings"), this)),
      m_form(new ServerSettingsForm(m_server)) // after the button that unfolds it: Tab follows
{
    m_name->setObjectName(QStringLiteral("name"));
    m_address->setObjectName(QStringLiteral("address"));
    m_password->setObjectName(QStringLiteral("password"));
    m_server->setObjectName(QStringLiteral("server"));
    m_addressNote->setObjectName(QStringLiteral("addressNote"));
    m_passwordNote->setObjectName(QStringLiteral("passwordNote"));
    m_name->setPlaceholderText(tr("as others shall see it"));
    m_address->setPlaceholderText(tr("you@example.org"));
    m_address->setValidator(new CleanValue(m_address));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    if (m_editing)
        m_password->setPlaceholderText(tr("unchanged"));

    m_server->setContent(m_form);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    addField(layout, m_name, tr("Your &name"), this);
    layout->addSpacing(Measures::Wide);
    addField(layout, m_address, tr("Mail &address"), this);
    layout->addWidget(m_addressNote);
    layout->addSpacing(Measures::Wide);
    addField(layout, m_password, tr("&Password"), this);
    layout->addWidget(m_passwordNote);
    layout->addSpacing(Measures::Gap);
    layout->addWidget(m_hint);
    layout->addSpacing(Measures::Gap);
    layout->addWidget(m_server);
    layout->addStretch();

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(TypingPause);
    connect(&m_debounce, &QTimer::timeout, this, &DetailsPage::suggest);
    connect(m_address, &QLineEdit::textChanged, this, [this] {
        m_addressNote->setNote({});
        m_debounce.start();
    });
    connect(m_address, &QLineEdit::editingFinished, this, [this] {
        takePastedMailbox();
        suggest(); // who goes on at once to the server's fields finds them filled in
    });
    connect(m_password, &QLineEdit::textChanged, this, [this] { m_passwordNote->setNote({}); });
    connect(m_form, &ServerSettingsForm::edited, this, &DetailsPage::serverEdited);
    connect(m_server, &Disclosure::toggled, this, &DetailsPage::folded);
    connect(m_form, &ServerSettingsForm::folded, this, &DetailsPage::folded);
    if (edit)
        fill(*edit);
    refresh();
    m_atFirst = fields();
}

DetailsPage::Fields DetailsPage::fields() const
{
    return {m_name->text(), m_address->text(), m_form->settings()};
}

bool DetailsPage::isChanged() const
{
    return !m_password->text().isEmpty() || passPhrase() || proxyPassword() || fields() != m_atFirst;
}

QString DetailsPage::title() const
{
    return m_editing ? tr("Change the account") : tr("Your mail account");
}

QString DetailsPage::subtitle() const
{
    return tr("On the next page Pennypost tries whether it can sign in. Nothing is stored before that.");
}

QString DetailsPage::nextText() const
{
    return tr("&Test it");
}

void DetailsPage::enter()
{
    if (m_name->text().isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    else if (m_address->text().isEmpty())
        m_address->setFocus(Qt::OtherFocusReason);
    else
        m_password->setFocus(Qt::OtherFocusReason);
}

void DetailsPage::fill(const Account &account)
{
    m_name->setText(account.mailbox().displayName);
    m_address->setText(account.mailbox().addrSpec());
    m_suggestedFor = m_address->text();
    m_form->setStored(account.passPhrasePlace != SecretPlace::None,
                      account.proxyPasswordPlace != SecretPlace::None);
    settle(account.server);
    if (const Provider *provider = m_providers.providerForHost(account.server.host))
        m_provider = *provider;
    m_hint->setProvider(m_provider);
}

void DetailsPage::suggest()
{
    m_debounce.stop();
    if (m_address->text() == m_suggestedFor)
        return;
    m_suggestedFor = m_address->text();
    const ParsedMailbox parsed = parseMailbox(m_address->text());
    Suggestion suggestion;
    if (parsed.mailbox)
        suggestion = m_providers.suggest(*parsed.mailbox);
    m_provider = suggestion.provider;
    m_hint->setProvider(m_provider);
    // What a person set by hand stays, whatever address follows.
    if (!m_settled) {
        m_guesses = suggestion.candidates;
        m_form->setSettings(m_guesses.isEmpty() ? ServerSettings() : m_guesses.first());
    }
    refresh();
}

void DetailsPage::takePastedMailbox()
{
    const ParsedMailbox parsed = parseMailbox(m_address->text());
    if (!parsed.mailbox || parsed.mailbox->displayName.isEmpty())
        return;
    if (m_name->text().isEmpty())
        m_name->setText(parsed.mailbox->displayName);
    m_address->setText(parsed.mailbox->addrSpec());
}

void DetailsPage::serverEdited()
{
    m_settled = true;
    m_guesses.clear();
    refresh();
}

void DetailsPage::settle(const ServerSettings &settings)
{
    m_form->setSettings(settings);
    serverEdited();
}

void DetailsPage::refresh()
{
    const ServerSettings settings = m_form->settings();
    m_server->setSummary(SetupWords::summary(settings));
    const bool clear = settings.security == ServerSettings::Security::None;
    const bool external = kindNeededBy(settings.mechanism) == Credential::Kind::Certificate;
    const bool wasUnused = !m_password->isEnabled();
    m_password->setEnabled(!clear && !external);
    if (clear)
        m_passwordNote->setNote(tr("Not used: a password is never sent without encryption."), m_password);
    else if (external)
        m_passwordNote->setNote(tr("Not used: your certificate signs in."), m_password);
    else if (wasUnused || settings.userName.isEmpty()) // none is missing any more
        m_passwordNote->setNote({});
    Q_EMIT stateChanged();
}

bool DetailsPage::check()
{
    takePastedMailbox();
    suggest();
    const ParsedMailbox parsed = parseMailbox(m_address->text());
    if (!parsed.mailbox) {
        m_addressNote->setProblem(ProblemWords::of(parsed.error), m_address);
        m_address->setFocus(Qt::OtherFocusReason);
        return false;
    }
    const ServerSettings settings = m_form->settings();
    const bool signsIn = !settings.userName.isEmpty() && !byCertificate(settings);
    if (signsIn && !m_editing && m_password->text().isEmpty()) {
        m_passwordNote->setProblem(tr("The password is missing."), m_password);
        m_password->setFocus(Qt::OtherFocusReason);
        return false;
    }
    const QSignalBlocker quiet(m_server); // nobody folded it
    const bool unfolded = m_server->isUnfolded();
    m_server->setUnfolded(true); // a hidden field can't take the focus
    if (m_form->showProblem())
        return false;
    m_server->setUnfolded(unfolded);
    return true;
}

Mailbox DetailsPage::mailbox() const
{
    Mailbox mailbox = parseMailbox(m_address->text()).mailbox.value_or(Mailbox());
    // A pasted name can hold what no header field may.
    QString name = m_name->text();
    name.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    mailbox.displayName = name.simplified();
    return mailbox;
}

QList<ServerSettings> DetailsPage::candidates() const
{
    return m_guesses.size() > 1 ? m_guesses : QList<ServerSettings>{m_form->settings()};
}

bool DetailsPage::hasNewPassword() const
{
    return m_password->isEnabled() && !m_password->text().isEmpty();
}

Secret DetailsPage::password() const
{
    return m_password->secret();
}

std::optional<Secret> DetailsPage::passPhrase() const
{
    return m_form->passPhrase();
}

std::optional<Secret> DetailsPage::proxyPassword() const
{
    return m_form->proxyPassword();
}

void DetailsPage::focusServer(ServerPart part)
{
    m_server->setUnfolded(true);
    switch (part) {
    case ServerPart::Host:
        return m_form->focusHost();
    case ServerPart::Certificate:
        return m_form->focusCertificate();
    case ServerPart::Proxy:
        return m_form->focusProxy();
    }
}

void DetailsPage::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

} // namespace pennypost
