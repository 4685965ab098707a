// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace pennypost {

/// Ctrl+C, SIGTERM and their like as a signal in the event loop; the second one ends the program the hard
/// way. At most one object at a time, on the main thread. StopSignals_unix.cpp and StopSignals_win.cpp.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pennypost
