// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"

#include <QComboBox>

#include <optional>

namespace pennypost {

/// From whom: every identity of every account, kept up to date. Without a frame, as the fields around it.
/// GUI thread.
class IdentityCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit IdentityCombo(const AccountStore &accounts, QWidget *parent = nullptr);

    /// The account as it is now; nothing if there is none at all.
    std::optional<Account> account() const;
    Mailbox mailbox() const;
    /// The identity a draft was written under, else the account's first, else the default account's.
    void choose(const QString &accountId, const Mailbox &mailbox);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void refill();

    const AccountStore &m_accounts;
};

} // namespace pennypost
