// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SaveLetterDialog.h"

#include "ui/common/LetterExport.h"

#include <QStandardPaths>

namespace pennypost {

SaveLetterDialog::SaveLetterDialog(const QString &subject, QWidget *parent)
    : QFileDialog(parent, tr("Save the letter"),
                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Letters (*.eml)"))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptMode(QFileDialog::AcceptSave);
    setDefaultSuffix(QStringLiteral("eml"));
    selectFile(exportName(subject));
}

} // namespace pennypost
