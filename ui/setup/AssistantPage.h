// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pennypost {

/// One page of the account assistant: its words on top and what the button below it does. Keeps what was
/// typed while other pages are shown. GUI thread.
class AssistantPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual QString subtitle() const { return {}; }
    /// The words of the button that goes on; empty: this page goes on by itself.
    virtual QString nextText() const = 0;
    virtual bool mayGoOn() const { return true; }
    /// Called when it comes to the front.
    virtual void enter() {}

Q_SIGNALS:
    /// Title, button or mayGoOn() may have changed.
    void stateChanged();
};

} // namespace pennypost
