// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace pennypost {

/// Paints links in the palette's link colour without putting a colour into the letter. GUI thread.
class LinkHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit LinkHighlighter(QTextDocument *document);
    void setLinkColor(const QColor &color);

protected:
    void highlightBlock(const QString &text) override;

private:
    QColor m_color;
};

} // namespace pennypost
