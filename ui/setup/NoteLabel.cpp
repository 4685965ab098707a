// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/NoteLabel.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"

#include <QEvent>

namespace pennypost {

NoteLabel::NoteLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    hide();
    applyTone();
}

void NoteLabel::setNote(const QString &text, QWidget *about)
{
    put(text, false, about);
}

void NoteLabel::setProblem(const QString &text, QWidget *about)
{
    put(text, true, about);
}

void NoteLabel::put(const QString &text, bool problem, QWidget *about)
{
    describe(text, about);
    m_problem = problem;
    QLabel::setText(Bidi::lines(text));
    setVisible(!text.isEmpty());
    applyTone();
}

void NoteLabel::describe(const QString &text, QWidget *about)
{
    if (m_about)
        m_about->setAccessibleDescription(m_aboutBefore);
    m_about = text.isEmpty() ? nullptr : about;
    if (!m_about)
        return;
    m_aboutBefore = m_about->accessibleDescription();
    m_about->setAccessibleDescription(m_aboutBefore.isEmpty() ? text : text + u'\n' + m_aboutBefore);
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
    const QColor tone = m_problem ? Tones::problem(around) : Tones::muted(around);
    QPalette own = palette();
    if (own.color(QPalette::WindowText) == tone)
        return;
    own.setColor(QPalette::WindowText, tone);
    setPalette(own);
}

} // namespace pennypost
