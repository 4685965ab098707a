// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeWindow.h"

#include "ui/compose/AttachmentModel.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/AttachmentTotal.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/ComposeBar.h"
#include "ui/compose/ComposeCommands.h"
#include "ui/compose/ComposeController.h"
#include "ui/compose/DropTarget.h"
#include "ui/compose/FindBar.h"
#include "ui/compose/FormatBar.h"
#include "ui/compose/IdentityCombo.h"
#include "ui/compose/LetterHead.h"
#include "ui/compose/RecipientField.h"
#include "ui/compose/SendStateBar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pennypost {

namespace {
constexpr int edge = 16;
constexpr int narrow = 520; ///< below, the body uses the label column's width too
} // namespace

ComposeWindow::ComposeWindow(const ComposeServices &services, const Draft &draft, bool mayHaveBeenSent)
    : m_habits(services.habits),
      m_shortcuts(services.shortcuts),
      m_commands(ComposeCommands::letter()),
      m_bar(new ComposeBar(this)),
      m_head(new LetterHead(services.accounts, this)),
      m_formatBar(nullptr),
      m_body(new BodyEditor(this)),
      m_find(new FindBar(*m_body, this)),
      m_attachments(new AttachmentModel(services.blobs, services.store, this)),
      m_pane(new AttachmentPane(*m_attachments, this)),
      m_total(new AttachmentTotal(this)),
      m_strip(new SendStateBar(this)),
      m_drop(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_formatBar = new FormatBar(*m_body, m_shortcuts, this);
    layOut();
    m_drop = new DropTarget(this);
    makeActions();
    orderTabs();
    m_controller = std::make_unique<ComposeController>(
        services, LetterWidgets{*m_head, *m_body, *m_attachments, *m_pane}, *m_strip, draft, mayHaveBeenSent);
    connectController();
    followStep();
    showTitle();
    resize(QSize(780, 600).boundedTo(screen()->availableSize() * 9 / 10));
}

ComposeWindow::~ComposeWindow()
{
    // The controller saves as it goes, and says so; m_controller may be null by then.
    for (QObject *sender :
         {static_cast<QObject *>(m_controller.get()), static_cast<QObject *>(&m_controller->flow()),
          static_cast<QObject *>(&m_controller->form())})
        disconnect(sender, nullptr, this, nullptr);
}

QString ComposeWindow::draftId() const
{
    return m_controller->form().draftId();
}

bool ComposeWindow::isUnderWay() const
{
    return m_controller->flow().isUnderWay();
}

void ComposeWindow::stayUntilOut()
{
    m_controller->flow().setEnding(true);
    if (!isVisible() || isMinimized())
        askForAttention();
}

void ComposeWindow::callOffTheEnd()
{
    m_controller->flow().setEnding(false);
}

bool ComposeWindow::endsProgram() const
{
    return m_controller->flow().isEnding();
}

void ComposeWindow::tellRecovered()
{
    m_controller->tellRecovered();
}

void ComposeWindow::tellOfLink(const QList<MailtoFinding> &findings)
{
    m_controller->tellOfLink(findings);
}

void ComposeWindow::layOut()
{
    auto *sheet = new QWidget(this);
    sheet->setAccessibleName(tr("Letter"));
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_head);
    column->addWidget(m_formatBar);
    column->addWidget(m_body, 1);
    column->addWidget(m_find);
    column->addWidget(m_pane);
    column->addWidget(m_total);
    column->addWidget(m_strip);
    m_formatBar->setBackgroundRole(QPalette::Base);
    m_formatBar->setAutoFillBackground(true);
    setCentralWidget(sheet);
}

/// The bar, the letter from From to the body, then what serves the body: nobody tabs through buttons between
/// the subject and the body, and Shift+Tab goes from the first of them back to the body.
void ComposeWindow::orderTabs()
{
    setTabOrder(&m_head->subject(), m_body);
    QWidget *before = m_body;
    const QList<QToolButton *> format = m_formatBar->buttons();
    for (QToolButton *button : format) {
        setTabOrder(before, button);
        before = button;
    }
    const QList<QWidget *> find = m_find->stops();
    for (QWidget *stop : find) {
        setTabOrder(before, stop);
        before = stop;
    }
    setTabOrder(before, m_pane);
}

void ComposeWindow::connectController()
{
    connect(m_controller.get(), &ComposeController::statusChanged, this, &ComposeWindow::showStatus);
    connect(m_attachments, &QAbstractItemModel::dataChanged, this, &ComposeWindow::showStatus);
    connect(m_controller.get(), &ComposeController::filesWanted, this, &ComposeWindow::chooseFiles);
    connect(m_controller.get(), &ComposeController::draftsChanged, this, &ComposeWindow::draftsChanged);
    connect(m_controller.get(), &ComposeController::closeWanted, this, [this] {
        if (close())
            deleteLater(); // close() does not end a window that is hidden already
    });
    connect(&m_controller->flow(), &SendFlow::sent, this, &ComposeWindow::sent);
    connect(&m_controller->flow(), &SendFlow::accountsRequested, this, &ComposeWindow::accountsRequested);
    connect(&m_controller->flow(), &SendFlow::stepChanged, this, &ComposeWindow::followStep);
    connect(&m_controller->flow(), &SendFlow::attentionNeeded, this, &ComposeWindow::askForAttention);
    connect(&m_controller->form(), &LetterForm::readOnlyChanged, this, &ComposeWindow::followStep);
    connect(m_body, &BodyEditor::richChanged, this, [this](bool rich) {
        m_rich->setChecked(rich);
        alignColumns();
    });
    m_rich->setChecked(m_body->isRich());

    const auto attach = [this](const OfferedFiles &offered) { m_controller->attach(offered); };
    connect(m_drop, &DropTarget::filesOffered, this, attach);
    connect(m_body, &BodyEditor::filesOffered, this, attach);
    connect(&m_head->subject(), &SubjectEdit::filesOffered, this, attach);
    connect(m_pane, &AttachmentPane::openRequested, this,
            [this](int row) { m_controller->openAttachment(row); });
    for (RecipientField *field : {&m_head->to(), &m_head->cc(), &m_head->bcc()})
        connect(field, &RecipientField::filesOffered, this, attach);
    connect(m_formatBar, &FormatBar::linkRequested, this, [this] { m_controller->askForLink(); });
    showStatus();
}

void ComposeWindow::showStatus()
{
    showTitle();
    m_bar->setStatus(m_controller->savedText(), m_controller->hasSavingFailed());
    m_total->tell(m_controller->sizeText());
}

/// Back from where nobody sees it; one that is merely behind others takes the keyboard from no one.
void ComposeWindow::askForAttention()
{
    if (isVisible() && !isMinimized()) {
        QApplication::alert(this); // nothing where it has the focus
        return;
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void ComposeWindow::followStep()
{
    const bool still = m_controller->form().isReadOnly();
    // From a button that can't be pressed now the focus would wander: back to where one writes.
    if (still && m_bar->isAncestorOf(QApplication::focusWidget()))
        m_body->setFocus(Qt::OtherFocusReason);
    m_send->setEnabled(!still);
    m_attach->setEnabled(!still);
    m_rich->setEnabled(!still);
    m_formatBar->setUsable(!still);
    m_find->setReplacing(!still);
    m_drop->setEnabledForDrops(!still);
}

void ComposeWindow::showTitle()
{
    const QString subject = m_controller->form().subject().trimmed();
    setWindowTitle(subject.isEmpty() ? tr("New letter") : subject);
}

void ComposeWindow::chooseFiles(const QString &folder)
{
    auto *dialog = new QFileDialog(this, tr("Attach files"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setLabelText(QFileDialog::Accept, tr("&Attach"));
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList &paths) { m_controller->attach({paths, {}}); });
    dialog->open();
}

void ComposeWindow::alignColumns()
{
    // One column for labels, fields and letter. Its labels begin where the bar does, in whatever language and
    // font, until the window is clearly wider than a letter; then it moves to the middle, without a leap.
    const int offset = m_head->fieldOffset();
    const int text = m_body->textWidth();
    const int middle = (width() - text) / 2 - offset;
    const int nearly = edge + std::max(offset, 48);
    const int before = std::max(edge, std::min(middle, edge + 2 * (middle - nearly)));
    const int after = std::max(edge, width() - before - offset - text);
    const int bodyLeft = width() < narrow ? edge : before + offset;
    m_head->setSideMargins(before, after);
    m_body->setSideMargins(bodyLeft, after);
    m_formatBar->setSideMargins(bodyLeft, after);
    m_find->setSideMargins(bodyLeft, after);
    m_pane->setSideMargins(bodyLeft, after);
    m_total->setSideMargins(bodyLeft, after);
    m_strip->setSideMargins(edge);
    // From the first time on: before that there is nothing to move.
    connect(m_head, &LetterHead::rowsChanged, this, &ComposeWindow::alignColumns, Qt::UniqueConnection);
}

void ComposeWindow::moveToArea(int direction)
{
    const QList<QWidget *> areas{
        &m_head->from(), m_head->to().input(), &m_head->subject(), m_formatBar, m_body, m_find, m_pane,
        m_strip};
    const auto holds = [](const QWidget *area, const QWidget *focus) {
        return focus && (area == focus || area->isAncestorOf(focus));
    };
    const QWidget *focus = QApplication::focusWidget();
    qsizetype here = 0;
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (holds(areas[i], focus))
            here = i;
    }
    // All three address fields are one area.
    if (holds(&m_head->cc(), focus) || holds(&m_head->bcc(), focus))
        here = 1;
    for (qsizetype step = 1; step <= areas.size(); ++step) {
        const qsizetype next = (here + direction * step + areas.size() * 2) % areas.size();
        if (areas[next] == m_strip) {
            if (m_strip->focusFirst())
                return;
            continue;
        }
        const QWidget *target = areas[next]->focusProxy() ? areas[next]->focusProxy() : areas[next];
        if (target->isVisible() && target->isEnabled()) {
            areas[next]->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void ComposeWindow::closeEvent(QCloseEvent *event)
{
    switch (m_controller->close()) {
    case ComposeController::Closing::Now:
        if (m_controller->leavesDraft())
            Q_EMIT keptAsDraft(draftId(), m_controller->form().subject());
        QMainWindow::closeEvent(event);
        return;
    case ComposeController::Closing::OutOfSight:
        hide(); // see attentionNeeded()
        break;
    case ComposeController::Closing::WhenSaved: // see closeWanted()
        break;
    }
    event->ignore();
}

/// What no field wanted for itself: pasted on the attachments, From or a button, files attach as well.
void ComposeWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste) && OfferedFiles::areOnClipboard())
        m_controller->attach(OfferedFiles::fromClipboard());
    else
        QMainWindow::keyPressEvent(event);
}

void ComposeWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    alignColumns();
}

void ComposeWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_shown)
        return;
    m_shown = true;
    alignColumns();
    m_controller->form().focusStart();
}

void ComposeWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (m_controller &&
        (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange))
        alignColumns();
    if (m_controller && event->type() == QEvent::ActivationChange && isActiveWindow())
        m_controller->flow().lookAgain();
}

} // namespace pennypost
