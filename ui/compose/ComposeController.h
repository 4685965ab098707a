// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pennypost {

class ComposeController : public QObject
{
    Q_OBJECT
};

} // namespace pennypost
