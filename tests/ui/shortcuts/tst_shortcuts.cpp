// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreThread.h"
#include "ui/shortcuts/Shortcuts.h"

#include <QAction>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pennypost;

/// What a person chose holds in every window, at every start, and for nobody else's eyes.
class TestShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdAtOnceAndLater();
    void given_data();
    void given();
    void foreignFile_data();
    void foreignFile();
    void keepsWhatItCannotRead_data();
    void keepsWhatItCannotRead();
    void tellsWhatCouldNotBeStored();

private:
    static inline const ShortcutArea area = {u"Letter"_qs,
                                             {{u"send"_qs, u"&Send"_qs, {Qt::CTRL | Qt::Key_Return}},
                                              {u"find"_qs, u"&Find"_qs, {Qt::CTRL | Qt::Key_F, Qt::Key_F3}},
                                              {u"rich"_qs, u"Rich"_qs, {}}}};
    QString file() const { return m_folder->filePath(u"shortcuts.json"_qs); }
    void put(const QByteArray &bytes) const
    {
        QFile stored(file());
        QVERIFY(stored.open(QIODevice::WriteOnly));
        QCOMPARE(stored.write(bytes), bytes.size());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestShortcuts::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestShortcuts::holdAtOnceAndLater()
{
    const Keys chosen = {Qt::CTRL | Qt::SHIFT | Qt::Key_M};
    const ShortcutCommand &send = area.command(u"send");
    const ShortcutCommand &find = area.command(u"find");
    {
        StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
        Shortcuts shortcuts(store, file());
        QAction action, other;
        shortcuts.bind(&action, area, send);
        shortcuts.bind(&other, area, find);
        QCOMPARE(action.shortcuts(), send.usual);
        shortcuts.setChoices({{send.id, chosen}, {find.id, {}}});
        QCOMPARE(action.shortcuts(), chosen);
        QCOMPARE(other.shortcuts(), Keys());
    } // the store's thread finishes what it was handed over
    StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
    Shortcuts shortcuts(store, file());
    QCOMPARE(shortcuts.keysOf(area, send), chosen);
    QCOMPARE(shortcuts.keysOf(area, find), Keys()); // no keys is a choice, too
    QCOMPARE(shortcuts.keysOf(area, area.command(u"rich")), Keys());
#ifndef Q_OS_WIN
    QVERIFY(!(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    QAction action;
    shortcuts.bind(&action, area, send);
    QCOMPARE(action.shortcuts(), chosen);
    shortcuts.setChoices({});
    QCOMPARE(action.shortcuts(), send.usual);
}

void TestShortcuts::given_data()
{
    QTest::addColumn<Shortcuts::Choices>("before");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Keys>("keys");
    QTest::addColumn<Shortcuts::Choices>("after");
    QTest::addColumn<QStringList>("robbed");
    using Choices = Shortcuts::Choices;
    const Keys f7 = {Qt::Key_F7}, f3 = {Qt::Key_F3}, find = {Qt::CTRL | Qt::Key_F};
    const Keys usual = area.command(u"find").usual;
    QTest::newRow("a free key") << Choices() << u"send"_qs << f7 << Choices{{u"send"_qs, f7}}
                                << QStringList();
    QTest::newRow("another's, which keeps the rest")
        << Choices() << u"rich"_qs << f3 << Choices{{u"rich"_qs, f3}, {u"find"_qs, find}}
        << QStringList(u"find"_qs);
    QTest::newRow("another's only one")
        << Choices{{u"find"_qs, find}} << u"send"_qs << find
        << Choices{{u"send"_qs, find}, {u"find"_qs, Keys()}} << QStringList(u"find"_qs);
    QTest::newRow("the usual one") << Choices{{u"send"_qs, f7}} << u"send"_qs << area.command(u"send").usual
                                   << Choices() << QStringList();
    QTest::newRow("usual, and another's by now") << Choices{{u"find"_qs, {}}, {u"rich"_qs, f3}} << u"find"_qs
                                                 << usual << Choices() << QStringList(u"rich"_qs);
    QTest::newRow("none") << Choices() << u"find"_qs << Keys() << Choices{{u"find"_qs, Keys()}}
                          << QStringList();
}

void TestShortcuts::given()
{
    QFETCH(Shortcuts::Choices, before);
    QFETCH(QString, id);
    QFETCH(Keys, keys);
    QFETCH(Shortcuts::Choices, after);
    QFETCH(QStringList, robbed);
    StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
    Shortcuts shortcuts(store, file());
    shortcuts.setChoices(before);
    const Shortcuts::Gift gift = shortcuts.given(area, area.command(id), keys);
    QCOMPARE(gift.choices, after);
    QStringList whose;
    for (const ShortcutCommand &each : gift.robbed)
        whose.append(each.id);
    QCOMPARE(whose, robbed);
    QCOMPARE(shortcuts.choices(), before); // only said
}

void TestShortcuts::foreignFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Keys>("keys"); // of Send
    const Keys usual = area.command(u"send").usual;
    QTest::newRow("empty") << QByteArray() << usual;
    QTest::newRow("cut") << QByteArray("{\"keys\": {\"send\": [\"F7\"") << usual;
    QTest::newRow("another kind") << QByteArray("[1]") << usual;
    QTest::newRow("no list") << QByteArray("{\"keys\": {\"send\": \"F7\"}}") << usual;
    QTest::newRow("no key") << QByteArray("{\"keys\": {\"send\": [\"Ctrl+Nonsense\"]}}") << usual;
    QTest::newRow("a number") << QByteArray("{\"keys\": {\"send\": [7]}}") << usual;
    QTest::newRow("a sequence") << QByteArray("{\"keys\": {\"send\": [\"Ctrl+K, Ctrl+S\"]}}") << usual;
    QTest::newRow("a key") << QByteArray("{\"keys\": {\"send\": [\"F7\"]}}") << Keys{Qt::Key_F7};
    QTest::newRow("a key among others")
        << QByteArray("{\"keys\": {\"send\": [\"\", \"F7\"]}, \"x\": 1}") << Keys{Qt::Key_F7};
    QTest::newRow("none") << QByteArray("{\"keys\": {\"send\": []}}") << Keys();
    QTest::newRow("its usual one is another's")
        << QByteArray("{\"keys\": {\"rich\": [\"Ctrl+Return\"]}}") << Keys();
}

void TestShortcuts::foreignFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Keys, keys);
    put(bytes);
    StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
    const Shortcuts shortcuts(store, file());
    QCOMPARE(shortcuts.keysOf(area, area.command(u"send")), keys);
}

void TestShortcuts::keepsWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("written");
    QTest::newRow("this version")
        << QByteArray("{\"version\": 1, \"keys\": {\"later\": {\"a\": 1}, \"x\": [\"F9\"]}}") << true;
    QTest::newRow("a later one")
        << QByteArray("{\"version\": 2, \"keys\": {\"later\": {\"a\": 1}, \"x\": [\"F9\"]}}") << false;
}

void TestShortcuts::keepsWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, written);
    put(bytes);
    int told = 0;
    {
        StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
        Shortcuts shortcuts(store, file());
        connect(&shortcuts, &Shortcuts::notStored, this, [&told] { ++told; });
        Shortcuts::Choices choices = shortcuts.choices();
        choices.insert(u"send"_qs, {Qt::Key_F7});
        shortcuts.setChoices(choices);
    }
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray now = stored.readAll();
    QCOMPARE(now.contains("F7"), written);
    QCOMPARE(told, written ? 0 : 1);
    QVERIFY(now.contains("later") && now.contains("F9"));
}

void TestShortcuts::tellsWhatCouldNotBeStored()
{
    StoreThread store(m_folder->filePath(u"pennypost.sqlite"_qs));
    Shortcuts shortcuts(store, m_folder->filePath(u"no such folder/shortcuts.json"_qs));
    int told = 0;
    connect(&shortcuts, &Shortcuts::notStored, this, [&told] { ++told; });
    shortcuts.setChoices({{u"send"_qs, {Qt::Key_F7}}});
    QCOMPARE(shortcuts.keysOf(area, area.command(u"send")), Keys{Qt::Key_F7});
    QTRY_COMPARE_WITH_TIMEOUT(told, 1, 30'000);
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
