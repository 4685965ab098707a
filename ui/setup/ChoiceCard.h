// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QIcon>

namespace pennypost {

/// One of a few ways to go on: icon, a title, a sentence below it. A button as large as its words need; the
/// sentence wraps. By mouse, Space, Enter or mnemonic. GUI thread.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    ChoiceCard(const QIcon &icon, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QFont titleFont() const;
    int iconSide() const;

    QString m_sentence;
};

} // namespace pennypost
