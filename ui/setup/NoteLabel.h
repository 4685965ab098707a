// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPointer>

namespace pennypost {

/// A wrapping line below what it explains, quiet, or in the tone of what is wrong. Takes no room while it has
/// no text. Who listens hears it as the description of the field it is about, as long as it stands and no
/// longer.
class NoteLabel : public QLabel
{
    Q_OBJECT

public:
    explicit NoteLabel(QWidget *parent = nullptr);
    /// `about`: the field it explains; whatever else describes that one stays beside it.
    void setNote(const QString &text, QWidget *about = nullptr);
    void setProblem(const QString &text, QWidget *about = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void put(const QString &text, bool problem, QWidget *about);
    void describe(const QString &text, QWidget *about);
    void applyTone();

    bool m_problem = false;
    QPointer<QWidget> m_about;
    QString m_aboutBefore; ///< its description without this
};

} // namespace pennypost
