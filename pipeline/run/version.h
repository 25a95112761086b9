#pragma once

namespace diarium {

/// Of the program, as `diarium --version` prints it.
inline constexpr const char* kVersion = "0.1.0";

}  // namespace diarium
