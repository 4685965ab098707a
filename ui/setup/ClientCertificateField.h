// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Secret.h"
#include "core/net/ClientCertificateFile.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;
class QPushButton;

namespace pennypost {

class NoteLabel;
class PasswordField;

/// The file of a person's own certificate: chosen or typed, read on another thread as soon as it stands
/// there, with whose it is and until when below it, or why it will not do. Its pass phrase is asked for where
/// the file has one. GUI thread. Part of ServerSettingsForm.
class ClientCertificateField : public QWidget
{
    Q_OBJECT

public:
    explicit ClientCertificateField(QWidget *parent = nullptr);

    QString file() const;
    /// `keepsPassPhrase`: the account has one stored for this file, which stays unless another is typed.
    void setFile(const QString &file, bool keepsPassPhrase);
    /// What was typed, where the file wants one.
    std::optional<Secret> passPhrase() const;
    QLineEdit *line() const { return m_file; }

Q_SIGNALS:
    /// By the person's hand.
    void edited();

private:
    void choose();
    void take(const QString &file);
    void fileEdited();
    void read();
    void show(const ClientCertificateRead &read);
    void showPassPhrase(bool wanted);
    void refresh();

    QLineEdit *m_file;
    QPushButton *m_choose;
    QPushButton *m_remove;
    NoteLabel *m_note;
    QWidget *m_phraseRow;
    PasswordField *m_phrase;
    ClientCertificateFiles m_files;
    QTimer m_pause;                     ///< in typing
    std::unique_ptr<QObject> m_reading; ///< its end calls off what is still being read
    QString m_keptFor;                  ///< the file whose pass phrase is stored; empty: none
};

} // namespace pennypost
