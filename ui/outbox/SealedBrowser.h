// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QTextBrowser>

namespace pennypost {

/// Shows a received letter's HTML and touches nothing beside: no network, no file, no link that opens. Only
/// the letter's own inline pictures are shown, by their content ids.
/// A letter without colours of its own takes the window's; one that brings some was written for white paper,
/// and gets that in a dark window too. GUI thread.
class SealedBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SealedBrowser(QWidget *parent = nullptr);
    /// `pictures`: encoded image files by content id, without <>.
    void showLetter(const QString &html, const QHash<QString, QByteArray> &pictures);
    /// What the letter asked for and did not get.
    int refusals() const { return m_refusals; }

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    bool event(QEvent *event) override;

private:
    void lay();
    bool wantsPaper() const;

    QString m_html;
    bool m_bringsColours = false; ///< looked for once a letter, which may be long
    bool m_onPaper = false;
    bool m_laying = false;
    QImage picture(const QString &id);

    QHash<QString, QByteArray> m_pictures;
    QHash<QString, QImage> m_decoded;
    qint64 m_pixels = 0; ///< decoded so far
    int m_refusals = 0;
};

} // namespace pennypost
