// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/outbox/MainWindowTest.h"

#include "ui/outbox/EmptyState.h"
#include "ui/outbox/NoticeStrip.h"
#include "ui/outbox/OutboxModel.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace pennypost {

void MainWindowTest::init()
{
    m_bench = std::make_unique<MainBench>();
}

void MainWindowTest::cleanup()
{
    // A menu is a window of its own and goes with its button.
    auto windows = QApplication::topLevelWidgets();
    windows.removeIf([this](const QWidget *window) { return window == m_window.get() || window->parent(); });
    qDeleteAll(windows);
    m_window.reset();
    m_bench.reset();
}

void MainWindowTest::beginAnew()
{
    cleanup();
    init();
}

void MainWindowTest::open(int rows)
{
    m_window = std::make_unique<MainWindow>(m_bench->services());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(model()->rowCount(), rows);
}

QListView *MainWindowTest::list() const
{
    return m_window->findChild<QListView *>();
}

QLineEdit *MainWindowTest::search() const
{
    return m_window->findChild<QLineEdit *>();
}

EmptyState *MainWindowTest::empty() const
{
    return m_window->findChild<EmptyState *>();
}

NoticeStrip *MainWindowTest::strip() const
{
    return m_window->findChild<NoticeStrip *>();
}

OutboxModel *MainWindowTest::model() const
{
    return static_cast<OutboxModel *>(list()->model());
}

void MainWindowTest::select(const QString &id)
{
    const QModelIndex index = model()->indexOf(id);
    QVERIFY(index.isValid());
    list()->setCurrentIndex(index);
    list()->setFocus();
}

QString MainWindowTest::current() const
{
    return list()->currentIndex().data(OutboxModel::IdRole).toString();
}

QStringList MainWindowTest::stripButtons() const
{
    QStringList texts;
    for (const QPushButton *button : strip()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            texts.append(button->text());
    }
    return texts;
}

void MainWindowTest::press(const QString &text) const
{
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL(qPrintable(text));
}

void MainWindowTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace pennypost
