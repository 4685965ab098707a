// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/practice/PracticeSession.h"

#include <QUtf8StringView>

#include <algorithm>
#include <utility>

namespace pennypost {

namespace {

/// RFC 4954 4.3.1 asks for 12,288 octets in an AUTH exchange: room for every other command too.
constexpr qsizetype longestLine = 12'288;
constexpr qsizetype mostRecipients = 1'000;
constexpr int mostMistakes = 20;
constexpr int mostWrongSecrets = 5;

bool hasControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet < 32 || octet == 127;
    });
}

} // namespace

PracticeSession::PracticeSession(const PracticeSecrets &secrets, PracticeLetterStore &store)
    : m_secrets(secrets), m_store(store)
{
}

QByteArray PracticeSession::greeting()
{
    return "220 localhost ESMTP Pennypost practice server: nothing leaves this computer\r\n";
}

QByteArray PracticeSession::tooSlow()
{
    return "421 4.4.2 localhost Closing after a long silence\r\n";
}

QByteArray PracticeSession::take(QByteArrayView octets)
{
    QByteArray out;
    while (!octets.isEmpty() && !m_over) {
        if (m_data) {
            takeData(octets, out);
            continue;
        }
        const auto end = octets.indexOf('\n');
        const auto piece = end < 0 ? octets : octets.first(end);
        m_lineTooLong = m_lineTooLong || m_line.size() + piece.size() > longestLine;
        if (m_lineTooLong)
            Secret::wipe(m_line); // it may hold half a password
        else
            m_line.append(piece.data(), piece.size());
        octets = octets.sliced(end < 0 ? octets.size() : end + 1);
        if (end < 0)
            break;
        QByteArray line = std::exchange(m_line, {});
        if (line.endsWith('\r'))
            line.chop(1);
        if (std::exchange(m_lineTooLong, false))
            out += mistake("500 5.5.6 Line too long\r\n");
        else
            takeLine(line, out);
        Secret::wipe(line);
    }
    return out;
}

void PracticeSession::takeLine(QByteArrayView line, QByteArray &out)
{
    if (m_signIn) {
        out += answer(m_signIn->respond(line));
        return;
    }
    if (hasControls(line)) {
        out += mistake("500 5.5.2 Control characters in a command\r\n");
        return;
    }
    const auto blank = line.indexOf(' ');
    const auto verb = (blank < 0 ? line : line.first(blank)).toByteArray().toUpper();
    const auto argument = blank < 0 ? QByteArrayView() : line.sliced(blank + 1).trimmed();
    out += obey(verb, argument);
}

QByteArray PracticeSession::obey(const QByteArray &verb, QByteArrayView argument)
{
    if (verb == "EHLO" || verb == "HELO")
        return hello(argument, verb == "EHLO");
    if (verb == "AUTH")
        return auth(argument);
    if (verb == "MAIL")
        return mailFrom(argument);
    if (verb == "RCPT")
        return recipient(argument);
    if (verb == "DATA")
        return data(argument);
    if (verb == "RSET") {
        forgetLetter();
        return "250 2.0.0 Forgotten\r\n";
    }
    if (verb == "NOOP")
        return "250 2.0.0 Done nothing\r\n";
    if (verb == "VRFY")
        return "252 2.5.0 Send it and see\r\n";
    if (verb == "HELP")
        return "214 2.0.0 RFC 5321, RFC 6409\r\n";
    if (verb == "QUIT") {
        m_over = true;
        return "221 2.0.0 localhost Goodbye\r\n";
    }
    if (verb == "STARTTLS")
        return mistake("503 5.5.1 The connection is encrypted already\r\n");
    return mistake("500 5.5.1 No such command here\r\n");
}

QByteArray PracticeSession::hello(QByteArrayView argument, bool extended)
{
    if (argument.isEmpty() || argument.size() > 255 || argument.contains(' '))
        return mistake("501 5.5.4 Who are you?\r\n");
    forgetLetter();
    m_helloName = argument.toByteArray();
    if (!extended)
        return "250 localhost\r\n";
    return "250-localhost\r\n250-PIPELINING\r\n250-SIZE 0\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
           "250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN LOGIN\r\n";
}

QByteArray PracticeSession::auth(QByteArrayView argument)
{
    if (m_helloName.isEmpty())
        return mistake("503 5.5.1 EHLO first\r\n");
    if (m_signedIn || m_haveSender)
        return mistake("503 5.5.1 Not now\r\n");
    const auto blank = argument.indexOf(' ');
    const auto mechanism = (blank < 0 ? argument : argument.first(blank)).toByteArray().toUpper();
    if (!PracticeSignIn::knows(mechanism))
        return mistake("504 5.5.4 Only PLAIN and LOGIN are known here\r\n");
    m_signIn.emplace(m_secrets, mechanism);
    QByteArray initial = blank < 0 ? QByteArray() : argument.sliced(blank + 1).trimmed().toByteArray();
    auto reply = answer(m_signIn->begin(initial));
    Secret::wipe(initial);
    return reply;
}

QByteArray PracticeSession::answer(const PracticeSignIn::Answer &answer)
{
    using Kind = PracticeSignIn::Answer::Kind;
    if (answer.kind == Kind::Challenge)
        return "334 " + answer.challenge.toBase64() + "\r\n";
    m_signIn.reset();
    switch (answer.kind) {
    case Kind::Accepted:
        m_signedIn = true;
        return "235 2.7.0 Signed in\r\n";
    case Kind::WrongSecret:
        if (++m_wrongSecrets < mostWrongSecrets)
            return "535 5.7.8 User name or password wrong\r\n";
        m_over = true;
        return "421 4.7.0 localhost Too many wrong passwords\r\n";
    case Kind::Cancelled:
        return "501 5.7.0 Cancelled\r\n";
    default:
        return mistake("501 5.5.2 Not what this mechanism allows\r\n");
    }
}

QByteArray PracticeSession::mailFrom(QByteArrayView argument)
{
    if (m_helloName.isEmpty())
        return mistake("503 5.5.1 EHLO first\r\n");
    if (!m_signedIn)
        return mistake("530 5.7.0 Sign in first\r\n");
    if (m_haveSender)
        return mistake("503 5.5.1 One MAIL at a time\r\n");
    const auto path = PracticePath::parse(argument, "FROM:");
    if (!path)
        return mistake("501 5.1.7 MAIL FROM:<address> is what I understand\r\n");
    if (auto refusal = refuseParameters(*path))
        return *refusal;
    m_haveSender = true;
    m_envelope.helloName = m_helloName;
    m_envelope.reversePath = path->path;
    return "250 2.1.0 Sender taken\r\n";
}

std::optional<QByteArray> PracticeSession::refuseParameters(const PracticePath &path)
{
    bool utf8 = false;
    for (const auto &[keyword, value] : path.parameters) {
        if (keyword == "SIZE") {
            bool number = false;
            const auto octets = value.toLongLong(&number);
            if (!number || octets < 0 || value.size() > 20)
                return mistake("501 5.5.4 SIZE wants a number\r\n");
            if (octets > m_store.room())
                return "452 4.3.1 The disk is too full for that\r\n";
        } else if (keyword == "SMTPUTF8" && value.isEmpty()) {
            utf8 = true;
        } else if (keyword == "BODY") {
            const auto body = value.toUpper();
            if (body != "7BIT" && body != "8BITMIME")
                return mistake("501 5.5.4 BODY is 7BIT or 8BITMIME\r\n");
        } else if (keyword != "AUTH") {
            return mistake("555 5.5.4 This parameter is not known here\r\n");
        }
    }
    if (path.hasUtf8() && (!utf8 || !QUtf8StringView(path.path).isValidUtf8()))
        return "553 5.6.7 UTF-8 in an address needs SMTPUTF8\r\n";
    m_envelope.smtpUtf8 = utf8;
    return std::nullopt;
}

QByteArray PracticeSession::recipient(QByteArrayView argument)
{
    if (!m_haveSender)
        return mistake("503 5.5.1 MAIL first\r\n");
    const auto path = PracticePath::parse(argument, "TO:");
    if (!path || path->path.isEmpty())
        return mistake("501 5.1.3 RCPT TO:<address> is what I understand\r\n");
    if (!path->parameters.isEmpty())
        return mistake("555 5.5.4 No parameters here\r\n");
    if (path->hasUtf8() && (!m_envelope.smtpUtf8 || !QUtf8StringView(path->path).isValidUtf8()))
        return "553 5.6.7 UTF-8 in an address needs SMTPUTF8\r\n";
    if (m_envelope.forwardPaths.size() >= mostRecipients)
        return "452 4.5.3 Too many recipients for one letter\r\n";
    m_envelope.forwardPaths.append(path->path);
    return "250 2.1.5 Recipient taken\r\n";
}

QByteArray PracticeSession::data(QByteArrayView argument)
{
    if (!argument.isEmpty())
        return mistake("501 5.5.4 DATA has no arguments\r\n");
    if (!m_haveSender)
        return mistake("503 5.5.1 MAIL first\r\n");
    if (m_envelope.forwardPaths.isEmpty())
        return mistake("554 5.5.1 No valid recipients\r\n");
    if (!m_store.begin(m_envelope)) {
        forgetLetter();
        return "452 4.3.0 The practice folder can't be written to\r\n";
    }
    m_data.emplace();
    m_storeFailed = false;
    return "354 Go ahead, CRLF . CRLF ends it\r\n";
}

void PracticeSession::takeData(QByteArrayView &octets, QByteArray &out)
{
    if (!m_data)
        return;
    QByteArray letter;
    letter.reserve(octets.size());
    octets = octets.sliced(m_data->take(octets, letter));
    // After a failed write the rest is still read, for the client can't be stopped within a letter.
    if (!m_storeFailed && !m_data->hasBareLineEnd())
        m_storeFailed = !letter.isEmpty() && !m_store.append(letter);
    if (m_data->atEnd())
        finishLetter(m_data->hasBareLineEnd(), out);
}

void PracticeSession::finishLetter(bool hasBareLineEnd, QByteArray &out)
{
    if (hasBareLineEnd) {
        out += mistake("550 5.6.0 Bare CR or LF in the letter: lines end in CRLF\r\n");
    } else if (const auto id = m_storeFailed ? std::nullopt : m_store.keep()) {
        out += "250 2.0.0 Stored as " + *id + "\r\n";
    } else {
        out += "452 4.3.1 The letter could not be stored\r\n";
    }
    forgetLetter();
}

void PracticeSession::forgetLetter()
{
    m_store.discard();
    m_data.reset();
    m_haveSender = false;
    m_envelope = {};
}

QByteArray PracticeSession::mistake(const QByteArray &reply)
{
    if (++m_mistakes < mostMistakes)
        return reply;
    m_over = true;
    return "421 4.7.0 localhost Too many mistakes\r\n";
}

} // namespace pennypost
