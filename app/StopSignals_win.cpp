// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include <QMetaObject>

#include <atomic>
#include <windows.h>

namespace pennypost {

namespace {

std::atomic<StopSignals *> listener = nullptr;
std::atomic_bool cameIn = false;
std::atomic_bool told = false;
std::atomic_bool secondIsTold = false;
std::atomic_bool reading = false;
HANDLE readingThread = nullptr;

/// Runs on a thread of the system's; the last time the default handler ends the program.
BOOL WINAPI onStop(DWORD)
{
    auto *signals_ = listener.load();
    if (!signals_)
        return FALSE;
    if (cameIn.exchange(true)) {
        if (!secondIsTold.exchange(false))
            return FALSE;
        QMetaObject::invokeMethod(signals_, &StopSignals::stop, Qt::QueuedConnection);
        return TRUE;
    }
    // The other thread may be about to read, so that there is nothing to cancel yet.
    for (int tries = 0; reading && tries < 100; ++tries) {
        CancelSynchronousIo(readingThread);
        Sleep(10);
    }
    QMetaObject::invokeMethod(
        signals_,
        [signals_] {
            if (!told.exchange(true))
                Q_EMIT signals_->stop();
        },
        Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class StopSignals::Private
{
};

StopSignals::StopSignals(QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &readingThread, 0, FALSE,
                    DUPLICATE_SAME_ACCESS);
    cameIn = told = secondIsTold = false;
    listener = this;
    SetConsoleCtrlHandler(onStop, TRUE);
}

StopSignals::~StopSignals()
{
    SetConsoleCtrlHandler(onStop, FALSE);
    listener = nullptr;
    CloseHandle(readingThread);
}

bool StopSignals::asked() const
{
    if (cameIn)
        told = true;
    return cameIn;
}

void StopSignals::tellSecond()
{
    secondIsTold = true;
}

qint64 StopSignals::readInput(std::span<char> into)
{
    DWORD count = 0;
    reading = true;
    SetLastError(ERROR_SUCCESS);
    const bool done = !cameIn && ReadFile(GetStdHandle(STD_INPUT_HANDLE), into.data(),
                                          static_cast<DWORD>(into.size()), &count, nullptr);
    const DWORD error = GetLastError();
    reading = false;
    // Ctrl+C ends a console's read, with success and nothing read, before its handler has run.
    const bool aborted = error == ERROR_OPERATION_ABORTED;
    for (int waits = 0; aborted && !cameIn && waits < 50; ++waits)
        Sleep(10);
    if (asked() || aborted)
        return -1;
    if (!done)
        return error == ERROR_BROKEN_PIPE ? 0 : -1; // the writer has closed its end
    return count;
}

} // namespace pennypost
