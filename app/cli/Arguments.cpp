// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include <algorithm>

namespace pennypost {

Result<Arguments, QString> Arguments::parse(const QStringList &arguments, const QList<OptionRow> &table)
{
    Arguments parsed;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (optionsEnded || !argument.startsWith(u'-') || argument == u"-") {
            parsed.m_words.append(argument);
            continue;
        }
        if (argument == u"--") {
            optionsEnded = true;
            continue;
        }
        const QString spelled = argument == u"-h" ? QStringLiteral("--help") : argument;
        const auto equals = spelled.indexOf(u'=');
        const QString name = spelled.mid(2, equals < 0 ? -1 : equals - 2);
        const auto row = std::find_if(table.begin(), table.end(),
                                      [&](const OptionRow &candidate) { return name == candidate.name; });
        if (!spelled.startsWith(u"--") || row == table.end())
            return Failure{
                QString(u"unknown option " + argument.left(equals < 0 ? argument.size() : equals))};
        if (parsed.m_options.contains(name) && !row->repeats)
            return Failure{QString(u"--" + name + u" is given twice")};
        if (row->value == OptionRow::Value::None && equals >= 0)
            return Failure{QString(u"--" + name + u" takes no value")};
        QString value;
        if (row->value != OptionRow::Value::None) {
            if (equals < 0 && i + 1 == arguments.size())
                return Failure{QString(u"--" + name + u" wants a value")};
            value = equals < 0 ? arguments[++i] : spelled.mid(equals + 1);
            if (value.isEmpty() && row->value == OptionRow::Value::Given)
                return Failure{QString(u"--" + name + u" wants a value, not an empty one")};
        }
        parsed.m_options[name].append(value);
    }
    return parsed;
}

Result<void, QString> Arguments::restrictTo(unsigned command, const QString &commandName,
                                            const QList<OptionRow> &table) const
{
    for (const auto &row : table) {
        if (!(row.commands & command) && has(row.name))
            return Failure{QString(commandName + u" has no option --" + row.name)};
    }
    return {};
}

} // namespace pennypost
