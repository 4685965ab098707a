// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ProblemText.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace pennypost {

class NoteLabel;

/// A problem where it arose: title, sentence, the server's own words, and the buttons that do something about
/// it: the first in the accent, as what to do next. A certificate is trusted in two steps: its remedy shows
/// it, and only below its fingerprint is the button that pins it. Announced to screen readers. GUI thread.
class ProblemPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget *parent = nullptr);

    void showProblem(const ProblemText &problem, const std::optional<PeerCertificate> &certificate = {});
    void clear();
    /// A problem is shown, with a button of its own that does something about it.
    bool offersRemedy() const;

Q_SIGNALS:
    /// OpenHelpLink and the showing of a certificate are done here; everything else is the owner's.
    void remedyChosen(pennypost::Remedy remedy);

private:
    void setButton(QPushButton *button, Remedy remedy, const QString &text);
    void press(Remedy remedy);
    void showCertificate();

    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_certificate;
    NoteLabel *m_wordsTitle;
    QLabel *m_words;
    QPushButton *m_first;
    QPushButton *m_second;
    QPushButton *m_trust;
    Remedy m_firstRemedy = Remedy::None;
    Remedy m_secondRemedy = Remedy::None;
    QUrl m_link;
};

} // namespace pennypost
