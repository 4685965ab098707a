// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/SealedBrowser.h"

#include "ui/common/Tones.h"

#include <QEvent>
#include <QGuiApplication>
#include <QImage>
#include <QRegularExpression>
#include <QScopedValueRollback>

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
