// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountRemovalPart.h"

#include "ui/common/Announcement.h"
#include "ui/common/WordButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/ProblemPanel.h"
#include "ui/setup/SetupWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <chrono>

namespace pennypost {

namespace {

// A keychain that is open answers sooner, and nothing flickers.
constexpr auto Patience = std::chrono::milliseconds(500);

} // namespace

AccountRemovalPart::AccountRemovalPart(const SetupServices &services, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_question(new QLabel(this)),
      m_buttons(new QWidget(this)),
      m_yes(new WordButton(tr("Re&move it"), m_buttons)),
      m_no(new WordButton(tr("&Keep it"), m_buttons)),
      m_problem(new ProblemPanel(this)),
      m_leaveSecret(new WordButton(tr("Remove the account and &leave its password"), this)),
      m_waiting(new NoteLabel(this))
{
    Announcement::prepare(m_waiting);
    m_waiting->setObjectName(QStringLiteral("waiting"));
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &AccountRemovalPart::tellWaiting);
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
    layout->addWidget(m_waiting);

    connect(m_yes, &QPushButton::clicked, this, [this] { remove(AccountRemover::Secrets::Remove); });
    connect(m_no, &QPushButton::clicked, this, &AccountRemovalPart::finished);
    connect(m_leaveSecret, &QPushButton::clicked, this, [this] { remove(AccountRemover::Secrets::Leave); });
    connect(m_problem, &ProblemPanel::remedyChosen, this, [this] { remove(m_secrets); });
}

void AccountRemovalPart::ask(const Account &account)
{
    m_id = account.id;
    m_gone.reset();
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
    const Account *stored = m_services.accounts.find(m_id);
    if (stored && m_gone) // added anew, with a password of its own
        stored = nullptr;
    else if (!stored && m_gone)
        stored = &*m_gone;
    if (!stored) {
        end();
        return;
    }
    const Account account = *stored;
    m_secrets = secrets;
    setWorking(true);
    auto *remover = new AccountRemover(m_services, account, secrets); // deletes itself
    connect(remover, &AccountRemover::removed, this, [this] {
        setWorking(false);
        end();
    });
    connect(remover, &AccountRemover::secretMayStay, this, [this, account](const SecretError &error) {
        m_gone = account;
        failed(SetupWords::ofPasswordLeft(error, account), false);
    });
    connect(remover, &AccountRemover::secretFailed, this, [this, account](const SecretError &error) {
        if (m_gone) {
            failed(SetupWords::ofPasswordLeft(error, account), false);
            return;
        }
        ProblemText problem = ProblemWords::of(error);
        // What it offers for storing a secret does nothing for removing one.
        problem.remedy = Remedy::TryAgain;
        problem.button = tr("Try &again");
        problem.secondRemedy = Remedy::None;
        failed(problem, true);
    });
    connect(remover, &AccountRemover::storeFailed, this,
            [this, account](const AccountStoreError &error, Leftover left) {
                ProblemText problem = SetupWords::with(SetupWords::of(error), left, account);
                problem.title = tr("The account was not removed");
                failed(problem, false);
            });
}

void AccountRemovalPart::end()
{
    m_gone.reset();
    Q_EMIT finished();
}

void AccountRemovalPart::setWorking(bool working)
{
    m_working = working;
    // Not the words: the question says what is waited for.
    for (QWidget *part :
         {m_buttons, static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_leaveSecret)})
        part->setEnabled(!working);
    if (working) {
        m_patience.start();
    } else {
        m_patience.stop();
        m_waiting->setNote({});
    }
    Q_EMIT workingChanged();
}

void AccountRemovalPart::tellWaiting()
{
    m_waiting->setNote(tr("Waiting for your keychain. If it is locked, it now asks for its own password."));
    Announcement::make(m_waiting, m_waiting->text());
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
