// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostInfo>
#include <QObject>

#include <functional>

namespace pennypost {

/// One question to the system's resolver. Answers once, later, on the thread it was made on; dies then, or
/// in silence with its parent. Takes QHostInfo's slot and not its functor: that one, as of Qt 6.4, may come
/// a second time with nothing while the thread ends. Used by Connector.
class NameLookup final : public QObject
{
    Q_OBJECT

public:
    using Found = std::function<void(const QHostInfo &)>;
    NameLookup(const QString &name, QObject *parent, Found found);

private Q_SLOTS:
    void take(const QHostInfo &info);

private:
    Found m_found;
};

} // namespace pennypost
