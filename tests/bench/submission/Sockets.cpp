// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/submission/Sockets.h"

#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace bench {

namespace {

int checked(int result, const char *what)
{
    if (result < 0) {
        std::perror(what);
        std::exit(2);
    }
    return result;
}

sockaddr_in loopback(uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

int listenOnLoopback()
{
    const int descriptor = checked(::socket(AF_INET, SOCK_STREAM, 0), "socket");
    const sockaddr_in address = loopback(0);
    checked(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), "bind");
    checked(::listen(descriptor, SOMAXCONN), "listen");
    makeNonBlocking(descriptor);
    return descriptor;
}

uint16_t portOf(int descriptor)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    checked(::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size), "getsockname");
    return ntohs(address.sin_port);
}

int connectToLoopback(uint16_t port)
{
    const int descriptor = checked(::socket(AF_INET, SOCK_STREAM, 0), "socket");
    const sockaddr_in address = loopback(port);
    checked(::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), "connect");
    sendAtOnce(descriptor);
    return descriptor;
}

void makeNonBlocking(int descriptor)
{
    const int flags = checked(::fcntl(descriptor, F_GETFL), "fcntl");
    checked(::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK), "fcntl");
}

void sendAtOnce(int descriptor)
{
    const int on = 1;
    checked(::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "TCP_NODELAY");
}

} // namespace bench
