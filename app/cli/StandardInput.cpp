// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StandardInput.h"

#include "app/cli/Terminal.h"

#include <cstdio>
#include <vector>

namespace pennypost {

namespace {
constexpr qsizetype longestPassword = 64 * 1024;
constexpr size_t pieceSize = 1 << 20;
} // namespace

std::optional<Secret> StandardInput::readPassword()
{
    QByteArray line;
    line.reserve(1024); // grown, it would leave copies behind
    char octet = 0;
    // One at a time: what follows the line is another reader's.
    qint64 count = m_signals.readInput({&octet, 1});
    while (count == 1 && octet != '\n' && line.size() < longestPassword) {
        line.append(octet);
        count = m_signals.readInput({&octet, 1});
    }
    if (line.endsWith('\r'))
        line.chop(1);
    const bool usable = !line.isEmpty() && (count == 0 || (count == 1 && octet == '\n'));
    if (!usable) {
        Secret::wipe(line);
        return std::nullopt;
    }
    return Secret(std::move(line));
}

std::optional<Secret> StandardInput::askPassword(const QString &question)
{
    if (!terminal::inputIsTerminal())
        return std::nullopt;
    std::optional<Secret> password;
    {
        // Before the question: who answers at once is not shown either.
        const terminal::EchoOff quiet;
        std::fputs(question.toLocal8Bit().constData(), stderr);
        std::fflush(stderr);
        password = readPassword();
    }
    std::fputc('\n', stderr);
    return password;
}

std::optional<QByteArray> StandardInput::readRest(qint64 limit)
{
    QByteArray all;
    std::vector<char> piece(pieceSize);
    qint64 count = 0;
    while ((count = m_signals.readInput(piece)) > 0) {
        if (all.size() + count > limit)
            return std::nullopt;
        all.append(piece.data(), qsizetype(count));
    }
    return count < 0 ? std::nullopt : std::optional(all);
}

bool StandardInput::copyRest(QIODevice &sink)
{
    std::vector<char> piece(pieceSize);
    qint64 count = 0;
    while ((count = m_signals.readInput(piece)) > 0) {
        if (sink.write(piece.data(), count) != count)
            return false;
    }
    return count == 0;
}

} // namespace pennypost
