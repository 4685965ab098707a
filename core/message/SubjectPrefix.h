// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pennypost {

/// The subject of an answer: "Re: " and the original's, without the marks of answers that stand before it in
/// any language or number ("AW: Re[2]: SV: Tea" gives "Re: Tea"). That of a letter passed on: "Fwd: ",
/// likewise. Marks of the other kind stay: an answer to "WG: Tea" is "Re: WG: Tea". Linear; pure.
QString answerSubject(const QString &subject);
QString forwardSubject(const QString &subject);

} // namespace pennypost
