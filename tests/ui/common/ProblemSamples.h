// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/ProblemText.h"

#include <QStringList>

namespace pennypost {

/// Problems and what is known around them, for the tests of their words.
SubmissionError someError(Problem problem, Stage stage = Stage::MailFrom);
SubmissionError someError(Problem problem, const Reply &reply, Stage stage = Stage::MailFrom);
/// At a provider with help pages; TLS on 465.
ProblemContext someContext();
ProblemContext contextAt(ServerSettings::Security security, int port);
PeerCertificate someCertificate();

/// A table of what is offered where: rows in a _data function, one check.
void addRemedyColumns();
void addRemedyRow(const char *name, const SubmissionError &error, Remedy first, Remedy second,
                  const ProblemContext &around = someContext());
void checkRemedies();

/// A table of what a sentence holds.
void addWordsColumns();
void addWordsRow(const char *name, const SubmissionError &error, const QStringList &holds,
                 const ProblemContext &around = someContext());
/// Fails also where the words break the rules of checkWords().
void checkHeldWords();

} // namespace pennypost
