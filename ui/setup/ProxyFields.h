// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ProxySettings.h"
#include "core/account/ServerSettingsCheck.h"
#include "core/base/Secret.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace pennypost {

class PasswordField;
class PortField;

/// Through whom an account's connections go; where, and as whom, is asked for a named proxy alone. GUI
/// thread. Part of ServerSettingsForm.
class ProxyFields : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyFields(QWidget *parent = nullptr);

    ProxySettings settings() const;
    /// `keepsPassword`: the account has one stored for this proxy, which stays unless another is typed.
    void setSettings(const ProxySettings &settings, bool keepsPassword);
    /// What was typed, where it is used.
    std::optional<Secret> password() const;
    void focusFirst();
    /// Where to mend this.
    QWidget *fieldOf(ServerSettingsProblem problem) const;

Q_SIGNALS:
    /// By the person's hand.
    void edited();

private:
    QLineEdit *addLine(const QString &name);
    void refresh();

    QComboBox *m_kind;
    QWidget *m_named;
    QLineEdit *m_host;
    PortField *m_port;
    QLineEdit *m_user;
    PasswordField *m_password;
    std::optional<ProxySettings> m_keptFor; ///< whose password is stored
};

} // namespace pennypost
