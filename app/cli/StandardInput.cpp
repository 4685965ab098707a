// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StandardInput.h"

#include "app/cli/Terminal.h"

#include <cstdio>

namespace pennypost {

namespace {
constexpr qsizetype longestPassword = 64 * 1024;
constexpr size_t pieceSize = 1 << 20;
} // namespace

StandardInput::StandardInput()
{
    std::setvbuf(stdin, nullptr, _IONBF, 0);
}

bool StandardInput::isTerminal()
{
    return terminal::inputIsTerminal();
}

std::optional<Secret> StandardInput::readPassword()
{
    QByteArray line;
    line.reserve(1024); // grown, it would leave copies behind
    int octet = std::fgetc(stdin);
    while (octet != EOF && octet != '\n' && line.size() < longestPassword) {
        line.append(static_cast<char>(octet));
        octet = std::fgetc(stdin);
    }
    if (line.endsWith('\r'))
        line.chop(1);
    const bool usable = !line.isEmpty() && (octet == EOF || octet == '\n');
    if (!usable) {
        Secret::wipe(line);
        return std::nullopt;
    }
    return Secret(std::move(line));
}

std::optional<Secret> StandardInput::askPassword(const QString &question)
{
    if (!isTerminal())
        return std::nullopt;
    std::fputs(question.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
    StandardInput input;
    std::optional<Secret> password;
    {
        const terminal::EchoOff quiet;
        password = input.readPassword();
    }
    std::fputc('\n', stderr);
    return password;
}

std::optional<QByteArray> StandardInput::readRest(qint64 limit)
{
    QByteArray all;
    QByteArray piece(qsizetype(pieceSize), Qt::Uninitialized);
    while (const size_t got = std::fread(piece.data(), 1, pieceSize, stdin)) {
        if (all.size() + qint64(got) > limit)
            return std::nullopt;
        all.append(piece.constData(), qsizetype(got));
    }
    if (std::ferror(stdin))
        return std::nullopt;
    return all;
}

bool StandardInput::copyRest(QIODevice &sink)
{
    QByteArray piece(qsizetype(pieceSize), Qt::Uninitialized);
    while (const size_t got = std::fread(piece.data(), 1, pieceSize, stdin)) {
        if (sink.write(piece.constData(), qint64(got)) != qint64(got))
            return false;
    }
    return !std::ferror(stdin);
}

} // namespace pennypost
