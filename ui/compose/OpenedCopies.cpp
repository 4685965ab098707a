// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/OpenedCopies.h"

#include "core/store/Background.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>
#include <QUrl>

namespace pennypost {

namespace {

const QSet<QString> &programSuffixes()
{
    static const QSet<QString> suffixes{
#ifdef Q_OS_WIN
        QStringLiteral("bat"),
        QStringLiteral("cmd"),
        QStringLiteral("com"),
        QStringLiteral("cpl"),
        QStringLiteral("hta"),
        QStringLiteral("js"),
        QStringLiteral("jse"),
        QStringLiteral("lnk"),
        QStringLiteral("msc"),
        QStringLiteral("msp"),
        QStringLiteral("pif"),
        QStringLiteral("ps1"),
        QStringLiteral("reg"),
        QStringLiteral("scr"),
        QStringLiteral("url"),
        QStringLiteral("vbe"),
        QStringLiteral("vbs"),
        QStringLiteral("wsf"),
        QStringLiteral("wsh"),
#else
        QStringLiteral("appimage"),
        QStringLiteral("bash"),
        QStringLiteral("command"),
        QStringLiteral("desktop"),
        QStringLiteral("pkg"),
        QStringLiteral("run"),
        QStringLiteral("sh"),
        QStringLiteral("tool"),
        QStringLiteral("workflow"),
#endif
        // Also where Wine or Java is installed.
        QStringLiteral("exe"),
        QStringLiteral("jar"),
        QStringLiteral("msi"),
    };
    return suffixes;
}

/// Empty if it can't be written. A change to it would be lost, for the letter holds what was attached.
QString makeCopy(const QTemporaryDir &folder, const QString &number, const QString &source,
                 const QString &name)
{
    if (!folder.isValid() || !QDir(folder.path()).mkdir(number))
        return {};
    QString copy = folder.filePath(number + u'/' + name);
    if (!QFile::copy(source, copy))
        return {};
    QFile::setPermissions(copy, QFileDevice::ReadOwner);
    return copy;
}

} // namespace

OpenedCopies::OpenedCopies(QObject *parent) : QObject(parent) {}

OpenedCopies::~OpenedCopies() = default;

bool OpenedCopies::isProgram(const QString &name)
{
    QString bare = name;
    while (bare.endsWith(u'.') || bare.endsWith(u' ')) // Windows drops them from a file's name
        bare.chop(1);
    return programSuffixes().contains(QFileInfo(bare).suffix().toLower());
}

void OpenedCopies::open(const QString &source, const QString &name)
{
    if (isProgram(name)) {
        Q_EMIT refused(name, tr("“%1” is a program").arg(name),
                       tr("Opening it here would run it. It stays attached as it is."));
        return;
    }
    const Pair pair(source, name);
    if (m_underWay.contains(pair))
        return; // opens in a moment
    if (const QString known = m_copies.value(pair); QFile::exists(known)) {
        show(name, known);
        return;
    }
    if (!m_folder)
        m_folder = std::make_shared<QTemporaryDir>();
    m_underWay.insert(pair);
    runOnPool(
        *QThreadPool::globalInstance(), this,
        [folder = m_folder, number = QString::number(++m_count), source, name] {
            return makeCopy(*folder, number, source, name);
        },
        [this, pair](const QString &copy) {
            m_underWay.remove(pair);
            if (copy.isEmpty()) {
                refuse(pair.second, tr("Its copy can't be written: is the disk full?"));
                return;
            }
            m_copies.insert(pair, copy);
            show(pair.second, copy);
        });
}

void OpenedCopies::show(const QString &name, const QString &copy)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(copy)))
        refuse(name, tr("No program on this computer opens files of this kind."));
}

void OpenedCopies::refuse(const QString &name, const QString &sentence)
{
    Q_EMIT refused(name, tr("“%1” can't be opened").arg(name), sentence);
}

} // namespace pennypost
