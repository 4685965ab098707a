// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>

namespace pennypost {

namespace {

constexpr std::array renderedSizes{16, 24, 32, 48, 72};

QString maskFile(const QString &name, int size)
{
    return QStringLiteral(":/icons/%1-%2.png").arg(name).arg(size);
}

// The smallest rendering that is at least as large as asked for: shrinking stays sharp, growing does not.
int renderedSizeFor(int size)
{
    const auto fits =
        std::find_if(renderedSizes.begin(), renderedSizes.end(), [size](int each) { return each >= size; });
    return fits == renderedSizes.end() ? renderedSizes.back() : *fits;
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, QPalette::ColorRole role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, tinted(rect.size(), ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(size, 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands over device pixels here.
        return tinted((QSizeF(size) / scale).toSize(), scale, mode);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_role); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, m_role);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, m_role);
    }

    QPixmap tinted(const QSize &size, qreal ratio, QIcon::Mode mode) const
    {
        const int side = qRound(std::min(size.width(), size.height()) * ratio);
        if (side <= 0)
            return {};
        const QColor tint = colour(mode);
        const QString key =
            QStringLiteral("pennypost/%1/%2/%3/%4").arg(m_name).arg(side).arg(ratio).arg(tint.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QImage image(maskFile(m_name, renderedSizeFor(side)));
        image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        if (image.width() != side)
            image = image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn); // the mask's alpha, our colour
        painter.fillRect(image.rect(), tint);
        painter.end();
        pixmap = QPixmap::fromImage(image);
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    QPalette::ColorRole m_role;
};

} // namespace

QIcon themedIcon(const QString &name, QPalette::ColorRole role)
{
    if (!QFile::exists(maskFile(name, renderedSizes.front())))
        return {};
    return QIcon(new TintedIconEngine(name, role));
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/app/pennypost-%1.png").arg(size));
    return icon;
}

} // namespace pennypost
