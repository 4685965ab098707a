// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/SendChecks.h"

#include <QObject>

namespace pennypost {

class LetterForm;
class SendStateBar;

/// What a letter can't go out with: said in the strip, with the focus at the culprit. GUI thread.
class SendObstacle : public QObject
{
    Q_OBJECT

public:
    SendObstacle(LetterForm &form, SendStateBar &bar, QObject *parent = nullptr);

    void tell(const SendFinding &finding);
    /// Of the files that could not be taken in. False: there are none.
    bool tellFailedFiles();

Q_SIGNALS:
    void accountsRequested();
    /// To choose from this folder, in place of the folder itself.
    void filesWanted(const QString &folder);

private:
    LetterForm &m_form;
    SendStateBar &m_bar;
};

} // namespace pennypost
