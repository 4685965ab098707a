// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/SealedBrowser.h"

#include "ui/common/Tones.h"

#include <QEvent>
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>

namespace pennypost {

namespace {

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
    m_html = html;
    lay();
}

void SealedBrowser::lay()
{
    m_refusals = 0;
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    m_onPaper = dark && bringsColours(m_html);
    setPalette(m_onPaper ? paper() : QPalette());
    // QTextDocument gives links the application's colour, whatever is behind them.
    document()->setDefaultStyleSheet(
        QStringLiteral("a { color: %1 }").arg(Tones::accentText(palette()).name()));
    setHtml(m_html);
}

void SealedBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool dark = QGuiApplication::palette().color(QPalette::Base).lightness() < 128;
    const QString link = Tones::accentText(palette()).name();
    const bool stale =
        m_onPaper != (dark && bringsColours(m_html)) || !document()->defaultStyleSheet().contains(link);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty() && stale)
        lay();
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
