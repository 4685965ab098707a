// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mime/SystemCharset.h"

#include <QSysInfo>

#include <array>
#include <cerrno>
#include <iconv.h>

namespace pennypost {

namespace {

/// glibc's and libiconv's word for it, where both have one.
QByteArray systemName(const QByteArray &name)
{
    if (name == "shift_jis") // with what Windows added, which letters use under this label
        return "CP932";
    if (name == "iso-8859-8-i") // a word on the order of the letters, not on what they are
        return "ISO-8859-8";
    for (const QByteArrayView prefix : {"windows-", "ibm"}) {
        if (name.startsWith(prefix))
            return "CP" + name.mid(prefix.size());
    }
    return name.toUpper();
}

class Converter
{
public:
    explicit Converter(const QByteArray &from)
        : m_handle(iconv_open(QSysInfo::ByteOrder == QSysInfo::LittleEndian ? "UTF-16LE" : "UTF-16BE",
                              from.constData()))
    {
    }
    Converter(const Converter &) = delete;
    Converter &operator=(const Converter &) = delete;
    ~Converter()
    {
        if (isValid())
            iconv_close(m_handle);
    }

    bool isValid() const { return m_handle != iconv_t(-1); }

    std::optional<QString> convert(QByteArrayView octets)
    {
        QString text;
        char *in = const_cast<char *>(octets.data()); // it is read alone, whatever POSIX declares
        size_t left = size_t(octets.size());
        while (left > 0) {
            const auto state = step(text, &in, &left);
            if (state == size_t(-1) && errno == EINVAL) // cut off within a character
                break;
            if (state == size_t(-1) && errno != E2BIG)
                return std::nullopt;
        }
        step(text, nullptr, nullptr); // what a stateful charset still holds
        return text;
    }

private:
    size_t step(QString &text, char **in, size_t *left)
    {
        std::array<char16_t, 8192> room;
        char *out = reinterpret_cast<char *>(room.data());
        size_t outLeft = sizeof room;
        const size_t state = iconv(m_handle, in, left, &out, &outLeft);
        const int error = errno;
        text.append(reinterpret_cast<const QChar *>(room.data()),
                    qsizetype((sizeof room - outLeft) / sizeof(char16_t)));
        errno = error;
        return state;
    }

    iconv_t m_handle;
};

} // namespace

std::optional<QString> systemTextFrom(QByteArrayView octets, const QByteArray &name)
{
    if (name.isEmpty()) // to iconv that is the machine's own
        return std::nullopt;
    Converter converter(systemName(name));
    return converter.isValid() ? converter.convert(octets) : std::nullopt;
}

} // namespace pennypost
