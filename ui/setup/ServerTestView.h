// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/TestSteps.h"

#include <QWidget>

class QLabel;

namespace pennypost {

/// The steps of a test, one a line: a mark by state, and words. States are told apart by shape and to screen
/// readers by word. GUI thread.
class ServerTestView : public QWidget
{
    Q_OBJECT

public:
    explicit ServerTestView(QWidget *parent = nullptr);
    void setSteps(const QList<TestStep> &steps);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        QLabel *mark;
        QLabel *text;
    };
    Row makeRow();
    void showStep(const Row &row, const TestStep &step);

    QList<Row> m_rows;
    QList<TestStep> m_steps;
};

} // namespace pennypost
