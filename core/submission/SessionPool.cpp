// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/SessionPool.h"

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// Sessions at once with one server: enough that small letters pass a large one, few enough for servers that
/// count them.
constexpr qsizetype mostSessions = 4;
constexpr qsizetype mostRefused = 20;

} // namespace

SessionPool::SessionPool(Clock &clock, const TimeLimits &limits) : m_clock(clock), m_limits(limits) {}

SessionPool::~SessionPool()
{
    quitAll();
}

SessionPool::Server *SessionPool::find(const SessionKey &key)
{
    const auto found = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&key](const Server &server) { return server.key == key; });
    return found == m_servers.end() ? nullptr : &*found;
}

SessionPool::Server &SessionPool::serverOf(const SessionKey &key)
{
    if (Server *server = find(key))
        return *server;
    // Those without anybody and anything are of no use any more.
    m_servers.remove_if([](const Server &server) {
        return server.waiting.isEmpty() && server.busy.isEmpty() && server.idle.empty();
    });
    m_servers.emplace_back().key = key;
    return m_servers.back();
}

void SessionPool::request(SessionUser &user)
{
    Server &server = serverOf(user.sessionKey());
    if (!server.idle.empty()) {
        server.busy.append(&user);
        return user.goOn(takeIdle(server));
    }
    if (server.busy.isEmpty()) {
        server.busy.append(&user);
        return letOpen(server, user);
    }
    server.waiting.append(&user);
    wait(server);
}

bool SessionPool::keepWarm(const SessionKey &key)
{
    if (m_refused.contains(key))
        return true;
    Server *server = find(key);
    if (!server)
        return false;
    for (Idle &idle : server->idle) {
        Session &session = *idle.session;
        if (m_clock.monotonic() - session.heardAt < m_limits.proven / 2 || !session.dialogue->isQuiet())
            continue;
        for (const SendLines::Line &line : session.dialogue->probe().lines)
            session.transport->write(line.bytes);
    }
    return !server->idle.empty() || !server->busy.isEmpty();
}

void SessionPool::withdraw(SessionUser &user)
{
    Server *server = find(user.sessionKey());
    if (!server)
        return;
    if (forget(*server, user) && !letFollowerOpen(user))
        nextOpens(*server);
}

/// True if it was busy.
bool SessionPool::forget(Server &server, const SessionUser &user)
{
    const auto isUser = [&user](const SessionUser *each) { return each == &user; };
    server.waiting.removeIf(isUser);
    for (SessionUser *&follower : m_followers) {
        if (follower == &user)
            follower = nullptr;
    }
    server.opening.removeIf(isUser);
    if (m_heir == &user)
        m_heir = nullptr;
    return server.busy.removeIf(isUser) > 0;
}

void SessionPool::giveBack(SessionUser &user, std::unique_ptr<Session> session)
{
    Server &server = serverOf(user.sessionKey());
    forget(server, user);
    // What was said beyond the last reply answers nothing that the next letter will say.
    const bool babbles =
        session->parser.hasReply() || session->parser.hasRest() || session->parser.error().has_value();
    if (babbles || session->dialogue->letters() >= mostLetters) {
        quit(std::move(session));
        return nextOpens(server);
    }
    if (server.waiting.isEmpty()) {
        server.patience.reset();
        return keep(server, std::move(session));
    }
    SessionUser *next = nextInLine(server);
    next->goOn(std::move(session));
}

bool SessionPool::waitInstead(SessionUser &user)
{
    Server *server = find(user.sessionKey());
    if (!server || m_closing || !server->opening.contains(&user))
        return false;
    const bool othersStand = server->busy.size() > server->opening.size() || !server->idle.empty();
    if (!othersStand)
        return false;
    server->isFull = true;
    forget(*server, user);
    server->waiting.prepend(&user);
    wait(*server);
    return true;
}

void SessionPool::serve(const SessionKey &key)
{
    Server *server = find(key);
    if (!server || server->idle.empty() || server->waiting.isEmpty())
        return;
    auto session = takeIdle(*server);
    SessionUser *next = nextInLine(*server);
    next->goOn(std::move(session));
}

void SessionPool::lost(SessionUser &user, const SubmissionError &error)
{
    if (refusesSecret(error) && !m_refused.contains(user.sessionKey())) {
        m_refused.append(user.sessionKey());
        if (m_refused.size() > mostRefused)
            m_refused.removeFirst();
    }
    Server *server = find(user.sessionKey());
    if (!server)
        return;
    if (!forget(*server, user))
        return;
    if (letFollowerOpen(user))
        return;
    const bool opening = error.stage < Stage::MailFrom && error.problem != Problem::Cancelled;
    if (!opening || !server->busy.isEmpty())
        return nextOpens(*server);
    // A password that was refused once must not be tried again for each letter that waits.
    const auto waiting = std::exchange(server->waiting, {});
    server->patience.reset();
    for (SessionUser *each : waiting)
        each->noSession(error);
}

SessionUser *SessionPool::takeFollower(SessionUser &user)
{
    Server *server = find(user.sessionKey());
    if (!server || server->waiting.isEmpty())
        return nullptr;
    SessionUser *next = nextInLine(*server);
    m_followers.insert(&user, next);
    return next;
}

void SessionPool::putBackFollower(SessionUser &user)
{
    Server &server = serverOf(user.sessionKey());
    if (SessionUser *follower = m_followers.take(&user)) {
        server.busy.removeAll(follower);
        server.waiting.prepend(follower);
        wait(server);
    }
}

void SessionPool::handOn(SessionUser &user, std::unique_ptr<Session> session)
{
    Server &server = serverOf(user.sessionKey());
    server.busy.removeAll(&user);
    server.opening.removeAll(&user);
    if (SessionUser *follower = m_followers.take(&user)) {
        session->isFollowed = true;
        m_heir = follower;
        return follower->goOn(std::move(session));
    }
    session->transport->abort();
    session->transport.release()->deleteLater();
    nextOpens(server);
}

void SessionPool::letReadOn()
{
    // One after the other: an heir may be done at once and have one of its own.
    if (std::exchange(m_readingOn, true))
        return;
    while (SessionUser *heir = std::exchange(m_heir, nullptr))
        heir->readOn();
    m_readingOn = false;
}

/// Its commands went down with the session of the one before it.
bool SessionPool::letFollowerOpen(const SessionUser &user)
{
    SessionUser *follower = m_followers.take(&user);
    if (follower && !m_closing)
        letOpen(serverOf(follower->sessionKey()), *follower);
    return follower;
}

void SessionPool::nextOpens(Server &server)
{
    if (m_closing || server.waiting.isEmpty() || !server.busy.isEmpty())
        return;
    server.isFull = false; // none stands any more
    SessionUser *next = nextInLine(server);
    letOpen(server, *next);
}

void SessionPool::letOpen(Server &server, SessionUser &user)
{
    server.opening.append(&user);
    user.openSession();
}

void SessionPool::opened(const SessionUser &user)
{
    m_refused.removeAll(user.sessionKey());
    if (Server *server = find(user.sessionKey()))
        server->opening.removeAll(&user);
}

SessionUser *SessionPool::nextInLine(Server &server)
{
    SessionUser *next = server.waiting.takeFirst();
    server.busy.append(next);
    wait(server);
    return next;
}

/// From now on, for whoever is first in line. One alarm for many waits.
void SessionPool::wait(Server &server)
{
    server.patienceEnds = m_clock.monotonic() + m_limits.patience;
    if (!server.patience && !server.waiting.isEmpty())
        ringAfter(m_limits.patience, server);
}

void SessionPool::ringAfter(std::chrono::milliseconds delay, Server &server)
{
    server.patience = m_clock.after(delay, [this, key = server.key] { outOfPatience(key); });
}

void SessionPool::outOfPatience(const SessionKey &key)
{
    Server *server = find(key);
    if (!server)
        return;
    server->patience.reset();
    if (server->waiting.isEmpty())
        return;
    if (const auto left = server->patienceEnds - m_clock.monotonic(); left.count() > 0)
        return ringAfter(left, *server);
    // One that has not signed in yet may be about to learn that the password is wrong.
    const bool isFull = server->isFull || server->busy.size() >= mostSessions;
    if (!server->opening.isEmpty() || isFull)
        return wait(*server);
    SessionUser *next = nextInLine(*server);
    letOpen(*server, *next);
}

// Idle sessions

void SessionPool::keep(Server &server, std::unique_ptr<Session> session)
{
    if (m_closing || m_limits.idle.count() == 0 || !server.idle.empty())
        return quit(std::move(session));
    session->wasIdle = true;
    session->heardAt = m_clock.monotonic();
    session->scribe.writeTo({});
    const Transport *transport = session->transport.get();
    connect(transport, &Transport::readyRead, this,
            [this, key = server.key, transport] { hear(key, transport); });
    connect(transport, &Transport::failed, this,
            [this, key = server.key, transport] { drop(key, transport, false); });
    Idle &idle = server.idle.emplace_back();
    idle.session = std::move(session);
    expect(server.key, idle);
}

std::unique_ptr<Session> SessionPool::takeIdle(Server &server)
{
    Idle idle = std::move(server.idle.back());
    server.idle.pop_back();
    idle.session->transport->disconnect(this);
    return std::move(idle.session);
}

/// A letter; if none comes it quits.
void SessionPool::expect(const SessionKey &key, Idle &idle)
{
    idle.end = m_clock.after(m_limits.idle, [this, key, transport = idle.session->transport.get()] {
        drop(key, transport, true);
    });
}

/// The reply to RSET or NOOP is expected. Anything else is 421, or a server that has lost its way.
void SessionPool::hear(const SessionKey &key, const Transport *transport)
{
    Server *server = find(key);
    if (!server)
        return;
    for (Idle &idle : server->idle) {
        if (idle.session->transport.get() != transport)
            continue;
        Session &session = *idle.session;
        session.parser.feed(session.transport->read());
        bool fine = !session.parser.error();
        while (fine) {
            const auto reply = session.parser.next();
            if (!reply)
                break;
            fine = !session.dialogue->isQuiet() && reply->code != 421;
            session.dialogue->take(*reply);
            session.heardAt = m_clock.monotonic();
        }
        if (fine)
            expect(key, idle);
        else
            drop(key, transport, true);
        return;
    }
}

void SessionPool::drop(const SessionKey &key, const Transport *transport, bool politely)
{
    Server *server = find(key);
    if (!server)
        return;
    const auto found = std::find_if(server->idle.begin(), server->idle.end(), [transport](const Idle &idle) {
        return idle.session->transport.get() == transport;
    });
    if (found == server->idle.end())
        return;
    auto session = std::move(found->session);
    session->transport->disconnect(this);
    server->idle.erase(found);
    if (politely)
        return quit(std::move(session));
    // Its transport may be the very caller.
    session->transport.release()->deleteLater();
}

void SessionPool::quit(std::unique_ptr<Session> session)
{
    const SendLines::Line line{"QUIT\r\n", false};
    session->scribe.sent(line);
    session->transport->write(line.bytes);
    session->transport->close();
    session->transport.release()->deleteLater(); // it may be the very caller
}

void SessionPool::quitAll()
{
    m_closing = true;
    for (Server &server : m_servers) {
        for (Idle &idle : std::exchange(server.idle, {})) {
            idle.session->transport->disconnect(this);
            quit(std::move(idle.session));
        }
    }
    m_servers.clear(); // the alarms are this thread's
    m_followers.clear();
}

} // namespace pennypost
