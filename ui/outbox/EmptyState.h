// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace pennypost {

class AccentButton;

/// What stands where the list will be: says what will be here, and offers the first steps, or that a search
/// found nothing. GUI thread.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Case {
        NoAccount, ///< set one up, or practise
        NoLetter,  ///< write one
        NothingFound,
    };

    explicit EmptyState(QWidget *parent = nullptr);
    void present(Case state);
    /// The keyboard's way in: the button of the first step.
    void focusFirstStep();

Q_SIGNALS:
    void setupRequested();
    void practiceRequested();
    void newLetterRequested();
    void clearSearchRequested();

private:
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_sentence;
    AccentButton *m_setup;
    QPushButton *m_practice;
    QPushButton *m_newLetter;
    QPushButton *m_clearSearch;
};

} // namespace pennypost
