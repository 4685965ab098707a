// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/mime/MimeSource.h"
#include "core/net/Transport.h"
#include "core/smtp/DotStuffer.h"
#include "core/smtp/SubmissionDialogue.h"
#include "core/submission/TimeLimits.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace pennypost {

/// Moves a letter from its source to the wire: dot-stuffed, from DATA's 354 to the final dot, or in chunks,
/// the end of the last one being what is held back and counts as the dot. Never has more than about 1 MiB on
/// its way, so that memory stays the same for a kilobyte and for a gigabyte; notices when not a single octet
/// could be handed over for a whole `block`. Used by SubmissionWorker on the submission thread; source,
/// transport and clock outlive it. Emits nothing after unreadable(), stalled() or finalDotGoes().
class LetterSender final : public QObject
{
    Q_OBJECT

public:
    LetterSender(MimeSource &source, Transport &transport, Clock &clock, const TimeLimits &limits,
                 bool holdFinalDot, SendBody::Framing framing = SendBody::Framing::Dots, bool trial = false);

    /// `ahead` are commands to go out in one write with the letter's first octets.
    void start(const QByteArray &ahead = {});
    /// The server has taken a chunk.
    void chunkTaken();
    /// Ends it where it is.
    void stop();
    void releaseFinalDot();
    /// To go out in one write with the dot: the next letter's commands. While finalDotGoes() is emitted.
    void writeBehindDot(const QByteArray &commands) { m_behindDot = commands; }
    /// From here on nobody can take the letter back.
    bool isFinalDotOut() const { return m_dotOut; }
    bool isInChunks() const { return m_chunks; }
    /// Of the letter, read so far.
    qint64 octetsRead() const { return m_read; }

Q_SIGNALS:
    /// Octets of the letter that have left our buffers; at most every 50 ms.
    void progressed(qint64 sent);
    /// The letter is handed over to its last octet. With `holdFinalDot` releaseFinalDot() is due.
    void letterOut();
    /// "BDAT octets", perhaps "LAST", is written now.
    void chunkGoes(qint64 octets, bool last);
    /// Emitted just before the dot is written: writeBehindDot() now.
    void finalDotGoes();
    void unreadable(const pennypost::MimeError &error);
    void stalled();

private:
    enum class State { Idle, Reading, OnTrial, Held, DotDue, Ended };

    void goOn();
    void read();
    bool take(QByteArrayView piece);
    void awaitChunk();
    void announceChunk();
    void allRead();
    void changed();
    void sendFinalDotIfFree();
    void flush();
    void end();
    void watch();

    MimeSource &m_source;
    Transport &m_transport;
    Clock &m_clock;
    TimeLimits m_limits;
    bool m_hold;
    bool m_chunks;
    bool m_trial;
    int m_toHear = 0; ///< chunks that have to be taken before the next one goes

    State m_state = State::Idle;
    DotStuffer m_stuffer;
    std::vector<char> m_chunk;
    QByteArray m_stuffed;   ///< or framed in chunks, and not written yet
    qint64 m_announced = 0; ///< of the letter, by BDAT
    qint64 m_framed = 0;    ///< of these, in m_stuffed or the tail
    QByteArray m_tail;      ///< of the last chunk, instead of a dot
    QByteArray m_behindDot;
    qint64 m_read = 0;
    qint64 m_written = 0; ///< stuffing included
    bool m_dotOut = false;

    std::unique_ptr<Alarm> m_watch;
    qint64 m_handedOver = 0; ///< at the last look
    qint64 m_told = 0;       ///< by progressed()
    std::chrono::milliseconds m_lastMove{0};
};

} // namespace pennypost
