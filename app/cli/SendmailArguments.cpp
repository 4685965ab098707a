// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SendmailArguments.h"

#include "app/cli/Arguments.h"
#include "app/cli/DeliveryArguments.h"

#include <optional>

namespace pennypost {

namespace {

using L = QLatin1StringView;

/// Walks the words once; an option's value is the rest of its word or the next one.
class SendmailReader
{
public:
    SendmailReader(const QStringList &words, const QList<OptionRow> &table) : m_words(words), m_table(table)
    {
    }

    Result<SendLetter, CliError> read()
    {
        m_send.eml = QStringLiteral("-");
        m_send.sendmail = true;
        m_send.dotEndsInput = true;
        bool optionsEnded = false;
        while (m_at < m_words.size()) {
            const QString word = m_words[m_at++];
            if (optionsEnded || !word.startsWith(u'-') || word == u"-") {
                m_send.rcpt.append(word);
            } else if (word == u"--") {
                optionsEnded = true;
            } else if (auto taken = option(word); !taken) {
                return Failure{taken.error()};
            }
        }
        return finish();
    }

private:
    Result<void, CliError> option(const QString &word)
    {
        if (word == u"--account" || word.startsWith(u"--account="))
            return takeAccount(word);
        if (word.size() < 2)
            return unknown(word);
        switch (word[1].unicode()) {
        case 't':
            m_fromHeader = true;
            return word.size() == 2 ? Result<void, CliError>() : unknown(word);
        case 'i':
            m_send.dotEndsInput = false;
            return word.size() == 2 ? Result<void, CliError>() : unknown(word);
        case 'f':
        case 'r':
            return take(word, m_send.envelopeFrom);
        case 'N':
            return take(word, m_dsn);
        case 'R':
            return take(word, m_dsnReturn);
        case 'V':
            return take(word, m_envid);
        case 'F': // of a letter without From, which we send to nobody
        case 'B':
        case 'h':
        case 'L':
        case 'O':
            return ignoreValue(word);
        case 'o':
            m_send.dotEndsInput = m_send.dotEndsInput && word != u"-oi";
            return {};
        case 'b':
            return word == u"-bm" ? Result<void, CliError>() : unknown(word);
        case 'G':
        case 'U':
        case 'm':
        case 'n':
        case 'v':
            return {};
        default:
            return unknown(word);
        }
    }

    static Failure<CliError> unknown(const QString &word)
    {
        return usageError(u"sendmail has no " + word + u" here: it hands over the letter on standard input");
    }

    Result<void, CliError> take(const QString &word, std::optional<QString> &value)
    {
        if (word.size() > 2) {
            value = word.mid(2);
        } else if (m_at < m_words.size()) {
            value = m_words[m_at++];
        } else {
            return usageError(word + u" wants a value");
        }
        return {};
    }

    Result<void, CliError> ignoreValue(const QString &word)
    {
        std::optional<QString> nobodys;
        return take(word, nobodys);
    }

    Result<void, CliError> takeAccount(const QString &word)
    {
        const auto equals = word.indexOf(u'=');
        m_send.account = equals > 0 ? word.mid(equals + 1) : m_words.value(m_at++);
        return m_send.account.isEmpty()
                   ? Result<void, CliError>(usageError(QStringLiteral("--account wants a value")))
                   : Result<void, CliError>();
    }

    Result<SendLetter, CliError> finish()
    {
        if (m_fromHeader && !m_send.rcpt.isEmpty())
            return usageError(QStringLiteral("-t takes the recipients from the header: none beside it"));
        if (!m_fromHeader && m_send.rcpt.isEmpty())
            return usageError(
                QStringLiteral("sendmail wants recipients, or -t to take them from the header"));
        if (m_send.envelopeFrom == u"<>")
            m_send.envelopeFrom = QString();
        // The same options as send has, under sendmail's names.
        QStringList words;
        const auto add = [&words](const char *name, const std::optional<QString> &value) {
            if (value)
                words << QLatin1StringView(name) << *value;
        };
        add("--dsn", m_dsn);
        add("--dsn-return", m_dsnReturn && *m_dsnReturn == u"hdrs" ? QStringLiteral("headers") : m_dsnReturn);
        add("--envid", m_envid);
        const auto arguments = Arguments::parse(words, m_table);
        if (!arguments)
            return usageError(arguments.error());
        auto delivery = readDelivery(*arguments);
        if (!delivery)
            return Failure{delivery.error()};
        m_send.delivery = *delivery;
        return m_send;
    }

    const QStringList &m_words;
    const QList<OptionRow> &m_table;
    qsizetype m_at = 0;
    SendLetter m_send;
    bool m_fromHeader = false;
    std::optional<QString> m_dsn, m_dsnReturn, m_envid;
};

} // namespace

Result<SendLetter, CliError> readSendmail(const QStringList &words, const QList<OptionRow> &table)
{
    return SendmailReader(words, table).read();
}

} // namespace pennypost
