// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/outbox/OutboxBench.h"

#include <QTemporaryDir>

namespace pennypost {

/// What the tests of an Outbox begin with: a bench in a profile of its own, and one draft in it that must
/// come back whole from whatever happens to it.
class OutboxTest : public QObject
{
    Q_OBJECT

protected:
    const QString m_draft = QStringLiteral("draft");
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<OutboxBench> m_bench;

    static Message letter() { return OutboxBench::letter(); }

    void draftIsWhole()
    {
        auto after = m_bench->draft(m_draft);
        QVERIFY(after);
        after->message.messageId.clear();
        QVERIFY(*after == m_before);
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<OutboxBench>(m_profile->path());
        m_bench->saveDraft(draftWith(m_draft, letter()));
        m_before = *m_bench->draft(m_draft);
    }
    void cleanup() { m_bench.reset(); }

private:
    Draft m_before;
};

} // namespace pennypost
