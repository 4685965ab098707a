// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/SealedBrowser.h"

#include "ui/common/Tones.h"

#include <QBuffer>
#include <QEvent>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QRegularExpression>
#include <QScopedValueRollback>

#include <algorithm>

namespace pennypost {

namespace {

/// Of all pictures of a letter together, as they come; and a side of one as it is shown.
constexpr qint64 mostPixels = 100'000'000;
constexpr int widest = 1'600;

/// Never a null one: where there is no image, QTextDocument tries the name as a file of its own accord.
QImage nothing()
{
    QImage image(1, 1, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    return image;
}

bool bringsColours(const QString &html)
{
    static const QRegularExpression colour(
        QStringLiteral("\\b(?:color|bgcolor|background(?:-color)?)\\s*[:=]"),
        QRegularExpression::CaseInsensitiveOption);
    return html.contains(colour);
}

/// Qt's own light palette, worked out from a light button.
QPalette paper()
{
    QPalette palette(QColor(Qt::white).darker(106));
    palette.setColor(QPalette::Link, QColor(Qt::blue).darker(130));
    return palette;
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
    m_decoded.clear();
    m_pixels = 0;
    m_html = html;
    m_bringsColours = bringsColours(html);
    lay();
}

bool SealedBrowser::wantsPaper() const
{
    return m_bringsColours && QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
}

void SealedBrowser::lay()
{
    const QScopedValueRollback laying(m_laying, true);
    m_refusals = 0;
    m_onPaper = wantsPaper();
    setPalette(m_onPaper ? paper() : QPalette());
    // QTextDocument gives links the application's colour, whatever is behind them.
    document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1 }").arg(Tones::accentText(palette()).name()));
    setHtml(m_html);
}

bool SealedBrowser::event(QEvent *event)
{
    const bool handled = QTextBrowser::event(event);
    // On paper every colour is our own: no change of the window's reaches it but as the application's.
    const bool recoloured =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange;
    // Laying the letter out sets a palette as well, which comes back here.
    if (!recoloured || m_laying || m_html.isEmpty())
        return handled;
    const QString link = Tones::accentText(palette()).name();
    if (m_onPaper != wantsPaper() || !document()->defaultStyleSheet().contains(link))
        lay();
    return handled;
}

/// Each once, and none that would take more room than a letter may: a few octets can say that they are
/// billions of pixels.
QImage SealedBrowser::picture(const QString &id)
{
    if (const auto known = m_decoded.constFind(id); known != m_decoded.constEnd())
        return *known;
    QByteArray bytes = m_pictures.value(id);
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    QImage image;
    if (size.isValid() && pixels <= mostPixels - m_pixels) {
        m_pixels += pixels;
        if (std::max(size.width(), size.height()) > widest)
            reader.setScaledSize(size.scaled(widest, widest, Qt::KeepAspectRatio));
        image = reader.read();
    }
    m_decoded.insert(id, image);
    return image;
}

QVariant SealedBrowser::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource && name.scheme() == u"cid") {
        const QImage image = picture(name.path(QUrl::FullyDecoded));
        if (!image.isNull())
            return image;
    }
    ++m_refusals;
    if (type == QTextDocument::ImageResource)
        return nothing();
    return QByteArray("");
}

} // namespace pennypost
