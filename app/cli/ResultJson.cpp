// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ResultJson.h"

#include "app/cli/FailureText.h"
#include "core/account/ProxyNames.h"
#include "core/account/SecurityNames.h"

#include <QJsonArray>

namespace pennypost {

namespace {

QJsonValue enhancedOf(const Reply &reply)
{
    return reply.enhanced ? QJsonValue(reply.enhanced->toString()) : QJsonValue();
}

QJsonValue codeOf(const Reply &reply)
{
    return reply.code ? QJsonValue(reply.code) : QJsonValue();
}

QJsonArray refusedJson(const QList<RefusedPath> &refused)
{
    QJsonArray array;
    for (const auto &each : refused) {
        array.append(QJsonObject{{QStringLiteral("path"), each.path},
                                 {QStringLiteral("code"), codeOf(each.reply)},
                                 {QStringLiteral("enhanced"), enhancedOf(each.reply)},
                                 {QStringLiteral("text"), each.reply.text()}});
    }
    return array;
}

QJsonValue tlsJson(const TlsSession &tls)
{
    if (tls.isNull())
        return {};
    return QJsonObject{{QStringLiteral("protocol"), tls.protocol},
                       {QStringLiteral("cipher"), tls.cipher},
                       {QStringLiteral("sha256"), QString::fromLatin1(tls.certificate.sha256.toHex())}};
}

QJsonValue serverJson(const LetterFacts &facts)
{
    if (facts.server.host.isEmpty())
        return {};
    return QJsonObject{{QStringLiteral("host"), facts.server.host},
                       {QStringLiteral("port"), facts.server.port},
                       {QStringLiteral("address"), facts.progress.address},
                       {QStringLiteral("name"), facts.progress.serverName}};
}

QJsonObject factsJson(const LetterFacts &facts, const QString &outcome)
{
    return {{QStringLiteral("outcome"), outcome},
            {QStringLiteral("problem"), QJsonValue()},
            {QStringLiteral("stage"), nameOf(facts.progress.stage)},
            {QStringLiteral("replyCode"), QJsonValue()},
            {QStringLiteral("enhancedCode"), QJsonValue()},
            {QStringLiteral("text"), QString()},
            {QStringLiteral("cause"), QString()},
            {QStringLiteral("refused"), QJsonArray()},
            {QStringLiteral("queueText"), QString()},
            {QStringLiteral("messageId"), QString::fromUtf8(facts.messageId)},
            {QStringLiteral("bytes"), facts.octets},
            {QStringLiteral("tls"), tlsJson(facts.progress.tls)},
            {QStringLiteral("server"), serverJson(facts)}};
}

void addReply(const Reply &reply, QJsonObject &object)
{
    object[u"replyCode"] = codeOf(reply);
    object[u"enhancedCode"] = enhancedOf(reply);
    object[u"text"] = reply.text();
}

QString placeText(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return QStringLiteral("keychain");
    case SecretPlace::Session:
        return QStringLiteral("session");
    case SecretPlace::None:
        break;
    }
    return QStringLiteral("none");
}

} // namespace

QJsonObject acceptedJson(const Receipt &receipt, const LetterFacts &facts)
{
    auto known = facts;
    known.octets = receipt.octets;
    known.progress.stage = Stage::Done;
    known.progress.tls = receipt.tls;
    known.progress.address = receipt.address;
    known.progress.serverName = receipt.serverName;
    known.server.host = receipt.host;
    known.server.port = receipt.port;
    auto object = factsJson(known, QStringLiteral("accepted"));
    addReply(receipt.finalReply, object);
    object[u"queueText"] = receipt.finalReply.text();
    object[u"refused"] = refusedJson(receipt.refused);
    object[u"accepted"] = QJsonArray::fromStringList(receipt.accepted);
    object[u"mechanism"] = QString::fromLatin1(receipt.mechanism);
    object[u"time"] = receipt.time.toString(Qt::ISODateWithMs);
    return object;
}

QJsonObject failedJson(const SubmissionError &error, const LetterFacts &facts)
{
    const bool inDoubt = error.problem == Problem::MayHaveBeenSent;
    auto object =
        factsJson(facts, inDoubt ? QStringLiteral("may-have-been-sent") : QStringLiteral("not-sent"));
    object[u"problem"] = nameOf(error.problem);
    object[u"stage"] = nameOf(error.stage);
    object[u"refused"] = refusedJson(error.refused);
    if (error.reply)
        addReply(*error.reply, object);
    object[u"text"] = wordsOf(error);
    if (!error.delivered.isEmpty())
        object[u"accepted"] = QJsonArray::fromStringList(error.delivered);
    if (error.limit > 0)
        object[u"limit"] = error.limit;
    if (error.certificate) {
        object[u"certificate"] =
            QJsonObject{{QStringLiteral("subject"), error.certificate->subject},
                        {QStringLiteral("issuer"), error.certificate->issuer},
                        {QStringLiteral("names"), QJsonArray::fromStringList(error.certificate->names)},
                        {QStringLiteral("notAfter"), error.certificate->notAfter.toString(Qt::ISODate)},
                        {QStringLiteral("sha256"), QString::fromLatin1(error.certificate->sha256.toHex())}};
    }
    return object;
}

QJsonObject notSentJson(const LetterFacts &facts)
{
    return factsJson(facts, QStringLiteral("not-sent"));
}

QJsonObject accountJson(const Account &account, bool isDefault)
{
    return {{QStringLiteral("id"), account.id},
            {QStringLiteral("address"), account.mailbox().addrSpec()},
            {QStringLiteral("name"), account.mailbox().displayName},
            {QStringLiteral("server"), account.server.host},
            {QStringLiteral("port"), account.server.port},
            {QStringLiteral("security"), QString(securityName(account.server.security))},
            {QStringLiteral("user"), account.server.userName},
            {QStringLiteral("mechanism"), QString::fromLatin1(account.server.mechanism)},
            {QStringLiteral("pin"), QString::fromLatin1(account.server.pinnedSha256.toHex())},
            {QStringLiteral("ca"), account.server.caFile},
            {QStringLiteral("clientCertificate"), account.server.clientCertificate},
            {QStringLiteral("proxy"), proxyText(account.server.proxy)},
            {QStringLiteral("secret"), placeText(account.secretPlace)},
            {QStringLiteral("certificateSecret"), placeText(account.passPhrasePlace)},
            {QStringLiteral("proxySecret"), placeText(account.proxyPasswordPlace)},
            {QStringLiteral("practice"), account.practice},
            {QStringLiteral("default"), isDefault}};
}

} // namespace pennypost
