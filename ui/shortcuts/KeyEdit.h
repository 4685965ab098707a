// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequenceEdit>

namespace pennypost {

/// A field that takes the next key pressed in it, one and not a sequence. Tab and Escape stay what they are
/// everywhere, so that nobody is caught in it. GUI thread.
class KeyEdit : public QKeySequenceEdit
{
    Q_OBJECT

public:
    explicit KeyEdit(QWidget *parent = nullptr);
    void setKey(const QKeySequence &key);

Q_SIGNALS:
    void keyPressed(const QKeySequence &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace pennypost
