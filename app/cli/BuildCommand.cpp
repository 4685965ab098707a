// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BuildCommand.h"

#include "app/cli/CauseText.h"
#include "app/cli/LetterMaker.h"
#include "core/base/Clock.h"
#include "core/mime/MimeBuilder.h"

#include <vector>

namespace pennypost {

ExitCode runBuild(const BuildLetter &options, Console &console, StandardInput &input)
{
    auto message = makeLetter(options.letter, {}, input);
    if (!message)
        return console.fail(message.error());
    const SystemClock clock;
    RandomIds ids;
    const Message letter = stamped(std::move(*message), clock, ids);
    const auto source = options.bodyOnly ? buildEntity(letter) : buildMime(letter);
    if (!source)
        return console.fail(cliError(source.error()));

    (*source)->useEightBit(options.eightBit);
    std::vector<char> piece(1 << 20);
    while (true) {
        if (input.wasStopped())
            return console.fail(cancelledError());
        const auto count = (*source)->read(piece);
        if (!count)
            return console.fail(cliError(count.error()));
        if (*count == 0)
            return console.ended(ExitCode::Ok);
        if (!console.write(QByteArrayView(piece.data(), *count)))
            return input.wasStopped() ? console.fail(cancelledError()) : console.ended(ExitCode::Ok);
    }
}

} // namespace pennypost
