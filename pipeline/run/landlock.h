#pragma once

#include <filesystem>
#include <span>

namespace diarium {

/// The version of Landlock that this kernel offers; 0 = none. From 1 files outside a list can't be
/// opened, from 4 TCP is barred, from 6 signals to other processes are.
int landlock_version();

/// From now on this process can open nothing but what lies below `readable`, for reading, and on
/// newer kernels neither connects nor signals. Places that don't exist are left out. False when the
/// kernel offers no Landlock. Wants no_new_privs. Throws std::runtime_error when the kernel refuses
/// what it offers.
bool confine_to(std::span<const std::filesystem::path> readable);

}  // namespace diarium
