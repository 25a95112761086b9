#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace diarium {

/// What a worker may still do once it is shut in.
struct Sandbox {
  std::size_t memory_bytes = std::size_t{2} << 30U;  ///< of address space
  int cpu_seconds = 3'600;                           ///< then the kernel ends it
  std::vector<std::filesystem::path> readable;       ///< folders whose files it may open
  int output = -1;                                   ///< where it answers, and tells of escapes
};

/// Fonts, font settings, character maps, OCR models and the Swedish dictionary, where Debian keeps
/// them.
std::vector<std::filesystem::path> folders_of_readers(const std::filesystem::path& ocr_models);

/// Shuts this process in before it looks at foreign bytes: limits of memory, CPU time, files and
/// processes; no new privileges, and none that root had; Landlock where the kernel has it; only the
/// system calls that reading takes. There is no way back. Throws std::runtime_error when a part
/// that must hold is refused (all but Landlock). Builds with address sanitizer, which needs more of
/// the system, only set the limits that it can live with.
void lock_down(const Sandbox& sandbox);

/// The limits alone, for `sandbox = "off"`.
void limit_resources(const Sandbox& sandbox);

/// Whether this build locks down at all.
bool build_can_lock_down();

}  // namespace diarium
