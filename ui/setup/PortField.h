// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace pennypost {

/// A port, 1 to 65535, as it is written everywhere: five digits 0 to 9 without separators, from left to
/// right, in every language. Digits of another script that a keyboard types are taken for the same numbers.
/// GUI thread.
class PortField : public QSpinBox
{
    Q_OBJECT

public:
    explicit PortField(QWidget *parent = nullptr);

    QValidator::State validate(QString &input, int &position) const override;
};

} // namespace pennypost
