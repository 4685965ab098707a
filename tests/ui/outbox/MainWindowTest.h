// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/outbox/MainBench.h"

#include <QApplication>
#include <QStringList>

#include <memory>

class QLineEdit;
class QListView;

namespace pennypost {

class EmptyState;
class NoticeStrip;
class OutboxModel;

/// What every test of the open main window begins with: a bench of its own for each row, the window on it,
/// and a person's ways to its parts. Letters' own windows go with the row that opened them.
class MainWindowTest : public QObject
{
    Q_OBJECT

protected:
    /// Shows the window and waits until it is active and its list has `rows` rows, headings counted.
    void open(int rows);

    QListView *list() const;
    QLineEdit *search() const;
    EmptyState *empty() const;
    NoticeStrip *strip() const;
    OutboxModel *model() const;

    /// Makes a letter the current one, with the focus on the list.
    void select(const QString &id);
    /// The current letter's id.
    QString current() const;
    QStringList stripButtons() const;
    /// Clicks the visible button with these words, mnemonic included.
    void press(const QString &text) const;
    /// Presses a key wherever the focus is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// Closes every window and begins anew on an empty bench.
    void beginAnew();

    template<class View>
    static View *topLevel()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *view = qobject_cast<View *>(widget); view && view->isVisible())
                return view;
        }
        return nullptr;
    }

    std::unique_ptr<MainBench> m_bench;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace pennypost
