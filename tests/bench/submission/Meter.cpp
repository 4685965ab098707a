// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a command, again and again if told so, and writes what it cost as one line of JSON to descriptor 3:
//
//     bench_meter TIMES COMMAND [ARGUMENT...]     3>figures
//
// A small program of its own, for Linux gives each child the peak memory of the process that it was forked
// from: one started by an interpreter could never use less than that one does.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    ::fcntl(3, F_SETFD, FD_CLOEXEC);
    double cpu = 0;
    long peak = 0;
    int failures = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int left = std::atoi(argv[1]); left > 0; --left) {
        ::lseek(0, 0, SEEK_SET); // each gets the same letter
        const pid_t child = ::fork();
        if (child == 0) {
            ::execvp(argv[2], argv + 2);
            std::perror(argv[2]);
            ::_exit(127);
        }
        int status = 0;
        rusage usage{};
        if (child < 0 || ::wait4(child, &status, 0, &usage) != child)
            return 2;
        cpu += seconds(usage.ru_utime) + seconds(usage.ru_stime);
        peak = usage.ru_maxrss > peak ? usage.ru_maxrss : peak;
        failures += status == 0 ? 0 : 1;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
#ifdef __APPLE__
    peak /= 1024; // octets there
#endif
    ::dprintf(3, "{\"wall\": %.6f, \"cpu\": %.6f, \"peak_kb\": %ld, \"failures\": %d}\n", wall.count(), cpu,
              peak, failures);
    return failures == 0 ? 0 : 1;
}
