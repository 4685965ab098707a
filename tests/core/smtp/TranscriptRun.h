// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Transcript.h"
#include "core/smtp/ReplyParser.h"

#include <limits>

namespace pennypost {

/// Plays a transcript's server against ReplyParser and SubmissionDialogue, as SubmissionWorker would drive
/// them, and compares every line that comes out. In pieces of `pieceSize` octets; the link is cut after
/// `cutAfter` of them.
class TranscriptRun
{
public:
    explicit TranscriptRun(const Transcript &transcript,
                           qsizetype pieceSize = std::numeric_limits<qsizetype>::max(),
                           qsizetype cutAfter = std::numeric_limits<qsizetype>::max());

    /// What differed from the transcript's lines; empty if nothing did.
    QString mismatch() const { return m_mismatch; }
    bool wasCut() const { return m_cut; }
    /// And not answered yet.
    bool dotWasSent() const { return m_dotSent; }
    const std::optional<Succeeded> &succeeded() const { return m_succeeded; }
    const std::optional<Failed> &failed() const { return m_failed; }
    const SubmissionDialogue &dialogue() const { return m_dialogue; }
    qsizetype octetsFed() const { return m_fed; }

    /// Compares how it ended with what the transcript wants; empty if it is the same.
    QString outcomeMismatch() const;

private:
    bool isOver() const { return m_succeeded || m_failed || !m_mismatch.isEmpty(); }
    void play();
    void serverSends(QByteArrayView bytes);
    void take(Step step);
    void clientLine(const Transcript::Event &event);
    void letterGoes(Transcript::Event::Kind kind, bool eightBit);
    void injected();

    const Transcript &m_transcript;
    qsizetype m_pieceSize;
    qsizetype m_cutAfter;
    SubmissionDialogue m_dialogue;
    ReplyParser m_parser;
    QList<SendLines::Line> m_out;
    qsizetype m_fed = 0;
    bool m_cut = false;
    bool m_wantsTls = false;
    bool m_asks = false;
    std::optional<SendBody> m_wantsBody;
    bool m_dotSent = false;
    QString m_mismatch;
    std::optional<Succeeded> m_succeeded;
    std::optional<Failed> m_failed;
};

} // namespace pennypost
