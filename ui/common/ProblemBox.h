// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pennypost {

struct ProblemText;

/// Tells a problem that no window has a place for, in a box of its own that nobody waits for; it deletes
/// itself. The buttons: OK, and the problem's help page where it has one. GUI thread.
void openProblemBox(const ProblemText &problem, QWidget *parent);

} // namespace pennypost
