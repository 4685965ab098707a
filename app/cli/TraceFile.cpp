// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TraceFile.h"

#include "app/cli/ShownText.h"

#include <QFileInfo>

namespace pennypost {

Result<std::shared_ptr<TraceFile>, QString> TraceFile::create(const QString &path)
{
    std::shared_ptr<TraceFile> trace(new TraceFile(path));
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!trace->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly))
        return Failure{trace->m_file.errorString()};
    // It may have been there with others. A device's or a pipe's are not ours to change: /dev/null is
    // everyone's.
    if (QFileInfo(path).isFile() && !trace->m_file.setPermissions(ownerOnly))
        return Failure{trace->m_file.errorString()};
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
