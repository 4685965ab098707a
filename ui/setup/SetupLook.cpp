// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SetupLook.h"

#include <QEvent>

namespace pennypost {

namespace {

QColor mixed(const QColor &one, const QColor &other, float share)
{
    return QColor::fromRgbF(one.redF() + (other.redF() - one.redF()) * share,
                            one.greenF() + (other.greenF() - one.greenF()) * share,
                            one.blueF() + (other.blueF() - one.blueF()) * share);
}

} // namespace

QColor SetupLook::muted(const QPalette &palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.32F);
}

QColor SetupLook::hairline(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.18F);
}

QLabel *SetupLook::labelFor(QWidget *field, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(field);
    label->setWordWrap(true);
    QString name = text;
    name.remove(u'&');
    field->setAccessibleName(name);
    return label;
}

QLabel *SetupLook::heading(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

NoteLabel::NoteLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
    applyTone();
}

void NoteLabel::setNote(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

void NoteLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        applyTone();
}

void NoteLabel::applyTone()
{
    if (!parentWidget())
        return;
    const QColor tone = SetupLook::muted(parentWidget()->palette());
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == tone)
        return;
    own.setColor(QPalette::WindowText, tone);
    setPalette(own);
}

} // namespace pennypost
