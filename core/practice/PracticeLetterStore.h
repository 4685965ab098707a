// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace pennypost {

/// What MAIL and RCPT said, and who said it.
struct PracticeEnvelope
{
    QByteArray helloName; ///< of EHLO, printable
    QByteArray reversePath;
    QList<QByteArray> forwardPaths;
    bool smtpUtf8 = false;
};

/// Where a PracticeSession puts letters, one at a time. An interface, so that the session runs without a
/// disk. A letter that was begun and neither kept nor discarded is discarded.
class PracticeLetterStore
{
public:
    PracticeLetterStore() = default;
    PracticeLetterStore(const PracticeLetterStore &) = delete;
    PracticeLetterStore &operator=(const PracticeLetterStore &) = delete;
    virtual ~PracticeLetterStore() = default;

    /// Octets that still fit.
    virtual qint64 room() const = 0;
    virtual bool begin(const PracticeEnvelope &envelope) = 0;
    virtual bool append(QByteArrayView octets) = 0;
    /// Makes it durable and gives it its name: the queue id of the 250. Nothing if that failed.
    virtual std::optional<QByteArray> keep() = 0;
    virtual void discard() = 0;
};

} // namespace pennypost
