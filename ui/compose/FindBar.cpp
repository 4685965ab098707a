// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FindBar.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Bidi.h"
#include "ui/common/Icons.h"
#include "ui/common/Tones.h"
#include "ui/common/WordButton.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/BodySearch.h"

#include <QAccessible>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace pennypost {

namespace {

constexpr int fewestCharacters = 12; ///< that a field shows in a narrow window
constexpr int longestTaken = 200;    ///< of a selection that is to be sought

QToolButton *flatButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FindBar::FindBar(BodyEditor &body, QWidget *parent)
    : QWidget(parent),
      m_body(body),
      m_search(new BodySearch(body, this)),
      m_grid(new QGridLayout(this)),
      m_sought(new QLineEdit(this)),
      m_count(new QLabel(this)),
      m_previous(flatButton(QStringLiteral("chevron-up"), tr("Find previous"), this)),
      m_next(flatButton(QStringLiteral("chevron-down"), tr("Find next"), this)),
      m_matchCase(new QCheckBox(tr("Matc&h case"), this)),
      m_close(flatButton(QStringLiteral("close"), tr("Close the search"), this)),
      m_replaceLabel(new QLabel(tr("Replace &with"), this)),
      m_replacement(new QLineEdit(this)),
      m_replace(new WordButton(tr("&Replace"), this)),
      m_replaceAll(new WordButton(tr("R&eplace all"), this))
{
    setAccessibleName(tr("Find and replace"));
    m_close->setToolTip(ActionWords::withKeys(m_close->accessibleName(), Qt::Key_Escape));
    showKeys({}, {});
    m_sought->setAccessibleName(tr("Find"));
    m_replacement->setAccessibleName(tr("Replace with"));
    layOut();
    setFocusProxy(m_sought);

    connect(m_sought, &QLineEdit::textEdited, this, &FindBar::seek);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::seek);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_replace, &QPushButton::clicked, this, [this] { m_search->replace(m_replacement->text()); });
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closeBar);
    connect(m_search, &BodySearch::changed, this, &FindBar::showCount);
    hide();
}

void FindBar::showKeys(const QKeySequence &next, const QKeySequence &previous)
{
    m_next->setToolTip(ActionWords::withKeys(m_next->accessibleName(), next));
    m_previous->setToolTip(ActionWords::withKeys(m_previous->accessibleName(), previous));
}

void FindBar::layOut()
{
    auto *label = new QLabel(tr("&Find"), this);
    label->setBuddy(m_sought);
    m_replaceLabel->setBuddy(m_replacement);
    m_count->setAlignment(Bidi::readingSide() | Qt::AlignVCenter);
    // As wide as it may get, so that nothing moves while one types.
    const QFontMetrics metrics = fontMetrics();
    m_count->setMinimumWidth(
        std::max(metrics.horizontalAdvance(tr("Not found")), metrics.horizontalAdvance(countText(888, 888))));

    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_count);
    first->addWidget(m_previous);
    first->addWidget(m_next);
    first->addSpacing(8);
    first->addWidget(m_matchCase);
    first->addStretch(1);
    first->addWidget(m_close);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_replace);
    second->addWidget(m_replaceAll);
    second->addStretch(1);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(1, metrics.averageCharWidth() * fewestCharacters);
    m_grid->addWidget(label, 0, 0);
    m_grid->addWidget(m_sought, 0, 1);
    m_grid->addLayout(first, 0, 2);
    m_grid->addWidget(m_replaceLabel, 1, 0);
    m_grid->addWidget(m_replacement, 1, 1);
    m_grid->addLayout(second, 1, 2);
    setSideMargins(16, 16);

    const QList<QWidget *> inOrder = stops();
    for (qsizetype i = 1; i < inOrder.size(); ++i)
        setTabOrder(inOrder[i - 1], inOrder[i]);
}

QList<QWidget *> FindBar::stops() const
{
    // What to put in its place follows what is sought; the way out comes last.
    return {m_sought, m_replacement, m_previous, m_next, m_matchCase, m_replace, m_replaceAll, m_close};
}

void FindBar::openToFind()
{
    open(false);
}

void FindBar::openToReplace()
{
    open(!m_body.isReadOnly());
}

void FindBar::open(bool replacing)
{
    const QString selected = m_body.textCursor().selectedText();
    const bool isLine =
        !selected.contains(QChar::ParagraphSeparator) && !selected.contains(QChar::LineSeparator);
    if (isHidden() && !selected.isEmpty() && isLine && selected.size() <= longestTaken) {
        m_sought->setText(selected);
        seek();
    }
    m_replaceLabel->setVisible(replacing);
    m_replacement->setVisible(replacing);
    m_replace->setVisible(replacing);
    m_replaceAll->setVisible(replacing);
    show();
    m_search->setMarking(true);
    m_sought->setFocus(Qt::ShortcutFocusReason);
    m_sought->selectAll();
}

void FindBar::closeBar()
{
    hide();
    m_search->setMarking(false);
    m_body.setFocus(Qt::OtherFocusReason);
}

void FindBar::setReplacing(bool possible)
{
    m_replacement->setEnabled(possible);
    m_replace->setEnabled(possible);
    m_replaceAll->setEnabled(possible);
}

void FindBar::setSideMargins(int left, int right)
{
    m_grid->setContentsMargins(Bidi::margins({left, 7, right, 6}, layoutDirection()));
}

void FindBar::seek()
{
    m_search->seek(m_sought->text(), m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive);
}

void FindBar::findNext()
{
    step(1);
}

void FindBar::findPrevious()
{
    step(-1);
}

void FindBar::step(int direction)
{
    if (m_search->sought().isEmpty())
        open(!m_replacement->isHidden());
    else
        m_search->step(direction);
}

void FindBar::replaceAll()
{
    if (const int replaced = m_search->replaceAll(m_replacement->text()); replaced > 0)
        say(tr("%n replaced", "how many words were replaced by others", replaced), false);
}

QString FindBar::countText(int which, int all)
{
    const QLocale locale;
    return tr("%1 of %2", "which of the words found is selected, how many there are")
        .arg(locale.toString(which), locale.toString(all));
}

void FindBar::showCount()
{
    if (m_search->sought().isEmpty())
        say({}, false);
    else if (m_search->count() == 0)
        say(tr("Not found"), true);
    else if (m_search->current() > 0)
        say(countText(m_search->current(), m_search->count()), false);
    else
        say(tr("%n found", "how often a word is in the letter", m_search->count()), false);
}

/// To the eye beside the field, to a screen reader as the field's description.
void FindBar::say(const QString &words, bool isProblem)
{
    if (words == m_count->text())
        return;
    m_problem = isProblem;
    m_count->setText(words);
    m_sought->setAccessibleDescription(words);
    tint();
    QAccessibleEvent changed(m_sought, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void FindBar::tint()
{
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, m_problem ? Tones::problem(palette()) : Tones::muted(palette()));
    m_count->setPalette(tinted);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else if (enter && plain && m_sought->hasFocus())
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (enter && plain && m_replacement->hasFocus())
        m_search->replace(m_replacement->text());
    else
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Tones::hairline(palette()));
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    tint();
    if (!isHidden())
        m_search->setMarking(true); // in the new colours
}

} // namespace pennypost
