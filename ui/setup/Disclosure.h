// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace pennypost {

class NoteLabel;

/// A line that folds a part of a page in and out: arrow, words, and what is inside in a few words while it is
/// folded. By mouse, Space or mnemonic. GUI thread.
class Disclosure : public QWidget
{
    Q_OBJECT

public:
    Disclosure(const QString &text, QWidget *content, QWidget *parent = nullptr);

    bool isUnfolded() const;
    void setUnfolded(bool unfolded);
    /// Shown beside the words while folded.
    void setSummary(const QString &summary);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QToolButton *m_button;
    NoteLabel *m_summary;
    QWidget *m_content;
};

} // namespace pennypost
