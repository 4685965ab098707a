// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pennypost {

/// The distances of the setup windows, in device independent pixels: a grid of 4 and 8.
struct Measures
{
    static constexpr int Tight = 4;
    static constexpr int Gap = 8;
    static constexpr int Wide = 16;
    static constexpr int Edge = 24;
};

} // namespace pennypost
