// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace pennypost {

class PasswordField;
struct Strip;

/// The one line to type in that a strip may have: a subject, an address, or a secret, which is shown as dots
/// unless a person wants to see it. GUI thread.
class StripField : public QWidget
{
    Q_OBJECT

public:
    explicit StripField(QWidget *parent = nullptr);

    /// As `strip` has it; hidden if it has none.
    void follow(const Strip &strip);
    QString text() const;
    /// Nothing of a secret stays behind.
    void forget();
    /// Its last stop for Tab.
    QWidget *lastStop() const;
    void focus(Qt::FocusReason reason);

Q_SIGNALS:
    void returnPressed();

private:
    QLineEdit *line() const; ///< the one of the two that is asked in

    QLabel *m_label;
    QLineEdit *m_plain;
    PasswordField *m_secret;
};

} // namespace pennypost
