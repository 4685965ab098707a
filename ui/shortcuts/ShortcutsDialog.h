// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/Shortcuts.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace pennypost {

class KeyEdit;
class WordButton;

/// All keys in one list that can be searched, by what they do or by the key, and the way to change each. What
/// is chosen holds at once, and can be undone; a key that another command of the same window has is taken
/// from it, and that is said. Not modal; deletes itself when closed. GUI thread.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `shortcuts` outlives it.
    ShortcutsDialog(Shortcuts &shortcuts, QList<ShortcutArea> areas, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place
    {
        int area = -1;
        int command = -1;
        bool fixed = false;
    };

    void layOut();
    void fill();
    void search();
    void showCommand();
    void showKeys();
    void take(const QKeySequence &key);
    bool isFixed(const QKeySequence &key) const;
    void give(const Keys &keys);
    void useUsual();
    void useAllUsual();
    void choose(const Shortcuts::Choices &choices, const QString &told);
    void undo();
    void note(const QString &words, bool problem);
    void clearNote();
    void tint();
    std::optional<Place> place(const QTreeWidgetItem *item) const;
    const ShortcutCommand &commandAt(const Place &place) const;
    const ShortcutCommand *current() const; ///< none that can be changed: null
    static QString words(const Keys &keys);

    Shortcuts &m_shortcuts;
    QList<ShortcutArea> m_areas;
    std::optional<Shortcuts::Choices> m_before; ///< what Undo goes back to

    QLineEdit *m_search;
    QTreeWidget *m_list;
    QStackedLayout *m_stack;
    QLabel *m_nothing;
    QLabel *m_label;
    KeyEdit *m_key;
    WordButton *m_none;
    WordButton *m_usual;
    WordButton *m_allUsual;
    WordButton *m_undo;
    WordButton *m_close;
    QLabel *m_note;
    bool m_problem = false;
};

} // namespace pennypost
