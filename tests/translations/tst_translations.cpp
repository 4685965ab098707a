// SPDX-License-Identifier: GPL-3.0-or-later
// Holds each .ts file against the sources: nothing missing, nothing unfinished, nothing that breaks at run
// time.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

namespace {

struct Entry
{
    QString context;
    QString source;
    QStringList translations; ///< one, or one a plural form
    bool numerus = false;
    bool unfinished = false;
};

QList<Entry> entriesOf(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&device);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            Entry entry;
            entry.context = context;
            entry.numerus = xml.attributes().value(QLatin1String("numerus")) == u"yes";
            entries.append(entry);
        } else if (name == u"source") {
            entries.last().source = xml.readElementText();
        } else if (name == u"translation") {
            entries.last().unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!entries.last().numerus)
                entries.last().translations = {xml.readElementText()};
        } else if (name == u"numerusform") {
            entries.last().translations.append(xml.readElementText());
        }
    }
    return entries;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

bool hasMnemonic(QString text)
{
    return text.remove(QStringLiteral("&&")).contains(u'&');
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("pluralForms");
        QTest::newRow("German") << QStringLiteral("de") << 2;
        QTest::newRow("Arabic") << QStringLiteral("ar") << 6;
    }
    static QString fileFor(const QString &language)
    {
        return QStringLiteral(PENNYPOST_SOURCE "/translations/pennypost_") + language + QStringLiteral(".ts");
    }

private Q_SLOTS:
    void everyEntryIsSound_data() { languages(); }
    void everyEntryIsSound()
    {
        QFETCH(QString, language);
        QFETCH(int, pluralForms);
        const auto entries = entriesOf(fileFor(language));
        QVERIFY(!entries.isEmpty());
        for (const Entry &entry : entries) {
            const auto where = qPrintable(entry.context + QStringLiteral(": ") + entry.source);
            QVERIFY2(!entry.unfinished, where);
            QCOMPARE(entry.translations.size(), entry.numerus ? pluralForms : 1);
            for (const QString &translation : entry.translations) {
                QVERIFY2(!translation.trimmed().isEmpty(), where);
                auto wanted = placeholders(entry.source);
                auto found = placeholders(translation);
                if (entry.numerus) { // "one letter" may do without the number
                    wanted.removeAll(QStringLiteral("%n"));
                    found.removeAll(QStringLiteral("%n"));
                }
                QVERIFY2(wanted == found, where);
                QVERIFY2(hasMnemonic(entry.source) == hasMnemonic(translation), where);
            }
        }
    }

    // lupdate over today's sources into a copy: an entry that is new there is missing here.
    void sourcesHaveNothingNew_data() { languages(); }
    void sourcesHaveNothingNew()
    {
        QFETCH(QString, language);
        QTemporaryDir folder;
        const auto copy = folder.filePath(QStringLiteral("copy_") + language + QStringLiteral(".ts"));
        QVERIFY(QFile::copy(fileFor(language), copy));
        QProcess lupdate;
        lupdate.start(QStringLiteral(LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-no-obsolete"), QStringLiteral("-I"), QStringLiteral(PENNYPOST_SOURCE),
                       QStringLiteral(PENNYPOST_SOURCE "/app"), QStringLiteral(PENNYPOST_SOURCE "/ui"),
                       QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const auto updated = entriesOf(copy);
        for (const Entry &entry : updated)
            QVERIFY2(!entry.unfinished, qPrintable(QStringLiteral("not translated: ") + entry.source));
        QCOMPARE(updated.size(), entriesOf(fileFor(language)).size());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
