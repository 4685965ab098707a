// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"

#include <QLineEdit>

class QAction;
class QToolButton;

namespace pennypost {

/// A line for a password, hidden until the eye in it is pressed (Ctrl+Shift+H, or by Tab and Space). Gives a
/// Secret, never shows up in an accessibility tree in clear while hidden. GUI thread.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);
    ~PasswordField() override;

    Secret secret() const { return Secret(text()); }
    /// Empty and hidden again, and no undo brings back what stood there.
    void forget();
    /// Shows and hides what is typed; the field's last stop for Tab.
    QToolButton *eye() const;

private:
    void setShown(bool shown);
    void refresh();

    QAction *m_show;
};

} // namespace pennypost
