// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>
#include <QPalette>

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
    static QColor hairline(const QPalette &palette); ///< carries no meaning

    /// A label above its field, with the field as its buddy; the field takes its name for screen readers.
    static QLabel *labelFor(QWidget *field, const QString &text, QWidget *parent);
    /// The title of a page: larger, wrapping.
    static QLabel *heading(QWidget *parent);
};

/// A wrapping line in a quieter tone, beside or below what it explains. Takes no room while it has no text.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    explicit NoteLabel(QWidget *parent = nullptr);
    void setNote(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTone();
};

} // namespace pennypost
