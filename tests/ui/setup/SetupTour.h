// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace pennypost {

/// Walks through the account assistant and the accounts dialog, every page in every state, and shows each to
/// a visitor: a painter (setup_gallery) or a test of what all of them have in common.
class SetupTour
{
public:
    using Visit = std::function<void(QWidget &window, const QString &state)>;
    explicit SetupTour(Visit visit) : m_visit(std::move(visit)) {}

    void assistant();
    void dialog();

private:
    Visit m_visit;
};

} // namespace pennypost
