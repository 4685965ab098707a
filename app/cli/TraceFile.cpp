// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TraceFile.h"

#include "app/cli/ShownText.h"

#include <QFileInfo>

#include <algorithm>
#include <filesystem>

namespace pennypost {

namespace {

bool isSameFile(const QString &one, const QString &other)
{
    std::error_code neither; // is there
    return std::filesystem::equivalent(QFileInfo(one).filesystemFilePath(),
                                       QFileInfo(other).filesystemFilePath(), neither);
}

} // namespace

Result<std::shared_ptr<TraceFile>, CliError> TraceFile::create(const QString &path, const QStringList &kept)
{
    if (std::any_of(kept.begin(), kept.end(),
                    [&path](const QString &file) { return isSameFile(path, file); }))
        return usageError(u"--trace would write over a file that is needed: " + path);
    std::shared_ptr<TraceFile> trace(new TraceFile(path));
    const auto failure = [&] {
        return Failure{CliError{ExitCode::CantCreate, QStringLiteral("TraceFile"),
                                QString(u"can't write the trace to " + path), trace->m_file.errorString()}};
    };
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!trace->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly))
        return failure();
    // It may have been there with others. A device's or a pipe's are not ours to change: /dev/null is
    // everyone's.
    if (QFileInfo(path).isFile() && !trace->m_file.setPermissions(ownerOnly))
        return failure();
    return trace;
}

void TraceFile::sent(QByteArrayView line)
{
    write("C: ", line);
}

void TraceFile::received(QByteArrayView line)
{
    write("S: ", line);
}

void TraceFile::note(const QString &text)
{
    write("-- ", text.toUtf8());
}

void TraceFile::write(QByteArrayView mark, QByteArrayView line)
{
    const QByteArray whole = mark.toByteArray() + shownText(line) + '\n';
    if (m_file.write(whole) != whole.size())
        m_isWhole = false;
}

} // namespace pennypost
