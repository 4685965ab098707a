// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/ReceiptJson.h"

#include <QJsonArray>

namespace pennypost {

namespace {

// A server's words need be no UTF-8: one character an octet, so that they come back as they were.
QString fromOctets(const QByteArray &octets)
{
    return QString::fromLatin1(octets);
}

QByteArray toOctets(const QJsonValue &value)
{
    return value.toString().toLatin1();
}

QString fromHash(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

QByteArray toHash(const QJsonValue &value)
{
    return QByteArray::fromHex(toOctets(value));
}

QJsonValue fromTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return QJsonObject{{u"ms"_qs, time.toMSecsSinceEpoch()}, {u"offset"_qs, time.offsetFromUtc()}};
}

QDateTime toTime(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    return QDateTime::fromMSecsSinceEpoch(value[u"ms"].toInteger(), Qt::OffsetFromUTC,
                                          value[u"offset"].toInt());
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &element : value.toArray())
        strings.append(element.toString());
    return strings;
}

QJsonObject fromReply(const Reply &reply)
{
    QJsonArray lines;
    for (const QByteArray &line : reply.lines)
        lines.append(fromOctets(line));
    QJsonObject json{{u"code"_qs, reply.code}, {u"lines"_qs, lines}};
    if (reply.enhanced)
        json.insert(u"enhanced"_qs,
                    QJsonArray{reply.enhanced->klass, reply.enhanced->subject, reply.enhanced->detail});
    return json;
}

Reply toReply(const QJsonValue &json)
{
    Reply reply;
    reply.code = json[u"code"].toInt();
    for (const auto &line : json[u"lines"].toArray())
        reply.lines.append(toOctets(line));
    if (const auto enhanced = json[u"enhanced"].toArray(); enhanced.size() == 3)
        reply.enhanced = EnhancedStatus{enhanced[0].toInt(), enhanced[1].toInt(), enhanced[2].toInt()};
    return reply;
}

QJsonObject fromTls(const TlsSession &tls)
{
    const PeerCertificate &peer = tls.certificate;
    return {
        {u"protocol"_qs, tls.protocol},
        {u"cipher"_qs, tls.cipher},
        {u"certificate"_qs, QJsonObject{{u"subject"_qs, peer.subject},
                                        {u"issuer"_qs, peer.issuer},
                                        {u"names"_qs, QJsonArray::fromStringList(peer.names)},
                                        {u"notBefore"_qs, fromTime(peer.notBefore)},
                                        {u"notAfter"_qs, fromTime(peer.notAfter)},
                                        {u"sha256"_qs, fromHash(peer.sha256)}}},
    };
}

TlsSession toTls(const QJsonValue &json)
{
    const auto certificate = json[u"certificate"];
    TlsSession tls;
    tls.protocol = json[u"protocol"].toString();
    tls.cipher = json[u"cipher"].toString();
    tls.certificate.subject = certificate[u"subject"].toString();
    tls.certificate.issuer = certificate[u"issuer"].toString();
    tls.certificate.names = toStrings(certificate[u"names"]);
    tls.certificate.notBefore = toTime(certificate[u"notBefore"]);
    tls.certificate.notAfter = toTime(certificate[u"notAfter"]);
    tls.certificate.sha256 = toHash(certificate[u"sha256"]);
    return tls;
}

} // namespace

QJsonObject receiptToJson(const Receipt &receipt)
{
    QJsonArray refused;
    for (const RefusedPath &path : receipt.refused)
        refused.append(QJsonObject{{u"path"_qs, path.path}, {u"reply"_qs, fromReply(path.reply)}});
    QJsonObject json{
        {u"time"_qs, fromTime(receipt.time)},
        {u"host"_qs, receipt.host},
        {u"port"_qs, receipt.port},
        {u"address"_qs, receipt.address},
        {u"serverName"_qs, receipt.serverName},
        {u"mechanism"_qs, fromOctets(receipt.mechanism)},
        {u"finalReply"_qs, fromReply(receipt.finalReply)},
        {u"accepted"_qs, QJsonArray::fromStringList(receipt.accepted)},
        {u"refused"_qs, refused},
        {u"octets"_qs, receipt.octets},
        {u"eightBitBody"_qs, receipt.eightBitBody},
    };
    if (receipt.tls != TlsSession())
        json.insert(u"tls"_qs, fromTls(receipt.tls));
    return json;
}

Receipt receiptFromJson(const QJsonObject &json)
{
    Receipt receipt;
    receipt.time = toTime(json[u"time"]);
    receipt.host = json[u"host"].toString();
    receipt.port = quint16(json[u"port"].toInt());
    receipt.address = json[u"address"].toString();
    receipt.serverName = json[u"serverName"].toString();
    receipt.mechanism = toOctets(json[u"mechanism"]);
    receipt.finalReply = toReply(json[u"finalReply"]);
    receipt.accepted = toStrings(json[u"accepted"]);
    for (const auto &value : json[u"refused"].toArray())
        receipt.refused.append({value[u"path"].toString(), toReply(value[u"reply"])});
    receipt.octets = json[u"octets"].toInteger();
    receipt.eightBitBody = json[u"eightBitBody"].toBool(); // not there: before a letter had such a form
    receipt.tls = toTls(json[u"tls"]);
    return receipt;
}

} // namespace pennypost
