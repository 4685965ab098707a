// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/Disclosure.h"

#include "ui/common/Icons.h"
#include "ui/setup/SetupLook.h"

#include <QEvent>
#include <QVBoxLayout>

namespace pennypost {

Disclosure::Disclosure(const QString &text, QWidget *content, QWidget *parent)
    : QWidget(parent), m_button(new QToolButton(this)), m_summary(new NoteLabel(this)), m_content(content)
{
    m_button->setText(text);
    QString name = text;
    m_button->setAccessibleName(name.remove(u'&'));
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_content->setParent(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(SetupLook::Tight);
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addWidget(m_summary);
    layout->addWidget(m_content);
    connect(m_button, &QToolButton::toggled, this, &Disclosure::refresh);
    refresh();
}

bool Disclosure::isUnfolded() const
{
    return m_button->isChecked();
}

void Disclosure::setUnfolded(bool unfolded)
{
    m_button->setChecked(unfolded);
}

void Disclosure::setSummary(const QString &summary)
{
    m_summary->setText(summary);
    refresh();
}

void Disclosure::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

void Disclosure::refresh()
{
    const bool open = isUnfolded();
    // The folded arrow points to where the words run to.
    const bool leftward = layoutDirection() == Qt::RightToLeft;
    m_button->setIcon(themedIcon(open       ? QStringLiteral("chevron-down")
                                 : leftward ? QStringLiteral("chevron-left")
                                            : QStringLiteral("chevron-right"),
                                 QPalette::WindowText));
    m_button->setAccessibleDescription(open ? tr("Unfolded") : tr("Folded"));
    m_content->setVisible(open);
    m_summary->setVisible(!open && !m_summary->text().isEmpty());
}

} // namespace pennypost
