// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/SealedBrowser.h"

#include <QImage>

namespace pennypost {

namespace {

/// Never a null one: where there is no image, QTextDocument tries the name as a file of its own accord.
QImage nothing()
{
    QImage image(1, 1, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

SealedBrowser::SealedBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(16);
}

void SealedBrowser::showLetter(const QString &html, const QHash<QString, QByteArray> &pictures)
{
    m_pictures = pictures;
    m_refusals = 0;
    setHtml(html);
}

QVariant SealedBrowser::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource && name.scheme() == u"cid") {
        const QImage image = QImage::fromData(m_pictures.value(name.path(QUrl::FullyDecoded)));
        if (!image.isNull())
            return image;
    }
    ++m_refusals;
    if (type == QTextDocument::ImageResource)
        return nothing();
    return QByteArray("");
}

} // namespace pennypost
