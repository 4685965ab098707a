// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace pennypost {

/// The one filled button of a window, in the palette's highlight colour: what to do next. Painted here:
/// native styles fill at most a dialog's default button. GUI thread.
class AccentButton : public QPushButton
{
    Q_OBJECT

public:
    AccentButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace pennypost
