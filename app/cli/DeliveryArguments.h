// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/CliError.h"
#include "core/base/Result.h"
#include "core/smtp/DeliveryOptions.h"

namespace pennypost {

/// What --dsn, --dsn-return, --envid, --deliver-by, --hold-until, --priority and --require-tls ask of the
/// delivery. Fails (64) on what the RFCs of DeliveryOptions do not allow. Pure.
Result<DeliveryOptions, CliError> readDelivery(const Arguments &arguments);

} // namespace pennypost
