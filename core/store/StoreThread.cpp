// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreThread.h"

namespace pennypost {

StoreThread::StoreThread(const QString &databaseFile) : m_anchor(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_anchor->moveToThread(&m_thread);
    m_thread.start();
    // The first work of all: a Database belongs to the thread that opened it.
    QMetaObject::invokeMethod(
        m_anchor.get(), [this, databaseFile] { m_database = std::make_unique<Database>(databaseFile); },
        Qt::QueuedConnection);
}

StoreThread::~StoreThread()
{
    // Queued behind all work that was handed over, where QThread::quit() from here would overtake it.
    QMetaObject::invokeMethod(
        m_anchor.get(),
        [this] {
            m_database.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void StoreThread::post(std::unique_ptr<Job> job)
{
    // QMetaObject asks for a functor that can be copied; nobody copies it.
    QMetaObject::invokeMethod(
        m_anchor.get(),
        [this, shared = std::shared_ptr<Job>(std::move(job))] { shared->run(*m_database, &m_answers); },
        Qt::QueuedConnection);
}

} // namespace pennypost
