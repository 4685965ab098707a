// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/AssistantPage.h"

namespace pennypost {

/// The first page: one's own mail account, or practise first. GUI thread.
class ChoicePage : public AssistantPage
{
    Q_OBJECT

public:
    explicit ChoicePage(QWidget *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    QString nextText() const override { return {}; }
    void enter() override;

Q_SIGNALS:
    void ownAccountChosen();
    void practiceChosen();

private:
    QWidget *m_first;
};

} // namespace pennypost
