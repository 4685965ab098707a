// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends by Pennypost's own core, the way its outbox does: a SmtpSubmitter that is handed letters made by
// buildMime(). See Task.h.

#include "core/mime/MimeBuilder.h"
#include "core/submission/SmtpSubmitter.h"
#include "tests/bench/submission/Task.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <unordered_map>
#include <utility>

using namespace pennypost;

namespace {

using namespace std::chrono_literals;

/// So many submissions are handed over at once; the next follows as one ends. It stays below what a process
/// may have open, should each have a connection of its own.
constexpr int atOnce = 100;
/// As long as a person's next letter would leave a connection idle, if she were very quick.
constexpr auto pause = 20ms;

SmtpPath path(const QString &local)
{
    return SmtpPath::make({{}, local, QStringLiteral("example.org")}).value_or(SmtpPath());
}

class Sender : public QObject
{
public:
    explicit Sender(bench::Task task) : m_task(std::move(task)), m_submitter(m_clock)
    {
        m_server.host = QStringLiteral("127.0.0.1");
        m_server.port = m_task.port;
        m_server.security =
            m_task.startTls ? ServerSettings::Security::StartTls : ServerSettings::Security::Tls;
        m_server.userName = QStringLiteral("me");
        m_server.pinnedSha256 = QByteArray::fromHex(QByteArray::fromStdString(m_task.sha256));
        m_envelope.reversePath = path(QStringLiteral("alice"));
        for (int i = 0; i < m_task.recipients; ++i)
            m_envelope.forwardPaths.append(path(QStringLiteral("r%1").arg(i)));
    }

    void start()
    {
        for (int i = 0; i < (m_task.oneByOne ? 1 : std::min(atOnce, m_task.letters)); ++i)
            submitNext();
    }

private:
    Message letter(int number) const
    {
        Message message;
        message.from = {{}, QStringLiteral("alice"), QStringLiteral("example.org")};
        message.to = {{{}, QStringLiteral("bob"), QStringLiteral("example.org")}};
        message.subject = QStringLiteral("A letter");
        message.text = QString::fromStdString(bench::smallText());
        message.messageId = QByteArray::number(number) + "@example.org";
        message.date = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
        if (m_task.attachment.empty())
            return message;
        Attachment attachment;
        const QFileInfo file(QString::fromStdString(m_task.attachment));
        attachment.fileName = file.fileName();
        attachment.mimeType = "application/octet-stream";
        attachment.size = file.size();
        attachment.content = FileContent{file.absoluteFilePath(), file.lastModified()};
        message.attachments.append(attachment);
        return message;
    }

    void submitNext()
    {
        if (m_submitted == m_task.letters)
            return;
        const int number = ++m_submitted;
        auto source = buildMime(letter(number));
        if (!source)
            return giveUp(qPrintable(source.error().inOneLine()));
        SubmissionRequest request;
        request.server = m_server;
        request.credential.kind = Credential::Kind::Password;
        request.credential.userName = m_server.userName;
        request.credential.secret = Secret(QStringLiteral("secret"));
        // The outbox holds each letter's dot until its state is on the disk; here there is no disk to wait
        // for, and it costs a turn of the event loop alone.
        const bool hold = !m_task.attachment.empty();
        request.letter =
            Letter{m_envelope, std::move(*source), Transaction::PartialRefusal::AllOrNothing, hold};
        auto submission = m_submitter.submit(std::move(request));
        Submission *raw = submission.get();
        connect(raw, &Submission::finalDotDue, this, [raw] { raw->releaseFinalDot(); });
        connect(raw, &Submission::accepted, this, [this, number] { taken(number); });
        connect(raw, &Submission::failed, this, [this](const SubmissionError &error) {
            giveUp(qPrintable(QString(nameOf(error.problem) + QStringLiteral(": ") + error.detail)));
        });
        m_underWay.emplace(number, std::move(submission));
    }

    void taken(int number)
    {
        // Not at once: the signal comes from it.
        m_underWay.at(number).release()->deleteLater();
        m_underWay.erase(number);
        if (++m_taken == m_task.letters)
            QCoreApplication::exit(0);
        else if (m_task.oneByOne)
            QTimer::singleShot(pause, this, &Sender::submitNext);
        else
            submitNext();
    }

    static void giveUp(const char *why)
    {
        std::fprintf(stderr, "pennypost: %s\n", why);
        QCoreApplication::exit(1);
    }

    bench::Task m_task;
    SystemClock m_clock;
    SmtpSubmitter m_submitter;
    ServerSettings m_server;
    Envelope m_envelope;
    std::unordered_map<int, std::unique_ptr<Submission>> m_underWay;
    int m_submitted = 0;
    int m_taken = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    auto task = bench::Task::from(argc, argv);
    if (!task)
        return 2;
    Sender sender(std::move(*task));
    QTimer::singleShot(0, &sender, [&sender] { sender.start(); });
    return QCoreApplication::exec();
}
