// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ReceiptView.h"

#include "core/store/Background.h"
#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/common/Icons.h"
#include "ui/common/LetterExport.h"
#include "ui/common/LongWords.h"
#include "ui/common/SaveLetterDialog.h"
#include "ui/common/WordButton.h"
#include "ui/outbox/ReadableText.h"
#include "ui/outbox/ReceiptWords.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QThreadPool>

namespace pennypost {

namespace {

constexpr int margin = 20;
constexpr int iconSide = 20;

QLabel *textLabel(const QString &text, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // a server's words are no markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    LongWords::neverWiden(label);
    label->setAlignment(Bidi::readingSide() | Qt::AlignTop);
    label->setAccessibleName(name.isEmpty() ? text : QString(name + u": " + text));
    return label;
}

QLabel *iconLabel(const QString &icon, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setPixmap(themedIcon(icon, QPalette::WindowText)
                         .pixmap(QSize(iconSide, iconSide), parent->devicePixelRatioF()));
    label->setAlignment(Qt::AlignTop);
    return label;
}

QFont strong(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ReceiptView::ReceiptView(const SentLetter &letter, const QString &account)
    : QWidget(nullptr, Qt::Window), m_letter(letter), m_account(account)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Receipt: %1")
                       .arg(letter.message.subject.isEmpty() ? tr("(no subject)") : letter.message.subject));
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Receipt"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeBody());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());

    auto *close = new QAction(this);
    close->setShortcut(QKeySequence::Cancel);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    const QSize wanted(qMin(fontMetrics().averageCharWidth() * 80, 720),
                       qMin(fontMetrics().height() * 36, 760));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

QWidget *ReceiptView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(margin, margin, margin, 8);
    layout->setSpacing(12);
    const bool whole = m_letter.receipt.refused.isEmpty() && m_letter.leftOut().isEmpty();
    layout->addWidget(iconLabel(whole ? QStringLiteral("check-circle") : QStringLiteral("warning"), head), 0,
                      Qt::AlignTop);
    auto *title = textLabel(ReceiptWords::title(m_letter), {}, head);
    title->setFont(strong(title->font(), 1.25));
    layout->addWidget(title, 1);
    return head;
}

QWidget *ReceiptView::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(margin, 8, margin, margin);
    layout->setSpacing(8);
    addRecipients(*layout);
    addLines(*layout);
    layout->addStretch();
    return body;
}

void ReceiptView::addRecipients(QVBoxLayout &layout)
{
    QWidget *parent = layout.parentWidget();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const auto &recipient : ReceiptWords::recipients(m_letter)) {
        grid->addWidget(
            iconLabel(recipient.refused ? QStringLiteral("cross") : QStringLiteral("check"), parent), row, 0,
            Qt::AlignTop);
        auto *address = textLabel(recipient.address, tr("Recipient"), parent);
        if (recipient.refused)
            address->setFont(strong(address->font(), 1));
        grid->addWidget(address, row, 1, Qt::AlignTop);
        grid->addWidget(textLabel(recipient.words, recipient.address, parent), row, 2, Qt::AlignTop);
        ++row;
    }
    layout.addLayout(grid);
    layout.addSpacing(12);
}

void ReceiptView::addLines(QVBoxLayout &layout)
{
    QWidget *parent = layout.parentWidget();
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    for (const auto &line : ReceiptWords::lines(m_letter, m_account)) {
        auto *label = new QLabel(line.label, parent);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        form->addRow(label, textLabel(Fingerprint::inTwoLines(line.value), line.label, parent));
    }
    layout.addLayout(form);
}

QWidget *ReceiptView::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(margin, 8, margin, 16);
    m_status = new QLabel(foot);
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    auto *copyButton = new WordButton(tr("&Copy"), foot);
    copyButton->setToolTip(tr("Copy the receipt as text"));
    auto *saveButton = new WordButton(tr("&Save the letter…"), foot);
    saveButton->setToolTip(tr("Save the letter as it went out, as an .eml file"));
    // Of what came as a file only the header is known: not the letter as it went out.
    saveButton->setEnabled(!m_letter.finished && !m_letter.message.messageId.isEmpty() &&
                           !m_letter.message.from.isEmpty());
    layout->addWidget(m_status, 1);
    layout->addWidget(copyButton);
    layout->addWidget(saveButton);
    connect(copyButton, &QPushButton::clicked, this, [this] {
        copy();
        m_status->setText(tr("Copied"));
    });
    connect(saveButton, &QPushButton::clicked, this, &ReceiptView::saveAs);
    return foot;
}

void ReceiptView::copy() const
{
    QGuiApplication::clipboard()->setText(ReceiptWords::asText(m_letter, m_account));
}

void ReceiptView::saveAs()
{
    auto *dialog = new SaveLetterDialog(m_letter.message.subject, this);
    connect(dialog, &QFileDialog::fileSelected, this, &ReceiptView::saveTo);
    dialog->open();
}

void ReceiptView::saveTo(const QString &file)
{
    m_status->setText(tr("Saving…"));
    runOnPool(
        *QThreadPool::globalInstance(), this,
        [message = m_letter.message, file, eightBit = m_letter.receipt.eightBitBody] {
            return exportLetter(message, file, eightBit);
        },
        [this](const Result<void, QString> &exported) {
            m_status->setText(exported ? tr("Saved") : tr("Not saved: %1").arg(exported.error()));
            Q_EMIT saved(exported.hasValue());
        });
}

} // namespace pennypost
