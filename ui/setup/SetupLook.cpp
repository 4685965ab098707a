// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SetupLook.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>

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

QColor SetupLook::problem(const QPalette &palette)
{
    // No palette has a role for what is wrong: one red on light paper, a paler one on dark.
    return palette.color(QPalette::Window).lightnessF() > 0.5F ? QColor(0xb0, 0x1c, 0x26)
                                                               : QColor(0xff, 0x9c, 0x9c);
}

void SetupLook::setWords(QPushButton *button, const QString &text)
{
    button->setText(text);
    button->setMinimumWidth(0);
    if (!text.isEmpty())
        button->setMinimumWidth(
            qMax(button->sizeHint().width(),
                 button->fontMetrics().size(Qt::TextShowMnemonic, text).width() + 2 * Wide));
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
    put(text, false);
}

void NoteLabel::setProblem(const QString &text)
{
    put(text, true);
}

void NoteLabel::put(const QString &text, bool problem)
{
    m_problem = problem;
    QLabel::setText(text);
    setVisible(!text.isEmpty());
    applyTone();
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
    const QPalette around = parentWidget()->palette();
    const QColor tone = m_problem ? SetupLook::problem(around) : SetupLook::muted(around);
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == tone)
        return;
    own.setColor(QPalette::WindowText, tone);
    setPalette(own);
}

Hairline::Hairline(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), SetupLook::hairline(palette()));
}

void followFocus(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (!now || !area->widget() || !area->widget()->isAncestorOf(now))
            return;
        // Once the layout knows where it is.
        const auto reveal = [area, focused = QPointer<QWidget>(now)] {
            if (focused)
                area->ensureWidgetVisible(focused, 0, SetupLook::Edge);
        };
        QMetaObject::invokeMethod(area, reveal, Qt::QueuedConnection);
    });
}

} // namespace pennypost
