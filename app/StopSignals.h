// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <span>

namespace pennypost {

/// Ctrl+C, SIGTERM and their like as a signal in the event loop, and as the end of a wait for standard input,
/// so that nothing is left half done: no terminal without echo, no spool file. The second one ends the
/// program the hard way, or the third where tellSecond() was called. At most one object at a time, on the
/// main thread. StopSignals_unix.cpp and StopSignals_win.cpp.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

    /// Has one come? Where there is no event loop to tell.
    bool asked() const;
    /// Some octets of standard input, waiting for them; 0 at its end, -1 where it can't be read or once a
    /// signal has come: asked() tells which.
    qint64 readInput(std::span<char> into);

    /// From here on the second one is told by stop() like the first: a program that would end without the one
    /// thing it has to say can say it then.
    void tellSecond();

Q_SIGNALS:
    /// Not after readInput() or asked() has told of it.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pennypost
