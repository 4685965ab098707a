// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeController.h"
