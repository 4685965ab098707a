// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/SessionPassword.h"

#include "ui/common/Bidi.h"
#include "ui/common/PasswordField.h"
#include "ui/common/WordButton.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"

#include <QVBoxLayout>

namespace pennypost {

SessionPassword::SessionPassword(QWidget *parent)
    : QWidget(parent), m_label(nullptr), m_field(new PasswordField(this))
{
    m_field->setObjectName(QStringLiteral("sessionPassword"));
    m_label = FormParts::labelFor(m_field, tr("&Password"), this);
    m_label->setWordWrap(true);
    auto *note = new NoteLabel(this);
    note->setNote(tr("It is kept in memory until Pennypost ends, and nowhere else."));
    m_field->setAccessibleDescription(note->text());
    auto *use = new WordButton(tr("Test &with this password"), this);
    use->setObjectName(QStringLiteral("useSessionPassword"));
    use->setAutoDefault(true); // with the focus, Enter presses it
    use->setEnabled(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Tight);
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    layout->addWidget(note);
    layout->addSpacing(Measures::Gap);
    layout->addWidget(use, 0, Qt::AlignLeading);

    connect(m_field, &QLineEdit::textChanged, use,
            [use](const QString &text) { use->setEnabled(!text.isEmpty()); });
    connect(m_field, &QLineEdit::returnPressed, this, &SessionPassword::give);
    connect(use, &QPushButton::clicked, this, &SessionPassword::give);
    hide();
}

void SessionPassword::ask(const QString &address)
{
    m_field->forget();
    const QString words = tr("&Password of %1");
    // Whose address holds "&" has no mnemonic of its own.
    m_label->setText(
        Bidi::lines(words.arg(Bidi::value(QString(address).replace(u'&', QStringLiteral("&&"))))));
    m_field->setAccessibleName(tr("Password of %1").arg(address));
    show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void SessionPassword::end()
{
    m_field->forget();
    hide();
}

void SessionPassword::give()
{
    if (!m_field->text().isEmpty())
        Q_EMIT given(m_field->secret());
}

} // namespace pennypost
