// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace pennypost::gss {

// What RFC 2744 says of the C bindings, as far as an initiator needs them: the library is loaded while the
// program runs, and its header need not be there when it is built. Used by GssapiContext; GssLibrary fills
// the table.

// Apple packs these on Intel machines.
#if defined(__APPLE__) && defined(__x86_64__)
#pragma pack(push, 2)
#endif
struct Buffer
{
    std::size_t length = 0;
    void *value = nullptr;
};
struct Oid
{
    std::uint32_t length;
    void *elements;
};
struct OidSet
{
    std::size_t count;
    Oid *elements;
};
#if defined(__APPLE__) && defined(__x86_64__)
#pragma pack(pop)
#endif

using Name = struct NameHandle *;
using Credentials = struct CredentialsHandle *;
using Context = struct ContextHandle *;
using Status = std::uint32_t; ///< "OM_uint32"

constexpr Status continueNeeded = 1;
constexpr bool isError(Status major)
{
    return (major & 0xffff0000U) != 0;
}
constexpr std::uint32_t mutualFlag = 2;
constexpr std::uint32_t integrityFlag = 32;
constexpr int initiate = 1;

/// The library's functions by their names without "gss_". `minor` gets the mechanism's own status.
struct Functions
{
    Status (*import_name)(Status *minor, Buffer *text, Oid *type, Name *name) = nullptr;
    Status (*release_name)(Status *minor, Name *name) = nullptr;
    Status (*acquire_cred)(Status *minor, Name name, std::uint32_t seconds, OidSet *mechanisms, int usage,
                           Credentials *credentials, OidSet **actual, std::uint32_t *lifetime) = nullptr;
    Status (*release_cred)(Status *minor, Credentials *credentials) = nullptr;
    Status (*init_sec_context)(Status *minor, Credentials credentials, Context *context, Name target,
                               Oid *mechanism, std::uint32_t flags, std::uint32_t seconds, void *bindings,
                               Buffer *in, Oid **actual, Buffer *out, std::uint32_t *got,
                               std::uint32_t *lifetime) = nullptr;
    Status (*delete_sec_context)(Status *minor, Context *context, Buffer *out) = nullptr;
    Status (*wrap)(Status *minor, Context context, int confidential, std::uint32_t quality, Buffer *in,
                   int *isConfidential, Buffer *out) = nullptr;
    Status (*unwrap)(Status *minor, Context context, Buffer *in, Buffer *out, int *isConfidential,
                     std::uint32_t *quality) = nullptr;
    Status (*release_buffer)(Status *minor, Buffer *buffer) = nullptr;
};

} // namespace pennypost::gss
