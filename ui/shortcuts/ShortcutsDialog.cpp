// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/ShortcutsDialog.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Announcement.h"
#include "ui/common/Bidi.h"
#include "ui/common/Icons.h"
#include "ui/common/Tones.h"
#include "ui/common/WordButton.h"
#include "ui/shortcuts/KeyChoice.h"
#include "ui/shortcuts/KeyEdit.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

constexpr int areaRole = Qt::UserRole;
constexpr int commandRole = Qt::UserRole + 1;
constexpr int fixedRole = Qt::UserRole + 2;

} // namespace

ShortcutsDialog::ShortcutsDialog(Shortcuts &shortcuts, QList<ShortcutArea> areas, QWidget *parent)
    : QDialog(parent),
      m_shortcuts(shortcuts),
      m_areas(std::move(areas)),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_stack(new QStackedLayout),
      m_nothing(new QLabel(tr("No shortcut is called like that."), this)),
      m_label(new QLabel(this)),
      m_key(new KeyEdit(this)),
      m_none(new WordButton(tr("&No key"), this)),
      m_usual(new WordButton(tr("&Usual key"), this)),
      m_allUsual(new WordButton(tr("Usual keys for &all"), this)),
      m_undo(new WordButton(tr("Un&do"), this)),
      m_close(new WordButton(tr("Close"), this)),
      m_note(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);
    setWindowTitle(tr("Keyboard shortcuts"));
    layOut();
    fill();

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::showCommand);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (current())
            m_key->setFocus(Qt::OtherFocusReason);
    });
    connect(m_key, &KeyEdit::keyPressed, this, &ShortcutsDialog::take);
    connect(m_none, &QPushButton::clicked, this, [this] { give({}); });
    connect(m_usual, &QPushButton::clicked, this, &ShortcutsDialog::useUsual);
    connect(m_allUsual, &QPushButton::clicked, this, &ShortcutsDialog::useAllUsual);
    connect(m_undo, &QPushButton::clicked, this, &ShortcutsDialog::undo);
    connect(m_close, &QPushButton::clicked, this, &ShortcutsDialog::reject);
    connect(&m_shortcuts, &Shortcuts::changed, this, &ShortcutsDialog::showKeys);
    connect(&m_shortcuts, &Shortcuts::notStored, this,
            [this] { note(tr("This could not be stored. It holds until Pennypost ends."), true); });
    clearNote();
    showCommand();
    m_search->setFocus();
}

void ShortcutsDialog::layOut()
{
    auto *searchLabel = new QLabel(tr("&Search"), this);
    searchLabel->setBuddy(m_search);
    m_search->setPlaceholderText(tr("What it does, or the key"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText),
                        QLineEdit::LeadingPosition);
    m_list->setAccessibleName(tr("Keyboard shortcuts"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemsExpandable(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed); // or it would move with each search
    m_list->header()->setStretchLastSection(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_label->setBuddy(m_key);
    m_label->setWordWrap(true);
    m_note->setWordWrap(true);
    Announcement::prepare(m_note);
    QSizePolicy kept = m_undo->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // nothing moves when there is something to undo
    m_undo->setSizePolicy(kept);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(searchLabel);
    top->addWidget(m_search, 1);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothing);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    keys->addWidget(m_key, 1);
    keys->addWidget(m_none);
    keys->addWidget(m_usual);
    auto *told = new QHBoxLayout;
    told->setSpacing(8);
    told->addWidget(m_note, 1);
    told->addWidget(m_undo, 0, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_allUsual);
    foot->addStretch();
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_label);
    layout->addLayout(keys);
    layout->addLayout(told);
    layout->addSpacing(8);
    layout->addLayout(foot);
    const int em = fontMetrics().height();
    resize(QSize(em * 34, em * 34).boundedTo(screen()->availableSize() * 9 / 10));
}

void ShortcutsDialog::fill()
{
    for (int area = 0; area < m_areas.size(); ++area) {
        auto *title = new QTreeWidgetItem(m_list, {m_areas[area].title});
        title->setFlags(Qt::ItemIsEnabled);
        title->setFirstColumnSpanned(true);
        QFont bold = m_list->font();
        bold.setBold(true);
        title->setFont(0, bold);
        const auto add = [&](const QList<ShortcutCommand> &commands, bool fixed) {
            for (int command = 0; command < commands.size(); ++command) {
                auto *item = new QTreeWidgetItem(title, {ActionWords::plain(commands[command].text)});
                item->setData(0, areaRole, area);
                item->setData(0, commandRole, command);
                item->setData(0, fixedRole, fixed);
            }
        };
        add(m_areas[area].commands, false);
        add(m_areas[area].fixed, true);
        title->setExpanded(true);
    }
    showKeys();
    m_list->resizeColumnToContents(1);
    m_list->header()->resizeSection(1,
                                    std::max(m_list->columnWidth(1), fontMetrics().averageCharWidth() * 24));
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
}

std::optional<ShortcutsDialog::Place> ShortcutsDialog::place(const QTreeWidgetItem *item) const
{
    if (!item || !item->parent())
        return {};
    return Place{item->data(0, areaRole).toInt(), item->data(0, commandRole).toInt(),
                 item->data(0, fixedRole).toBool()};
}

const ShortcutCommand &ShortcutsDialog::commandAt(const Place &place) const
{
    const ShortcutArea &area = m_areas.at(place.area);
    return (place.fixed ? area.fixed : area.commands).at(place.command);
}

const ShortcutCommand *ShortcutsDialog::current() const
{
    const auto here = place(m_list->currentItem());
    return here && !here->fixed && !m_list->currentItem()->isHidden() ? &commandAt(*here) : nullptr;
}

QString ShortcutsDialog::words(const Keys &keys)
{
    QStringList all;
    for (const QKeySequence &key : keys)
        all.append(Bidi::value(key.toString(QKeySequence::NativeText)));
    return all.join(QStringLiteral("   "));
}

/// What each command has now, and which of them a person has changed.
void ShortcutsDialog::showKeys()
{
    for (int top = 0; top < m_list->topLevelItemCount(); ++top) {
        const QTreeWidgetItem *title = m_list->topLevelItem(top);
        for (int row = 0; row < title->childCount(); ++row) {
            QTreeWidgetItem *item = title->child(row);
            const auto here = place(item);
            if (!here)
                continue;
            const ShortcutCommand &command = commandAt(*here);
            const Keys keys =
                here->fixed ? command.usual : m_shortcuts.keysOf(m_areas.at(here->area), command);
            const bool lacksKeys = keys.isEmpty() && !command.usual.isEmpty();
            item->setText(1, lacksKeys ? ActionWords::plain(m_none->text()) : words(keys));
            QFont font = m_list->font();
            font.setBold(keys != command.usual);
            item->setFont(1, font);
            const QString usual = keys == command.usual ? QString()
                                  : command.usual.isEmpty()
                                      ? tr("Usually without a key")
                                      : tr("Usually %1", "keys").arg(words(command.usual));
            item->setToolTip(1, usual);
            item->setData(0, Qt::AccessibleDescriptionRole, usual);
        }
    }
    m_allUsual->setEnabled(!m_shortcuts.choices().isEmpty());
    showCommand();
}

void ShortcutsDialog::search()
{
    const QString sought = m_search->text().trimmed();
    QTreeWidgetItem *first = nullptr;
    for (int top = 0; top < m_list->topLevelItemCount(); ++top) {
        QTreeWidgetItem *title = m_list->topLevelItem(top);
        bool any = false;
        for (int row = 0; row < title->childCount(); ++row) {
            QTreeWidgetItem *item = title->child(row);
            const bool fits = item->text(0).contains(sought, Qt::CaseInsensitive) ||
                              item->text(1).contains(sought, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
            if (fits && !first)
                first = item;
        }
        title->setHidden(!any);
    }
    m_stack->setCurrentIndex(first ? 0 : 1);
    if (first && (!m_list->currentItem() || m_list->currentItem()->isHidden()))
        m_list->setCurrentItem(first);
    showCommand();
}

void ShortcutsDialog::showCommand()
{
    const ShortcutCommand *command = current();
    const auto here = place(m_list->currentItem());
    const Keys keys = here && command ? m_shortcuts.keysOf(m_areas.at(here->area), *command) : Keys();
    if (command)
        m_label->setText(tr("Press the &key for “%1”").arg(ActionWords::plain(command->text)));
    else
        m_label->setText(here && here->fixed ? tr("This key always stays what it is.")
                                             : tr("Choose an action to give it another key."));
    m_key->setAccessibleName(ActionWords::plain(m_label->text()));
    m_key->setKey(keys.value(0));
    m_key->setEnabled(command);
    m_none->setEnabled(command && !keys.isEmpty());
    m_usual->setEnabled(command && keys != command->usual);
}

void ShortcutsDialog::take(const QKeySequence &key)
{
    const auto shown = [](const QKeySequence &each) {
        return Bidi::value(each.toString(QKeySequence::NativeText));
    };
    const QString name = shown(key);
    if (isFixed(key))
        return note(tr("This key always stays what it is."), true);
    switch (choiceOf(key)) {
    case KeyChoice::TypesText:
        return note(
            tr("%1 is needed for writing. Take it together with others, such as %2, or a function key.")
                .arg(name, shown(QKeyCombination(Qt::CTRL | Qt::SHIFT, key[0].key()))),
            true);
    case KeyChoice::EditsText:
        return note(tr("%1 edits text in every field. Take another key.").arg(name), true);
    case KeyChoice::Navigates:
        return note(tr("%1 moves about in every window. Take another key.").arg(name), true);
    case KeyChoice::Usable:
        return give(withTwins(key));
    }
}

/// Some list or field needs it.
bool ShortcutsDialog::isFixed(const QKeySequence &key) const
{
    return std::any_of(m_areas.begin(), m_areas.end(), [&key](const ShortcutArea &area) {
        return std::any_of(area.fixed.begin(), area.fixed.end(),
                           [&key](const ShortcutCommand &each) { return each.usual.contains(key); });
    });
}

void ShortcutsDialog::give(const Keys &keys)
{
    const auto here = place(m_list->currentItem());
    const ShortcutCommand *command = current();
    if (!here || !command)
        return;
    const Shortcuts::Gift gift = m_shortcuts.given(m_areas.at(here->area), *command, keys);
    const QString name = Bidi::value(ActionWords::plain(command->text));
    QString told = keys.isEmpty() ? tr("“%1” has no key now.").arg(name)
                                  : tr("“%1” is %2 now.", "an action; a key")
                                        .arg(name, Bidi::value(keys[0].toString(QKeySequence::NativeText)));
    for (const ShortcutCommand &other : gift.robbed) {
        told += u' ' + tr("It was taken from “%1”.", "a key from an action")
                           .arg(Bidi::value(ActionWords::plain(other.text)));
    }
    choose(gift.choices, told);
}

void ShortcutsDialog::useUsual()
{
    if (const ShortcutCommand *command = current())
        give(command->usual);
}

void ShortcutsDialog::useAllUsual()
{
    choose({}, tr("All keys are the usual ones now."));
}

void ShortcutsDialog::choose(const Shortcuts::Choices &choices, const QString &told)
{
    const Shortcuts::Choices before = m_shortcuts.choices();
    if (choices == before)
        return clearNote();
    m_shortcuts.setChoices(choices);
    note(told, false);
    m_before = before;
    m_undo->show();
}

void ShortcutsDialog::undo()
{
    if (!m_before)
        return;
    m_shortcuts.setChoices(*m_before);
    clearNote();
    m_list->setFocus(Qt::OtherFocusReason);
}

void ShortcutsDialog::note(const QString &words, bool problem)
{
    m_before.reset();
    m_undo->hide();
    m_problem = problem;
    tint();
    m_note->setText(words);
    m_note->show();
    Announcement::make(m_note, words);
}

void ShortcutsDialog::clearNote()
{
    m_before.reset();
    m_undo->hide();
    m_note->clear();
}

/// Return in the list is for the list, in the search field for what it found.
void ShortcutsDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_search->hasFocus() && (enter || event->key() == Qt::Key_Down)) {
        m_list->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_search->hasFocus() && event->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ShortcutsDialog::tint()
{
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, m_problem ? Tones::problem(palette()) : Tones::muted(palette()));
    m_note->setPalette(tinted);
}

} // namespace pennypost
