// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProviderHint.h"

#include "ui/common/WordButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"

#include <QDesktopServices>
#include <QVBoxLayout>

namespace pennypost {

ProviderHint::ProviderHint(QWidget *parent)
    : QWidget(parent), m_sentence(new NoteLabel(this)), m_button(new WordButton(QString(), this))
{
    m_button->setObjectName(QStringLiteral("providerHelp"));
    m_sentence->setObjectName(QStringLiteral("providerHint"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    connect(m_button, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_link); });
    hide();
}

void ProviderHint::setProvider(const std::optional<Provider> &provider)
{
    QString sentence;
    QString button;
    m_link.clear();
    if (provider) {
        const QString &name = provider->name;
        m_link = provider->accessHelp.isEmpty() ? provider->appPasswordHelp : provider->accessHelp;
        if (provider->needsOAuth) {
            sentence =
                tr("%1 lets programs in only through its own sign-in page. Pennypost can't use that yet, so "
                   "a password will most likely be refused.")
                    .arg(name);
            button = tr("&What %1 says about this").arg(name);
        } else if (provider->host.startsWith(u"127.")) {
            sentence =
                tr("%1 sends through a program of its own that has to run on this computer. Use the password "
                   "which that program shows, not that of your mailbox.")
                    .arg(name);
            button = tr("&Get that program");
        } else if (!provider->appPasswordHelp.isEmpty()) {
            sentence =
                tr("%1 wants an app password here: one made for a single program, not the password of your "
                   "mailbox.")
                    .arg(name);
            button = tr("Ma&ke an app password");
        } else if (!provider->accessHelp.isEmpty()) {
            sentence = tr("%1 lets mail programs in only after you have allowed it in your settings there.")
                           .arg(name);
            button = tr("&How to allow it");
        }
    }
    m_sentence->setNote(sentence);
    m_button->setText(button);
    m_button->setToolTip(m_link.toDisplayString());
    m_button->setVisible(!m_link.isEmpty());
    setVisible(!sentence.isEmpty());
}

} // namespace pennypost
