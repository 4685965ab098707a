// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeController.h"

#include "ui/common/ProblemText.h"
#include "ui/common/SizeText.h"
#include "ui/common/ToolTipText.h"
#include "ui/compose/AttachmentModel.h"
#include "ui/compose/AttachmentPane.h"
#include "ui/compose/BodyEditor.h"
#include "ui/compose/HtmlExport.h"
#include "ui/compose/ReuseText.h"
#include "ui/compose/SendStateBar.h"

#include <QLocale>
#include <QToolTip>

namespace pennypost {

namespace {

constexpr auto timeToUndo = std::chrono::seconds(9);

QString shortTime(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                    : QLocale().toString(local, QLocale::ShortFormat);
}

/// What a person types for a link: "example.org", "alice@example.org" and whole addresses.
QString linkFrom(const QString &typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty() || isHarmlessLink(text))
        return text;
    if (text.contains(u':') && !text.contains(u'.'))
        return {};
    const QString address = (text.contains(u'@') ? u"mailto:" : u"https://") + text;
    return isHarmlessLink(address) ? address : QString();
}

} // namespace

ComposeController::ComposeController(const ComposeServices &services, const LetterWidgets &widgets,
                                     SendStateBar &bar, const Draft &draft, bool mayHaveBeenSent)
    : m_services(services),
      m_widgets(widgets),
      m_bar(bar),
      m_form(widgets, draft, services.habits),
      m_completion(widgets.head, m_form, services.store, services.clock),
      m_saver(services.store, services.clock, services.timers, [this] { return m_form.draft(); }),
      m_flow(m_services, m_form, m_saver, bar),
      m_notices(widgets.attachments, bar, [this] { return !m_form.isReadOnly(); })
{
    Draft asShown = m_form.draft().draft;
    asShown.savedAt = draft.savedAt;
    m_saver.begin(asShown, draft.savedAt.isValid());

    connect(&m_form, &LetterForm::edited, this, [this](int characters) {
        m_saver.noteEdit(characters);
        m_bar.noteEdit();
        if (const auto account = m_form.account(); account && !m_form.isReadOnly())
            m_services.outbox.prepare(*account);
        if (const auto stillSo = m_bar.strip().stillSo; stillSo && !stillSo())
            m_bar.dismiss();
        Q_EMIT statusChanged();
    });
    m_bar.setRefuge(&widgets.body);
    connect(&m_form, &LetterForm::readOnlyChanged, this, [this](bool readOnly) {
        if (readOnly)
            m_notices.forget();
    });
    connect(&m_saver, &DraftSaver::stateChanged, this, [this] {
        Q_EMIT statusChanged();
        followSaving();
    });
    connect(&m_saver, &DraftSaver::stored, this, &ComposeController::draftsChanged);
    connect(&m_flow, &SendFlow::finished, this, &ComposeController::closeWanted);
    connect(&m_notices, &AttachmentNotices::filesWanted, this, &ComposeController::filesWanted);
    connect(&m_flow, &SendFlow::filesWanted, this, &ComposeController::filesWanted);
    connect(&m_opened, &OpenedCopies::refused, this, &ComposeController::tellNotOpened);

    if (mayHaveBeenSent) {
        m_flow.askWhetherSent();
    } else if (m_form.lostSender()) {
        m_flow.tellLostSender();
    }
}

ComposeController::~ComposeController()
{
    // A window that goes with a discard still open to undo was not told to forget: the program ended.
    if (m_discardAlarm)
        m_saver.resume();
    m_saver.saveNow();
}

void ComposeController::tellRecovered()
{
    if (m_bar.isUp() || !m_saver.savedAt().isValid())
        return; // what it asks matters more
    Strip strip;
    strip.title = tr("Your draft of %1 is back").arg(shortTime(m_saver.savedAt(), m_services.clock.now()));
    strip.untilEdited = true;
    m_bar.show(strip);
}

void ComposeController::tellOfLink(const QList<MailtoFinding> &findings)
{
    if (!findings.isEmpty() && !m_bar.isUp())
        m_bar.show(ReuseText::of(findings));
}

void ComposeController::send()
{
    if (m_flow.step() == SendFlow::Step::Writing && !m_form.account() && m_form.lostSender()) {
        m_bar.dismiss();
        m_flow.tellLostSender();
        return;
    }
    m_flow.send();
}

void ComposeController::save()
{
    m_saver.saveNow();
}

void ComposeController::attach(const OfferedFiles &offered)
{
    if (m_form.isReadOnly())
        return;
    if (!offered.paths.isEmpty())
        m_widgets.attachments.addFiles(offered.paths);
    else if (!offered.picture.isNull())
        m_widgets.attachments.addPicture(offered.picture);
}

void ComposeController::openAttachment(int row)
{
    const QModelIndex index = m_widgets.attachments.index(row);
    const QString name = index.data().toString();
    const QString source = m_widgets.attachments.pathOf(row);
    if (source.isEmpty())
        return; // still being taken in, or never arrived: the tile says so
    m_opened.open(source, name);
}

/// Perhaps minutes later: what the strip asks or offers by then must stay.
void ComposeController::tellNotOpened(const QString &name, const QString &title, const QString &sentence)
{
    if (m_bar.isFree() && !m_form.isReadOnly()) {
        Strip strip;
        strip.tone = Strip::Tone::Problem;
        strip.title = title;
        strip.sentence = sentence;
        strip.untilEdited = true;
        m_bar.show(strip);
        return;
    }
    const AttachmentPane &pane = m_widgets.pane;
    QRect tile = pane.viewport()->rect();
    for (int row = 0; row < m_widgets.attachments.rowCount(); ++row) {
        if (const QModelIndex index = m_widgets.attachments.index(row); index.data().toString() == name)
            tile = pane.visualRect(index);
    }
    const QString words = ProblemWords::inOneLine(title, sentence);
    QToolTip::showText(pane.viewport()->mapToGlobal(tile.bottomLeft()), toolTipText(words), pane.viewport());
}

void ComposeController::setRich(bool rich)
{
    BodyEditor &body = m_widgets.body;
    if (rich == body.isRich() || m_form.isReadOnly())
        return;
    const bool loses = body.hasFormattingToLose();
    const QString before = body.html();
    body.setRich(rich);
    if (!loses)
        return;
    Strip strip;
    strip.title = tr("The letter is plain text now; its formatting is gone");
    strip.untilEdited = true;
    strip.buttons = {{tr("&Undo"), [this, before] {
                          m_widgets.body.setBody({}, before, true);
                          m_saver.noteEdit(1);
                      }}};
    m_bar.show(strip);
}

void ComposeController::askForLink()
{
    BodyEditor &body = m_widgets.body;
    if (!body.isRich() || m_form.isReadOnly())
        return;
    const QString current = body.linkAtCursor();
    Strip strip;
    strip.title = current.isEmpty() ? tr("Insert a link") : tr("Change the link");
    strip.fieldLabel = tr("&Address");
    strip.fieldText = current;
    strip.buttons = {{tr("&Link"),
                      [this] {
                          const QString link = linkFrom(m_bar.fieldText());
                          if (link.isEmpty())
                              return; // still to be typed
                          m_bar.dismiss();
                          m_widgets.body.setLink(link);
                          m_widgets.body.setFocus();
                      },
                      false}};
    if (!current.isEmpty()) {
        strip.buttons.append({tr("&Remove the link"), [this] {
                                  m_widgets.body.setLink({});
                                  m_widgets.body.setFocus();
                              }});
    }
    m_bar.show(strip);
}

void ComposeController::discard()
{
    if (m_form.isReadOnly())
        return;
    const UnsavedDraft now = m_form.draft();
    if (isBlank(now.draft) && now.pictures.isEmpty()) {
        Q_EMIT closeWanted();
        return;
    }
    m_closesWhenSaved = false; // it would take the way back along
    m_form.setReadOnly(true);
    m_saver.stop();
    m_discardAlarm = m_services.timers.after(timeToUndo, [this] { finishDiscard(); });
    Strip strip;
    strip.title = tr("The letter is discarded");
    strip.sentence = tr("It goes for good in a few seconds, or when you close this message.");
    strip.closed = [this] { finishDiscard(); };
    strip.buttons = {{tr("&Undo"), [this] {
                          m_discardAlarm.reset();
                          m_saver.resume();
                          m_saver.saveNow(); // the last words were still waiting for their pause
                          m_form.setReadOnly(false);
                          m_form.focusStart();
                      }}};
    m_bar.show(strip);
}

void ComposeController::finishDiscard()
{
    m_discardAlarm.reset();
    m_saver.remove();
    Q_EMIT closeWanted();
}

ComposeController::Closing ComposeController::close()
{
    if (m_discardAlarm) {
        m_discardAlarm.reset();
        m_saver.remove();
        return Closing::Now;
    }
    if (!m_flow.mayClose())
        return Closing::WhenSaved;
    m_saver.saveNow();
    if (m_flow.step() == SendFlow::Step::Sending || m_flow.step() == SendFlow::Step::WaitingForFiles)
        return Closing::OutOfSight;
    // Nothing: it is as it was opened, and nobody wrote in it.
    const bool settled =
        m_saver.state() == DraftSaver::State::Saved || m_saver.state() == DraftSaver::State::Nothing;
    if (settled || !isWorthKeeping())
        return Closing::Now;
    m_closesWhenSaved = true;
    return Closing::WhenSaved;
}

/// A window that is only waiting for its letter to be stored goes with the store's answer, or stays with it:
/// the words in it are the only ones there are.
void ComposeController::followSaving()
{
    if (!m_closesWhenSaved)
        return;
    if (m_saver.state() == DraftSaver::State::Saved || m_saver.state() == DraftSaver::State::Nothing) {
        m_closesWhenSaved = false;
        Q_EMIT closeWanted();
    } else if (m_saver.state() == DraftSaver::State::Failed) {
        m_closesWhenSaved = false;
        tellNotSaved();
    }
}

void ComposeController::tellNotSaved()
{
    if (!hasSavingFailed())
        return;
    const ProblemText words = ProblemWords::ofUnsavedLetter(m_saver.error());
    Strip strip = Strip::of(words);
    strip.title = tr("The letter stays open: it could not be saved");
    strip.sentence = words.inOneLine();
    strip.untilEdited = true;
    strip.buttons = {{tr("Try &again"), [this] { Q_EMIT closeWanted(); }},
                     {ProblemWords::buttonOf(Remedy::SaveLetter),
                      [this] { m_flow.saveLetter([this] { tellNotSaved(); }); }, false},
                     {tr("&Discard"), [this] { discard(); }}};
    m_bar.show(strip);
}

bool ComposeController::isWorthKeeping() const
{
    if (m_saver.isStopped() || m_flow.step() != SendFlow::Step::Writing)
        return false;
    const UnsavedDraft now = m_form.draft();
    return !isBlank(now.draft) || !now.pictures.isEmpty();
}

bool ComposeController::leavesDraft() const
{
    return m_saver.state() == DraftSaver::State::Saved && isWorthKeeping();
}

QString ComposeController::savedText() const
{
    switch (m_saver.state()) {
    case DraftSaver::State::Nothing:
        return {};
    case DraftSaver::State::Unsaved:
    case DraftSaver::State::Saving:
        return tr("Saving");
    case DraftSaver::State::Saved:
        return tr("Saved %1", "time of day").arg(shortTime(m_saver.savedAt(), m_services.clock.now()));
    case DraftSaver::State::Failed:
        return tr("Not saved: %1", "why").arg(ProblemWords::of(m_saver.error()).title);
    }
    return {};
}

QString ComposeController::sizeText() const
{
    const AttachmentModel &attachments = m_widgets.attachments;
    if (attachments.ready().isEmpty() && !attachments.isCapturing())
        return {};
    // Else a progress of "430 MB" beside a file of 314 MB would be a riddle.
    return tr("%1 attached, %2 as sent", "size of all attachments: of the files, encoded for the way")
        .arg(pennypost::sizeText(attachments.totalSize()),
             pennypost::sizeText(attachments.totalSizeAsSent()));
}

} // namespace pennypost
