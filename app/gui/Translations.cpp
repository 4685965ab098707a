// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Translations.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace pennypost {

void Translations::install()
{
    const QLocale locale;
    if (!m_ours.load(locale, QStringLiteral("pennypost"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        return;
    if (m_qts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    QCoreApplication::installTranslator(&m_ours);
    // What was loaded, not what was asked for: with English words an Arabic desktop is laid out as English.
    QGuiApplication::setLayoutDirection(QLocale(m_ours.language()).textDirection());
}

} // namespace pennypost
