// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CaFile.h"

#include "app/cli/CauseText.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace pennypost {

Result<void, CliError> checkCaFile(const QString &path)
{
    if (path.isEmpty())
        return {};
    const auto failed = [&](MimeError::Kind kind, const QString &detail = {}) {
        auto error = cliError(MimeError{kind, path, detail});
        error.cause = u"--ca: " + error.cause;
        return Failure{error};
    };
    const QFileInfo info(path);
    if (!info.exists())
        return failed(MimeError::Kind::FileMissing);
    if (!info.isFile())
        return failed(MimeError::Kind::FileUnreadable, QStringLiteral("not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(MimeError::Kind::FileUnreadable, file.errorString());
    if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
        return Failure{CliError{ExitCode::Data,
                                QStringLiteral("BadCertificate"),
                                QString(u"--ca: no certificate (PEM) in " + path.simplified()),
                                {}}};
    return {};
}

} // namespace pennypost
