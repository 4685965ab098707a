// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message/Message.h"

namespace pennypost {

MailboxList Message::recipients() const
{
    return to + cc + bcc;
}

} // namespace pennypost
