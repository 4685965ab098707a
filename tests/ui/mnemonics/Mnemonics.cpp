// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/mnemonics/Mnemonics.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>

namespace pennypost {

namespace {

/// What reacts to one letter, by that letter's key.
class Letters
{
public:
    void add(const QString &text)
    {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            m_texts[key.toString().section(u'+', -1)].append(text);
    }
    void add(const QList<QAction *> &actions)
    {
        for (const QAction *action : actions) {
            if (action->isVisible() && !action->isSeparator())
                add(action->text());
        }
    }
    QStringList ambiguous() const
    {
        QStringList found;
        for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
            if (it->size() > 1)
                found.append(it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", ")));
        }
        return found;
    }

private:
    QMap<QString, QStringList> m_texts;
};

} // namespace

Spoken::Spoken(const QString &language)
{
    if (language == u"en")
        return;
    if (!m_words.load(QStringLiteral(PENNYPOST_LANGUAGES "/pennypost_") + language))
        qFatal("no words in %s", qPrintable(language));
    QCoreApplication::installTranslator(&m_words);
}

Spoken::~Spoken()
{
    QCoreApplication::removeTranslator(&m_words);
}

void languageRows()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de", "ar"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

QStringList ambiguousMnemonics(const QWidget &window)
{
    Letters letters;
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            letters.add(button->text());
        } else if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (label->buddy() && label->buddy()->isVisible())
                letters.add(label->text());
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            letters.add(bar->actions());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                letters.add(tabs->tabText(i));
        } else if (const auto *box = qobject_cast<const QGroupBox *>(widget)) {
            letters.add(box->title());
        }
    }
    QStringList found = letters.ambiguous();
    const auto menus = window.findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        Letters entries;
        entries.add(menu->actions());
        const QStringList twice = entries.ambiguous();
        for (const QString &each : twice)
            found.append(QStringLiteral("in a menu, ") + each);
    }
    return found;
}

} // namespace pennypost
