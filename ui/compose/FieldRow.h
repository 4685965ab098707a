// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSpacerItem;

namespace pennypost {

/// One line of a letter's head: a label in the common right-aligned column, its field without a frame, and a
/// hairline below that turns into the focus colour while the field has the focus. GUI thread.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// `label` with its mnemonic; `field` becomes its buddy and child.
    FieldRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    int labelWidth() const;
    /// Pixels: from the row's edge to the label, the label's column, from the field to the other edge.
    void setColumns(int before, int labelColumn, int after);
    /// For a field whose text begins `pixels` within it: it begins that much before the fields' column, so
    /// that its text stands in it.
    void setInset(int pixels);
    /// Behind the field, for "Cc Bcc". Stands over the fields' edge by `overhang` pixels, so that its words
    /// end there and not its padding.
    void addAtEnd(QWidget *widget, int overhang);
    static int gap() { return 12; } ///< between label and field

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tintLabel();

    QHBoxLayout *m_row;
    QLabel *m_label;
    QSpacerItem *m_gap;
    QWidget *m_field;
    int m_overhang = 0;
    bool m_focused = false;
};

} // namespace pennypost
