// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

namespace bench {

/// What each sender of ours is told to do, in the same words:
///
///     SENDER tls|starttls PORT SHA256 LETTERS RECIPIENTS [ATTACHMENT] [--one-by-one]
struct Task
{
    bool startTls = false;
    uint16_t port = 0;
    std::string sha256; ///< of the certificate, in hex
    int letters = 1;
    int recipients = 1;     ///< of each letter
    std::string attachment; ///< a file; empty for a small letter
    bool oneByOne = false;  ///< no letter is known of before the former is taken

    static std::optional<Task> from(int argc, char **argv)
    {
        if (argc < 6)
            return std::nullopt;
        Task task;
        task.startTls = std::string(argv[1]) == "starttls";
        task.port = static_cast<uint16_t>(std::atoi(argv[2]));
        task.sha256 = argv[3];
        task.letters = std::atoi(argv[4]);
        task.recipients = std::atoi(argv[5]);
        for (int i = 6; i < argc; ++i) {
            const std::string argument = argv[i];
            if (argument == "--one-by-one")
                task.oneByOne = true;
            else
                task.attachment = argument;
        }
        return task;
    }
};

/// The text of each small letter: about a kilobyte.
inline std::string smallText()
{
    std::string text;
    for (int i = 0; i < 16; ++i)
        text += "The quick brown fox jumps over the lazy dog, and nobody wonders why.\n";
    return text;
}

} // namespace bench
