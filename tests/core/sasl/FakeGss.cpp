// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeGss.h"

#include <QString>

#include <cstring>

namespace pennypost {

namespace {

using namespace gss;

constexpr Status failure = 13U << 16;
FakeGss *current = nullptr;
int taken = 0; ///< turns

template<class Handle>
Handle handle()
{
    ++current->kept;
    return reinterpret_cast<Handle>(current);
}

template<class Handle>
Status giveBack(Status *, Handle *handle)
{
    current->kept -= *handle ? 1 : 0;
    *handle = nullptr;
    return 0;
}

QByteArray bytesOf(const Buffer *buffer)
{
    return buffer ? QByteArray(static_cast<const char *>(buffer->value), qsizetype(buffer->length))
                  : QByteArray();
}

void fill(Buffer *buffer, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    ++current->kept;
    buffer->length = size_t(bytes.size());
    buffer->value = new char[buffer->length];
    std::memcpy(buffer->value, bytes.constData(), buffer->length);
}

Status releaseBuffer(Status *, Buffer *buffer)
{
    current->kept -= buffer->value ? 1 : 0;
    delete[] static_cast<char *>(buffer->value);
    *buffer = {};
    return 0;
}

Status importName(Status *, Buffer *text, Oid *type, Name *name)
{
    current->service = bytesOf(text);
    if (!current->knowsHost || type->length != 10)
        return failure;
    *name = handle<Name>();
    return 0;
}

Status acquire(Status *, Name, std::uint32_t, OidSet *mechanisms, int usage, Credentials *credentials,
               OidSet **, std::uint32_t *lifetime)
{
    if (!current->hasTicket || usage != initiate || mechanisms->count != 1 ||
        mechanisms->elements->length != 9)
        return failure;
    *lifetime = current->lifetime;
    *credentials = handle<Credentials>();
    return 0;
}

Status init(Status *, Credentials, Context *context, Name, Oid *mechanism, std::uint32_t flags, std::uint32_t,
            void *, Buffer *in, Oid **, Buffer *out, std::uint32_t *got, std::uint32_t *)
{
    if (mechanism->length != 9 || bytesOf(in) == "bad")
        return failure;
    if (!*context) {
        *context = handle<Context>();
        taken = 0;
    }
    if (in)
        current->received.append(bytesOf(in));
    current->wanted = flags;
    ++taken;
    const bool last = taken >= current->turns;
    if (!last || current->lastToken)
        fill(out, "token" + QByteArray::number(taken));
    *got = last ? current->flags : 0;
    return last ? 0 : continueNeeded;
}

Status deleteContext(Status *status, Context *context, Buffer *)
{
    return giveBack(status, context);
}

/// "{text}" is wrapped.
Status wrapText(Status *, Context, int confidential, std::uint32_t, Buffer *in, int *, Buffer *out)
{
    current->confidential = confidential != 0;
    if (!current->wraps)
        return failure;
    fill(out, '{' + bytesOf(in) + '}');
    return 0;
}

Status unwrapText(Status *, Context, Buffer *in, Buffer *out, int *, std::uint32_t *)
{
    const QByteArray text = bytesOf(in);
    if (!text.startsWith('{') || !text.endsWith('}'))
        return failure;
    fill(out, text.mid(1, text.size() - 2));
    return 0;
}

} // namespace

FakeGss::FakeGss()
{
    current = this;
}

FakeGss::~FakeGss()
{
    current = nullptr;
}

gss::Functions FakeGss::functions() const
{
    return {importName,    giveBack<Name>, acquire,    giveBack<Credentials>, init,
            deleteContext, wrapText,       unwrapText, releaseBuffer};
}

} // namespace pennypost
