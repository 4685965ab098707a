// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/MainWindow.h"

#include "ui/common/AccentButton.h"
#include "ui/common/Icons.h"
#include "ui/common/ProblemText.h"
#include "ui/outbox/EmptyState.h"
#include "ui/outbox/LetterList.h"
#include "ui/outbox/MainCommands.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxDelegate.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/outbox/ReceiptView.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QStackedLayout>
#include <QToolButton>

namespace pennypost {

namespace {
using Kind = OutboxRow::Kind;
} // namespace

MainWindow::MainWindow(const MainServices &services)
    : m_services(services),
      m_commands(MainCommands::area()),
      m_model(new OutboxModel(services.clock, this)),
      m_desk(new OutboxDesk(services, *m_model, this))
{
    setWindowTitle(tr("Pennypost"));
    setWindowIcon(applicationIcon());
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    // Made as they stand: Tab follows.
    layout->addWidget(makeHeader());
    layout->addWidget(makeList(), 1);
    m_strip = new NoticeStrip(centre);
    layout->addWidget(m_strip);
    setCentralWidget(centre);
    setAcceptDrops(true);
    makeActions();
    connectDesk();
    const QSize wanted(qBound(420, fontMetrics().averageCharWidth() * 62, 640),
                       qBound(520, fontMetrics().height() * 36, 820));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    focusList();
    refresh();
}

MainWindow::~MainWindow()
{
    m_strip->disconnect(this); // nothing is asked any more
    m_strip->end();            // while there is a desk to carry out what it held back
}

QWidget *MainWindow::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(12);
    auto *newLetter = new AccentButton(tr("&New letter"), header);
    newLetter->setGlyph(QStringLiteral("new-letter"));
    newLetter->setObjectName(QStringLiteral("newLetter"));
    m_search = new QLineEdit(header);
    m_search->setPlaceholderText(tr("Search letters"));
    m_search->setAccessibleName(tr("Search letters"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    const auto buttons = m_search->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) // Qt gives them none
        button->setAccessibleName(button == buttons.constFirst() ? tr("Clear the search") : tr("Search"));
    m_search->setMinimumHeight(newLetter->sizeHint().height());
    layout->addWidget(newLetter);
    layout->addWidget(m_search, 1);
    connect(newLetter, &QPushButton::clicked, this, &MainWindow::newLetterRequested);
    connect(m_search, &QLineEdit::textChanged, m_desk, &OutboxDesk::setSearch);
    return header;
}

QWidget *MainWindow::makeList()
{
    auto *pane = new QWidget(this);
    m_list = new LetterList(pane);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OutboxDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Letters"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->installEventFilter(this);
    m_empty = new EmptyState(pane);
    m_stack = new QStackedLayout(pane);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);

    connect(m_list, &QListView::doubleClicked, this, &MainWindow::openCurrent);
    connect(m_list, &QListView::customContextMenuRequested, this, &MainWindow::showContextMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MainWindow::currentChanged);
    connect(m_empty, &EmptyState::setupRequested, this, &MainWindow::ownAccountRequested);
    connect(m_empty, &EmptyState::practiceRequested, this, &MainWindow::practiceRequested);
    connect(m_empty, &EmptyState::newLetterRequested, this, &MainWindow::newLetterRequested);
    connect(m_empty, &EmptyState::clearSearchRequested, m_search, &QLineEdit::clear);
    return pane;
}

void MainWindow::connectDesk()
{
    connect(m_desk, &OutboxDesk::listsRead, this, &MainWindow::listsRead);
    connect(m_desk, &OutboxDesk::letterReady, this, &MainWindow::showReceipt);
    connect(m_desk, &OutboxDesk::draftReady, this, [this](const QString &draftId) {
        m_asking = draftId;
        Q_EMIT draftOpenRequested(draftId);
    });
    connect(m_desk, &OutboxDesk::failed, this, &MainWindow::tellFailure);
    connect(m_desk, &OutboxDesk::setAside, this, [this](const StoreError &error) { tellFailure(error, {}); });
    connect(&m_services.accounts, &AccountStore::changed, this, &MainWindow::listsRead);
    connect(m_strip, &NoticeStrip::freed, this, &MainWindow::showWaiting);
    connect(m_strip, &NoticeStrip::freed, this, &MainWindow::currentChanged); // for a question that waited
    connect(m_strip, &NoticeStrip::freed, this, &MainWindow::showWaitingDraft);
    // The model forgets the selection when it is filled anew; the person did not.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (const auto index = m_model->indexOf(m_current); index.isValid())
            m_list->setCurrentIndex(index);
    });
}

void MainWindow::refresh()
{
    m_desk->refresh();
}

void MainWindow::listsRead()
{
    const bool nothing = m_model->rowCount() == 0;
    if (nothing) {
        const bool searching = !m_model->isEmpty();
        const bool known = !m_services.accounts.accounts().isEmpty();
        m_empty->present(searching ? EmptyState::Case::NothingFound
                         : known   ? EmptyState::Case::NoLetter
                                   : EmptyState::Case::NoAccount);
    }
    const bool focused = m_list->hasFocus() || m_empty->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_list);
    if (focused)
        focusList(); // what had the focus may be out of sight now
    if (!m_decision.isEmpty() && !m_model->indexOf(m_decision).isValid())
        m_strip->end(); // settled meanwhile
    currentChanged();
}

/// With a row that can be seen to have it, or what stands in the list's place.
void MainWindow::focusList()
{
    if (m_stack->currentWidget() == m_empty) {
        m_empty->focusFirstStep();
        return;
    }
    chooseSomeRow();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

/// From one to the next: the search field, the letters, and the strip while it says something.
void MainWindow::moveToArea(int direction)
{
    enum Area { Search, Letters, Strip, Areas };
    const QWidget *focus = focusWidget();
    int area = m_strip->isAncestorOf(focus)                         ? Strip
               : m_list->hasFocus() || m_empty->isAncestorOf(focus) ? Letters
                                                                    : Search;
    do {
        area = (area + direction + Areas) % Areas;
    } while (area == Strip && !m_strip->focusFirst());
    if (area == Letters)
        focusList();
    else if (area == Search)
        m_search->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::chooseSomeRow()
{
    const auto isLetter = [](const QModelIndex &index) { return index.flags() & Qt::ItemIsSelectable; };
    // A row with a question only where there is no other, while the strip says something that the question
    // would have to wait for.
    for (const bool questions : {m_strip->isFree(), true}) {
        for (int row = 0; !isLetter(m_list->currentIndex()) && row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row);
            if (isLetter(index) && (questions || m_model->row(index).kind != Kind::Undecided)) {
                m_current = m_model->row(index).id; // nobody's choice: it interrupts nothing
                m_list->setCurrentIndex(index);
            }
        }
    }
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Before the view takes its first row, which is a heading.
    if (watched == m_list && event->type() == QEvent::FocusIn)
        chooseSomeRow();
    // A line edit keeps the key to itself even when it has nothing to undo; the strip may have.
    if (watched == m_search && event->type() == QEvent::ShortcutOverride && !m_search->isUndoAvailable() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

const OutboxRow *MainWindow::currentRow() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->row(index) : nullptr;
}

void MainWindow::currentChanged()
{
    const OutboxRow *row = currentRow();
    const bool undecided = row && row->kind == Kind::Undecided;
    m_actions.open->setEnabled(row);
    m_actions.remove->setEnabled(row && !undecided);
    m_actions.arrived->setEnabled(undecided);
    m_actions.sendAgain->setEnabled(undecided && !row->finished);
    m_actions.forget->setEnabled(undecided); // also one that is damaged, which neither answer can settle
    if (!row)
        return;
    const bool chosen = std::exchange(m_current, row->id) != row->id;
    if (!undecided && !m_decision.isEmpty())
        m_strip->end();
    // A row that is only there again after a refresh does not interrupt what the strip says.
    else if (undecided && (chosen || m_strip->isFree()))
        askForDecision(*row);
}

void MainWindow::openCurrent()
{
    const OutboxRow *row = currentRow();
    if (!row)
        return;
    switch (row->kind) {
    case Kind::Draft:
        Q_EMIT draftOpenRequested(row->id);
        break;
    case Kind::Undecided:
    case Kind::Sent:
        m_desk->open(*row);
        break;
    case Kind::Received:
        showReceived(row->id);
        break;
    case Kind::Heading:
        break;
    }
}

void MainWindow::showContextMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid() || !(index.flags() & Qt::ItemIsSelectable))
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions.open);
    if (m_actions.arrived->isEnabled()) {
        menu->addAction(m_actions.arrived);
        if (m_actions.sendAgain->isEnabled())
            menu->addAction(m_actions.sendAgain);
        menu->addAction(m_actions.forget);
    } else {
        menu->addAction(m_actions.remove);
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void MainWindow::showReceipt(const SentLetter &letter)
{
    showWindow(QStringLiteral("receipt ") + letter.id,
               new ReceiptView(letter, accountName(letter.accountId)));
}

void MainWindow::showWindow(const QString &key, QWidget *window)
{
    QPointer<QWidget> &known = m_windows[key];
    if (known) {
        delete window;
    } else {
        known = window;
        window->setWindowIcon(windowIcon());
        // It takes the focus after a letter was sent, and the next one is begun there.
        auto *newLetter = new QAction(window);
        m_services.shortcuts.bind(newLetter, m_commands, m_commands.command(u"main.new"));
        connect(newLetter, &QAction::triggered, this, &MainWindow::newLetterRequested);
        window->addAction(newLetter);
        auto *close = new QAction(window);
        m_services.shortcuts.bind(close, m_commands, m_commands.command(u"main.close"));
        connect(close, &QAction::triggered, window, &QWidget::close);
        window->addAction(close);
        window->show();
    }
    known->raise();
    known->activateWindow();
}

QString MainWindow::accountName(const QString &accountId) const
{
    const Account *account = m_services.accounts.find(accountId);
    return account ? account->mailbox().display() : accountId;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_strip->end(); // a deletion that was not undone is one
    QMainWindow::closeEvent(event);
}

} // namespace pennypost
