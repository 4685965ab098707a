// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace pennypost {

/// The person's language, where there is one of ours in :/i18n: our words and Qt's own together, so that no
/// window speaks two languages, and its writing direction. English else. Lives as long as the program.
class Translations
{
public:
    Translations() = default;
    /// Needs a QApplication; before the first window.
    void install();

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace pennypost
