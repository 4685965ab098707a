// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pennypost {

/// One option the program knows, as its table in CommandLine.cpp has it.
struct OptionRow
{
    enum class Value {
        None,
        Given,      ///< an empty one is a script's variable that was never set, not a wish
        MaybeEmpty, ///< where empty means something
    };
    QLatin1StringView name; ///< without --
    Value value;
    bool repeats;
    unsigned commands; ///< which commands take it, one bit each
};

/// A command line taken apart: what QCommandLineParser does, but it also refuses an option given twice,
/// a value for a flag, and an option that another command has. `--name value`, `--name=value`; after `--`
/// nothing is an option; the argument after an option that wants a value is its value, whatever it looks
/// like. Pure.
class Arguments
{
public:
    /// The error is one line in English.
    static Result<Arguments, QString> parse(const QStringList &arguments, const QList<OptionRow> &table);

    /// Fails on an option that `command` (a bit of OptionRow::commands) does not take.
    Result<void, QString> restrictTo(unsigned command, const QString &commandName,
                                     const QList<OptionRow> &table) const;

    bool has(QLatin1StringView name) const { return m_options.contains(name); }
    QString value(QLatin1StringView name) const { return m_options.value(name).value(0); }
    QStringList values(QLatin1StringView name) const { return m_options.value(name); }
    const QStringList &words() const { return m_words; }

private:
    QMap<QString, QStringList> m_options;
    QStringList m_words;
};

} // namespace pennypost
