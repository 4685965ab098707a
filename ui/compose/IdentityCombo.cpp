// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/IdentityCombo.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace pennypost {

namespace {
constexpr int accountRole = Qt::UserRole;
constexpr int identityRole = Qt::UserRole + 1; ///< its place among the account's
constexpr int arrowWidth = 18;
} // namespace

IdentityCombo::IdentityCombo(const AccountStore &accounts, QWidget *parent)
    : QComboBox(parent), m_accounts(accounts)
{
    setAccessibleName(tr("From"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(fontMetrics().lineSpacing());
    connect(this, &QComboBox::activated, this, &IdentityCombo::acceptShown);
    connect(this, &QComboBox::currentTextChanged, this, &IdentityCombo::setToolTip);
    connect(&m_accounts, &AccountStore::changed, this, &IdentityCombo::refill);
    refill();
}

void IdentityCombo::refill()
{
    const bool wasLost = m_lost.has_value();
    const auto shown = [this] {
        return LostSender{currentData(accountRole).toString(), m_mailboxes.value(currentIndex())};
    };
    const LostSender shownBefore = shown();
    const LostSender before = m_lost.value_or(shownBefore);
    const bool blocked = blockSignals(true);
    clear();
    m_mailboxes.clear();
    for (const Account &each : m_accounts.accounts()) {
        for (qsizetype i = 0; i < each.identities.size(); ++i) {
            QString text = Bidi::value(each.identities[i].mailbox.display());
            if (each.practice)
                text = tr("%1 (practice: stays on this computer)").arg(text);
            addItem(text);
            setItemData(count() - 1, each.id, accountRole);
            setItemData(count() - 1, int(i), identityRole);
            m_mailboxes.append(each.identities[i].mailbox);
        }
    }
    choose(before.accountId, before.mailbox);
    setToolTip(currentText());
    blockSignals(blocked);
    update();
    if (m_lost && (!wasLost || shown() != shownBefore))
        Q_EMIT senderLost();
    else if (!m_lost && wasLost)
        Q_EMIT senderBack();
}

std::optional<Account> IdentityCombo::account() const
{
    const Account *account = m_accounts.find(currentData(accountRole).toString());
    return account ? std::optional(*account) : std::nullopt;
}

Mailbox IdentityCombo::mailbox() const
{
    const Account *account = m_accounts.find(currentData(accountRole).toString());
    const int identity = currentData(identityRole).toInt();
    if (!account || identity >= account->identities.size())
        return {};
    return account->identities[identity].mailbox;
}

void IdentityCombo::choose(const QString &accountId, const Mailbox &mailbox)
{
    const Account *fallback = m_accounts.find(accountId);
    m_lost.reset();
    if (!fallback && !accountId.isEmpty())
        m_lost = {accountId, mailbox};
    if (!fallback)
        fallback = m_accounts.defaultAccount();
    int best = -1;
    for (int row = 0; row < count(); ++row) {
        if (!fallback || itemData(row, accountRole).toString() != fallback->id)
            continue;
        const int identity = itemData(row, identityRole).toInt();
        if (best < 0 || fallback->identities[identity].mailbox.sameAddress(mailbox))
            best = row;
    }
    setCurrentIndex(std::max(best, count() > 0 ? 0 : -1));
}

QSize IdentityCombo::minimumSizeHint() const
{
    return {80, fontMetrics().lineSpacing()};
}

void IdentityCombo::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool none = count() == 0;
    const QString text = none ? tr("No account yet") : currentText();
    painter.setPen(none || !isEnabled() ? Tones::muted(palette()) : palette().color(QPalette::Text));
    const int room = width() - arrowWidth - 4;
    const QString shown = fontMetrics().elidedText(text, Qt::ElideMiddle, room);
    const QRect area = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, room, height()));
    painter.drawText(area, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter,
                     Bidi::value(shown));
    if (none || !isEnabled())
        return;

    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? Tones::focus(palette()) : Tones::muted(palette()), 1.5, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const int textEnd = std::min(fontMetrics().horizontalAdvance(shown), room) + 8;
    const QRect arrow = QStyle::visualRect(layoutDirection(), rect(), QRect(textEnd, 0, 9, height()));
    const QPointF middle = QRectF(arrow).center();
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)});
}

void IdentityCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the sender must not change because someone scrolled past
}

void IdentityCombo::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        event->ignore(); // no search for an entry that begins so: the window's to take
    else
        QComboBox::keyPressEvent(event);
}

} // namespace pennypost
