// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

namespace pennypost {

/// Keeps the application's palette readable while it lives: roles that platforms leave unset or pair badly
/// are put right, everything else stays the platform's, and so does each of these where it is good enough.
///
/// - PlaceholderText: the hint of an empty field; many dark palettes leave it dark.
/// - Link and LinkVisited: words, so 4.5:1.
/// - Highlight: where HighlightedText on it falls short of 4.5:1, the fill gives way, as for the accent
/// button.
/// - In Fusion, which draws the edges of fields, check boxes and radio buttons from Window: a Window of their
/// own, so that the edges keep 3:1.
///
/// One for the program, made after QApplication; it follows a theme that changes while the program runs. GUI
/// thread.
class LegiblePalette : public QObject
{
    Q_OBJECT

public:
    explicit LegiblePalette(QObject *parent = nullptr);

    /// `palette` with those roles put right, and only those set.
    static QPalette corrections(const QPalette &palette);
    /// `palette` with the Window of which Fusion makes a visible edge, being so many per cent darker.
    static QPalette edged(const QPalette &palette, int darker);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QPalette m_corrections; ///< what was put over the platform's
    bool m_applying = false;
};

} // namespace pennypost
