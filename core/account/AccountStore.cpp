// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/AccountStore.h"

#include "core/account/AccountJson.h"
#include "core/base/PrivateFiles.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pennypost {

namespace {

using Kind = AccountStoreError::Kind;

constexpr int Version = 1;
constexpr qint64 LargestFile = qint64(16) * 1024 * 1024; // far beyond any honest number of accounts
constexpr int LockRoundMs = 20;
constexpr auto StaleLock = std::chrono::seconds(10);

template<class List>
auto findId(List &accounts, const QString &id)
{
    return std::find_if(accounts.begin(), accounts.end(), [&](const Account &a) { return a.id == id; });
}

/// Asked in short rounds: QLockFile's own waits double, so that of many who wait some never get a turn.
bool lockWithin(QLockFile &lock, const QString &name, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (!lockPrivately(lock, name, LockRoundMs)) {
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return false;
    }
    return true;
}

bool isIdCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace

struct AccountStore::Contents
{
    QList<Account> accounts;
    QString defaultId;
};

AccountStore::AccountStore(const QString &file, OnDamage onDamage, QObject *parent)
    : QObject(parent), m_file(file), m_onDamage(onDamage)
{
}

Result<void, AccountStoreError> AccountStore::load()
{
    return reload();
}

bool AccountStore::follow()
{
    const auto onDamage = std::exchange(m_onDamage, OnDamage::LeaveAlone);
    const bool read = reload().hasValue();
    m_onDamage = onDamage;
    return read;
}

const Account *AccountStore::find(const QString &id) const
{
    const auto found = findId(m_accounts, id);
    return found == m_accounts.end() ? nullptr : &*found;
}

const Account *AccountStore::defaultAccount() const
{
    if (const Account *account = find(m_defaultId))
        return account;
    return m_accounts.isEmpty() ? nullptr : &m_accounts.first();
}

QString AccountStore::freeIdFor(const Mailbox &mailbox) const
{
    const QString ascii = asciiDomain(mailbox.domain);
    const QString address = mailbox.localPart + u'-' + (ascii.isEmpty() ? mailbox.domain : ascii);
    QString base;
    for (const QChar c : address.toLower()) {
        if (isIdCharacter(c))
            base.append(c);
        else if (!base.isEmpty() && !base.endsWith(u'-'))
            base.append(u'-');
    }
    base.truncate(56); // leaves room for the number
    while (base.endsWith(u'-'))
        base.chop(1);
    if (base.isEmpty())
        base = QStringLiteral("account");
    QString id = base;
    for (int number = 2; find(id); ++number)
        id = base + u'-' + QString::number(number);
    return id;
}

Result<void, AccountStoreError> AccountStore::add(const Account &account)
{
    if (auto storable = checkStorable(account); !storable)
        return storable;
    return apply([&](Contents &contents) -> Result<void, AccountStoreError> {
        if (findId(contents.accounts, account.id) != contents.accounts.end())
            return Failure{AccountStoreError{Kind::DuplicateId, account.id}};
        contents.accounts.append(account);
        if (contents.accounts.size() == 1)
            contents.defaultId = account.id;
        return {};
    });
}

Result<void, AccountStoreError> AccountStore::update(const Account &account)
{
    if (auto storable = checkStorable(account); !storable)
        return storable;
    return apply([&](Contents &contents) -> Result<void, AccountStoreError> {
        const auto found = findId(contents.accounts, account.id);
        if (found == contents.accounts.end())
            return Failure{AccountStoreError{Kind::UnknownId, account.id}};
        *found = account;
        return {};
    });
}

Result<void, AccountStoreError> AccountStore::remove(const QString &id)
{
    return apply([&](Contents &contents) -> Result<void, AccountStoreError> {
        const auto found = findId(contents.accounts, id);
        if (found == contents.accounts.end())
            return Failure{AccountStoreError{Kind::UnknownId, id}};
        contents.accounts.erase(found);
        if (contents.defaultId == id)
            contents.defaultId = contents.accounts.isEmpty() ? QString() : contents.accounts.first().id;
        return {};
    });
}

Result<void, AccountStoreError> AccountStore::setDefault(const QString &id)
{
    return apply([&](Contents &contents) -> Result<void, AccountStoreError> {
        if (findId(contents.accounts, id) == contents.accounts.end())
            return Failure{AccountStoreError{Kind::UnknownId, id}};
        contents.defaultId = id;
        return {};
    });
}

Result<void, AccountStoreError> AccountStore::apply(const Change &change)
{
    const QString lockName = m_file + QStringLiteral(".lock");
    QLockFile lock(lockName);
    lock.setStaleLockTime(StaleLock);
    if (!lockWithin(lock, lockName, m_lockPatience)) {
        if (lock.error() == QLockFile::LockFailedError)
            return Failure{AccountStoreError{Kind::Busy, {}}};
        return Failure{AccountStoreError{Kind::CannotWrite, QStringLiteral("cannot make a lock file")}};
    }
    auto reloaded = reload();
    // Set aside, a damaged file is out of the way, and what could be read of it, or what we knew, is in
    // memory.
    const bool outOfTheWay =
        !reloaded && reloaded.error().kind == Kind::Damaged && m_onDamage == OnDamage::SetAside;
    if (!reloaded && !outOfTheWay)
        return reloaded;
    Contents contents{m_accounts, m_defaultId};
    if (auto changed = change(contents); !changed)
        return changed;
    if (auto written = write(contents.accounts, contents.defaultId); !written)
        return written;
    take(contents.accounts, contents.defaultId);
    return {};
}

Result<void, AccountStoreError> AccountStore::reload()
{
    QFile file(m_file);
    if (!file.exists()) {
        if (m_onDisk)
            take({}, {});
        return {};
    }
    m_onDisk = true;
    if (!file.open(QIODevice::ReadOnly))
        return Failure{AccountStoreError{Kind::CannotRead, file.errorString()}};
    if (file.size() > LargestFile) {
        file.close(); // Windows renames nothing that is open
        return damaged(QStringLiteral("too large"));
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Failure{AccountStoreError{Kind::CannotRead, file.errorString()}};
    file.close();

    QJsonParseError parseError{};
    const QJsonObject root = QJsonDocument::fromJson(bytes, &parseError).object();
    if (parseError.error != QJsonParseError::NoError)
        return damaged(
            QStringLiteral("%1, at octet %2").arg(parseError.errorString()).arg(parseError.offset));
    const int version = root.value(u"version").toInt(0);
    if (version > Version)
        return Failure{AccountStoreError{Kind::TooNew, QString::number(version)}};
    if (version < 1 || !root.value(u"accounts").isArray())
        return damaged(QStringLiteral("not an accounts file"));

    Contents contents;
    QString broken;
    const QJsonArray rows = root.value(u"accounts").toArray();
    for (const auto &row : rows) {
        auto account = accountFromJson(row.toObject());
        if (!account)
            broken = account.error();
        else if (findId(contents.accounts, account->id) != contents.accounts.end())
            broken = QStringLiteral("id twice: ") + account->id;
        else
            contents.accounts.append(*account);
    }
    contents.defaultId = root.value(u"default").toString();
    if (broken.isEmpty() || m_onDamage == OnDamage::SetAside)
        take(contents.accounts, contents.defaultId);
    return broken.isEmpty() ? Result<void, AccountStoreError>() : damaged(broken);
}

Result<void, AccountStoreError> AccountStore::damaged(const QString &reason)
{
    if (m_onDamage == OnDamage::LeaveAlone)
        return Failure{AccountStoreError{Kind::Damaged, reason}};
    QString aside;
    int number = 1;
    do {
        aside = m_file + QStringLiteral(".damaged-") + QString::number(number++);
    } while (QFileInfo::exists(aside));
    QFile file(m_file);
    if (!file.rename(aside))
        return Failure{AccountStoreError{Kind::CannotWrite, file.errorString()}};
    const QString asideName = QFileInfo(aside).fileName();
    // What is known still belongs on disk: else the next start would find nothing at all.
    if (!m_accounts.isEmpty()) {
        m_onDisk = false;
        if (auto written = write(m_accounts, m_defaultId); !written)
            return Failure{AccountStoreError{Kind::CannotWrite, written.error().detail, asideName}};
    }
    return Failure{AccountStoreError{Kind::Damaged, reason, asideName}};
}

Result<void, AccountStoreError> AccountStore::write(const QList<Account> &accounts, const QString &defaultId)
{
    QJsonArray rows;
    for (const Account &account : accounts)
        rows.append(accountToJson(account));
    const QJsonObject root{
        {QStringLiteral("version"), Version},
        {QStringLiteral("default"), defaultId},
        {QStringLiteral("accounts"), rows},
    };
    const QByteArray bytes = QJsonDocument(root).toJson();
    PrivateSaveFile file(m_file);
    if (!file.open() || !file.write(bytes) || !file.commit())
        return Failure{AccountStoreError{Kind::CannotWrite, file.errorString()}};
    m_onDisk = true;
    return {};
}

void AccountStore::take(const QList<Account> &accounts, const QString &defaultId)
{
    if (accounts == m_accounts && defaultId == m_defaultId)
        return;
    m_accounts = accounts;
    m_defaultId = defaultId;
    Q_EMIT changed();
}

/// What could not be read back must not be written: it would be set aside as damage at the next start.
Result<void, AccountStoreError> checkStorable(const Account &account)
{
    if (!isValidAccountId(account.id))
        return Failure{AccountStoreError{Kind::InvalidId, account.id}};
    const auto back = accountFromJson(accountToJson(account));
    if (!back || *back != account)
        return Failure{AccountStoreError{Kind::InvalidValue, back ? QStringLiteral("server") : back.error()}};
    return {};
}

bool isValidAccountId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 64 && isIdCharacter(id.front()) &&
           std::all_of(id.begin(), id.end(), [](QChar c) { return isIdCharacter(c) || c == u'-'; });
}

} // namespace pennypost
