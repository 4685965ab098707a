// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/ServerDiscovery.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QPushButton;

namespace pennypost {

class NoteLabel;

/// What a person should know of a provider before typing a password: that it wants an app password, must be
/// told to let mail programs in, has to run a bridge, or takes no passwords at all; with a button to its own
/// words on that. GUI thread.
class ProviderHint : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderHint(QWidget *parent = nullptr);
    void setProvider(const std::optional<Provider> &provider);

private:
    NoteLabel *m_sentence;
    QPushButton *m_button;
    QUrl m_link;
};

} // namespace pennypost
