// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ProblemBox.h"

#include "ui/common/ProblemText.h"

#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace pennypost {

void openProblemBox(const ProblemText &problem, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::Warning, problem.title, problem.title, QMessageBox::Ok, parent);
    const QString words = problem.serverWords.isEmpty() ? QString() : u"\n\n" + problem.serverWords;
    box->setInformativeText(problem.sentence + words);
    // A path or a stranger's words are no markup.
    box->setTextFormat(Qt::PlainText);
    const auto labels = box->findChildren<QLabel *>();
    for (QLabel *label : labels)
        label->setTextFormat(Qt::PlainText);
    if (problem.remedy == Remedy::OpenHelpLink) {
        auto *open = box->addButton(problem.button, QMessageBox::ActionRole);
        open->disconnect(); // it answers nothing: the words stay to be read
        // Beside another button none of these is taken for granted.
        box->setEscapeButton(QMessageBox::Ok);
        box->setDefaultButton(QMessageBox::Ok);
        QObject::connect(open, &QAbstractButton::clicked, box,
                         [link = problem.link] { QDesktopServices::openUrl(link); });
    }
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open(); // comes back at once
}

} // namespace pennypost
