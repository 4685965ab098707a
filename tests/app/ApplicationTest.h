// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Names.h"
#include "app/gui/Application.h"
#include "core/drafts/DraftStore.h"
#include "ui/compose/ComposeWindow.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace pennypost {

/// Those in sight.
template<class Window>
QList<Window *> windows()
{
    QList<Window *> found;
    const auto all = QApplication::topLevelWidgets();
    for (auto *widget : all) {
        auto *window = qobject_cast<Window *>(widget);
        if (window && window->isVisible())
            found.append(window);
    }
    return found;
}

/// Waits for work on the store's thread, in order with what was handed over before.
template<class Work>
auto inStore(Services &services, Work work)
{
    std::optional<std::invoke_result_t<Work, Database &>> answer;
    QObject context;
    services.store.run(&context, std::move(work), [&](auto result) { answer.emplace(std::move(result)); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 20'000))
        qFatal("the store does not answer");
    return std::move(*answer);
}

/// The whole program in a profile of its own, as often as a test starts it.
class ApplicationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setApplicationNames(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }
    void cleanup()
    {
        const auto all = QApplication::topLevelWidgets();
        for (auto *widget : all)
            QVERIFY2(!widget->isVisible() || qobject_cast<MainWindow *>(widget),
                     widget->metaObject()->className());
    }

protected:
    struct Run
    {
        explicit Run(const QString &profile) : services(*Paths::open(profile)), application(services) {}
        MainWindow *main() const { return windows<MainWindow>().value(0); }

        Services services;
        Application application;
    };
    std::unique_ptr<Run> makeRun() const { return std::make_unique<Run>(m_dir->path()); }
    void addPractice() const
    {
        AccountStore accounts(m_dir->filePath(QStringLiteral("accounts.json")));
        QVERIFY(accounts.add(practiceAccount(QStringLiteral("Me"))));
    }
    QString storeDraft(const QString &subject) const
    {
        Services services(*Paths::open(m_dir->path()));
        Draft draft;
        draft.id = QString::fromLatin1(services.ids.next());
        draft.accountId = QStringLiteral("practice");
        draft.message.subject = subject;
        const auto saved = inStore(services, [draft, &clock = services.clock](Database &database) {
            return DraftStore(database, clock).save(draft);
        });
        return saved ? draft.id : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

} // namespace pennypost
