// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/AccountStore.h"

#include <QComboBox>

#include <optional>

namespace pennypost {

/// A sender whose account is no longer there.
struct LostSender
{
    QString accountId;
    Mailbox mailbox;

    bool operator==(const LostSender &) const = default;
};

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
    /// The identity a draft was written under, else the account's first, else, as lost(), the default
    /// account's.
    void choose(const QString &accountId, const Mailbox &mailbox);

    /// Whom the letter was from, as long as that account is gone and nobody has agreed to the one that is
    /// shown in its place: a choice or acceptShown().
    const std::optional<LostSender> &lost() const { return m_lost; }
    void acceptShown() { m_lost.reset(); }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// lost() is somebody now, or another one than before is shown in that place.
    void senderLost();
    /// The account is there again, under the same id.
    void senderBack();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refill();

    const AccountStore &m_accounts;
    QList<Mailbox> m_mailboxes; ///< of each entry: its account may be gone by the time it is asked for
    std::optional<LostSender> m_lost;
};

} // namespace pennypost
