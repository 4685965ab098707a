// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/setup/AssistantTest.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace pennypost {

void AssistantTest::init()
{
    m_harness = std::make_unique<SetupHarness>();
    m_opened.clear();
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeUrl");
}

void AssistantTest::cleanup()
{
    delete m_window;
    m_ready.reset();
    m_harness.reset();
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void AssistantTest::click(const char *name)
{
    QTest::mouseClick(part(name), Qt::LeftButton);
}

void AssistantTest::type(const char *name, const QString &text)
{
    auto *line = part<QLineEdit>(name);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void AssistantTest::open(const std::optional<Account> &edit)
{
    m_window =
        edit ? new AccountAssistant(m_harness->services, *edit) : new AccountAssistant(m_harness->services);
    m_ready = std::make_unique<QSignalSpy>(m_window.data(), &AccountAssistant::accountReady);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
}

void AssistantTest::toTest(const QString &address)
{
    open();
    click("ownAccount");
    type("name", QStringLiteral("Alice"));
    type("address", address);
    type("password", QStringLiteral("wonderland"));
    click("next");
    QCOMPARE(m_harness->submitter.count(), 1);
}

const SubmissionRequest &AssistantTest::request() const
{
    return m_harness->submitter.request(m_harness->submitter.count() - 1);
}

QStringList AssistantTest::steps() const
{
    QStringList texts;
    for (const QLabel *label : m_window->findChildren<QLabel *>(QStringLiteral("step"))) {
        if (label->isVisible())
            texts.append(label->accessibleName());
    }
    return texts;
}

} // namespace pennypost
