// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/Account.h"
#include "core/account/ServerDiscovery.h"
#include "core/base/Secret.h"
#include "ui/setup/AssistantPage.h"
#include "ui/setup/ServerPart.h"

#include <QTimer>

#include <optional>

class QLineEdit;

namespace pennypost {

class Disclosure;
class NoteLabel;
class PasswordField;
class ProviderHint;
class ServerSettingsForm;

/// The page where one says who one is: name, address, password; server settings are filled in as the address
/// is typed, from the local table alone, and can be unfolded and changed. GUI thread.
class DetailsPage : public AssistantPage
{
    Q_OBJECT

public:
    /// With `edit`: that account's fields filled in; its password stays unless another is typed.
    DetailsPage(const ServerDiscovery &providers, const std::optional<Account> &edit,
                QWidget *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString nextText() const override;
    void enter() override;

    /// Marks the first thing that is wrong, puts the focus there and returns false.
    bool check();

    /// Something stands here that was not there at first: closing the window would lose it.
    bool isChanged() const;

    /// Precondition of these: check().
    Mailbox mailbox() const;
    /// More than one only while the settings are our own guess.
    QList<ServerSettings> candidates() const;
    std::optional<Provider> provider() const { return m_provider; }
    bool hasNewPassword() const;
    Secret password() const;
    /// What was typed for the certificate and the proxy.
    std::optional<Secret> passPhrase() const;
    std::optional<Secret> proxyPassword() const;

    /// What the test found to work, or the person chose at a problem: no guess any more.
    void settle(const ServerSettings &settings);
    void focusServer(ServerPart part = ServerPart::Host);
    void focusPassword();

Q_SIGNALS:
    /// The person folded the server's settings out or away.
    void folded();

private:
    struct Fields
    {
        QString name;
        QString address;
        ServerSettings server;
        bool operator==(const Fields &) const = default;
    };
    Fields fields() const;
    void fill(const Account &account);
    void suggest();
    void takePastedMailbox();
    void serverEdited();
    void refresh();

    const ServerDiscovery &m_providers;
    bool m_editing;
    QLineEdit *m_name;
    QLineEdit *m_address;
    NoteLabel *m_addressNote;
    PasswordField *m_password;
    NoteLabel *m_passwordNote;
    ProviderHint *m_hint;
    Disclosure *m_server;
    ServerSettingsForm *m_form;
    QTimer m_debounce;
    std::optional<Provider> m_provider;
    QList<ServerSettings> m_guesses; ///< empty once the settings are settled or edited
    QString m_suggestedFor;
    Fields m_atFirst;
    bool m_settled = false;
};

} // namespace pennypost
