// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProxyFields.h"

#include "ui/common/PasswordField.h"
#include "ui/setup/CleanValue.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/PortField.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pennypost {

namespace {

quint16 usualProxyPort(ProxySettings::Kind kind)
{
    return kind == ProxySettings::Kind::Socks5 ? 1080 : 3128;
}

} // namespace

ProxyFields::ProxyFields(QWidget *parent)
    : QWidget(parent),
      m_kind(new QComboBox(this)),
      m_named(new QWidget(this)),
      m_host(addLine(QStringLiteral("proxyHost"))),
      m_port(new PortField(m_named)),
      m_user(addLine(QStringLiteral("proxyUser"))),
      m_password(new PasswordField(m_named))
{
    m_kind->setObjectName(QStringLiteral("proxy"));
    m_kind->addItem(tr("As in the system's settings"), int(ProxySettings::Kind::System));
    m_kind->addItem(tr("None"), int(ProxySettings::Kind::None));
    m_kind->addItem(tr("SOCKS5"), int(ProxySettings::Kind::Socks5));
    m_kind->addItem(tr("HTTP (CONNECT)"), int(ProxySettings::Kind::HttpConnect));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(16);
    m_host->setPlaceholderText(QStringLiteral("proxy.example.org"));
    m_host->setLayoutDirection(Qt::LeftToRight);
    m_port->setObjectName(QStringLiteral("proxyPort"));
    m_user->setPlaceholderText(tr("none: it asks for no sign-in"));
    m_password->setObjectName(QStringLiteral("proxyPassword"));

    auto *grid = new QGridLayout(m_named);
    grid->setContentsMargins(0, Measures::Gap, 0, 0);
    grid->setHorizontalSpacing(Measures::Wide);
    grid->setVerticalSpacing(Measures::Tight);
    grid->setColumnStretch(0, 1);
    m_port->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // one height in a row
    auto *portLabel = FormParts::labelFor(m_port, tr("&Its port"), m_named);
    m_port->setAccessibleName(tr("The proxy's port"));
    grid->addWidget(FormParts::labelFor(m_host, tr("Prox&y's name"), m_named), 0, 0);
    grid->addWidget(m_host, 1, 0);
    grid->addWidget(portLabel, 0, 1);
    grid->addWidget(m_port, 1, 1);
    grid->setRowMinimumHeight(2, Measures::Tight);
    grid->addWidget(FormParts::labelFor(m_user, tr("Si&gn-in name for the proxy"), m_named), 3, 0, 1, 2);
    grid->addWidget(m_user, 4, 0, 1, 2);
    grid->setRowMinimumHeight(5, Measures::Tight);
    grid->addWidget(FormParts::labelFor(m_password, tr("Password for t&he proxy"), m_named), 6, 0, 1, 2);
    grid->addWidget(m_password, 7, 0, 1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Tight);
    layout->addWidget(FormParts::labelFor(m_kind, tr("Pro&xy"), this));
    layout->addWidget(m_kind, 0, Qt::AlignLeading);
    layout->addWidget(m_named);

    connect(m_kind, &QComboBox::activated, this, [this] {
        const bool usual = m_port->value() == usualProxyPort(ProxySettings::Kind::Socks5) ||
                           m_port->value() == usualProxyPort(ProxySettings::Kind::HttpConnect) ||
                           m_host->text().isEmpty();
        const ProxySettings::Kind kind = ProxySettings::Kind(m_kind->currentData().toInt());
        if (usual && (kind == ProxySettings::Kind::Socks5 || kind == ProxySettings::Kind::HttpConnect))
            m_port->setValue(usualProxyPort(kind));
        refresh();
        Q_EMIT edited();
    });
    connect(m_port, &PortField::valueChanged, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(m_password, &QLineEdit::textEdited, this, &ProxyFields::edited);
    refresh();
}

QLineEdit *ProxyFields::addLine(const QString &name)
{
    auto *line = new QLineEdit(m_named);
    line->setObjectName(name);
    line->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    line->setValidator(new CleanValue(line));
    connect(line, &QLineEdit::textEdited, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    return line;
}

ProxySettings ProxyFields::settings() const
{
    ProxySettings settings;
    settings.kind = ProxySettings::Kind(m_kind->currentData().toInt());
    if (settings.isNamed()) {
        settings.host = m_host->text().trimmed();
        settings.port = quint16(m_port->value());
        settings.user = m_user->text().trimmed();
    }
    return settings;
}

void ProxyFields::setSettings(const ProxySettings &settings, bool keepsPassword)
{
    const bool same = settings == this->settings();
    m_kind->setCurrentIndex(m_kind->findData(int(settings.kind)));
    m_host->setText(settings.host);
    m_port->setValue(settings.port == 0 ? usualProxyPort(settings.kind) : settings.port);
    m_user->setText(settings.user);
    if (!same)
        m_password->forget();
    m_keptFor = keepsPassword ? std::optional(settings) : std::nullopt;
    refresh();
}

std::optional<Secret> ProxyFields::password() const
{
    if (!settings().isNamed() || settings().user.isEmpty() || m_password->text().isEmpty())
        return std::nullopt;
    return m_password->secret();
}

void ProxyFields::focusFirst()
{
    m_kind->setFocus(Qt::OtherFocusReason);
}

QWidget *ProxyFields::fieldOf(ServerSettingsProblem problem) const
{
    switch (problem) {
    case ServerSettingsProblem::ProxyPortInvalid:
        return m_port;
    case ServerSettingsProblem::ProxyUserInvalid:
        return m_user;
    default:
        return m_host;
    }
}

void ProxyFields::refresh()
{
    m_named->setVisible(settings().isNamed());
    m_password->setPlaceholderText(m_keptFor == settings() ? tr("unchanged") : QString());
    m_password->setEnabled(!m_user->text().trimmed().isEmpty()); // nobody would be sent it
}

} // namespace pennypost
