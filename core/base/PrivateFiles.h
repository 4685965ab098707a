// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QLockFile>
#include <QString>
#include <QStringList>

namespace pennypost {

/// How everything of a profile is made: for its owner alone from the moment it exists, so that no other
/// person on the computer can open it in between. Used by whoever writes into the profile. Any thread. (On
/// Windows a person's own folders are closed to others by inheritance.)

constexpr auto ownerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto ownerOnlyFolder = ownerOnlyFile | QFileDevice::ExeOwner;

/// Makes the folder and those above it that are missing. One that is there already is closed to others if it
/// is empty or holds nothing but what `ours` names (wildcards, as QDir has them). Else it is somebody's own,
/// who may have opened it to others for a reason and only happens to use the name; our files in it are closed
/// one by one. Where a link leads is left as it is. False if there is no such folder afterwards.
bool makePrivateFolder(const QString &path, const QStringList &ours = {});

/// QLockFile::tryLock(), whose file would be readable by others.
bool lockPrivately(QLockFile &lock, const QString &path, int milliseconds);

/// QSaveFile for the profile, whose new files others could read until they are told not to: written beside
/// the target under a name of its own, on the disk when it gets the target's name, gone unless commit() is
/// called.
class PrivateSaveFile
{
public:
    explicit PrivateSaveFile(const QString &target);
    PrivateSaveFile(const PrivateSaveFile &) = delete;
    PrivateSaveFile &operator=(const PrivateSaveFile &) = delete;
    ~PrivateSaveFile();

    bool open();
    bool write(QByteArrayView bytes);
    bool commit();
    QString fileName() const { return m_target; }
    QString errorString() const;

private:
    QString m_target;
    QFile m_file;
    bool m_good = true;
    QString m_error; ///< where it is not QFile's
};

} // namespace pennypost
