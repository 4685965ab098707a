// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a fuzz target the files of its corpus, whole and cut after each of their first octets: where there is
// no libFuzzer, as in the builds that gcc, MSVC or MinGW make.
//
//   replay_reply FOLDER
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char *argv[])
{
    constexpr std::size_t mostCuts = 300; // of a file: seconds in all, not minutes
    std::error_code problem;
    std::filesystem::directory_iterator files(argc == 2 ? argv[1] : "", problem);
    if (problem) {
        std::fprintf(stderr, "replay: %s\n", problem.message().c_str());
        return 1;
    }
    std::size_t count = 0, runs = 0;
    for (const auto &entry : files) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::vector<char> read{std::istreambuf_iterator<char>(file), {}};
        if (!file.eof() && !file) {
            std::fprintf(stderr, "replay: %s can't be read\n", entry.path().string().c_str());
            return 1;
        }
        std::printf("%s\n", entry.path().filename().string().c_str());
        std::fflush(stdout); // the last name stands there if this one ends the program
        for (std::size_t size = 0; size <= std::min(read.size(), mostCuts); ++size, ++runs) {
            const std::vector<std::uint8_t> cut(read.begin(), read.begin() + std::ptrdiff_t(size));
            LLVMFuzzerTestOneInput(cut.data(), cut.size());
        }
        const std::vector<std::uint8_t> whole(read.begin(), read.end());
        LLVMFuzzerTestOneInput(whole.data(), whole.size());
        ++count;
        ++runs;
    }
    std::printf("%zu files, %zu runs\n", count, runs);
    return count > 0 ? 0 : 1; // a corpus that is empty would pass everything
}
