// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/GssapiContext.h"

#include <QLibrary>

namespace pennypost {

namespace {

template<class Function>
bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

std::optional<gss::Functions> functionsOf(QLibrary &library)
{
    gss::Functions gss;
    if (library.load() && resolve(library, "gss_import_name", gss.import_name) &&
        resolve(library, "gss_release_name", gss.release_name) &&
        resolve(library, "gss_acquire_cred", gss.acquire_cred) &&
        resolve(library, "gss_release_cred", gss.release_cred) &&
        resolve(library, "gss_init_sec_context", gss.init_sec_context) &&
        resolve(library, "gss_delete_sec_context", gss.delete_sec_context) &&
        resolve(library, "gss_wrap", gss.wrap) && resolve(library, "gss_unwrap", gss.unwrap) &&
        resolve(library, "gss_release_buffer", gss.release_buffer))
        return gss;
    return std::nullopt;
}

/// Stays loaded: a library with state of its own does not like to be taken away.
std::optional<gss::Functions> load()
{
#ifdef Q_OS_MACOS
    QLibrary framework(QStringLiteral("/System/Library/Frameworks/GSS.framework/GSS"));
    if (auto gss = functionsOf(framework))
        return gss;
#endif
    QLibrary mit(QStringLiteral("gssapi_krb5"), 2);
    if (auto gss = functionsOf(mit))
        return gss;
    QLibrary heimdal(QStringLiteral("gssapi"), 3);
    return functionsOf(heimdal);
}

} // namespace

std::unique_ptr<GssContext> systemGssContext(const QByteArray &host)
{
    static const std::optional<gss::Functions> functions = load();
    return functions ? GssapiContext::make(*functions, host) : nullptr;
}

} // namespace pennypost
