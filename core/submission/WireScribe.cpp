// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/WireScribe.h"

#include <algorithm>

namespace pennypost {

namespace {

constexpr qsizetype longestLine = 64 * 1024; // as ReplyParser has it

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

bool startsWithCode(QByteArrayView line)
{
    return line.size() >= 4 && (line[3] == ' ' || line[3] == '-') &&
           std::all_of(line.begin(), line.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
}

/// The verb and the mechanism are no secret; all that follows, and every line that is an answer, is.
QByteArray masked(QByteArrayView line)
{
    const bool isCommand = line.startsWith("AUTH ");
    const qsizetype blank = isCommand ? line.indexOf(' ', 5) : -1;
    return (blank < 0 ? QByteArray() : line.first(blank + 1).toByteArray()) + "****";
}

} // namespace

void WireScribe::signsInWith(const Credential &credential)
{
    m_credential = credential.clone();
}

void WireScribe::writeTo(std::shared_ptr<WireLog> log)
{
    endOfInput();
    m_log = std::move(log);
}

void WireScribe::sent(const SendLines::Line &line)
{
    const QByteArrayView text = withoutLineEnd(line.bytes);
    if (line.secret) { // also for the log of a later letter
        m_sentSecrets.hideLine(text);
        m_sentSecrets.hide(m_credential.secret, m_credential.userName);
    }
    if (m_log)
        m_log->sent(line.secret ? masked(text) : text.toByteArray());
}

void WireScribe::received(QByteArrayView bytes)
{
    if (!m_log)
        return;
    m_unfinished.append(bytes);
    qsizetype start = 0;
    for (qsizetype end; (end = m_unfinished.indexOf('\n', start)) >= 0; start = end + 1)
        write(withoutLineEnd(QByteArrayView(m_unfinished).sliced(start, end + 1 - start)));
    m_unfinished.remove(0, start);
    if (m_unfinished.size() > longestLine)
        endOfInput();
}

void WireScribe::endOfInput()
{
    if (m_log && !m_unfinished.isEmpty())
        write(m_unfinished);
    m_unfinished.clear();
}

void WireScribe::write(QByteArrayView received)
{
    // A code is no quotation, and a password might be one.
    const qsizetype text = startsWithCode(received) ? 4 : 0;
    const QByteArray words = m_sentSecrets.masked(received.sliced(text).toByteArray());
    m_log->received(QByteArray(received.first(text).toByteArray() + words));
}

void WireScribe::noteQuoting(const QString &text)
{
    if (m_log)
        m_log->note(QString::fromUtf8(m_sentSecrets.masked(text.toUtf8())));
}

void WireScribe::note(const QString &text)
{
    if (m_log)
        m_log->note(text);
}

} // namespace pennypost
