// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

namespace pennypost {

struct ProblemText;

struct StripButton
{
    QString text; ///< with a mnemonic
    std::function<void()> act;
    bool goesAway = true; ///< the strip is dismissed before `act` runs
};

/// What the strip below a letter says and offers: a problem, a question or a notice, never modal. A value
/// made by whoever has something to say, shown by SendStateBar.
struct Strip
{
    Q_DECLARE_TR_FUNCTIONS(pennypost::Strip)

public:
    enum class Tone { Notice, Problem };

    Tone tone = Tone::Notice;
    QString title;
    QString sentence;
    QString details;            ///< somebody's own words: fold out
    QString detailsLabel;       ///< whose they are, or just that there are some
    QList<StripButton> buttons; ///< the first is the thing to do next
    QString fieldLabel;         ///< with one there is a line to type in; Return presses the first button
    QString fieldText;
    bool fieldSecret = false; ///< shown as dots, and forgotten with the strip
    QString checkLabel;       ///< with one there is a box to tick, between the line and the buttons
    bool untilEdited = false; ///< goes with the next change to the letter
    bool untilSender = false; ///< goes when a sender is chosen
    /// Asked after each change to the letter: what it says of it is still so. If not, it goes.
    std::function<bool()> stillSo;
    bool closable = true;
    std::function<void()> closed; ///< the cross was pressed

    /// A problem's words, with nothing offered yet.
    static Strip of(const ProblemText &words);
};

} // namespace pennypost
