// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ChoicePage.h"

#include "ui/common/Icons.h"
#include "ui/setup/ChoiceCard.h"
#include "ui/setup/Measures.h"

#include <QVBoxLayout>

namespace pennypost {

ChoicePage::ChoicePage(QWidget *parent) : AssistantPage(parent)
{
    auto *own =
        new ChoiceCard(themedIcon(QStringLiteral("letter"), QPalette::Text), tr("&Use my mail account"),
                       tr("With your address and password, tested before anything is stored."), this);
    own->setObjectName(QStringLiteral("ownAccount"));
    auto *practice = new ChoiceCard(
        themedIcon(QStringLiteral("practice"), QPalette::Text),
        tr("&Practise first: nothing leaves this computer"),
        tr("Write and send letters to a small server inside Pennypost, and look at what arrives."), this);
    practice->setObjectName(QStringLiteral("practice"));
    m_first = own;

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Wide);
    layout->addWidget(own);
    layout->addWidget(practice);
    layout->addStretch();
    connect(own, &ChoiceCard::clicked, this, &ChoicePage::ownAccountChosen);
    connect(practice, &ChoiceCard::clicked, this, &ChoicePage::practiceChosen);
}

QString ChoicePage::title() const
{
    return tr("How would you like to begin?");
}

QString ChoicePage::subtitle() const
{
    return tr("Either can be added later, and both can be used side by side.");
}

void ChoicePage::enter()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

} // namespace pennypost
