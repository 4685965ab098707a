// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerSettings.h"
#include "core/account/ServerSettingsCheck.h"
#include "core/base/Secret.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace pennypost {

class ClientCertificateField;
class Disclosure;
class NoteLabel;
class PortField;
class ProxyFields;

/// The fields of ServerSettings. The port follows the security while it is a usual one; a change of host or
/// port drops the pinned certificate, one of the host the authorities of its own; no encryption is taken only
/// with the warning's tick, and then there is no user name. GUI thread.
class ServerSettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit ServerSettingsForm(QWidget *parent = nullptr);

    /// As the fields stand, blanks around the host taken off. Not checked: see problem().
    ServerSettings settings() const;
    void setSettings(const ServerSettings &settings);
    /// Which of its secrets are stored with the account that is being changed: they stay unless others are
    /// typed. Before setSettings().
    void setStored(bool passPhrase, bool proxyPassword);
    /// What was typed, where settings() uses it.
    std::optional<Secret> passPhrase() const;
    std::optional<Secret> proxyPassword() const;

    /// Marks the first thing that is wrong, in words below its field, puts the focus there and returns true.
    bool showProblem();
    void focusHost();
    void focusCertificate();
    void focusProxy();

Q_SIGNALS:
    /// By the person's hand, not by setSettings().
    void edited();
    /// Something within was folded out or away.
    void folded();

private:
    QLineEdit *addLine(QVBoxLayout *layout, const QString &label, const QString &name);
    void buildSecurity(QVBoxLayout *layout);
    void buildMechanism(QVBoxLayout *layout);
    void buildMore(QVBoxLayout *layout);
    void changed();
    QWidget *fieldOf(ServerSettingsProblem problem) const;
    void takeSecurity();
    /// What is trusted beside the system's authorities, with the button that ends it.
    struct Trust
    {
        QWidget *row;
        QLabel *text;
    };
    Trust addTrust(QVBoxLayout *layout, const char *name, const QString &forget, const char *forgetName,
                   void (ServerSettingsForm::*drop)());
    void dropPin();
    void dropAuthorities();
    void refresh();
    void showAt(QWidget *field, const QString &sentence);
    ServerSettings::Security security() const;

    QLineEdit *m_host;
    PortField *m_port;
    QComboBox *m_security;
    QWidget *m_clearWarning;
    QCheckBox *m_clearAccepted;
    QLineEdit *m_userName;
    QComboBox *m_mechanism;
    Disclosure *m_more;
    ClientCertificateField *m_certificate;
    ProxyFields *m_proxy;
    NoteLabel *m_note;
    Trust m_pinned;
    Trust m_authorities;
    QByteArray m_pin;
    QString m_caFile;
    bool m_passPhraseStored = false;
    bool m_proxyPasswordStored = false;
};

} // namespace pennypost
