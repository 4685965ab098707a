// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QValidator>

namespace pennypost {

/// Keeps out of a line what comes along unseen when its value is copied from a web page, a letter or one of
/// our own windows: marks of direction (U+061C, U+200E and F, U+202A to E, U+2066 to 9), blanks without
/// width, soft hyphens, controls. Blanks before the value go at once, those behind it when the line is left:
/// until then the next word may follow. A blank in the middle stays, to be seen and told as wrong where it
/// is. Not for names: there such marks are part of the spelling. GUI thread.
class CleanValue : public QValidator
{
    Q_OBJECT

public:
    using QValidator::QValidator;

    State validate(QString &input, int &position) const override;
    void fixup(QString &input) const override;
};

} // namespace pennypost
