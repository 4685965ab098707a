// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace pennypost {

class AttachmentModel;

/// The attachments below the letter, there only when there are any: tiles side by side, by keyboard too
/// (arrows, Del removes, F2 renames, Enter opens, Alt+arrows move). GUI thread.
class AttachmentPane : public QListView
{
    Q_OBJECT

public:
    explicit AttachmentPane(AttachmentModel &model, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    void setSideMargins(int left, int right);
    void focusRow(int row);

Q_SIGNALS:
    void openRequested(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void remove(const QModelIndex &index);
    void move(const QModelIndex &index, int step);
    /// 1 for an arrow towards the end, -1 towards the beginning, 0 for another key.
    int stepOf(int key) const;
    void fitHeight();

    AttachmentModel &m_model;
    bool m_readOnly = false;
};

} // namespace pennypost
