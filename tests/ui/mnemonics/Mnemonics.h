// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>
#include <QWidget>

namespace pennypost {

/// Our words in one language, for as long as it lives. English needs none. The windows made meanwhile speak
/// it.
class Spoken
{
public:
    explicit Spoken(const QString &language);
    ~Spoken();
    Q_DISABLE_COPY_MOVE(Spoken)

private:
    QTranslator m_words;
};

/// Adds a row a language of ours.
void languageRows();

/// The letters of Alt that mean two things in what this window shows at the moment, or in one of its menus:
/// "S: Send, Server settings…". Qt then only moves the focus between the two, and a person who knows the
/// letter by heart has pressed something else.
QStringList ambiguousMnemonics(const QWidget &window);

} // namespace pennypost
