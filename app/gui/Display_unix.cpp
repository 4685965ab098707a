// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Display.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string_view>

namespace pennypost {

bool isDisplayMissing(int argc, char *argv[])
{
    constexpr std::array named = {"DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"};
    if (std::any_of(named.begin(), named.end(),
                    [](const char *name) { return !qEnvironmentVariableIsEmpty(name); }))
        return false;
    return std::none_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "-platform" || argument == "--platform" || argument.starts_with("-platform=") ||
               argument.starts_with("--platform=") || argument == "-display" || argument == "--display";
    });
}

} // namespace pennypost
