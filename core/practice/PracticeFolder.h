// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/PrivateFiles.h"
#include "core/base/UniqueIds.h"
#include "core/practice/PracticeLetterStore.h"

#include <functional>
#include <memory>

namespace pennypost {

/// Letters as FOLDER/TIME-ID.eml (TIME in UTC, so that names sort as they came), readable by their owner
/// alone. Streamed into a file beside it, synced, and renamed when complete: a name that ends in .eml is a
/// whole letter. On top go Return-Path, Envelope-To (every forward-path, so that a Bcc can be seen to have
/// worked) and Received (RFC 5321 4.4). One for each connection, on the server's thread.
class PracticeFolder final : public PracticeLetterStore
{
public:
    /// `kept` hears of each file by its absolute path.
    PracticeFolder(QString folder, const Clock &clock, UniqueIds &ids,
                   std::function<void(const QString &)> kept);

    qint64 room() const override;
    bool begin(const PracticeEnvelope &envelope) override;
    bool append(QByteArrayView octets) override;
    std::optional<QByteArray> keep() override;
    void discard() override;

private:
    QString m_folder;
    const Clock &m_clock;
    UniqueIds &m_ids;
    std::function<void(const QString &)> m_kept;
    std::unique_ptr<PrivateSaveFile> m_file;
    QByteArray m_id;
};

} // namespace pennypost
