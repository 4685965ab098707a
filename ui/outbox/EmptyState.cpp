// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/EmptyState.h"

#include "ui/common/AccentButton.h"
#include "ui/common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pennypost {

namespace {
constexpr int pictureSide = 48;
constexpr int widestSentence = 44; // characters: two or three calm lines
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_picture(new QLabel(this)),
      m_title(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_setup(new AccentButton(tr("&Set up your mail account"), this)),
      m_practice(new QPushButton(tr("&Practise first"), this)),
      m_newLetter(new QPushButton(tr("&Write a letter"), this)),
      m_clearSearch(new QPushButton(tr("&Clear the search"), this))
{
    m_setup->setGlyph(QStringLiteral("account"));
    m_practice->setMinimumHeight(m_setup->sizeHint().height()); // one below the other
    m_picture->setPixmap(applicationIcon().pixmap(QSize(pictureSide, pictureSide), devicePixelRatioF()));
    m_picture->setAlignment(Qt::AlignCenter);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMaximumWidth(fontMetrics().averageCharWidth() * widestSentence * 3 / 2);
    m_practice->setToolTip(tr("Send a letter to yourself: nothing leaves this computer"));

    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button :
         std::initializer_list<QPushButton *>{m_setup, m_practice, m_newLetter, m_clearSearch})
        buttons->addWidget(button);
    auto *centred = new QHBoxLayout;
    centred->addStretch();
    centred->addLayout(buttons);
    centred->addStretch();

    // Between stretches rather than aligned: only so does it get the height that its lines need.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addSpacing(12);
    layout->addWidget(m_title);
    layout->addSpacing(8);
    layout->addLayout(middle);
    layout->addSpacing(20);
    layout->addLayout(centred);
    layout->addStretch(3);

    connect(m_setup, &QPushButton::clicked, this, &EmptyState::setupRequested);
    connect(m_practice, &QPushButton::clicked, this, &EmptyState::practiceRequested);
    connect(m_newLetter, &QPushButton::clicked, this, &EmptyState::newLetterRequested);
    connect(m_clearSearch, &QPushButton::clicked, this, &EmptyState::clearSearchRequested);
}

void EmptyState::present(Case state)
{
    switch (state) {
    case Case::NoAccount:
        m_title->setText(tr("Welcome to Pennypost"));
        m_sentence->setText(
            tr("Your drafts and the receipts of what you sent will be listed here. "
               "Set up a mail account, or practise first: then nothing leaves this computer."));
        break;
    case Case::NoLetter:
        m_title->setText(tr("No letters yet"));
        m_sentence->setText(tr("Drafts are kept here while you write, and every letter you send "
                               "leaves its receipt."));
        break;
    case Case::NothingFound:
        m_title->setText(tr("Nothing found"));
        m_sentence->setText(tr("No letter has all of these words in its subject, its addresses "
                               "or the server's reply."));
        break;
    }
    m_setup->setVisible(state == Case::NoAccount);
    m_practice->setVisible(state == Case::NoAccount);
    m_newLetter->setVisible(state == Case::NoLetter);
    m_clearSearch->setVisible(state == Case::NothingFound);
    m_picture->setVisible(state != Case::NothingFound);
}

void EmptyState::focusFirstStep()
{
    for (QPushButton *button :
         std::initializer_list<QPushButton *>{m_setup, m_practice, m_newLetter, m_clearSearch}) {
        if (!button->isHidden()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace pennypost
