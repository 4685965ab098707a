// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <optional>

namespace pennypost {

namespace {

constexpr std::array renderedSizes{16, 24, 32, 48, 64, 72, 96, 128, 144, 192};
constexpr int columns = 8; // of the sheet, as resources/render-icons.cmake lays it out

// Those that point or run the way one reads: they are mirrored where that is from right to left.
constexpr std::array mirroredIcons{
    QLatin1StringView("chevron-left"), QLatin1StringView("chevron-right"), QLatin1StringView("external-link"),
    QLatin1StringView("list"),         QLatin1StringView("redo"),          QLatin1StringView("send"),
    QLatin1StringView("undo"),
};

// Where an icon is on the sheets; nothing for a name that isn't there.
std::optional<int> cellOf(const QString &name)
{
    QFile names(QStringLiteral(":/icons/names.txt"));
    if (!names.open(QIODevice::ReadOnly))
        return std::nullopt;
    const qsizetype cell =
        QString::fromLatin1(names.readAll()).split(u'\n', Qt::SkipEmptyParts).indexOf(name);
    return cell < 0 ? std::nullopt : std::optional<int>(int(cell));
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
    TintedIconEngine(QString name, int cell, QPalette::ColorRole role)
        : m_name(std::move(name)),
          m_cell(cell),
          m_role(role),
          m_mirrors(std::find(mirroredIcons.begin(), mirroredIcons.end(), m_name) != mirroredIcons.end())
    {
    }

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
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
        return tinted((QSizeF(size) / scale).toSize(), scale, mode); // these hand over device pixels
#else
        return tinted(size, scale, mode);
#endif
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QString iconName() override { return m_name; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_cell, m_role); }

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
        const bool mirrored = m_mirrors && QGuiApplication::isRightToLeft();
        const QString key = QStringLiteral("pennypost/%1/%2/%3/%4/%5")
                                .arg(m_name)
                                .arg(side)
                                .arg(ratio)
                                .arg(tint.rgba())
                                .arg(int(mirrored));
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        const int rendered = renderedSizeFor(side);
        const QImage sheet(QStringLiteral(":/icons/%1.png").arg(rendered));
        QImage image =
            sheet.copy(m_cell % columns * rendered, m_cell / columns * rendered, rendered, rendered)
                .convertToFormat(QImage::Format_ARGB32_Premultiplied)
                .mirrored(mirrored, false);
        if (rendered != side)
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
    int m_cell;
    QPalette::ColorRole m_role;
    bool m_mirrors;
};

} // namespace

QIcon themedIcon(const QString &name, QPalette::ColorRole role)
{
    const auto cell = cellOf(name);
    return cell ? QIcon(new TintedIconEngine(name, *cell, role)) : QIcon();
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/app/pennypost-%1.png").arg(size));
    return icon;
}

} // namespace pennypost
