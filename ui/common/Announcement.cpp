// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Announcement.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace pennypost {

namespace {

constexpr char mark[] = "pennypostAnnounces";

#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
constexpr QAccessible::Role role = QAccessible::AlertMessage; // these don't know the other
#else
constexpr QAccessible::Role role = QAccessible::Notification;
#endif

QAccessibleInterface *interfaceFor(const QString &, QObject *object)
{
    auto *widget = object && object->isWidgetType() ? static_cast<QWidget *>(object) : nullptr;
    return widget && widget->property(mark).toBool() ? new QAccessibleWidget(widget, role) : nullptr;
}

} // namespace

void Announcement::prepare(QWidget *widget)
{
    QAccessible::installFactory(interfaceFor); // once, however often it is called
    widget->setProperty(mark, true);
}

void Announcement::make(QWidget *widget, const QString &words)
{
    widget->setAccessibleName(words);
    if (widget->isVisible()) { // else Qt sends it when it is shown
        QAccessibleEvent shown(widget, QAccessible::ObjectShow);
        QAccessible::updateAccessibility(&shown);
    }
    QAccessibleEvent alert(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace pennypost
