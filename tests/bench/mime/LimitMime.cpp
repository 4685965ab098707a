// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that tests/bench/mime's tasks cost: system calls and a kernel, no letter.
//
//     write FILE         read(), base64 by the best kernel, write()
//     open FILE.eml      read(), and a search for each line's end

#include "core/mime/Base64.h"

#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

using namespace pennypost;

namespace {

constexpr size_t portion = 57 * 4608;

bool write(int file)
{
    std::vector<char> in(portion);
    std::vector<char> out(portion / 57 * 78);
    for (;;) {
        size_t filled = 0;
        while (filled < portion) {
            const ssize_t got = ::read(file, in.data() + filled, portion - filled);
            if (got < 0)
                return false;
            if (got == 0)
                break;
            filled += static_cast<size_t>(got);
        }
        const char *end = base64::encodeLines(in.data(), static_cast<qint64>(filled), out.data());
        for (const char *at = out.data(); at < end;) {
            const ssize_t written = ::write(STDOUT_FILENO, at, static_cast<size_t>(end - at));
            if (written < 0)
                return false;
            at += written;
        }
        if (filled < portion)
            return true;
    }
}

bool open(int file)
{
    std::vector<char> in(portion);
    long long lines = 0;
    for (;;) {
        const ssize_t got = ::read(file, in.data(), portion);
        if (got <= 0) {
            std::fprintf(stderr, "%lld lines\n", lines); // so that nobody leaves the search out
            return got == 0;
        }
        const char *at = in.data();
        const char *const end = at + got;
        while ((at = static_cast<const char *>(std::memchr(at, '\n', static_cast<size_t>(end - at))))) {
            ++lines;
            ++at;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const int file = ::open(argv[2], O_RDONLY);
    const bool done = file >= 0 && (std::string(argv[1]) == "write" ? write(file) : open(file));
    return done ? 0 : 1;
}
