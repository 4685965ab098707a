// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReceivedView.h"

#include "core/message/Attachment.h"
#include "core/store/Background.h"
#include "ui/common/ActionWords.h"
#include "ui/common/Bidi.h"
#include "ui/common/Icons.h"
#include "ui/common/LongWords.h"
#include "ui/common/SizeText.h"
#include "ui/common/ToolTipText.h"
#include "ui/common/WordButton.h"
#include "ui/outbox/LetterDate.h"
#include "ui/outbox/ReadableText.h"
#include "ui/outbox/ReceivedCommands.h"
#include "ui/outbox/SealedBrowser.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QThreadPool>

namespace pennypost {

namespace {

constexpr int margin = 16;

QPlainTextEdit *plainPage(const QString &text, const QString &name, bool fixedPitch)
{
    auto *page = new QPlainTextEdit;
    page->document()->setDocumentMargin(16); // as the formatted text has it
    page->setReadOnly(true);
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setUndoRedoEnabled(false);
    page->setTabChangesFocus(true);
    page->setFrameShape(QFrame::NoFrame);
    if (fixedPitch) {
        page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        page->setLineWrapMode(QPlainTextEdit::NoWrap);
    }
    page->setPlainText(text);
    page->setAccessibleName(name);
    return page;
}

} // namespace

ReceivedView::ReceivedView(const QString &emlFile, Origin origin, Shortcuts &shortcuts)
    : QWidget(nullptr, Qt::Window),
      m_origin(origin),
      m_buttons(new QWidget(this)),
      m_subject(new QLabel(this)),
      m_head(new QLabel(this)),
      m_tabs(new QTabWidget(this)),
      m_filePane(new QWidget(this)),
      m_files(new QListWidget(m_filePane)),
      m_status(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(origin == Origin::Practice ? tr("Received letter") : tr("Letter"));
    QFont large = m_subject->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_subject->setFont(large);
    for (QLabel *label : {m_subject, m_head, m_status}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        LongWords::neverWiden(label);
        label->setAlignment(Bidi::readingSide() | Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_tabs->setDocumentMode(true);
    m_tabs->setElideMode(Qt::ElideNone); // a cut word in a tab helps nobody
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the letter"));
    m_tabs->setAccessibleName(tr("The letter"));
    m_files->setAccessibleName(tr("Attachments"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setMaximumHeight(fontMetrics().height() * 5);
    auto *save = new WordButton(tr("&Save the attachment…"), m_filePane);
    connect(save, &QPushButton::clicked, this, &ReceivedView::saveSelectedAs);
    connect(m_files, &QListWidget::itemActivated, this, &ReceivedView::saveSelectedAs);

    auto *pane = new QHBoxLayout(m_filePane);
    pane->setContentsMargins(0, 0, 0, 0);
    pane->addWidget(m_files, 1);
    pane->addWidget(save, 0, Qt::AlignTop);
    m_filePane->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, 8);
    layout->setSpacing(8);
    layout->addWidget(m_subject);
    layout->addWidget(m_head);
    m_buttons->setLayout(makeButtons(shortcuts));
    m_buttons->setEnabled(false); // until there is a letter
    layout->addWidget(m_buttons);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_filePane);
    layout->addWidget(m_status);
    m_tabs->hide();
    m_subject->setText(tr("Reading…"));

    auto *close = new QAction(this);
    close->setShortcut(QKeySequence::Cancel);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    const QSize wanted(qMin(fontMetrics().averageCharWidth() * 90, 800),
                       qMin(fontMetrics().height() * 34, 720));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));

    runOnPool(
        *QThreadPool::globalInstance(), this, [emlFile] { return readLetter(emlFile); },
        [this, emlFile](const Result<ReceivedLetter, QString> &letter) {
            if (letter) {
                present(*letter);
            } else {
                m_subject->setText(letter.error().isEmpty() ? tr("This file is no letter")
                                                            : tr("This letter cannot be read"));
                m_head->setText(letter.error().isEmpty() ? QDir::toNativeSeparators(emlFile)
                                                         : letter.error());
                m_buttons->hide();
                static_cast<QBoxLayout *>(this->layout())->addStretch(1);
            }
            Q_EMIT ready();
        });
}

/// The usual ones as buttons, the others behind one more.
QBoxLayout *ReceivedView::makeButtons(Shortcuts &shortcuts)
{
    const ShortcutArea area = ReceivedCommands::area();
    const auto action = [&](QStringView id, Reuse as) {
        const ShortcutCommand &command = area.command(id);
        auto *made = new QAction(command.text, this);
        shortcuts.bind(made, area, command);
        connect(made, &QAction::triggered, this, [this, as] {
            if (m_buttons->isEnabled())
                reuse(as);
        });
        addAction(made);
        return made;
    };
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto button = [&](QStringView id, Reuse as) {
        QAction *does = action(id, as);
        auto *made = new WordButton(does->text(), m_buttons);
        const auto showKeys = [made, does] {
            made->setToolTip(ActionWords::withKeys(ActionWords::plain(does->text()), does->shortcut()));
        };
        connect(does, &QAction::changed, made, showKeys);
        connect(made, &QPushButton::clicked, does, &QAction::trigger);
        showKeys();
        row->addWidget(made);
    };
    button(u"received.reply", Reuse::Reply);
    button(u"received.reply-all", Reuse::ReplyToAll);
    button(u"received.forward", Reuse::Forward);
    auto *more = new WordButton(tr("&More"), m_buttons);
    auto *menu = new QMenu(more);
    menu->addAction(action(u"received.forward-attached", Reuse::ForwardAttached));
    menu->addAction(action(u"received.edit-as-new", Reuse::EditAsNew));
    more->setMenu(menu);
    row->addWidget(more);
    row->addStretch(1);
    return row;
}

/// Of what is shown, not of what may lie there by now.
void ReceivedView::reuse(Reuse as)
{
    runOnPool(
        *QThreadPool::globalInstance(), this, [file = m_letter.file] { return stampOf(file); },
        [this, as](const std::pair<qint64, QDateTime> &stamp) {
            if (stamp == m_letter.stamp)
                Q_EMIT reuseRequested(m_letter.file, as);
            else
                tell(tr("The file is gone or has changed since it was opened. Open it again to go on."));
        });
}

void ReceivedView::present(const ReceivedLetter &letter)
{
    m_letter = letter;
    m_buttons->setEnabled(true);
    showHead();
    showTabs();
    showFiles();
    if (QWidget *page = m_tabs->currentWidget())
        page->setFocus(Qt::OtherFocusReason); // to be read at once, by Page Down
    tell(m_origin == Origin::Practice
             ? tr("As the practice server received it. Nothing left this computer.")
             : tr("Opened from %1").arg(Bidi::value(QDir::toNativeSeparators(m_letter.file))));
}

void ReceivedView::showHead()
{
    const QString subject = m_letter.subject.isEmpty() ? tr("(no subject)") : m_letter.subject;
    setWindowTitle(m_origin == Origin::Practice ? tr("Received: %1").arg(subject) : subject);
    m_subject->setText(subject);
    QStringList lines{tr("From: %1").arg(Bidi::value(m_letter.from)),
                      tr("To: %1").arg(Bidi::value(m_letter.to))};
    if (!m_letter.cc.isEmpty())
        lines.append(tr("Cc: %1").arg(Bidi::value(m_letter.cc)));
    if (const QString date = LetterDate::shown(m_letter.date); !date.isEmpty())
        lines.append(tr("Date: %1").arg(date));
    m_head->setText(lines.join(u'\n'));
}

void ReceivedView::showTabs()
{
    if (!m_letter.html.isEmpty()) {
        auto *browser = new SealedBrowser(m_tabs);
        browser->setFrameShape(QFrame::NoFrame);
        browser->setAccessibleName(tr("Formatted text"));
        browser->showLetter(m_letter.html, m_letter.pictures);
        m_tabs->addTab(browser, tr("&Formatted"));
        // A link is shown, never followed: this letter is here to be looked at.
        connect(browser, &QTextBrowser::highlighted, this, [this](const QUrl &link) {
            if (!link.isEmpty())
                tell(link.toDisplayString());
        });
    }
    if (!m_letter.text.isEmpty() || m_letter.html.isEmpty())
        m_tabs->addTab(plainPage(m_letter.text, tr("Plain text"), false), tr("&Plain text"));
    m_tabs->addTab(plainPage(m_letter.header, tr("Header"), false), tr("&Header"));
    const QString source = m_letter.sourceCut
                               ? tr("%1\n[the rest is in %2]").arg(m_letter.source, m_letter.file)
                               : m_letter.source;
    m_tabs->addTab(plainPage(source, tr("Source"), true), tr("S&ource"));
    m_tabs->show();
}

void ReceivedView::showFiles()
{
    for (const ReceivedLetter::File &file : m_letter.files) {
        auto *item =
            new QListWidgetItem(themedIcon(QStringLiteral("attach"), QPalette::Text),
                                tr("%1 (%2, %3)").arg(file.name, file.type, sizeText(file.size)), m_files);
        item->setToolTip(toolTipText(file.name));
    }
    m_files->setCurrentRow(0);
    m_filePane->setVisible(!m_letter.files.isEmpty());
}

void ReceivedView::saveSelectedAs()
{
    const int index = m_files->currentRow();
    if (index < 0)
        return;
    auto *dialog = new QFileDialog(this, tr("Save the attachment"),
                                   QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileNameToSave(m_letter.files[index].name));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, index](const QString &file) { saveAttachmentTo(index, file); });
    dialog->open();
}

void ReceivedView::saveAttachmentTo(int index, const QString &file)
{
    tell(tr("Saving…"));
    runOnPool(
        *QThreadPool::globalInstance(), this,
        [letter = m_letter.file, part = m_letter.files[index].part, file] {
            return saveAttachment(letter, part, file);
        },
        [this](const Result<void, QString> &written) {
            tell(written ? tr("Saved") : tr("Not saved: %1").arg(written.error()));
            Q_EMIT saved(written.hasValue());
        });
}

void ReceivedView::tell(const QString &status)
{
    m_status->setText(status);
}

} // namespace pennypost
