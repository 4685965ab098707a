// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/AccentButton.h"
#include "ui/common/ProblemText.h"
#include "ui/common/Tones.h"
#include "ui/compose/FindBar.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>

using namespace pennypost;

namespace {

const QString letter =
    QStringLiteral("<html><body><p>Dear Bob,</p><p>thank you for the <strong>lovely</strong> evening. As "
                   "promised, here is what we "
                   "talked about, with the <a href=\"https://example.org/garden\">plan of the garden</a>:</p>"
                   "<ul><li>the roses by the wall</li><li>the pond, if there is room for it</li></ul>"
                   "<blockquote><p>A house without a garden is only half a house.</p></blockquote>"
                   "<p>Would Thursday at five suit you?</p><p>Yours,<br>Alice</p></body></html>");

QPalette darkPalette()
{
    QPalette palette(QColor(0x30, 0x30, 0x33));
    palette.setColor(QPalette::Base, QColor(0x22, 0x22, 0x25));
    palette.setColor(QPalette::Highlight, QColor(0x35, 0x84, 0xe4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x78, 0xae, 0xed));
    return palette;
}

/// For people to look at: PENNYPOST_PICTURES names a folder.
void keep(ComposeWindow *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("PENNYPOST_PICTURES");
    if (!folder.isEmpty() && !window->grab().save(QDir(folder).filePath(name + u".png")))
        qFatal("a picture can't be written");
}

/// Words that are cut off: a label narrower or lower than what it says.
QStringList cutWords(const ComposeWindow *window)
{
    QStringList cut;
    const auto labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool narrow = !label->wordWrap() && label->width() < label->minimumSizeHint().width();
        if (narrow || label->height() < needed)
            cut.append(label->text());
    }
    const auto buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        // An icon in a line is as large as the line lets it be, and shows no words.
        const bool inLine = qobject_cast<const QLineEdit *>(button->parentWidget());
        if (button->isVisible() && !inLine && button->width() < button->minimumSizeHint().width())
            cut.append(button->text());
    }
    return cut;
}

} // namespace

/// How the window looks, as far as a machine can judge it: nothing cut off, in any state, theme, direction
/// and size; one filled button; the text where the labels say.
class TestComposeLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void states_data();
    void states();
    void stripMakesNoWindowWider();
    void onlySendIsFilled();
    void oneLeftEdge_data();
    void oneLeftEdge();
    void neverWiderThanEightyCharacters();
    void tonesCanBeRead_data();
    void tonesCanBeRead();

private:
    QPalette m_palette;
    QFont m_font;
};

void TestComposeLook::init()
{
    m_palette = QApplication::palette();
    m_font = QApplication::font();
}

void TestComposeLook::cleanup()
{
    QApplication::setPalette(m_palette);
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestComposeLook::states_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("variant");
    for (const char *state : {"new", "letter", "problem", "question", "sending", "doubt", "pin", "long",
                              "find", "secret", "password", "sender"}) {
        for (const char *variant : {"light", "dark", "rtl", "narrow", "wide", "large"})
            QTest::addRow("%s-%s", state, variant)
                << QString::fromLatin1(state) << QString::fromLatin1(variant);
    }
}

void TestComposeLook::states()
{
    QFETCH(QString, state);
    QFETCH(QString, variant);
    if (variant == u"dark")
        QApplication::setPalette(darkPalette());
    if (variant == u"rtl")
        QApplication::setLayoutDirection(Qt::RightToLeft);
    if (variant == u"large") {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(font);
    }
    ComposeBench bench;
    Draft draft;
    if (state != u"new") {
        draft.rich = true;
        draft.typedTo = u"Bob Ünal <bob@example.net>, carol@example.net"_qs;
        draft.message.subject = state == u"question" ? QString() : u"The garden, and Thursday"_qs;
        draft.message.html = letter;
    }
    if (variant == u"rtl" && state != u"new") {
        draft.message.subject = state == u"question" ? QString() : u"الحديقة ويوم الخميس"_qs;
        draft.message.html =
            u"<html><body><p>عزيزي بوب،</p><p>شكراً على الأمسية <strong>الجميلة</strong>. هل يناسبك يوم "
            "الخميس في الخامسة؟</p><ul><li>الورود عند الجدار</li></ul><blockquote><p>بيت بلا حديقة نصف "
            "بيت.</p></blockquote><p>أليس</p></body></html>"_qs;
    }
    if (state == u"long") {
        QStringList many;
        for (int i = 0; i < 25; ++i)
            many.append(u"Somebody With A Name <somebody%1@a-rather-long-domain.example.org>"_qs.arg(i));
        many.append(u"not an address"_qs);
        draft.typedTo = many.join(u", "_qs);
        draft.typedCc = u"alice@, carol@example.net"_qs;
        draft.message.subject =
            u"A subject that goes on and on, far beyond what fits into one line of any window"_qs.repeated(2);
    }
    ComposeWindow *window = bench.open(draft);
    const Parts parts(window);
    if (variant == u"narrow")
        window->resize(420, 520);
    if (variant == u"wide")
        window->resize(1500, 800);
    if (variant == u"large")
        window->resize(1200, 1000);
    if (state == u"letter" || state == u"long") {
        QStringList files{bench.file(u"report.pdf"_qs, QByteArray(1'100'000, 'x')),
                          bench.file(u"photo.jpg"_qs, QByteArray(96'000, 'x'))};
        if (state == u"long") {
            files.append(bench.file(
                u"a file name that is far longer than anybody would like it to be (final version).xlsx"_qs,
                "x"));
            files.append(bench.folder.filePath(u"gone.txt"_qs));
        }
        parts.attachments->addFiles(files);
        SOON(parts.attachmentsSettled());
    }
    parts.body->setFocus();
    if (state == u"problem" || state == u"sending" || state == u"doubt" || state == u"pin" ||
        state == u"question" || state == u"secret" || state == u"password") {
        if (state == u"secret" || state == u"password")
            bench.keychain.readError = SecretError{SecretError::Kind::Locked, u"the keychain's words"_qs};
        parts.press(Qt::Key_Return);
    }
    if (state == u"secret" || state == u"password")
        SOON(parts.button(u"Try again"_qs));
    if (state == u"password")
        parts.click(u"Enter the password for this session"_qs);
    if (state == u"sender")
        QVERIFY(bench.accounts->remove(u"alice"_qs));
    if (state == u"find") {
        parts.window->findChild<FindBar *>()->openToReplace();
        type(QApplication::focusWidget(), variant == u"rtl" ? u"بيت"_qs : u"the"_qs);
    }
    if (state == u"sending")
        bench.submission()->report(Stage::Body, bench.submission()->request().letter->source->size() / 3);
    if (state == u"problem" || state == u"doubt" || state == u"pin") {
        SubmissionError error;
        error.problem = state == u"problem" ? Problem::RecipientsRefused
                        : state == u"pin"   ? Problem::CertificateUntrusted
                                            : Problem::MayHaveBeenSent;
        error.stage = Stage::Recipients;
        error.reply = Reply{550,
                            EnhancedStatus{5, 1, 1},
                            {"5.1.1 <carol@example.net>: Recipient address rejected: User unknown"}};
        if (state == u"problem")
            error.refused = {{u"carol@example.net"_qs, *error.reply}};
        PeerCertificate certificate;
        certificate.subject = u"smtp.example.org"_qs;
        certificate.issuer = u"smtp.example.org"_qs;
        certificate.sha256 = QByteArray(32, '\x5a');
        error.certificate = certificate;
        bench.submission()->fail(error);
        SOON(!parts.strip->showsProgress());
        if (state == u"pin") {
            const auto buttons = parts.strip->strip().buttons; // a click replaces the strip's own
            for (const StripButton &button : buttons) {
                if (button.text == ProblemWords::of(error).button ||
                    button.text == ProblemWords::of(error).secondButton) {
                    parts.click(QString(button.text).remove(u'&'));
                    break;
                }
            }
        }
    }
    // The strip's rise and the panes' heights come to rest.
    SOON(parts.strip->maximumHeight() == QWIDGETSIZE_MAX);
    bench.clock.advance(std::chrono::seconds(1));
    SOON2(cutWords(window).isEmpty(), qPrintable(cutWords(window).join(u" | "_qs)));
    keep(window, state + u'-' + variant);
    QVERIFY(parts.body->viewport()->width() > 100);
    QVERIFY2(parts.body->height() >= 60, qPrintable(QString::number(parts.body->height())));
}

/// A question's buttons stand below each other where they don't fit side by side.
void TestComposeLook::stripMakesNoWindowWider()
{
    ComposeBench bench;
    Draft draft;
    draft.typedTo = u"bob@example.net"_qs;
    ComposeWindow *window = bench.open(draft);
    const Parts parts(window);
    window->resize(360, 640);
    const int before = window->width();
    parts.press(Qt::Key_Return);
    SOON(parts.strip->maximumHeight() == QWIDGETSIZE_MAX); // risen
    QPushButton *first = parts.button(u"Send with this subject"_qs);
    QPushButton *second = parts.button(u"Send without subject"_qs);
    QVERIFY(first && second);
    QCOMPARE(window->width(), before);
    SOON(second->y() > first->y());
    SOON2(cutWords(window).isEmpty(), qPrintable(cutWords(window).join(u" | "_qs)));
    window->resize(900, 640);
    SOON(second->y() == first->y());
    // And back: side by side they must not hold it open.
    window->resize(before, 640);
    SOON_EQUAL(window->width(), before);
    SOON(second->y() > first->y());
    SOON2(cutWords(window).isEmpty(), qPrintable(cutWords(window).join(u" | "_qs)));
}

void TestComposeLook::onlySendIsFilled()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    QCOMPARE(window->findChildren<AccentButton *>().size(), 1);
    auto *send = window->findChild<AccentButton *>();
    const QImage shot = send->grab().toImage();
    QCOMPARE(shot.pixelColor(6, shot.height() / 2).rgb(), Tones::accent(send->palette()).rgb());
}

void TestComposeLook::oneLeftEdge_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const int width : {600, 780, 1000, 1400, 2400}) {
        QTest::addRow("%d", width) << width << Qt::LeftToRight;
        QTest::addRow("%d, mirrored", width) << width << Qt::RightToLeft;
    }
}

void TestComposeLook::oneLeftEdge()
{
    QFETCH(int, width);
    QFETCH(Qt::LayoutDirection, direction);
    QApplication::setLayoutDirection(direction);
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    window->resize(width, 600);
    // The edge where reading begins.
    const auto left = [&](const QWidget *widget) {
        const QPoint corner = direction == Qt::RightToLeft ? widget->rect().topRight() : QPoint();
        return widget->mapTo(window, corner).x();
    };
    SOON_EQUAL(left(parts.body->viewport()), left(qobject_cast<QTextEdit *>(parts.to())->viewport()));
    const int within = parts.head->subject().inset();
    QCOMPARE(left(parts.subject()) + (direction == Qt::RightToLeft ? -within : within), left(parts.to()));
    QCOMPARE(left(&parts.head->from()), left(parts.to()));
    // And where it ends: the last opener's words, not its padding.
    const auto openers = parts.head->findChildren<QToolButton *>();
    const auto bcc = std::find_if(openers.begin(), openers.end(),
                                  [](const QToolButton *opener) { return opener->text() == u"Bcc"; });
    QVERIFY(bcc != openers.end());
    const int padding = ((*bcc)->width() - (*bcc)->fontMetrics().horizontalAdvance(u"Bcc"_qs)) / 2;
    const auto right = [&](const QWidget *widget, int inset) {
        const int x = direction == Qt::RightToLeft ? inset : widget->width() - inset;
        return widget->mapTo(window, QPoint(x, 0)).x();
    };
    const int off = right(*bcc, padding) - right(parts.subject(), 0);
    QVERIFY2(std::abs(off) <= 1, qPrintable(QString::number(off)));
}

void TestComposeLook::neverWiderThanEightyCharacters()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    int before = 0;
    for (const int width : {700, 900, 1200, 2000}) {
        window->resize(width, 600);
        const auto across = [&] { return parts.body->viewport()->width(); };
        SOON(across() <= parts.body->textWidth() + 2 && across() >= before);
        QVERIFY(!parts.body->horizontalScrollBar()->isVisible());
        before = across();
    }
}

void TestComposeLook::tonesCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("as it is") << QApplication::palette();
    QTest::newRow("dark") << darkPalette();
    QPalette contrast(Qt::black);
    contrast.setColor(QPalette::Base, Qt::black);
    contrast.setColor(QPalette::Text, Qt::yellow);
    contrast.setColor(QPalette::WindowText, Qt::yellow);
    contrast.setColor(QPalette::Highlight, Qt::yellow);
    contrast.setColor(QPalette::HighlightedText, Qt::black);
    QTest::newRow("high contrast") << contrast;
    QPalette odd(QColor(0x80, 0x80, 0x80));
    QTest::newRow("middle grey") << odd;
}

void TestComposeLook::tonesCanBeRead()
{
    QFETCH(QPalette, palette);
    const QColor paper = palette.color(QPalette::Base);
    QVERIFY(Tones::contrast(Tones::muted(palette), paper) >= 4.5);
    QVERIFY(Tones::contrast(Tones::problem(palette), paper) >= 4.5);
    QVERIFY(Tones::contrast(Tones::focus(palette), paper) >= 3.0);
    QVERIFY(Tones::contrast(Tones::accent(palette), Tones::onAccent(palette)) >= 4.5);
    QVERIFY(Tones::contrast(palette.color(QPalette::Text), Tones::problemFill(palette)) >= 4.5);
}

QTEST_MAIN(TestComposeLook)
#include "tst_composelook.moc"
