// SPDX-License-Identifier: GPL-3.0-or-later
// How MainWindow saves what was said to the mail servers.
#include "core/store/Background.h"
#include "ui/common/Bidi.h"
#include "ui/outbox/ConnectionLog.h"
#include "ui/outbox/MainWindow.h"
#include "ui/outbox/NoticeStrip.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>
#include <QThreadPool>

namespace pennypost {

void MainWindow::saveLog()
{
    if (m_services.dialogues.records().isEmpty()) {
        Notice notice;
        notice.text = tr(
            "There is nothing to save yet: since Pennypost was started no mail server has been spoken to.");
        return tell(notice);
    }
    if (m_logDialog) {
        m_logDialog->raise();
        return m_logDialog->activateWindow();
    }
    m_logDialog = new QFileDialog(this, tr("Save the connection log"),
                                  QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                  tr("Text (*.txt)"));
    m_logDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_logDialog->setAcceptMode(QFileDialog::AcceptSave);
    m_logDialog->setDefaultSuffix(QStringLiteral("txt"));
    m_logDialog->selectFile(ConnectionLog::suggestedName(m_services.clock.now()));
    connect(m_logDialog, &QFileDialog::fileSelected, this, &MainWindow::writeLog);
    m_logDialog->open();
}

void MainWindow::writeLog(const QString &file)
{
    const auto text = ConnectionLog::text(m_services.dialogues.records(), m_services.clock.now());
    runOnPool(
        *QThreadPool::globalInstance(), this, [text, file] { return ConnectionLog::write(text, file); },
        [this, file](const Result<void, QString> &written) {
            const QString name = Bidi::value(QDir::toNativeSeparators(file));
            Notice notice;
            if (written) {
                notice.text =
                    tr("The connection log is saved as %1. It holds addresses and server names: look "
                       "through it before you pass it on.")
                        .arg(name);
            } else {
                notice.text = tr("The connection log could not be saved as %1: %2")
                                  .arg(name, Bidi::value(written.error()));
                notice.buttons = {{tr("Save it &elsewhere…"), [this] { saveLog(); }}};
            }
            tell(notice);
        });
}

} // namespace pennypost
