// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/ProblemPanel.h"

#include "ui/common/AccentButton.h"
#include "ui/common/Announcement.h"
#include "ui/common/Bidi.h"
#include "ui/common/Fingerprint.h"
#include "ui/common/WordButton.h"
#include "ui/setup/Measures.h"
#include "ui/setup/NoteLabel.h"

#include <QDesktopServices>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pennypost {

namespace {

QLabel *wrapping(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // server and certificate words are strangers' words
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ProblemPanel::ProblemPanel(QWidget *parent)
    : QWidget(parent),
      m_title(wrapping(this, "problemTitle")),
      m_sentence(wrapping(this, "problemSentence")),
      m_certificate(wrapping(this, "certificate")),
      m_wordsTitle(new NoteLabel(this)),
      m_words(wrapping(this, "serverWords")),
      m_first(new AccentButton(QString(), this)),
      m_second(new WordButton(QString(), this)),
      m_trust(new WordButton(tr("&Trust exactly this certificate"), this))
{
    Announcement::prepare(this);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    // Server's words and certificates begin where the window's lines begin by their alignment alone, without
    // the marks that Bidi::lines() sets: they are copied and compared. (A fingerprint's halves are isolated
    // in a window from right to left; --pin drops what comes along.)
    for (QLabel *verbatim : {m_certificate, m_words})
        verbatim->setAlignment(Bidi::readingSide(verbatim->layoutDirection()) | Qt::AlignVCenter);
    m_wordsTitle->setObjectName(QStringLiteral("serverWordsTitle"));
    m_first->setObjectName(QStringLiteral("remedy"));
    m_second->setObjectName(QStringLiteral("secondRemedy"));
    m_trust->setObjectName(QStringLiteral("trust"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Measures::Gap);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence),
                            static_cast<QWidget *>(m_wordsTitle), static_cast<QWidget *>(m_words),
                            static_cast<QWidget *>(m_certificate)})
        layout->addWidget(widget);
    layout->addSpacing(Measures::Tight);
    // One below the other: two long remedies side by side would not fit a narrow window. The trusting button
    // right below what it trusts.
    for (QPushButton *button : {m_trust, m_first, m_second}) {
        button->setAutoDefault(true); // with the focus, Enter presses it
        button->setMinimumHeight(m_first->sizeHint().height());
        layout->addWidget(button, 0, Qt::AlignLeading);
    }
    // As they stand.
    setTabOrder(m_words, m_certificate);
    setTabOrder(m_certificate, m_trust);
    setTabOrder(m_trust, m_first);
    setTabOrder(m_first, m_second);
    connect(m_trust, &QPushButton::clicked, this, [this] { Q_EMIT remedyChosen(Remedy::PinCertificate); });
    connect(m_first, &QPushButton::clicked, this, [this] { press(m_firstRemedy); });
    connect(m_second, &QPushButton::clicked, this, [this] { press(m_secondRemedy); });
    hide();
}

void ProblemPanel::showProblem(const ProblemText &problem, const std::optional<PeerCertificate> &certificate)
{
    m_title->setText(Bidi::lines(problem.title));
    m_sentence->setText(Bidi::lines(problem.sentence));
    m_sentence->setVisible(!problem.sentence.isEmpty());
    const bool hasCertificate = certificate && !certificate->isNull();
    m_certificate->setText(
        hasCertificate ? Fingerprint::inTwoLines(ProblemWords::certificateDetails(*certificate)) : QString());
    m_certificate->hide();
    m_trust->hide();
    const bool quoted = problem.quoted && !problem.serverWords.isEmpty();
    m_wordsTitle->setNote(quoted ? tr("In its own words:") : QString());
    m_words->setText(problem.serverWords);
    m_words->setVisible(!problem.serverWords.isEmpty());
    m_firstRemedy = problem.remedy;
    m_secondRemedy = problem.secondRemedy;
    setButton(m_first, problem.remedy, problem.button);
    setButton(m_second, problem.secondRemedy, problem.secondButton);
    m_link = problem.link;
    Announcement::make(this, problem.inOneLine());
    show();
    if (m_first->isVisible())
        m_first->setFocus(Qt::OtherFocusReason);
}

void ProblemPanel::clear()
{
    hide();
    m_firstRemedy = m_secondRemedy = Remedy::None;
}

bool ProblemPanel::offersRemedy() const
{
    return !isHidden() && !m_first->isHidden();
}

void ProblemPanel::setButton(QPushButton *button, Remedy remedy, const QString &text)
{
    button->setText(text);
    button->setVisible(remedy != Remedy::None && !text.isEmpty());
}

void ProblemPanel::press(Remedy remedy)
{
    if (remedy == Remedy::OpenHelpLink)
        QDesktopServices::openUrl(m_link);
    else if (remedy == Remedy::PinCertificate)
        showCertificate();
    else
        Q_EMIT remedyChosen(remedy);
}

void ProblemPanel::showCertificate()
{
    m_certificate->show();
    m_trust->show();
    // Not the trusting button: reading comes first.
    m_certificate->setFocus(Qt::OtherFocusReason);
    for (QPushButton *button : {m_first, m_second}) {
        const Remedy remedy = button == m_first ? m_firstRemedy : m_secondRemedy;
        if (remedy == Remedy::PinCertificate)
            button->hide();
    }
}

} // namespace pennypost
