// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace pennypost {

/// The platform's style without the line under a mnemonic, for languages whose letters join: underlined
/// alone, a letter is shaped alone, and the word grows out of the button or tab that was measured for it. The
/// mnemonics themselves work on.
class JoinedScriptStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Takes it where the program's language needs it; after the translations are there, before a window is.
    static void installIfNeeded();

    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
};

} // namespace pennypost
