// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/drafts/DraftStore.h"
#include "core/outbox/OutboxStore.h"
#include "tests/core/outbox/Letters.h"
#include "tests/fakes/FakeClock.h"

#include <QTemporaryDir>
#include <QTest>

namespace pennypost {

inline const QStringList bobAndCarol{QStringLiteral("bob@example.net"), QStringLiteral("carol@example.net")};

Message stampedLetter(const QString &subject = QStringLiteral("Tea"));
OutboxItem itemFor(const QString &id, const QString &draftId, const Message &message = stampedLetter());
SentLetter sentAs(const QString &id, const Message &message, const QDateTime &time, bool lastRefused = false);

/// What the tests of an OutboxStore begin with: a database on disk, and one draft in it.
class OutboxStoreTest : public QObject
{
    Q_OBJECT

protected:
    const QString m_draft = QStringLiteral("draft");
    const QString m_item = QStringLiteral("item");
    std::unique_ptr<QTemporaryDir> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Database> m_database;

    QString file() const { return m_profile->filePath(QStringLiteral("pennypost.sqlite")); }
    OutboxStore outbox() { return {*m_database, m_clock}; }
    DraftStore drafts() { return {*m_database, m_clock}; }
    Result<void, StoreError> begin(const QString &id, const QString &draftId,
                                   const Message &message = stampedLetter())
    {
        return outbox().begin(itemFor(id, draftId, message), message, envelopeOf(message));
    }
    /// Phases of all items, by their names in the enum.
    QList<Phase> phases()
    {
        QList<Phase> phases;
        const auto items = outbox().items();
        for (const OutboxItem &item : *items)
            phases.append(item.phase);
        return phases;
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>(file());
        QVERIFY(drafts().save(draftWith(m_draft, letterTo(bobAndCarol))));
    }
    void cleanup() { m_database.reset(); }
};

} // namespace pennypost

Q_DECLARE_METATYPE(pennypost::Phase)
