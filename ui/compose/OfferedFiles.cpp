// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/OfferedFiles.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace pennypost {

namespace {

QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool isPicture(const QMimeData &data)
{
    // A word processor offers a picture of the text beside the text.
    return data.hasImage() && !(data.hasText() && !data.hasUrls());
}

} // namespace

bool OfferedFiles::areIn(const QMimeData &data)
{
    return (data.hasUrls() && !localPaths(data).isEmpty()) || isPicture(data);
}

OfferedFiles OfferedFiles::fromClipboard()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data ? of(*data) : OfferedFiles();
}

bool OfferedFiles::areOnClipboard()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    return data && areIn(*data);
}

OfferedFiles OfferedFiles::of(const QMimeData &data)
{
    OfferedFiles offered;
    offered.paths = localPaths(data);
    if (offered.paths.isEmpty() && isPicture(data))
        offered.picture = qvariant_cast<QImage>(data.imageData());
    return offered;
}

} // namespace pennypost
