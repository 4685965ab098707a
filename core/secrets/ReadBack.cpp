// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/ReadBack.h"

#include <utility>

namespace pennypost {

namespace {

using Kept = SecretError::Kept;

/// What a store made of a write, and what is to be told of it.
class Writing : public std::enable_shared_from_this<Writing>
{
public:
    Writing(std::shared_ptr<SecretStore> store, QString key, Secret wanted, QObject *context,
            SecretStore::Done done)
        : m_store(std::move(store)),
          m_key(std::move(key)),
          m_wanted(std::move(wanted)),
          m_context(context),
          m_done(std::move(done))
    {
    }

    void start()
    {
        m_store->write(m_key, m_wanted, m_context,
                       [self = shared_from_this()](const Result<void, SecretError> &written) {
                           written ? self->readBack() : self->m_done(written);
                       });
    }

private:
    void readBack()
    {
        m_store->read(m_key, m_context,
                      [self = shared_from_this()](const Result<Secret, SecretError> &found) {
                          if (!found)
                              self->takeBack(found.error());
                          else if ((*found).bytes() == self->m_wanted.bytes())
                              self->m_done({});
                          else
                              self->takeBack({SecretError::Kind::TooLong, {}});
                      });
    }

    void takeBack(SecretError error)
    {
        m_store->remove(m_key, m_context,
                        [self = shared_from_this(), error](const Result<void, SecretError> &gone) mutable {
                            error.kept = gone ? Kept::Nothing : Kept::Perhaps;
                            self->m_done(Failure{error});
                        });
    }

    std::shared_ptr<SecretStore> m_store;
    QString m_key;
    Secret m_wanted;
    QObject *m_context; // a call that answers finds it alive
    SecretStore::Done m_done;
};

} // namespace

void writeAndReadBack(std::shared_ptr<SecretStore> store, const QString &key, const Secret &secret,
                      QObject *context, SecretStore::Done done)
{
    std::make_shared<Writing>(std::move(store), key, secret.clone(), context, std::move(done))->start();
}

} // namespace pennypost
