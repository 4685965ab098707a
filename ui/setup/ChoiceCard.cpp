// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ChoiceCard.h"

#include "ui/common/ActionWords.h"
#include "ui/common/Tones.h"
#include "ui/setup/Measures.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace pennypost {

namespace {

constexpr int Padding = Measures::Wide;
constexpr qreal Corner = 6;
constexpr int Unbounded = 10'000;

} // namespace

ChoiceCard::ChoiceCard(const QIcon &icon, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent), m_sentence(sentence)
{
    setIcon(icon);
    setText(title);
    setAccessibleName(ActionWords::plain(title));
    setAccessibleDescription(sentence);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont ChoiceCard::titleFont() const
{
    QFont bold = font();
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    bold.setWeight(QFont::DemiBold);
    return bold;
}

int ChoiceCard::iconSide() const
{
    return qMax(24, fontMetrics().height() * 3 / 2);
}

QSize ChoiceCard::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 60;
    return {width, heightForWidth(width)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    // The height of unwrapped words, whatever the width: else a page would scroll for lines that nobody sees.
    return {fontMetrics().averageCharWidth() * 28, heightForWidth(Unbounded)};
}

int ChoiceCard::heightForWidth(int width) const
{
    const int room = qMax(1, width - 3 * Padding - iconSide());
    const QRect space(0, 0, room, Unbounded);
    const int title = QFontMetrics(titleFont())
                          .boundingRect(space, Qt::TextWordWrap | Qt::TextShowMnemonic, text())
                          .height();
    const int sentence = fontMetrics().boundingRect(space, Qt::TextWordWrap, m_sentence).height();
    return qMax(iconSide(), title + Measures::Tight + sentence) + 2 * Padding;
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const QColor accent = Tones::focus(palette());
    const QColor fill = palette().color(isDown() ? QPalette::AlternateBase : QPalette::Base);
    const bool lit = hasFocus() || underMouse();
    painter.setBrush(fill);
    painter.setPen(lit ? QPen(accent, hasFocus() ? 2 : 1) : QPen(Tones::edge(palette()), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Corner, Corner);

    const QRect inner = rect().adjusted(Padding, Padding, -Padding, -Padding);
    QPalette onCard = palette();
    onCard.setColor(QPalette::WindowText, palette().color(QPalette::Text));
    const QRect iconRect(inner.left(), inner.top(), iconSide(), iconSide());
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), iconRect));

    const QRect words =
        QStyle::visualRect(layoutDirection(), rect(), inner.adjusted(iconSide() + Padding, 0, 0, 0));
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop));
    int titleFlags = align | Qt::TextWordWrap | Qt::TextShowMnemonic;
    if (!style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this))
        titleFlags |= Qt::TextHideMnemonic;
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::Text));
    QRect used;
    painter.drawText(words, titleFlags, text(), &used);
    painter.setFont(font());
    painter.setPen(Tones::muted(onCard));
    painter.drawText(words.adjusted(0, used.height() + Measures::Tight, 0, 0), align | Qt::TextWordWrap,
                     m_sentence);
}

} // namespace pennypost
