// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace pennypost {

/// The line below the attachments: how much they are, and how much on their way. There only when it has
/// something to tell. GUI thread.
class AttachmentTotal : public QLabel
{
    Q_OBJECT

public:
    explicit AttachmentTotal(QWidget *parent = nullptr);

    /// Empty for nothing attached.
    void tell(const QString &words);
    void setSideMargins(int left, int right);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    bool m_tinting = false;
};

} // namespace pennypost
