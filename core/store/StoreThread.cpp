// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreThread.h"

namespace pennypost {

StoreThread::StoreThread(const QString &databaseFile) : m_work(std::make_unique<CallQueue>())
{
    m_thread.setObjectName(QStringLiteral("store"));
    m_work->moveToThread(&m_thread);
    m_thread.start();
    // The first work of all: a Database belongs to the thread that opened it.
    m_work->post([this, databaseFile] { m_database = std::make_unique<Database>(databaseFile); });
}

StoreThread::~StoreThread()
{
    // Queued behind all work that was handed over, where QThread::quit() from here would overtake it.
    m_work->post([this] {
        m_database.reset();
        // The last hand-over, dropped by ~CallQueue under its lock: what was done here is seen whole there.
        m_answers.post([] {});
        m_thread.quit();
    });
    m_thread.wait();
}

} // namespace pennypost
