// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/OfferedFiles.h"

#include <QWidget>

namespace pennypost {

/// Makes a whole window the place to drop files and pictures on, over all of its fields, while text drags go
/// on to the field under them. Lays a hint over the window as long as something to attach hovers. GUI thread.
class DropTarget : public QWidget
{
    Q_OBJECT

public:
    /// Watches `window` and everything in it at the time of each drag.
    explicit DropTarget(QWidget *window);
    void setEnabledForDrops(bool enabled) { m_taking = enabled; }

Q_SIGNALS:
    void filesOffered(const pennypost::OfferedFiles &offered);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_window;
    bool m_taking = true;
};

} // namespace pennypost
