// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace pennypost {

/// A wrapping line below what it explains, quiet, or in the tone of what is wrong. Takes no room while it has
/// no text.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    explicit NoteLabel(QWidget *parent = nullptr);
    void setNote(const QString &text);
    void setProblem(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void put(const QString &text, bool problem);
    void applyTone();

    bool m_problem = false;
};

} // namespace pennypost
