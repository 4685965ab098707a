// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/AttachmentTotal.h"

#include "ui/common/Bidi.h"
#include "ui/common/Tones.h"

#include <QEvent>

namespace pennypost {

AttachmentTotal::AttachmentTotal(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true); // it never makes a window wider
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::WindowText); // not the one that belongs to paper
    setAutoFillBackground(true);
    setAccessibleDescription(tr("Attachments"));
    setSideMargins(16, 16);
    tint();
    hide();
}

void AttachmentTotal::tell(const QString &words)
{
    const QString line = Bidi::lines(words, layoutDirection());
    if (text() != line)
        setText(line);
    setVisible(!words.isEmpty());
}

void AttachmentTotal::setSideMargins(int left, int right)
{
    setAlignment(Bidi::readingSide(layoutDirection()) | Qt::AlignVCenter);
    setContentsMargins(Bidi::margins({left, 0, right, 8}, layoutDirection()));
}

void AttachmentTotal::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
}

void AttachmentTotal::tint()
{
    m_tinting = true;
    QPalette tinted = parentWidget() ? parentWidget()->palette() : palette();
    tinted.setColor(QPalette::WindowText, Tones::muted(tinted));
    setPalette(tinted);
    m_tinting = false;
}

} // namespace pennypost
