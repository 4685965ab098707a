// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/PortField.h"

namespace pennypost {

PortField::PortField(QWidget *parent) : QSpinBox(parent)
{
    QLocale digits = QLocale::c();
    digits.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    setLocale(digits);
    setLayoutDirection(Qt::LeftToRight);
    setRange(1, 65535);
    setButtonSymbols(QAbstractSpinBox::NoButtons); // nobody counts up to a port
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QValidator::State PortField::validate(QString &input, int &position) const
{
    for (QChar &c : input) {
        if (c.digitValue() >= 0)
            c = QChar(u'0' + c.digitValue());
    }
    return QSpinBox::validate(input, position);
}

} // namespace pennypost
