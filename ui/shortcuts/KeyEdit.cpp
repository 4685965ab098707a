// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/KeyEdit.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace pennypost {

KeyEdit::KeyEdit(QWidget *parent) : QKeySequenceEdit(parent) {}

void KeyEdit::setKey(const QKeySequence &key)
{
    m_key = key;
    const QSignalBlocker quiet(this);
    setKeySequence(key);
}

void KeyEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        event->ignore();
        return;
    }
    QKeySequence pressed;
    {
        const QSignalBlocker quiet(this); // it clears itself first
        QKeySequenceEdit::keyPressEvent(event);
        pressed = keySequence();
    }
    if (pressed.isEmpty())
        return;    // Shift alone, so far
    setKey(m_key); // our parent would wait for three more; and whoever listens decides what stands here
    Q_EMIT keyPressed(QKeySequence(pressed[0]));
}

} // namespace pennypost
