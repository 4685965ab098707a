// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/Disclosure.h"

#include "ui/setup/DisclosureButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"

#include <QVBoxLayout>

namespace pennypost {

Disclosure::Disclosure(const QString &text, QWidget *parent)
    : QWidget(parent), m_button(new DisclosureButton(text, this)), m_summary(new NoteLabel(this))
{
    m_button->setObjectName(QStringLiteral("fold"));
    m_summary->setObjectName(QStringLiteral("summary"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addWidget(m_summary);
    connect(m_button, &DisclosureButton::toggled, this, [this] {
        refresh();
        Q_EMIT toggled();
    });
    refresh();
}

void Disclosure::setContent(QWidget *content)
{
    m_content = content;
    layout()->addWidget(content);
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
    m_summary->setNote(summary);
    refresh();
}

void Disclosure::refresh()
{
    const bool open = isUnfolded();
    m_button->setAccessibleDescription(open ? tr("Unfolded") : m_summary->text());
    if (m_content)
        m_content->setVisible(open);
    m_summary->setVisible(!open && !m_summary->text().isEmpty());
    // The summary belongs to the words above it; what is folded out begins a part of its own.
    layout()->setSpacing(open ? Measures::Gap : Measures::Tight);
}

} // namespace pennypost
