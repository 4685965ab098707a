// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compose/ComposeBench.h"
#include "ui/common/AccentButton.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QLabel>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

#include <cmath>
#include <optional>

using namespace pennypost;

namespace {

const QString address = QStringLiteral("hill@example.neth"); ///< begins and ends with an upright stroke
const QString latin =
    QStringLiteral("has it rained on the hill as long as it has here, or less? ").repeated(5);
const QString arabic = QStringLiteral("هل نزل المطر عندكم كما نزل هنا طوال الليل، أم أقل؟ ").repeated(6);

/// What is drawn there, in columns of the window counted from where its lines begin: first and last.
struct Ink
{
    int begin = 0;
    int end = 0;
};

/// The columns of a window, seen from the side where reading begins: the same numbers in both directions.
class Ruler
{
public:
    explicit Ruler(const Parts &parts) : m_window(parts.window), m_shot(parts.window->grab().toImage()) {}

    /// Of the widget itself, or of `part` of it.
    Ink span(const QWidget *widget, QRect part = {}) const
    {
        if (part.isNull())
            part = widget->rect();
        const int left = widget->mapTo(m_window, part.topLeft()).x();
        return turned(left, left + part.width() - 1);
    }

    /// Of what is written in it; nothing if it shows nothing.
    std::optional<Ink> ink(const QWidget *widget) const
    {
        const QRect area(widget->mapTo(m_window, QPoint()), widget->size());
        const QRgb paper = m_shot.pixel(area.topLeft());
        int first = -1;
        int last = -1;
        for (int x = area.left(); x <= area.right(); ++x) {
            for (int y = area.top(); y <= area.bottom(); ++y) {
                if (m_shot.rect().contains(x, y) && std::abs(qGray(m_shot.pixel(x, y)) - qGray(paper)) > 60) {
                    first = first < 0 ? x : first;
                    last = x;
                }
            }
        }
        return first < 0 ? std::nullopt : std::optional(turned(first, last));
    }

private:
    Ink turned(int left, int right) const
    {
        if (m_window->layoutDirection() != Qt::RightToLeft)
            return {left, right};
        return {m_window->width() - 1 - right, m_window->width() - 1 - left};
    }

    const QWidget *m_window;
    QImage m_shot;
};

QLabel *labelOf(const Parts &parts, const QWidget *field)
{
    const auto labels = parts.head->findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (label->buddy() == field)
            return label;
    }
    return nullptr;
}

QList<const QWidget *> fieldsOf(const Parts &parts)
{
    return {&parts.head->from(), parts.to(), parts.cc(), parts.bcc(), parts.subject()};
}

QToolButton *openerOf(const Parts &parts, const QString &text)
{
    const auto openers = parts.head->findChildren<QToolButton *>();
    for (QToolButton *opener : openers) {
        if (opener->text() == text)
            return opener;
    }
    return nullptr;
}

bool isNear(int a, int b, int within = 1)
{
    return std::abs(a - b) <= within;
}

} // namespace

#define ABOUT(a, b, within)                                                                                  \
    QVERIFY2(isNear(a, b, within), qPrintable(QStringLiteral("%1, not %2").arg(a).arg(b)))

/// The columns that a compose window's labels, fields and letter stand in, measured where they are drawn:
/// the same from right to left as from left to right, at every width and in every font.
class TestComposeColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void columns_data();
    void columns();
    void atSendsEdge_data();
    void atSendsEdge();
    void inTheMiddleOfAWideWindow();
    void wideLabelThatOpens();
    void caretOfTheSubject_data();
    void caretOfTheSubject();

private:
    QFont m_font;
};

void TestComposeColumns::init()
{
    m_font = QApplication::font();
}

void TestComposeColumns::cleanup()
{
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestComposeColumns::columns_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("body");
    for (const int width : {520, 780, 1200}) {
        for (const bool mirrored : {false, true}) {
            for (const bool inArabic : {false, true})
                QTest::addRow("%d%s, %s", width, mirrored ? ", mirrored" : "", inArabic ? "Arabic" : "Latin")
                    << width << (mirrored ? Qt::RightToLeft : Qt::LeftToRight) << (inArabic ? arabic : latin);
        }
    }
}

void TestComposeColumns::columns()
{
    QFETCH(int, width);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QString, body);
    QApplication::setLayoutDirection(direction);
    ComposeBench bench;
    Draft draft;
    draft.typedTo = address;
    draft.message.subject = address;
    draft.message.text = body;
    ComposeWindow *window = bench.open(draft);
    const Parts parts(window);
    window->resize(width, 600);
    SOON(window->width() == width && parts.body->width() == width);
    if (body == arabic) // words of either direction stand beside their field
        labelOf(parts, &parts.head->from())->setText(QStringLiteral("من"));
    parts.body->setFocus(); // its caret is not measured, the fields' would be
    QTest::qWait(0);
    const Ruler ruler(parts);

    // Where the fields' text begins: the column.
    const auto to = ruler.ink(parts.to());
    const auto subject = ruler.ink(parts.subject());
    const auto from = ruler.ink(&parts.head->from());
    QVERIFY(to && subject && from);
    ABOUT(subject->begin, to->begin, 1);
    ABOUT(from->begin, to->begin, 2); // other letters, other bearings
    const int begin = ruler.span(parts.to()).begin;
    ABOUT(to->begin, begin, 2);

    // The labels stand before it, all at one distance, and none is cut off.
    for (const QWidget *field : fieldsOf(parts)) {
        const QLabel *label = labelOf(parts, field);
        QVERIFY(label);
        if (!label->isVisible())
            continue;
        const auto words = ruler.ink(label);
        QVERIFY(words);
        ABOUT(words->end, begin - 12, 3);
        QVERIFY(words->begin >= 16);
    }

    // And where the fields end: the last opener's words.
    const QToolButton *last = openerOf(parts, QStringLiteral("Bcc"));
    QVERIFY(last);
    const auto bcc = ruler.ink(last);
    QVERIFY(bcc);
    const Ink block = ruler.span(parts.body->viewport());
    ABOUT(block.begin, begin, 0);
    ABOUT(bcc->end, block.end, 2);
    ABOUT(ruler.span(parts.subject()).end, block.end, 0);

    // The letter fills that block: a paragraph begins at the side where its own script does.
    const QTextBlock paragraph = parts.body->document()->firstBlock();
    const QTextLayout *lines = paragraph.layout();
    QVERIFY(lines->lineCount() > 1);
    const qreal left = parts.body->document()->documentLayout()->blockBoundingRect(paragraph).left();
    const QRectF line = lines->lineAt(lines->lineCount() - 1).naturalTextRect().translated(left, 0);
    const Ink written = ruler.span(parts.body->viewport(), line.toAlignedRect());
    const bool withTheWindow = paragraph.text().isRightToLeft() == (direction == Qt::RightToLeft);
    if (withTheWindow)
        ABOUT(written.begin, block.begin, 2);
    else
        ABOUT(written.end, block.end, 2);
}

void TestComposeColumns::atSendsEdge_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<qreal>("size");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("label"); // its widest, if not ours
    // What fontconfig gives for one language is not what it gives for another.
    for (const char *family : {"", "DejaVu Sans", "Noto Sans", "Liberation Sans", "Noto Sans Arabic"}) {
        for (const int size : {9, 10, 11, 20}) {
            for (const bool mirrored : {false, true})
                QTest::addRow("%s %d%s", family, size, mirrored ? ", mirrored" : "")
                    << QString::fromLatin1(family) << qreal(size)
                    << (mirrored ? Qt::RightToLeft : Qt::LeftToRight) << QString();
        }
    }
    QTest::newRow("short labels") << QString() << 9.0 << Qt::LeftToRight << QStringLiteral("To");
    QTest::newRow("short labels, mirrored") << QString() << 9.0 << Qt::RightToLeft << QStringLiteral("إلى");
    QTest::newRow("long labels") << QString() << 9.0 << Qt::LeftToRight << QStringLiteral("Blindkopie an");
}

void TestComposeColumns::atSendsEdge()
{
    QFETCH(QString, family);
    QFETCH(qreal, size);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QString, label);
    QFont font = QApplication::font();
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPointSizeF(size);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(direction);
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    window->resize(780, 600);
    SOON(window->width() == 780 && parts.body->width() == 780);
    if (!label.isEmpty()) {
        for (const QWidget *field : fieldsOf(parts))
            labelOf(parts, field)->setText(label);
        window->resize(780, 601); // looks at them anew
        SOON(window->height() == 601);
    }
    QTest::qWait(0); // the layouts follow
    const Ruler ruler(parts);
    QCOMPARE(ruler.span(labelOf(parts, parts.subject())).begin,
             ruler.span(window->findChild<AccentButton *>()).begin);
}

/// Far wider than a letter, a window has it in its middle, and gets there without a leap.
void TestComposeColumns::inTheMiddleOfAWideWindow()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    int before = 0;
    int after = 0;
    for (int width = 600; width <= 1400; width += 8) {
        window->resize(width, 600);
        SOON(parts.body->width() == width);
        QTest::qWait(0);
        const Ink block = Ruler(parts).span(parts.body->viewport());
        const int right = width - 1 - block.end;
        QVERIFY2(width == 600 || (block.begin >= before && block.begin - before <= 9),
                 qPrintable(QString::number(width)));
        QVERIFY2(width == 600 || (right >= after && right - after <= 9), qPrintable(QString::number(width)));
        before = block.begin;
        after = right;
    }
    ABOUT(before, after, 1);
}

/// Bcc's label may be the widest of all: it takes its room when it is shown, and the letter goes along.
void TestComposeColumns::wideLabelThatOpens()
{
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    labelOf(parts, parts.bcc())->setText(QStringLiteral("A copy that nobody sees"));
    window->resize(780, 600);
    SOON(parts.body->width() == 780);
    QTest::qWait(0);
    const Ruler closed(parts);
    const int send = closed.span(window->findChild<AccentButton *>()).begin;
    const auto subject = closed.ink(labelOf(parts, parts.subject()));
    QVERIFY(subject);
    ABOUT(subject->begin, send, 2);

    const int before = closed.span(parts.to()).begin;
    parts.head->showBcc();
    QTest::qWait(0);
    const Ruler opened(parts);
    const auto bcc = opened.ink(labelOf(parts, parts.bcc()));
    QVERIFY(bcc);
    ABOUT(bcc->begin, send, 2);
    QCOMPARE(opened.span(parts.body->viewport()).begin, opened.span(parts.to()).begin);
    QVERIFY(opened.span(parts.to()).begin > before);
}

void TestComposeColumns::caretOfTheSubject_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("text");
    for (const bool mirrored : {false, true}) {
        const Qt::LayoutDirection direction = mirrored ? Qt::RightToLeft : Qt::LeftToRight;
        const char *way = mirrored ? "mirrored" : "from left";
        QTest::addRow("empty, %s", way) << direction << QString();
        QTest::addRow("short, %s", way) << direction << address;
        QTest::addRow("longer than its line, %s", way) << direction << latin;
        QTest::addRow("longer, Arabic, %s", way) << direction << arabic;
    }
}

/// Not a pixel of it is beyond the field, wherever the cursor is.
void TestComposeColumns::caretOfTheSubject()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(QString, text);
    QApplication::setLayoutDirection(direction);
    ComposeBench bench;
    ComposeWindow *window = bench.open();
    const Parts parts(window);
    window->resize(780, 600);
    SOON(parts.body->width() == 780);
    QLineEdit *subject = parts.subject();
    subject->setText(text);
    subject->setFocus();
    for (const bool atEnd : {false, true}) {
        atEnd ? subject->end(false) : subject->home(false);
        subject->grab(); // it scrolls as it is drawn
        const QRect caret = subject->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        const int x = caret.left() + 5; // Qt tells of that much more on either side
        QVERIFY2(x >= 0 && x < subject->width(),
                 qPrintable(QStringLiteral("%1 of %2").arg(x).arg(subject->width())));
    }
}

QTEST_MAIN(TestComposeColumns)
#include "tst_composecolumns.moc"
