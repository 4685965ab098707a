// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/OfferedFiles.h"

#include <QLineEdit>

namespace pennypost {

/// The line a letter's subject is written in. A paste that brings files or a picture attaches them, as it
/// does in every field; text is pasted as ever. GUI thread.
class SubjectEdit : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// Pixels between the field's edge, where its lines begin, and the text: QLineEdit's own, and without a
    /// frame all there are.
    int inset() const;

Q_SIGNALS:
    void filesOffered(const pennypost::OfferedFiles &offered);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace pennypost
