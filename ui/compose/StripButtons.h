// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QPushButton;

namespace pennypost {

struct StripButton;

/// The buttons a strip offers: side by side, or below each other where they don't fit so. No narrower than
/// the widest of them, whichever way they stand: words must not make a window wider. GUI thread.
class StripButtons : public QWidget
{
    Q_OBJECT

public:
    explicit StripButtons(QWidget *parent = nullptr);

    /// In place of those that stand there. `press` is told which one; it may bring the next ones.
    void follow(const QList<StripButton> &buttons, const std::function<void(const StripButton &)> &press);
    const QList<QPushButton *> &buttons() const { return m_buttons; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int across() const;
    void arrange();

    QList<QPushButton *> m_buttons;
};

} // namespace pennypost
