// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QWidget>

class QLabel;

namespace pennypost {

class PasswordField;

/// Asks in place for a password that no keychain gives: label, field, what becomes of it, and the button that
/// tries it. Holds it no longer than it is shown. GUI thread. Part of AccountTestPart.
class SessionPassword : public QWidget
{
    Q_OBJECT

public:
    explicit SessionPassword(QWidget *parent = nullptr);

    /// Shows itself empty and hidden, with the focus in its field. `address`: whose password it is.
    void ask(const QString &address);
    /// Forgets what was typed and hides.
    void end();

Q_SIGNALS:
    /// By the button or Enter; never empty.
    void given(const pennypost::Secret &password);

private:
    void give();

    QLabel *m_label;
    PasswordField *m_field;
};

} // namespace pennypost
