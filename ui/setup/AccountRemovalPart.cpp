// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountRemovalPart.h"

#include "ui/common/WordButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/ProblemPanel.h"
#include "ui/setup/SetupWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pennypost {

AccountRemovalPart::AccountRemovalPart(const SetupServices &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_question(new QLabel(this)),
      m_buttons(new QWidget(this)),
      m_yes(new WordButton(tr("Re&move it"), m_buttons)),
      m_no(new WordButton(tr("&Keep it"), m_buttons)),
      m_problem(new ProblemPanel(this)),
      m_leaveSecret(new WordButton(tr("Remove the account and &leave its password"), this))
{
    m_question->setObjectName(QStringLiteral("question"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_yes->setObjectName(QStringLiteral("removeYes"));
    m_no->setObjectName(QStringLiteral("removeNo"));
    m_leaveSecret->setObjectName(QStringLiteral("leaveSecret"));

    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Measures::Gap);
    buttons->addWidget(m_yes);
    buttons->addWidget(m_no);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
    layout->addWidget(m_question);
    layout->addWidget(m_buttons);
    layout->addWidget(m_problem);
    layout->addWidget(m_leaveSecret, 0, Qt::AlignLeading);

    connect(m_yes, &QPushButton::clicked, this, [this] { remove(AccountRemover::Secrets::Remove); });
    connect(m_no, &QPushButton::clicked, this, &AccountRemovalPart::finished);
    connect(m_leaveSecret, &QPushButton::clicked, this, [this] { remove(AccountRemover::Secrets::Leave); });
    connect(m_problem, &ProblemPanel::remedyChosen, this, [this] { remove(m_secrets); });
}

void AccountRemovalPart::ask(const Account &account)
{
    m_id = account.id;
    m_question->setText(account.practice ? tr("Remove the practice account? Letters that arrived in it stay.")
                                         : tr("Remove %1? Its password is deleted from this computer as "
                                              "well. Letters that were sent stay.")
                                               .arg(account.mailbox().addrSpec()));
    m_question->show();
    m_buttons->show();
    m_problem->clear();
    m_leaveSecret->hide();
    m_no->setFocus(Qt::OtherFocusReason); // the harmless one
}

void AccountRemovalPart::remove(AccountRemover::Secrets secrets)
{
    const Account *account = m_services.accounts.find(m_id);
    if (!account) {
        Q_EMIT finished();
        return;
    }
    m_secrets = secrets;
    setWorking(true);
    auto *remover = new AccountRemover(m_services, *account, secrets); // deletes itself
    connect(remover, &AccountRemover::removed, this, [this] {
        setWorking(false);
        Q_EMIT finished();
    });
    connect(remover, &AccountRemover::secretFailed, this, [this](const SecretError &error) {
        ProblemText problem = ProblemWords::of(error);
        // What it offers for storing a secret does nothing for removing one.
        problem.remedy = Remedy::TryAgain;
        problem.button = tr("Try &again");
        problem.secondRemedy = Remedy::None;
        failed(problem, true);
    });
    connect(remover, &AccountRemover::storeFailed, this,
            [this](const AccountStoreError &error) { failed(SetupWords::of(error), false); });
}

void AccountRemovalPart::setWorking(bool working)
{
    m_working = working;
    setEnabled(!working);
    Q_EMIT workingChanged();
}

void AccountRemovalPart::failed(const ProblemText &problem, bool offerToLeaveSecret)
{
    setWorking(false);
    m_question->hide();
    m_buttons->hide();
    m_problem->showProblem(problem);
    m_leaveSecret->setVisible(offerToLeaveSecret);
}

} // namespace pennypost
