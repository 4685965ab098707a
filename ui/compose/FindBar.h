// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace pennypost {

class BodyEditor;
class BodySearch;

/// The slim bar below the body for finding words in it, and for putting others in their place. Searches as
/// one types; Enter finds on, Shift+Enter back, Esc closes it and gives the focus back to the body, with what
/// was found selected. Where the letter can't be changed it only finds. GUI thread.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(BodyEditor &body, QWidget *parent = nullptr);

    /// Shows it with the body's selection, if that is a few words of one line, or what was sought last.
    void openToFind();
    void openToReplace();
    /// Also while the bar is closed; opens it if nothing has been sought yet.
    void findNext();
    void findPrevious();
    void closeBar();
    /// That its buttons can be pressed by, too; for their tooltips.
    void showKeys(const QKeySequence &next, const QKeySequence &previous);
    /// False while the letter can't be changed.
    void setReplacing(bool possible);
    void setSideMargins(int left, int right);
    /// In the order of Tab: the fields first, then the buttons as they stand, to close it last.
    QList<QWidget *> stops() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void open(bool replacing);
    void seek();
    void step(int direction);
    void replaceAll();
    void showCount();
    static QString countText(int which, int all);
    void say(const QString &words, bool isProblem);
    void tint();

    BodyEditor &m_body;
    BodySearch *m_search;
    QGridLayout *m_grid;
    QLineEdit *m_sought;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QCheckBox *m_matchCase;
    QToolButton *m_close;
    QLabel *m_replaceLabel;
    QLineEdit *m_replacement;
    QPushButton *m_replace;
    QPushButton *m_replaceAll;
    bool m_problem = false;
};

} // namespace pennypost
