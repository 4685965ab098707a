// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that lie in files: how MainWindow is given and shows them.
#include "ui/outbox/MainWindow.h"
#include "ui/outbox/ReceivedView.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

namespace pennypost {

namespace {

QStringList localFilesOf(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

void MainWindow::chooseLetterFiles()
{
    if (m_letterDialog) {
        m_letterDialog->raise();
        return m_letterDialog->activateWindow();
    }
    m_letterDialog = new QFileDialog(this, tr("Open letters from files"),
                                     QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                     tr("Letters (*.eml)") + QStringLiteral(";;") + tr("All files (*)"));
    m_letterDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_letterDialog->setFileMode(QFileDialog::ExistingFiles);
    connect(m_letterDialog, &QFileDialog::filesSelected, this, &MainWindow::letterFilesChosen);
    m_letterDialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFilesOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFilesOf(*event->mimeData());
    if (files.isEmpty())
        return;
    // They are looked at and stay where they are, whatever was proposed.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    Q_EMIT letterFilesChosen(files);
}

void MainWindow::showReceived(const QString &emlFile)
{
    refresh();
    showLetter(emlFile, true);
}

void MainWindow::showLetterFile(const QString &emlFile)
{
    showLetter(emlFile, false);
}

void MainWindow::showLetter(const QString &emlFile, bool received)
{
    auto *view =
        new ReceivedView(emlFile, received ? ReceivedView::Origin::Practice : ReceivedView::Origin::File,
                         m_services.shortcuts);
    connect(view, &ReceivedView::reuseRequested, this, &MainWindow::reuseRequested);
    showWindow(QStringLiteral("received ") + emlFile, view);
}

} // namespace pennypost
