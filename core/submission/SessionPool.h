// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/submission/Session.h"
#include "core/submission/SessionKey.h"
#include "core/submission/TimeLimits.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <list>
#include <memory>
#include <vector>

namespace pennypost {

/// Who sends over a session: a SubmissionWorker. The pool calls it back on the same thread, also from within
/// its own calls.
class SessionUser
{
public:
    SessionUser() = default;
    SessionUser(const SessionUser &) = delete;
    SessionUser &operator=(const SessionUser &) = delete;
    virtual ~SessionUser() = default;

    virtual const SessionKey &sessionKey() const = 0;
    /// There is none to be had: open one yourself.
    virtual void openSession() = 0;
    /// Yours from now on; signed in and quiet, or, if `isFollowed`, with your first commands on their way.
    virtual void goOn(std::unique_ptr<Session> session) = 0;
    /// Behind goOn() of one that `isFollowed`: what has come in beyond the letter before is yours too.
    virtual void readOn() = 0;
    /// What is to go out in one flight with the final dot of the letter that has the session: begun in its
    /// dialogue by SubmissionDialogue::follow(). Empty where that can't be.
    virtual QByteArray commandsBehind(Session &session) = 0;
    /// Whoever was opening the session that you wait for could not: neither could you.
    virtual void noSession(const SubmissionError &error) = 0;
};

/// Sessions that stand and who waits for one: letters for the same account go over one connection, one after
/// the other, and one that comes later finds it warm. What a session is lent by is its SessionKey. Knows
/// nothing of SMTP but how to leave politely. Shared by the workers of one SmtpSubmitter, on its submission
/// thread; outlives them.
///
/// Each user is waiting, busy (it has a session or opens one), or not known here. Busy it is until
/// giveBack(), handOn(), waitInstead() or lost(); withdraw() ends whatever it is.
class SessionPool final : public QObject
{
public:
    /// Letters over one session. Servers that want fewer say so by LIMITS or 421, which costs a reconnection.
    static constexpr int mostLetters = 1000;

    /// `clock` outlives it.
    SessionPool(Clock &clock, const TimeLimits &limits);
    ~SessionPool() override;

    /// Ends in one of the calls of SessionUser: at once where one lies idle or none is open.
    void request(SessionUser &user);
    /// Is there a session for this key, or will there be, without anybody's doing? One that has been silent
    /// for a while is asked whether it still stands, and then lies idle for as long again.
    /// Also true where the server has refused its secret: that is not tried again but with a letter.
    bool keepWarm(const SessionKey &key);
    /// The user is not there any more, in whatever state it is.
    void withdraw(SessionUser &user);
    /// A busy user that was opening a session has signed in.
    void opened(const SessionUser &user);
    /// A busy user's session can be used on: to whoever waits, else it lies idle for a while, or quits.
    void giveBack(SessionUser &user, std::unique_ptr<Session> session);
    /// A busy user could not open a further session, while others stand: true if it waits for one of these
    /// from now on, and no further one is opened as long as they do. serve() when it has cleared up: one of
    /// them may lie idle by then.
    bool waitInstead(SessionUser &user);
    /// An idle session to whoever is first in line.
    void serve(const SessionKey &key);
    /// A busy user has no session any more. An error from before MAIL is that of all who wait for it.
    void lost(SessionUser &user, const SubmissionError &error);
    /// The next in line, busy from now on, for its commands go out with the user's final dot: handOn() or
    /// lost() then. nullptr if nobody waits.
    SessionUser *takeFollower(SessionUser &user);
    /// takeFollower() in vain: first in line again.
    void putBackFollower(SessionUser &user);
    /// The session goes to the follower. If that is gone nobody can say what its commands began, and the link
    /// is cut: nothing of its letter has left.
    void handOn(SessionUser &user, std::unique_ptr<Session> session);
    /// Behind handOn(), when the user is done with the session: the follower reads on.
    void letReadOn();
    /// The program ends: QUIT to all that lie idle, and nobody gets a session any more.
    void quitAll();

    /// QUIT, and the session is gone.
    static void quit(std::unique_ptr<Session> session);

private:
    struct Idle
    {
        std::unique_ptr<Session> session;
        std::unique_ptr<Alarm> end;
    };
    struct Server
    {
        SessionKey key;
        QList<SessionUser *> waiting, busy;
        std::vector<Idle> idle;
        std::unique_ptr<Alarm> patience;
        std::chrono::milliseconds patienceEnds{0}; ///< not before the alarm rings
        QList<const SessionUser *> opening;        ///< of `busy`, who has not signed in yet
        bool isFull = false; ///< it would not have a further session beside those that stand
    };

    Server &serverOf(const SessionKey &key);
    Server *find(const SessionKey &key);
    void keep(Server &server, std::unique_ptr<Session> session);
    std::unique_ptr<Session> takeIdle(Server &server); ///< there is one
    void expect(const SessionKey &key, Idle &idle);
    void hear(const SessionKey &key, const Transport *transport);
    void drop(const SessionKey &key, const Transport *transport, bool politely);
    SessionUser *nextInLine(Server &server); ///< busy from now on; somebody waits
    void wait(Server &server);
    void ringAfter(std::chrono::milliseconds delay, Server &server);
    void outOfPatience(const SessionKey &key);
    void nextOpens(Server &server);
    void letOpen(Server &server, SessionUser &user);
    bool forget(Server &server, const SessionUser &user);
    bool letFollowerOpen(const SessionUser &user);

    Clock &m_clock;
    TimeLimits m_limits;
    std::list<Server> m_servers;
    QHash<const SessionUser *, SessionUser *> m_followers; ///< of whom; nullptr: gone
    SessionUser *m_heir = nullptr;                         ///< it has got a session and has yet to read on
    bool m_readingOn = false;
    QList<SessionKey> m_refused; ///< whose secret was, the last of them
    bool m_closing = false;
};

} // namespace pennypost
