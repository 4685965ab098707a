// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include <QMetaObject>

#include <atomic>
#include <windows.h>

namespace pennypost {

namespace {

std::atomic<StopSignals *> listener = nullptr;
std::atomic_bool asked = false;

/// Runs on a thread of the system's; the second time the default handler ends the program.
BOOL WINAPI onStop(DWORD)
{
    auto *signals_ = listener.load();
    if (!signals_ || asked.exchange(true))
        return FALSE;
    QMetaObject::invokeMethod(signals_, &StopSignals::stop, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class StopSignals::Private
{
};

StopSignals::StopSignals(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    asked = false;
    listener = this;
    SetConsoleCtrlHandler(onStop, TRUE);
}

StopSignals::~StopSignals()
{
    SetConsoleCtrlHandler(onStop, FALSE);
    listener = nullptr;
}

} // namespace pennypost
