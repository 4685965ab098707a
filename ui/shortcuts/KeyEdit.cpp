// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/KeyEdit.h"

#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace pennypost {

namespace {

/// Beside those that its parent class knows: held, locked or begun with, and nothing by themselves.
bool isNoKeyYet(int key)
{
    constexpr std::array keys = {Qt::Key_AltGr,     Qt::Key_Super_L,    Qt::Key_Super_R, Qt::Key_Hyper_L,
                                 Qt::Key_Hyper_R,   Qt::Key_CapsLock,   Qt::Key_NumLock, Qt::Key_ScrollLock,
                                 Qt::Key_Multi_key, Qt::Key_Mode_switch};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

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
    if (event->isAutoRepeat() || isNoKeyYet(event->key()))
        return;
    QKeySequence pressed;
    {
        const QSignalBlocker quiet(this); // it clears itself first
        QKeySequenceEdit::keyPressEvent(event);
        pressed = keySequence();
    }
    setKey(m_key); // our parent would wait for three more; and whoever listens decides what stands here
    if (pressed.isEmpty())
        return; // Shift alone, so far
    Q_EMIT keyPressed(QKeySequence(pressed[0]));
}

} // namespace pennypost
