// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"

#include <QApplication>
#include <QFile>
#include <QLabel>

namespace pennypost {

namespace {

Account accountFor(const QString &id, const QStringList &addresses)
{
    Account account;
    account.id = id;
    for (const QString &address : addresses)
        account.identities.append({*parseMailbox(address).mailbox});
    account.server.host = QStringLiteral("smtp.example.org");
    account.server.userName = QStringLiteral("alice");
    return account;
}

} // namespace

ComposeBench::ComposeBench()
{
    if (!folder.isValid())
        qFatal("no temporary folder");
    AccountStore fresh(folder.filePath(QStringLiteral("accounts.json")));
    const Account alice =
        accountFor(QStringLiteral("alice"), {QStringLiteral("Alice Liddell <alice@example.org>"),
                                             QStringLiteral("Alice <writing@example.org>")});
    const Account work = accountFor(QStringLiteral("work"), {QStringLiteral("a.liddell@example.com")});
    if (!fresh.load() || !fresh.add(alice) || !fresh.add(work))
        qFatal("no accounts");
    keychain.put(secretKey(alice), "wonderland");
    keychain.put(secretKey(work), "wonderland");
    start();
}

ComposeBench::~ComposeBench()
{
    stop();
}

void ComposeBench::start()
{
    submitter = std::make_unique<FakeSubmitter>();
    store = std::make_unique<StoreThread>(folder.filePath(QStringLiteral("pennypost.sqlite")));
    accounts = std::make_unique<AccountStore>(folder.filePath(QStringLiteral("accounts.json")));
    if (!accounts->load())
        qFatal("the accounts can't be read");
    habits = std::make_unique<WritingHabits>(*store, folder.filePath(QStringLiteral("writing.json")));
    shortcuts = std::make_unique<Shortcuts>(*store, folder.filePath(QStringLiteral("shortcuts.json")));
    outbox = std::make_unique<Outbox>(*store, credentials, *submitter, clock, ids);
}

void ComposeBench::stop()
{
    for (const QPointer<ComposeWindow> &window : m_windows)
        delete window.data();
    m_windows.clear();
    outbox.reset();
    shortcuts.reset();
    habits.reset();
    accounts.reset();
    store.reset(); // finishes what it was handed over
}

void ComposeBench::restart()
{
    stop();
    start();
    if (!ask([this](Database &database) { return OutboxStore(database, clock).recover(); }))
        qFatal("the outbox can't be recovered");
}

ComposeWindow *ComposeBench::open(const Draft &draft, bool mayHaveBeenSent)
{
    Draft opened = draft;
    if (opened.id.isEmpty())
        opened.id = QString::fromLatin1(ids.next());
    const ComposeServices services{
        *accounts, providers, *outbox, *store,  BlobStore(folder.filePath(QStringLiteral("blobs"))),
        clock,     clock,     ids,     *habits, session,
        *shortcuts};
    auto *window = new ComposeWindow(services, opened, mayHaveBeenSent);
    m_windows.append(window);
    window->show();
    QApplication::setActiveWindow(window);
    if (!QTest::qWaitForWindowActive(window))
        qFatal("the window does not become active");
    return window;
}

ComposeWindow *ComposeBench::leaveInDoubt()
{
    ComposeWindow *window = open();
    const Parts parts(window);
    const qsizetype before = submitter->count();
    parts.write(QStringLiteral("bob@example.net"), QStringLiteral("Tea"), QStringLiteral("words"));
    parts.press(Qt::Key_Return);
    FakeSubmission *letter = submission(before + 1);
    letter->reportFinalDotDue();
    if (!QTest::qWaitFor([&] { return letter->isFinalDotReleased(); }, patience))
        qFatal("the dot is not released");
    letter->fail(Problem::MayHaveBeenSent, Stage::FinalDot);
    if (!QTest::qWaitFor([&] { return !parts.strip->showsProgress(); }, patience))
        qFatal("the letter does not come back");
    return window;
}

std::optional<Draft> ComposeBench::draft(const QString &id)
{
    auto loaded = ask([this, id](Database &database) { return DraftStore(database, clock).load(id); });
    return loaded ? std::optional(*loaded) : std::nullopt;
}

QList<DraftSummary> ComposeBench::drafts()
{
    return *ask([this](Database &database) { return DraftStore(database, clock).list(); });
}

QList<SentSummary> ComposeBench::sent()
{
    return *ask([this](Database &database) { return OutboxStore(database, clock).sent(); });
}

QList<OutboxItem> ComposeBench::items()
{
    return *ask([this](Database &database) { return OutboxStore(database, clock).items(); });
}

QString ComposeBench::file(const QString &name, const QByteArray &bytes) const
{
    QFile written(folder.filePath(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
        qFatal("a file can't be written");
    return written.fileName();
}

FakeSubmission *ComposeBench::submission(qsizetype n)
{
    if (!QTest::qWaitFor([&] { return submitter->count() >= n; }, patience))
        qFatal("no letter reaches the submitter");
    return submitter->at(n - 1);
}

void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 128)
            QTest::keyClick(widget, c.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

Parts::Parts(ComposeWindow *window_)
    : window(window_),
      head(window->findChild<LetterHead *>()),
      body(window->findChild<BodyEditor *>()),
      attachments(window->findChild<AttachmentModel *>()),
      pane(window->findChild<AttachmentPane *>()),
      strip(window->findChild<SendStateBar *>())
{
}

void Parts::write(const QString &recipients, const QString &subjectText, const QString &text) const
{
    type(to(), recipients);
    type(subject(), subjectText);
    for (const QString &line : text.split(u'\n')) {
        type(body, line);
        QTest::keyClick(body, Qt::Key_Return);
    }
    QTest::keyClick(body, Qt::Key_Backspace);
}

void Parts::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window, key, modifiers);
}

QPushButton *Parts::button(const QString &text) const
{
    const auto buttons = window->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

void Parts::click(const QString &text) const
{
    QPushButton *found = button(text);
    if (!found)
        qFatal("no button %s", qPrintable(text));
    found->click(); // by the mouse it would have to be risen fully first
}

bool Parts::isWritable() const
{
    return !body->isReadOnly() && !subject()->isReadOnly() && head->from().isEnabled();
}

QString Parts::status() const
{
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->accessibleDescription() == u"State of the draft" && !label->isHidden())
            return label->text();
    }
    return {};
}

Sheet::Sheet(const Parts &parts)
    : to(parts.head->to().typed()),
      cc(parts.head->cc().typed()),
      bcc(parts.head->bcc().typed()),
      subject(parts.subject()->text()),
      text(parts.body->plainText()),
      html(parts.body->html()),
      attachments(parts.attachments->ready()),
      from(parts.head->from().currentText())
{
}

} // namespace pennypost
