// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/NameLookup.h"

#include <utility>

namespace pennypost {

NameLookup::NameLookup(const QString &name, QObject *parent, Found found)
    : QObject(parent), m_found(std::move(found))
{
    QHostInfo::lookupHost(name, this, SLOT(take(QHostInfo)));
}

void NameLookup::take(const QHostInfo &info)
{
    const Found found = std::exchange(m_found, {});
    if (!found)
        return;
    deleteLater();
    found(info); // the parent may go in it
}

} // namespace pennypost
