// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ClientCertificateField.h"

#include "ui/common/Bidi.h"
#include "ui/common/PasswordField.h"
#include "ui/common/ProblemText.h"
#include "ui/common/WordButton.h"
#include "ui/setup/FormParts.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <chrono>

namespace pennypost {

namespace {

constexpr auto typingPause = std::chrono::milliseconds(400);

} // namespace

ClientCertificateField::ClientCertificateField(QWidget *parent)
    : QWidget(parent),
      m_file(new QLineEdit(this)),
      m_choose(new WordButton(tr("Choose the fi&le…"), this)),
      m_remove(new WordButton(tr("Remo&ve"), this)),
      m_note(new NoteLabel(this)),
      m_phraseRow(new QWidget(this)),
      m_phrase(new PasswordField(m_phraseRow))
{
    m_file->setObjectName(QStringLiteral("certificateFile"));
    m_file->setPlaceholderText(tr("none: the server asks for none"));
    m_file->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_choose->setObjectName(QStringLiteral("chooseCertificate"));
    m_choose->setAccessibleName(tr("Choose the file of your certificate"));
    m_remove->setObjectName(QStringLiteral("removeCertificate"));
    m_remove->setAccessibleName(tr("Show no certificate"));
    m_note->setObjectName(QStringLiteral("certificateNote"));
    m_phrase->setObjectName(QStringLiteral("passPhrase"));

    auto *row = new QHBoxLayout;
    row->setSpacing(Measures::Gap);
    row->addWidget(m_file, 1);
    row->addWidget(m_choose);
    row->addWidget(m_remove);
    auto *inside = new QVBoxLayout(m_phraseRow);
    inside->setContentsMargins(0, Measures::Gap, 0, 0);
    inside->setSpacing(Measures::Tight);
    inside->addWidget(FormParts::labelFor(m_phrase, tr("Pass phrase of its &key"), m_phraseRow));
    inside->addWidget(m_phrase);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Tight);
    layout->addWidget(FormParts::labelFor(m_file, tr("Your o&wn certificate"), this));
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addWidget(m_phraseRow);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &ClientCertificateField::read);
    connect(m_file, &QLineEdit::textEdited, this, &ClientCertificateField::fileEdited);
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_pause.isActive())
            read();
    });
    connect(m_phrase, &QLineEdit::textEdited, this, [this] {
        m_pause.start();
        Q_EMIT edited();
    });
    connect(m_choose, &QPushButton::clicked, this, &ClientCertificateField::choose);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        take({});
        m_file->setFocus(Qt::OtherFocusReason); // the button goes
    });
    showPassPhrase(false);
    refresh();
}

QString ClientCertificateField::file() const
{
    const QString typed = QDir::fromNativeSeparators(m_file->text().trimmed());
    // It has to be found from wherever the program is started the next time.
    return QDir::isRelativePath(typed) && !typed.isEmpty() ? QFileInfo(typed).absoluteFilePath() : typed;
}

void ClientCertificateField::setFile(const QString &file, bool keepsPassPhrase)
{
    m_keptFor = keepsPassPhrase ? file : QString();
    if (file == this->file())
        return;
    m_file->setText(QDir::toNativeSeparators(file));
    m_phrase->forget();
    refresh();
    read();
}

std::optional<Secret> ClientCertificateField::passPhrase() const
{
    if (m_phraseRow->isHidden() || m_phrase->text().isEmpty())
        return std::nullopt;
    return m_phrase->secret();
}

void ClientCertificateField::choose()
{
    const QString folder = file().isEmpty() ? QDir::homePath() : QFileInfo(file()).path();
    auto *dialog = new QFileDialog(this, tr("Choose your certificate"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Certificates with their key (*.p12 *.pfx *.pem *.key)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ClientCertificateField::take);
    dialog->open();
}

void ClientCertificateField::take(const QString &file)
{
    m_file->setText(QDir::toNativeSeparators(file));
    fileEdited();
    read();
}

void ClientCertificateField::fileEdited()
{
    m_reading.reset();
    m_note->setNote({});
    m_phrase->forget();
    showPassPhrase(false);
    refresh();
    m_pause.start();
    Q_EMIT edited();
}

void ClientCertificateField::read()
{
    m_pause.stop();
    m_reading.reset();
    if (file().isEmpty()) {
        m_note->setNote({});
        showPassPhrase(false);
        return;
    }
    m_reading = std::make_unique<QObject>();
    m_files.read(file(), m_phrase->secret(), QDateTime::currentDateTimeUtc(), m_reading.get(),
                 [this](const ClientCertificateRead &read) { show(read); });
}

void ClientCertificateField::show(const ClientCertificateRead &read)
{
    if (read) {
        const QString until =
            QLocale().toString((*read)->notAfter().toLocalTime().date(), QLocale::ShortFormat);
        showPassPhrase(!m_phrase->text().isEmpty());
        m_note->setNote(tr("Made for %1, valid until %2.").arg(Bidi::value((*read)->subject()), until),
                        m_file);
        return;
    }
    const ClientCertificateError error = read.error().kind;
    const bool locked = error == ClientCertificateError::WrongPassPhrase;
    showPassPhrase(locked);
    if (!locked)
        m_note->setProblem(ProblemWords::of(error), m_file);
    else if (!m_phrase->text().isEmpty())
        m_note->setProblem(ProblemWords::of(error), m_phrase);
    else if (m_keptFor == file())
        m_note->setNote(tr("This file is locked with a pass phrase. The one that is stored stays unless you "
                           "enter another."),
                        m_phrase);
    else
        m_note->setNote(tr("This file is locked: please enter its pass phrase."), m_phrase);
}

void ClientCertificateField::showPassPhrase(bool wanted)
{
    m_phraseRow->setVisible(wanted);
    m_phrase->setPlaceholderText(m_keptFor == file() ? tr("unchanged") : QString());
}

void ClientCertificateField::refresh()
{
    m_remove->setVisible(!file().isEmpty());
}

} // namespace pennypost
