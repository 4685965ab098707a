// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/NoticeStrip.h"

#include "ui/common/Announcement.h"
#include "ui/common/Bidi.h"
#include "ui/common/Icons.h"
#include "ui/common/LongWords.h"
#include "ui/common/WordButton.h"

#include <QBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

namespace pennypost {

NoticeStrip::NoticeStrip(QWidget *parent)
    : QFrame(parent),
      m_text(new QLabel(this)),
      m_beside(new QHBoxLayout),
      m_below(new QHBoxLayout),
      m_close(new QToolButton(this))
{
    Announcement::prepare(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setWordWrap(true);
    LongWords::neverWiden(m_text);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_below->setSpacing(8);

    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_text, 1);
    words->addLayout(m_beside);
    words->addWidget(m_close, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(words);
    layout->addLayout(m_below);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NoticeStrip::end);
    connect(m_close, &QToolButton::clicked, this, &NoticeStrip::end);
    hide();
}

NoticeStrip::~NoticeStrip()
{
    end();
}

void NoticeStrip::present(const Notice &notice)
{
    takeAway();
    m_notice = notice;
    m_text->setText(Bidi::lines(notice.text));
    m_close->setVisible(notice.dismissible);
    // One button beside the words; more get a line of their own, so that nothing is cut in a long language.
    QHBoxLayout *place = notice.buttons.size() > 1 ? m_below : m_beside;
    for (const Notice::Button &offered : notice.buttons) {
        auto *button = new WordButton(offered.text, this);
        place->addWidget(button);
        setTabOrder(button, m_close); // as they stand: what takes it all away comes last
        connect(button, &QPushButton::clicked, this, [this, act = offered.act] {
            m_notice.ended = nullptr;
            takeAway();
            act();
            if (isFree())
                Q_EMIT freed();
        });
        if (offered.key != QKeySequence::UnknownKey)
            connect(new QShortcut(offered.key, button), &QShortcut::activated, button, &QPushButton::click);
    }
    if (place == m_below)
        m_below->addStretch();
    if (notice.milliseconds > 0)
        m_timer.start(notice.milliseconds);
    Announcement::make(this, notice.text);
    show();
}

void NoticeStrip::end()
{
    if (isFree())
        return;
    takeAway();
    if (isFree())
        Q_EMIT freed();
}

bool NoticeStrip::focusFirst()
{
    if (isFree())
        return false;
    QLayoutItem *first = m_below->isEmpty() ? m_beside->itemAt(0) : m_below->itemAt(0);
    QWidget *target = first ? first->widget() : m_close;
    target->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void NoticeStrip::callOff()
{
    m_notice.ended = nullptr;
    end();
}

void NoticeStrip::takeAway()
{
    m_timer.stop();
    const auto ended = std::exchange(m_notice, {}).ended;
    clear();
    hide();
    if (ended)
        ended();
}

void NoticeStrip::clear()
{
    for (QHBoxLayout *place : {m_beside, m_below}) {
        while (QLayoutItem *item = place->takeAt(0)) {
            if (QWidget *button = item->widget()) {
                button->hide();
                button->deleteLater(); // it may be the one that was clicked
            }
            delete item;
        }
    }
}

} // namespace pennypost
