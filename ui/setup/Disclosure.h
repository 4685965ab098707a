// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pennypost {

class DisclosureButton;
class NoteLabel;

/// A line that folds a part of a page in and out: arrow, words, and what is inside in a few words while it is
/// folded. By mouse, Space, arrow keys or mnemonic. GUI thread.
class Disclosure : public QWidget
{
    Q_OBJECT

public:
    explicit Disclosure(const QString &text, QWidget *parent = nullptr);

    /// What is folded in and out, once: made with this as its parent, so that Tab reaches it after the words.
    void setContent(QWidget *content);

    bool isUnfolded() const;
    void setUnfolded(bool unfolded);
    /// Shown below the words while folded.
    void setSummary(const QString &summary);

Q_SIGNALS:
    /// In or out, by whatever hand.
    void toggled();

private:
    void refresh();

    DisclosureButton *m_button;
    NoteLabel *m_summary;
    QWidget *m_content = nullptr;
};

} // namespace pennypost
