// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/OfferedFiles.h"

#include <QTextEdit>

#include <functional>

namespace pennypost {

/// The text of a RecipientField: grows with its lines, knows Enter and paste as an address field does. Come
/// to by keyboard behind a whole address, it is ready for the next one; left, it keeps no separator at its
/// end. What is marked and why is RecipientField's. A QTextEdit, because chips are to become objects in its
/// document. GUI thread.
class RecipientEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit RecipientEdit(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Its text without the separator it has put at the end itself, as long as nothing follows that.
    QString written() const;
    /// While it changes its own separators: nothing a person wrote.
    bool isTidying() const { return m_tidying; }
    /// Asked for the words at a position (UTF-16 units) when the pointer rests there.
    void setToolTipSource(std::function<QString(int)> source) { m_toolTipAt = std::move(source); }

Q_SIGNALS:
    void focusChanged();
    void filesOffered(const pennypost::OfferedFiles &offered);

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fitHeight();
    void alignToReadingSide();
    bool isComposing() const;
    void openNextEntry();
    void dropLastSeparator();
    void replaceFrom(qsizetype position, const QString &text);

    std::function<QString(int)> m_toolTipAt;
    QString m_written; ///< before it was opened for the next entry
    QString m_opened;  ///< and after that
    bool m_tidying = false;
};

} // namespace pennypost
