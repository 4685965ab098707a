// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TraceFile.h"

namespace pennypost {

Result<std::shared_ptr<TraceFile>, QString> TraceFile::create(const QString &path)
{
    std::shared_ptr<TraceFile> trace(new TraceFile(path));
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!trace->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly) ||
        !trace->m_file.setPermissions(ownerOnly)) // it may have been there with others
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
    QByteArray whole = mark.toByteArray();
    for (const char c : line) {
        const auto octet = static_cast<unsigned char>(c);
        if ((octet < 32 && octet != '\t') || octet == 127)
            whole += "\\x" + QByteArray(1, c).toHex();
        else
            whole += c;
    }
    whole += '\n';
    m_file.write(whole);
}

} // namespace pennypost
