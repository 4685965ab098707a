// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace pennypost {

/// A push button whose words keep their distance from its border: Fusion leaves them three pixels, where the
/// platforms' own styles leave ten. Its accessible name is its words. GUI thread.
class WordButton : public QPushButton
{
    Q_OBJECT

public:
    /// `text` with its mnemonic. Enter in a field elsewhere does not press it.
    explicit WordButton(const QString &text, QWidget *parent = nullptr);
    WordButton(const QIcon &icon, const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace pennypost
