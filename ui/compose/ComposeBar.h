// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace pennypost {

class AccentButton;

/// The slim bar on top of a letter: Send, Attach, rich text, what else there is, and how the draft stands.
/// Shows the actions it is given, has none of its own. GUI thread.
class ComposeBar : public QWidget
{
    Q_OBJECT

public:
    explicit ComposeBar(QWidget *parent = nullptr);

    void setSendAction(QAction *action);
    /// Shows its icon, if it has one, and its icon text.
    void addAction(QAction *action);
    void setMenu(QMenu *menu);
    void setStatus(const QString &saved, bool failed);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tint();
    void openMenu();
    QSize iconSize() const;

    QHBoxLayout *m_row;
    AccentButton *m_send;
    QToolButton *m_more;
    QMenu *m_menu = nullptr;
    QLabel *m_saved;
    QLabel *m_notSaved; ///< in its place, and said aloud
};

} // namespace pennypost
