// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/smtp/ReplyWords.h"

#include <algorithm>
#include <string_view>

namespace pennypost {

namespace {

// clang-format off
constexpr std::string_view words[] = {
    "abort", "aborted", "about", "above", "abuse", "accept", "accepted", "access", "account", "accounts",
    "action", "active", "actually", "added", "address", "addresses", "admin", "administrative",
    "administratively", "administrator", "after", "again", "against", "algorithm", "alias", "allow",
    "allowed", "already", "also", "anonymous", "another", "answer", "apparently", "application", "argument",
    "arguments", "attachment", "attachments", "auth", "authenticate", "authenticated", "authenticating",
    "authentication", "authorization", "authorized", "available", "back", "backend", "banned", "basic",
    "because", "become", "been", "before", "being", "below", "blacklist", "blacklisted", "blocked",
    "blocklist", "blocklisted", "body", "bounce", "browser", "busy", "bytes", "canceled", "cancelled",
    "cannot", "certificate", "challenge", "change", "changed", "channel", "check", "cipher", "clear",
    "client", "clients", "close", "closed", "closing", "code", "command", "commands", "completed",
    "configuration", "configured", "connect", "connected", "connecting", "connection", "connections",
    "contact", "content", "continue", "correct", "could", "credential", "credentials", "daily", "data",
    "database", "decode", "decoding", "default", "deferred", "delay", "delayed", "delivered", "delivery",
    "denied", "denies", "detected", "digest", "disable", "disabled", "disconnect", "disconnecting",
    "dispatch", "does", "domain", "domains", "down", "during", "early", "ehlo", "email", "empty", "enable",
    "enabled", "encoding", "encrypt", "encrypted", "encryption", "ended", "engine", "enhanced", "enough",
    "entered", "envelope", "error", "errors", "esmtp", "exceed", "exceeded", "exceeds", "exchange", "exist",
    "exists", "expected", "expired", "external", "failed", "fails", "failure", "fatal", "field", "file",
    "find", "first", "following", "forbidden", "format", "found", "from", "full", "generic", "give", "given",
    "goodbye", "google", "granted", "greeting", "greylisted", "greylisting", "group", "hello", "help", "here",
    "host", "hosts", "however", "identity", "ignored", "illegal", "immediately", "inactive", "inbox",
    "incoming", "incorrect", "information", "initial", "input", "insufficient", "internal", "invalid",
    "issue", "issued", "junk", "keep", "kerberos", "known", "later", "least", "length", "level", "life",
    "limit", "limited", "limits", "line", "lines", "link", "list", "listed", "local", "locked", "logged",
    "login", "logins", "long", "look", "lookup", "lost", "mail", "mailbox", "mailboxes", "mailer",
    "maintenance", "malware", "many", "match", "maximum", "mech", "mechanism", "mechanisms", "memory",
    "message", "messages", "method", "microsoft", "missing", "mode", "more", "must", "name", "names", "need",
    "needed", "needs", "neither", "network", "never", "next", "nobody", "none", "noop", "note", "null",
    "number", "object", "okay", "only", "open", "operation", "option", "options", "order", "origin", "other",
    "outgoing", "outlook", "over", "page", "parameter", "parameters", "parse", "part", "party", "pass",
    "passed", "passwd", "password", "passwords", "path", "peer", "pending", "perform", "performed",
    "permanent", "permanently", "permission", "permitted", "phase", "phrase", "pipelining", "plain", "please",
    "policy", "port", "possible", "postmaster", "presented", "previous", "problem", "process", "processing",
    "prohibited", "protocol", "provide", "provided", "provider", "queue", "queued", "quit", "quota", "range",
    "rate", "read", "realm", "reason", "receive", "received", "recipient", "recipients", "reconnect", "refer",
    "reference", "refused", "register", "registered", "reject", "rejected", "rejecting", "relay", "relaying",
    "remote", "repeat", "reply", "reputation", "request", "requested", "require", "required", "requires",
    "reset", "resource", "resources", "response", "restricted", "result", "resume", "retry", "return",
    "revoked", "route", "rule", "said", "sasl", "scheme", "secret", "secure", "security", "seems", "send",
    "sender", "senders", "sending", "sends", "sent", "sequence", "server", "servers", "service", "services",
    "session", "setting", "settings", "should", "shut", "shutting", "sign", "signed", "signing", "simple",
    "site", "size", "slow", "smtp", "smtps", "some", "soon", "sorry", "space", "spam", "spamhaus",
    "specified", "start", "started", "starting", "starttls", "state", "status", "stop", "storage", "string",
    "submission", "submit", "success", "successful", "support", "supported", "suspended", "synchronisation",
    "synchronization", "syntax", "system", "table", "target", "temp", "temporarily", "temporary", "tenant",
    "tenants", "terminated", "test", "tested", "text", "than", "thank", "thanks", "that", "them", "then",
    "there", "this", "those", "throttled", "ticket", "time", "timed", "timeout", "today", "token", "tokens",
    "took", "transaction", "transfer", "transmission", "transport", "tried", "trouble", "true", "trust",
    "trusted", "turn", "type", "unable", "unacceptable", "unauthenticated", "unauthorized", "unavailable",
    "undefined", "under", "unexpected", "unimplemented", "unknown", "unlock", "unreachable", "unrecognized",
    "unsuccessful", "unsupported", "until", "unverified", "update", "upgrade", "usage", "used", "user",
    "userid", "username", "users", "using", "valid", "value", "verified", "verify", "version", "very",
    "violation", "virus", "visit", "wait", "want", "warning", "webmail", "welcome", "were", "what", "when",
    "where", "which", "while", "will", "with", "without", "word", "working", "world", "write", "wrong",
    "your", "yours", "yourself",
};
// clang-format on

} // namespace

bool isOfReplies(QByteArrayView word)
{
    // Compared where it lies: a copy of a password would have to be wiped.
    const auto same = [](char known, char c) { return known == (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view known) {
        return std::search(known.begin(), known.end(), word.begin(), word.end(), same) != known.end();
    });
}

} // namespace pennypost
