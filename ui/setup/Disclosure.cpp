// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/Disclosure.h"

#include "ui/setup/DisclosureButton.h"
#include "ui/setup/SetupLook.h"

#include <QVBoxLayout>

namespace pennypost {

Disclosure::Disclosure(const QString &text, QWidget *content, QWidget *parent)
    : QWidget(parent),
      m_button(new DisclosureButton(text, this)),
      m_summary(new NoteLabel(this)),
      m_content(content)
{
    m_button->setObjectName(QStringLiteral("fold"));
    m_summary->setObjectName(QStringLiteral("summary"));
    m_content->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(SetupLook::Tight);
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addWidget(m_summary);
    layout->addWidget(m_content);
    connect(m_button, &DisclosureButton::toggled, this, &Disclosure::refresh);
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

void Disclosure::refresh()
{
    const bool open = isUnfolded();
    m_button->setAccessibleDescription(open ? tr("Unfolded") : m_summary->text());
    m_content->setVisible(open);
    m_summary->setVisible(!open && !m_summary->text().isEmpty());
}

} // namespace pennypost
