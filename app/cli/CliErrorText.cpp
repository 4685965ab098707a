// SPDX-License-Identifier: GPL-3.0-or-later
// What fails before a server is asked: files, addresses, the keychain, the accounts file.
#include "app/cli/CauseText.h"

namespace pennypost {

namespace {

QString lineOf(const MimeError &error)
{
    return error.detail.isEmpty() ? QStringLiteral("a line") : QString(u"line " + error.detail);
}

} // namespace

QString serverText(const QString &host, quint16 port)
{
    const QString name = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return name + u':' + QString::number(port);
}

QString accountIdRule()
{
    return QStringLiteral("a-z, 0-9 and hyphens, at most 64, no hyphen first");
}

CliError cancelledError()
{
    SubmissionError error;
    error.problem = Problem::Cancelled;
    return {exitCodeOf(error), nameOf(error.problem), causeOf(error), {}};
}

CliError practiceServerError(const QString &reason)
{
    SubmissionError error;
    error.problem = Problem::PracticeServerFailed;
    return {exitCodeOf(error), nameOf(error.problem), causeOf(error), reason};
}

CliError badAddress(const QString &option, const QString &text, MailboxError error)
{
    return {ExitCode::Data,
            QStringLiteral("BadAddress"),
            QString(option + u" is no address (" + causeOf(error) + u"): " + text.simplified()),
            {}};
}

CliError cliError(const MimeError &error)
{
    const auto with = [&](const QString &problem, const QString &cause, const QString &detail = {}) {
        return CliError{exitCodeOf(error), problem,
                        error.subject.isEmpty() ? cause : QString(cause + u": " + error.subject.simplified()),
                        detail.isEmpty() ? error.detail : detail};
    };
    switch (error.kind) {
    case MimeError::Kind::FileMissing:
        // An argument's octet that is no UTF-8 cannot be kept in a QString, and so names no file any more.
        if (error.subject.contains(QChar::ReplacementCharacter))
            return with(
                QStringLiteral("FileUnreadable"),
                QStringLiteral("a file whose name is not UTF-8 can't be opened: give it another name"));
        return with(QStringLiteral("FileMissing"), QStringLiteral("no such file"));
    case MimeError::Kind::FileUnreadable:
        return with(QStringLiteral("FileUnreadable"), QStringLiteral("can't read the file"));
    case MimeError::Kind::FileChanged:
        return with(QStringLiteral("FileChanged"), QStringLiteral("the file changed meanwhile"));
    case MimeError::Kind::BadHeader:
        return with(QStringLiteral("BadHeader"), QStringLiteral("this header field can't be sent"));
    case MimeError::Kind::BadAddress:
        return with(QStringLiteral("BadAddress"), QStringLiteral("this address can't be sent to"));
    case MimeError::Kind::BadEncoding:
        return with(QStringLiteral("BadEncoding"), QStringLiteral("this letter can't be sent as it is"),
                    lineOf(error) + QStringLiteral(" has a bare CR, a NUL or over 998 octets"));
    case MimeError::Kind::HeaderNotUtf8:
        return with(QStringLiteral("BadHeader"),
                    QString(u"the header field " + error.field + u" in " + lineOf(error) +
                            u" is not UTF-8, and can't be sent as it is"),
                    QStringLiteral("write it in ASCII, as encoded words (RFC 2047), or in UTF-8"));
    case MimeError::Kind::NoHeader:
        if (error.detail.isEmpty())
            return with(QStringLiteral("BadLetter"), QStringLiteral("this is no letter: it has no header"));
        return with(QStringLiteral("BadLetter"), QStringLiteral("this is no letter: its header is broken"),
                    lineOf(error) + QStringLiteral(" is no header field"));
    }
    return {};
}

CliError cliError(const SecretError &error, AccountSecret which)
{
    return {exitCodeOf(error), QStringLiteral("SecretUnavailable"), causeOf(error.kind, which), error.detail};
}

CliError cliError(const ClientCertificateFailure &failure, const QString &file)
{
    return {exitCodeOf(clientCertificateUnusable(failure.kind)), QStringLiteral("ClientCertificateUnusable"),
            QString(causeOf(failure.kind) + u": " + file.simplified()), failure.detail};
}

CliError cliError(const AccountStoreError &error, const QString &file)
{
    using Kind = AccountStoreError::Kind;
    const auto with = [&](const QString &problem, const QString &cause, const QString &detail = {}) {
        return CliError{exitCodeOf(error), problem, cause, detail};
    };
    const QString accounts = u"the accounts file " + file;
    switch (error.kind) {
    case Kind::CannotRead:
        return with(QStringLiteral("AccountsUnreadable"), QString(accounts + u" can't be read"),
                    error.detail);
    case Kind::CannotWrite:
        return with(QStringLiteral("AccountsUnwritable"), QString(accounts + u" can't be written"),
                    error.detail);
    case Kind::Busy:
        return with(QStringLiteral("AccountsBusy"),
                    QString(accounts + u" is in use by another process: nothing was changed, try again"));
    case Kind::Damaged:
        return with(QStringLiteral("AccountsDamaged"),
                    QString(accounts + u" is damaged, and was left as it is: mend it or move it away"),
                    error.detail);
    case Kind::TooNew:
        return with(QStringLiteral("AccountsTooNew"),
                    QString(accounts + u" was written by a later version, and was left as it is"),
                    QString(u"its version is " + error.detail));
    case Kind::InvalidId:
        return with(QStringLiteral("InvalidId"),
                    QString(u"this can't be an account's id (" + accountIdRule() + u"): " +
                            error.detail.simplified()));
    case Kind::InvalidValue:
        return with(QStringLiteral("InvalidValue"),
                    QString(u"this account holds what can't be stored: " + error.detail));
    case Kind::UnknownId:
        return with(QStringLiteral("UnknownAccount"), QString(u"no account " + error.detail));
    case Kind::DuplicateId:
        return with(QStringLiteral("DuplicateAccount"),
                    QString(u"there is an account " + error.detail + u" already"));
    }
    return {};
}

CliError storeError(const StoreError &error, const QString &id)
{
    using Kind = StoreError::Kind;
    switch (error.kind) {
    case Kind::NotFound:
        return {ExitCode::NoInput,
                QStringLiteral("NotFound"),
                QString(u"there is none with the id " + id.simplified()),
                {}};
    case Kind::NoDraft:
        return {ExitCode::NoInput,
                QStringLiteral("NotKept"),
                QStringLiteral("its bytes came ready made and were not kept"),
                {}};
    case Kind::TooNew:
        return {ExitCode::Config, QStringLiteral("ProfileTooNew"),
                QStringLiteral("the profile was written by a later version, and was left as it is"),
                error.detail};
    case Kind::Damaged:
    case Kind::Unreadable:
        return {ExitCode::Data, QStringLiteral("Damaged"),
                QStringLiteral("what was asked for is damaged, and was left as it is"), error.detail};
    case Kind::DiskFull:
        return {ExitCode::IoError, QStringLiteral("DiskFull"), QStringLiteral("the disk is full"),
                error.detail};
    default:
        return {ExitCode::IoError, QStringLiteral("StoreFailed"),
                QStringLiteral("the profile's database can't be used"), error.detail};
    }
}

} // namespace pennypost
