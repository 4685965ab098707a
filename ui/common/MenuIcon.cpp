// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/MenuIcon.h"

#include "ui/common/Icons.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QProxyStyle>

namespace pennypost {

namespace {

/// Styles that fill the chosen entry with Highlight, yet ask for its icon as "active". The others draw a
/// ground of their own under ordinary text.
bool fillsChosenEntry()
{
    const QStyle *style = QApplication::style();
    while (const auto *proxy = qobject_cast<const QProxyStyle *>(style))
        style = proxy->baseStyle();
    const QString name = style->name();
    return name == u"fusion" || name == u"windows";
}

class MenuIconEngine final : public QIconEngine
{
public:
    explicit MenuIconEngine(const QString &name)
        : m_name(name),
          m_usual(themedIcon(name, QPalette::WindowText)),
          m_chosen(themedIcon(name, QPalette::HighlightedText))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        iconFor(mode).paint(painter, rect, Qt::AlignCenter, usualMode(mode), state);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return iconFor(mode).pixmap(size, 1.0, usualMode(mode), state);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
        const QSize points = (QSizeF(size) / scale).toSize(); // these hand over device pixels
#else
        const QSize points = size;
#endif
        return iconFor(mode).pixmap(points, scale, usualMode(mode), state);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }
    QString iconName() override { return m_name; }
    bool isNull() override { return m_usual.isNull(); }
    QIconEngine *clone() const override { return new MenuIconEngine(m_name); }

private:
    const QIcon &iconFor(QIcon::Mode mode) const
    {
        return mode == QIcon::Active && fillsChosenEntry() ? m_chosen : m_usual;
    }
    static QIcon::Mode usualMode(QIcon::Mode mode) { return mode == QIcon::Active ? QIcon::Normal : mode; }

    QString m_name;
    QIcon m_usual;
    QIcon m_chosen;
};

} // namespace

QIcon menuIcon(const QString &name)
{
    return QIcon(new MenuIconEngine(name));
}

} // namespace pennypost
