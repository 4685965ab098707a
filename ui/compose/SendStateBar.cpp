// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SendStateBar.h"

#include "ui/common/Announcement.h"
#include "ui/common/Bidi.h"
#include "ui/common/Glyph.h"
#include "ui/common/Icons.h"
#include "ui/common/LongWords.h"
#include "ui/common/ProblemText.h"
#include "ui/common/SizeText.h"
#include "ui/common/Tones.h"
#include "ui/common/WordButton.h"
#include "ui/compose/StripButtons.h"
#include "ui/compose/StripField.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPropertyAnimation>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace pennypost {

namespace {

constexpr int riseMilliseconds = 120;

QLabel *makeText(QWidget *parent, bool wrapped)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // a server's words must not become markup
    label->setWordWrap(wrapped);
    if (wrapped)
        LongWords::neverWiden(label);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // A server's words run from left to right in any window; they begin where all lines do.
    label->setAlignment(Bidi::readingSide() | Qt::AlignVCenter);
    return label;
}

void tintText(QLabel *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

SendStateBar::SendStateBar(QWidget *parent)
    : QWidget(parent),
      m_message(new QWidget(this)),
      m_progress(new QWidget(this)),
      m_motion(new QPropertyAnimation(this, "maximumHeight", this))
{
    Announcement::prepare(this);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    buildMessage();
    buildProgress();
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_motion, &QPropertyAnimation::finished, this, [this] { setMaximumHeight(QWIDGETSIZE_MAX); });
    setSideMargins(16);
    setAccessibleDescription(tr("State of the letter"));
    tint();
    hide();
}

void SendStateBar::buildMessage()
{
    m_icon = new QLabel(m_message);
    m_title = makeText(m_message, true);
    m_sentence = makeText(m_message, true);
    m_details = makeText(m_message, true);
    m_unfold = new QToolButton(m_message);
    m_field = new StripField(m_message);
    m_check = new QCheckBox(m_message);
    m_buttons = new StripButtons(m_message);
    m_close = new QToolButton(m_message);

    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_unfold, &QToolButton::toggled, this, [this](bool open) {
        m_details->setVisible(open);
        tint();
    });
    connect(m_field, &StripField::returnPressed, this, [this] {
        if (!m_strip.buttons.isEmpty())
            press(m_strip.buttons.first());
    });
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &SendStateBar::close);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addWidget(m_unfold, 0, Qt::AlignLeading);
    words->addWidget(m_details);
    words->addWidget(m_field);
    words->addWidget(m_check, 0, Qt::AlignLeading);
    words->addWidget(m_buttons);

    auto *row = new QHBoxLayout(m_message);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
}

void SendStateBar::buildProgress()
{
    m_what = makeText(m_progress, false);
    m_amount = makeText(m_progress, false);
    m_bar = new QProgressBar(m_progress);
    m_cancel = new WordButton(tr("Ca&ncel"), m_progress);
    m_note = makeText(m_progress, true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("How much has been sent"));
    m_cancel->setAccessibleName(tr("Cancel sending"));
    connect(m_cancel, &QPushButton::clicked, this, &SendStateBar::cancelRequested);

    auto *text = new QHBoxLayout;
    text->setSpacing(12);
    text->addWidget(m_what, 1);
    text->addWidget(m_amount);
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addLayout(text);
    column->addWidget(m_bar);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout(m_progress);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
}

void SendStateBar::show(const Strip &strip)
{
    if (strip.fieldLabel.isEmpty())
        leaveField();
    m_strip = strip;
    m_progressPage = false;
    ++m_turn;
    m_title->setText(Bidi::lines(strip.title));
    m_title->setVisible(!strip.title.isEmpty());
    m_sentence->setText(Bidi::lines(strip.sentence));
    m_sentence->setVisible(!strip.sentence.isEmpty());
    m_details->setText(strip.details);
    m_unfold->setText(strip.detailsLabel.isEmpty() ? tr("Details") : strip.detailsLabel);
    m_unfold->setAccessibleName(m_unfold->text());
    m_unfold->setChecked(false);
    m_unfold->setVisible(!strip.details.isEmpty());
    m_details->hide();
    m_field->follow(strip);
    m_check->setText(strip.checkLabel);
    m_check->setChecked(false);
    m_check->setVisible(!strip.checkLabel.isEmpty());
    m_close->setVisible(strip.closable);

    m_buttons->follow(strip.buttons, [this](const StripButton &button) { press(button); });
    setTabOrder(m_field->lastStop(), m_check);
    QWidget *before = m_check;
    for (QPushButton *push : m_buttons->buttons()) {
        setTabOrder(before, push); // as they stand; the cross is the last
        before = push;
    }
    setTabOrder(before, m_close);

    tint();
    Announcement::make(this, ProblemWords::inOneLine(strip.title, strip.sentence));
    rise();
    if (!strip.fieldLabel.isEmpty()) {
        rememberFocus();
        m_field->focus(Qt::OtherFocusReason);
    }
    Q_EMIT changed();
}

void SendStateBar::showProgress(const QString &what, qint64 done, qint64 total)
{
    m_what->setText(Bidi::lines(what));
    setAccessibleName(what); // step by step only for who looks here; see rise() for the first
    if (total > 0 && done > 0) {
        const QLocale locale;
        const int permille = int(done * 1000 / total);
        m_bar->setRange(0, 1000);
        m_bar->setValue(permille);
        m_amount->setText(tr("%1 of %2 as sent · %3 %", "sent bytes, all bytes as encoded, percent")
                              .arg(sizeText(done), sizeText(total), locale.toString(permille / 10)));
    } else {
        m_bar->setRange(0, 0);
        m_amount->clear();
    }
    if (showsProgress())
        return;
    leaveField();
    m_strip = {};
    m_progressPage = true;
    ++m_turn;
    rememberFocus();
    m_field->forget();
    setCancellable(true);
    tint();
    rise();
    Q_EMIT changed();
}

void SendStateBar::setCancellable(bool cancellable, const QString &note)
{
    if (!cancellable && m_cancel->hasFocus() && m_before)
        m_before->setFocus(Qt::OtherFocusReason); // it can't stay here, and would wander
    m_cancel->setEnabled(cancellable);
    m_cancel->setToolTip(note);
    m_cancel->setAccessibleDescription(note);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SendStateBar::dismiss()
{
    if (!m_up)
        return;
    m_up = false;
    ++m_turn;
    m_strip = {};
    m_field->forget();
    m_motion->stop();
    setMaximumHeight(QWIDGETSIZE_MAX);
    QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    hide();
    if (hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void SendStateBar::noteEdit()
{
    if (!m_up || m_progressPage || !m_strip.untilEdited)
        return;
    leaveField(); // a file may have settled while somebody types here
    dismiss();
}

void SendStateBar::press(const StripButton &button)
{
    const auto act = button.act; // dismissing clears the strip it is part of
    if (button.goesAway)
        dismiss();
    if (act)
        act();
}

/// Esc closes what the focus is in, as the cross does; not what needs an answer, or where the cross decides.
void SendStateBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_up && !m_progressPage && m_strip.closable && !m_strip.closed)
        close();
    else
        QWidget::keyPressEvent(event);
}

void SendStateBar::close()
{
    const auto closed = m_strip.closed;
    dismiss();
    if (closed)
        closed();
}

QString SendStateBar::fieldText() const
{
    return m_field->text();
}

bool SendStateBar::isChecked() const
{
    return m_check->isChecked();
}

void SendStateBar::setSideMargins(int margin)
{
    layout()->setContentsMargins(margin, 11, margin, 10);
}

bool SendStateBar::focusFirst()
{
    if (!m_up || (m_progressPage && !m_cancel->isEnabled()))
        return false;
    rememberFocus();
    if (m_progressPage) {
        m_cancel->setFocus(Qt::ShortcutFocusReason);
    } else if (!m_field->isHidden()) {
        m_field->focus(Qt::ShortcutFocusReason);
    } else if (!m_buttons->buttons().isEmpty()) {
        m_buttons->buttons().first()->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_close->setFocus(Qt::ShortcutFocusReason);
    }
    return true;
}

void SendStateBar::rememberFocus()
{
    QWidget *focused = QApplication::focusWidget();
    if (focused && focused->window() == window() && !isAncestorOf(focused))
        m_before = focused;
}

/// Before the field goes under somebody's hands. Left to itself the focus would wander to the next best, an
/// address say, and the rest of a password along with it.
void SendStateBar::leaveField()
{
    QWidget *focused = QApplication::focusWidget();
    if (!focused || !m_field->isAncestorOf(focused))
        return;
    if (m_refuge)
        m_refuge->setFocus(Qt::OtherFocusReason);
    else
        focused->clearFocus();
}

void SendStateBar::rise()
{
    m_message->setVisible(!m_progressPage);
    m_progress->setVisible(m_progressPage);
    const bool wasUp = m_up;
    m_up = true;
    setVisible(true);
    // Zero when the person asked for no motion.
    const int wanted = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    m_motion->stop();
    setMaximumHeight(QWIDGETSIZE_MAX);
    if (wasUp || wanted == 0 || !window()->isVisible())
        return;
    m_motion->setDuration(qMin(wanted, riseMilliseconds));
    m_motion->setStartValue(0);
    m_motion->setEndValue(layout()->hasHeightForWidth() ? layout()->heightForWidth(width())
                                                        : sizeHint().height());
    m_motion->start();
}

void SendStateBar::tint()
{
    const bool problem = !m_progressPage && m_strip.tone == Strip::Tone::Problem;
    m_icon->setAccessibleName(problem ? tr("Problem") : tr("Note"));
    const int size = fontMetrics().height() + 2;
    const QColor ink = problem ? Tones::problem(palette()) : palette().color(QPalette::WindowText);
    m_icon->setPixmap(
        glyph(problem ? QStringLiteral("warning") : QStringLiteral("info"), ink, size, devicePixelRatioF()));
    tintText(m_title, ink);
    tintText(m_details, Tones::muted(palette()));
    tintText(m_amount, Tones::muted(palette()));
    tintText(m_note, Tones::muted(palette()));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_unfold->setIcon(
        themedIcon(m_unfold->isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    update();
}

void SendStateBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_motion)
        tint();
}

void SendStateBar::paintEvent(QPaintEvent *)
{
    const bool problem = !m_progressPage && m_strip.tone == Strip::Tone::Problem;
    QPainter painter(this);
    painter.fillRect(rect(), problem ? Tones::problemFill(palette()) : Tones::raised(palette()));
    painter.fillRect(0, 0, width(), 1, problem ? Tones::problem(palette()) : Tones::hairline(palette()));
}

} // namespace pennypost
