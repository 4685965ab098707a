// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ToolTipText.h"

namespace pennypost {

QString toolTipText(const QString &words)
{
    if (words.isEmpty())
        return {}; // no tooltip
    return QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(words.toHtmlEscaped());
}

} // namespace pennypost
