// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/FormParts.h"

#include "ui/common/ActionWords.h"
#include "ui/setup/Measures.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QPointer>
#include <QScrollArea>

namespace pennypost {

QLabel *FormParts::labelFor(QWidget *field, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(field);
    label->setWordWrap(true);
    field->setAccessibleName(ActionWords::plain(text));
    return label;
}

QLabel *FormParts::heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

void FormParts::followFocus(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (!now || !area->widget() || !area->widget()->isAncestorOf(now))
            return;
        // Once the layout knows where it is.
        const auto reveal = [area, focused = QPointer<QWidget>(now)] {
            if (!focused)
                return;
            settle(*area, *focused);
            area->ensureWidgetVisible(focused, 0, Measures::Edge);
        };
        QMetaObject::invokeMethod(area, reveal, Qt::QueuedConnection);
    });
}

void FormParts::settle(QScrollArea &area, QWidget &inner)
{
    for (QWidget *around = &inner; around && around != area.viewport(); around = around->parentWidget()) {
        if (around->layout())
            around->layout()->activate();
    }
    QEvent changed(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(&area, &changed);
}

} // namespace pennypost
