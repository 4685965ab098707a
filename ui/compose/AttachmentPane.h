// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace pennypost {

class AttachmentModel;

/// The attachments below the letter, there only when there are any: tiles side by side, by keyboard too
/// (arrows, Del removes, F2 renames). GUI thread.
class AttachmentPane : public QListView
{
    Q_OBJECT

public:
    explicit AttachmentPane(AttachmentModel &model, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    void setSideMargins(int left, int right);
    void focusRow(int row);

Q_SIGNALS:
    void filesOffered(const QStringList &paths);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void remove(const QModelIndex &index);
    void fitHeight();

    AttachmentModel &m_model;
    bool m_readOnly = false;
};

} // namespace pennypost
