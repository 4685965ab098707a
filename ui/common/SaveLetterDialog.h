// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

namespace pennypost {

/// Asks where a letter is to be saved as an .eml file, beside whatever else goes on; connect fileSelected().
/// Suggests a name made of the subject, asks before it takes that of a file which is there. Deletes itself.
/// GUI thread.
class SaveLetterDialog : public QFileDialog
{
    Q_OBJECT

public:
    SaveLetterDialog(const QString &subject, QWidget *parent);
};

} // namespace pennypost
