// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/AccountAssistant.h"

#include "core/account/PracticeAccount.h"
#include "ui/common/AccentButton.h"
#include "ui/common/Bidi.h"
#include "ui/common/WordButton.h"
#include "ui/setup/ChoicePage.h"
#include "ui/setup/DetailsPage.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Hairline.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"
#include "ui/setup/SetupWords.h"
#include "ui/setup/TestPage.h"
#include "ui/setup/WindowHeight.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace pennypost {

namespace {

// In heights of a line. Sixty characters a line read well; a small screen at 200 % has less.
constexpr int Width = 34;
// A little more than the lowest page needs: they differ less from each other.
constexpr int LeastHeight = 23;

} // namespace

AccountAssistant::AccountAssistant(const SetupServices &services, QWidget *parent)
    : AccountAssistant(services, std::optional<Account>(), parent)
{
}

AccountAssistant::AccountAssistant(const SetupServices &services, const Account &edit, QWidget *parent)
    : AccountAssistant(services, std::optional<Account>(edit), parent)
{
}

AccountAssistant::AccountAssistant(const SetupServices &services, const std::optional<Account> &edit,
                                   QWidget *parent)
    : QDialog(parent),
      m_services(services),
      m_edit(edit),
      m_choice(new ChoicePage(this)),
      m_details(new DetailsPage(services.providers, edit, this)),
      m_test(new TestPage(services, this)),
      m_pages(new QStackedWidget(this)),
      m_title(FormParts::heading(this)),
      m_subtitle(new NoteLabel(this)),
      m_note(new NoteLabel(this)),
      m_back(new WordButton(tr("&Back"), this)),
      m_next(new AccentButton({}, this)),
      m_cancel(new WordButton(tr("Cancel"), this)),
      m_height(
          new WindowHeight(this, [this] { return neededHeight(); }, fontMetrics().height() * LeastHeight))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(m_edit ? tr("Change an account") : tr("Set up an account"));
    build();

    connect(m_choice, &ChoicePage::ownAccountChosen, this, &AccountAssistant::chooseOwnAccount);
    connect(m_choice, &ChoicePage::practiceChosen, this, &AccountAssistant::practise);
    connect(m_test, &TestPage::settled, m_details, &DetailsPage::settle);
    connect(m_details, &DetailsPage::folded, m_height, &WindowHeight::fit, Qt::QueuedConnection);
    connect(m_test, &TestPage::wantsServer, this, [this](ServerPart part) {
        back();
        m_details->focusServer(part);
    });
    connect(m_test, &TestPage::wantsPassword, this, [this] {
        back();
        m_details->focusPassword();
    });
    connect(m_test, &TestPage::saved, this, &AccountAssistant::ready);
    connect(m_back, &QPushButton::clicked, this, &AccountAssistant::back);
    connect(m_next, &QPushButton::clicked, this, &AccountAssistant::next);
    connect(m_cancel, &QPushButton::clicked, this, &AccountAssistant::reject);
    if (m_edit)
        showPage(m_details);
    else
        showPage(m_choice);
}

AccountAssistant::~AccountAssistant()
{
    // The dialog's own end takes the focus out of a field, and its page speaks up once more.
    for (AssistantPage *page :
         {static_cast<AssistantPage *>(m_choice), static_cast<AssistantPage *>(m_details),
          static_cast<AssistantPage *>(m_test)})
        page->disconnect(this);
}

void AccountAssistant::build()
{
    m_title->setObjectName(QStringLiteral("title"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_note->setObjectName(QStringLiteral("note"));
    m_next->setDefault(true);
    for (AssistantPage *page :
         {static_cast<AssistantPage *>(m_choice), static_cast<AssistantPage *>(m_details),
          static_cast<AssistantPage *>(m_test)})
        add(page);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(Measures::Edge, Measures::Edge, Measures::Edge, Measures::Wide);
    head->setSpacing(Measures::Tight);
    head->addWidget(m_title);
    head->addWidget(m_subtitle);

    for (QPushButton *button : {m_cancel, m_back}) // one height in a row, also where the accent is not shown
        button->setMinimumHeight(m_next->sizeHint().height());
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Measures::Edge, Measures::Wide, Measures::Edge, Measures::Wide);
    foot->setSpacing(Measures::Gap);
    foot->addWidget(m_cancel);
    foot->addStretch();
    foot->addWidget(m_back);
    foot->addWidget(m_next);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    auto *note = new QVBoxLayout;
    note->setContentsMargins(Measures::Edge, 0, Measures::Edge, Measures::Gap);
    note->addWidget(m_note);
    layout->addLayout(note);
    layout->addWidget(new Hairline(this));
    layout->addLayout(foot);

    const QSize room = screen()->availableSize() * 9 / 10;
    const int em = fontMetrics().height();
    resize(QSize(em * Width, em * LeastHeight).boundedTo(room));
}

void AccountAssistant::add(AssistantPage *page)
{
    auto *padded = new QWidget;
    auto *layout = new QVBoxLayout(padded);
    layout->setContentsMargins(Measures::Edge, Measures::Gap, Measures::Edge, Measures::Wide);
    layout->addWidget(page);
    auto *scroll = new QScrollArea(m_pages);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(padded);
    padded->installEventFilter(this);
    FormParts::followFocus(scroll);
    m_pages->addWidget(scroll);
    connect(page, &AssistantPage::stateChanged, this, &AccountAssistant::refresh);
}

/// Whatever makes a page larger (a note, a hint, a failed test) ends up here.
bool AccountAssistant::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        m_height->growSoon();
    return QDialog::eventFilter(watched, event);
}

/// A scroll bar takes width, so that lines wrap, so that it is needed: it goes where the page would do
/// without.
void AccountAssistant::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget())) {
        scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    }
}

int AccountAssistant::neededHeight() const
{
    auto *scroll = qobject_cast<QScrollArea *>(m_pages->currentWidget());
    FormParts::settle(*scroll, *current());
    layout()->activate();
    const QLayout &page = *scroll->widget()->layout();
    const int least = page.totalMinimumSize().height();
    const int needed =
        page.hasHeightForWidth() ? page.totalHeightForWidth(m_pages->width()) : page.totalSizeHint().height();
    return height() - m_pages->height() + qMax(least, needed);
}

AssistantPage *AccountAssistant::current() const
{
    return m_pages->currentWidget()->findChild<AssistantPage *>();
}

void AccountAssistant::showPage(AssistantPage *page)
{
    for (int index = 0; index < m_pages->count(); ++index) {
        if (m_pages->widget(index)->isAncestorOf(page))
            m_pages->setCurrentIndex(index);
    }
    m_note->setNote({});
    refresh();
    page->enter();
    m_height->growSoon();
}

void AccountAssistant::refresh()
{
    const AssistantPage *page = current();
    m_title->setText(page->title());
    m_subtitle->setNote(page->subtitle());
    m_next->setText(page->nextText());
    m_next->setVisible(!page->nextText().isEmpty());
    m_next->setEnabled(page->mayGoOn());
    m_hadFailed = page == m_test && (m_hadFailed || m_test->hasFailed());
    if (page == m_test && page->mayGoOn()) {
        m_next->setFocus(Qt::OtherFocusReason); // Enter finishes
        // What the failure had to say has gone; the last click was at its remedy, not at the edge below.
        if (std::exchange(m_hadFailed, false))
            QMetaObject::invokeMethod(m_height, &WindowHeight::fit, Qt::QueuedConnection);
    }
    m_back->setVisible(page == m_test || (page == m_details && !m_edit));
}

void AccountAssistant::back()
{
    if (current() == m_test) {
        m_test->leave();
        showPage(m_details);
    } else {
        showPage(m_choice);
    }
    QMetaObject::invokeMethod(m_height, &WindowHeight::fit, Qt::QueuedConnection);
}

void AccountAssistant::chooseOwnAccount()
{
    if (current() == m_choice)
        showPage(m_details);
}

void AccountAssistant::next()
{
    if (current() == m_test)
        m_test->finish();
    else if (m_details->check())
        beginTest();
}

void AccountAssistant::beginTest()
{
    SetupPlan plan;
    plan.mailbox = m_details->mailbox();
    plan.candidates = m_details->candidates();
    plan.provider = m_details->provider();
    if (m_details->hasNewPassword())
        plan.password = m_details->password();
    plan.passPhrase = m_details->passPhrase();
    plan.proxyPassword = m_details->proxyPassword();
    plan.edit = m_edit;
    showPage(m_test);
    m_test->begin(std::move(plan));
}

void AccountAssistant::practise()
{
    const auto account = storedPracticeAccount(m_services.accounts, SetupWords::practiceName());
    if (!account) {
        const ProblemText problem = SetupWords::of(account.error());
        m_note->setProblem(problem.inOneLine());
        m_height->growSoon();
        return;
    }
    ready(*account);
}

void AccountAssistant::ready(const Account &account)
{
    Q_EMIT accountReady(account);
    accept();
}

void AccountAssistant::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && m_details->isChanged())
        return; // it is pressed by the way, to leave a popup or an input method
    QDialog::keyPressEvent(event);
}

void AccountAssistant::done(int result)
{
    // Whatever way the window closes, a test or an unfinished store ends with it.
    m_test->leave();
    QDialog::done(result);
}

} // namespace pennypost
