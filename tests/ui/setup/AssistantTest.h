// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/setup/SetupHarness.h"
#include "ui/setup/AccountAssistant.h"

#include <QPointer>
#include <QSignalSpy>
#include <QUrl>

#include <memory>
#include <optional>

namespace pennypost {

/// What every test of the account assistant begins with: a harness of its own for each row, and a person's
/// ways through the pages. Pages of the web are noted instead of opened.
class AssistantTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void takeUrl(const QUrl &url) { m_opened.append(url); }

protected:
    template<class Widget = QWidget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name);
    /// Over what the line holds.
    void type(const char *name, const QString &text);
    void open(const std::optional<Account> &edit = {});
    /// As far as the test, which is under way then.
    void toTest(const QString &address = QStringLiteral("alice@gmx.de"));
    FakeSubmission *submission() const { return m_harness->submitter.last(); }
    const SubmissionRequest &request() const;
    /// The visible steps as a screen reader tells them.
    QStringList steps() const;

    std::unique_ptr<SetupHarness> m_harness;
    QPointer<AccountAssistant> m_window;
    std::unique_ptr<QSignalSpy> m_ready;
    QList<QUrl> m_opened;

private Q_SLOTS:
    void init();
    void cleanup();
};

} // namespace pennypost
