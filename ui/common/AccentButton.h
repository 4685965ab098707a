// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace pennypost {

/// The one filled button of a window: what to do next. Painted here, because a native style fills at most a
/// dialog's default button, and a style sheet would take the rest of the native look away. GUI thread.
///
///     auto *send = new AccentButton(tr("&Send"), this);
///     send->setGlyph(u"send"_qs);
class AccentButton : public QPushButton
{
    Q_OBJECT

public:
    explicit AccentButton(const QString &text, QWidget *parent = nullptr);

    /// One of our icons before the text, in the text's colour.
    void setGlyph(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int glyphWidth() const;

    QString m_glyph;
};

} // namespace pennypost
