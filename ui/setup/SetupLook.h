// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>
#include <QPalette>
#include <QPushButton>

class QScrollArea;

namespace pennypost {

/// The measures and tones of the setup windows, in one place: a grid of 8 px, and the few colours beyond
/// QPalette's roles, worked out from the palette at hand so that dark and high contrast hold. GUI thread.
struct SetupLook
{
    static constexpr int Tight = 4;
    static constexpr int Gap = 8;
    static constexpr int Wide = 16;
    static constexpr int Edge = 24;

    static QColor muted(const QPalette &palette);    ///< notes and hints; keeps 4.5:1
    static QColor problem(const QPalette &palette);  ///< what is wrong, in text; keeps 4.5:1
    static QColor hairline(const QPalette &palette); ///< carries no meaning

    /// A label above its field, with the field as its buddy; the field takes its name for screen readers.
    static QLabel *labelFor(QWidget *field, const QString &text, QWidget *parent);
    /// The title of a page: larger, wrapping.
    static QLabel *heading(QWidget *parent);
    /// Sets a button's words with room on either side, which some styles are stingy with.
    static void setWords(QPushButton *button, const QString &text);
};

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

/// A thin line between the parts of a window; carries no meaning.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Keeps whatever gets the focus inside `area` in view, also when a program puts it there.
void followFocus(QScrollArea *area);

} // namespace pennypost
