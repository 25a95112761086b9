#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/document.h"

namespace diarium {

/// For each document the index of the first one before it that it nearly repeats; nothing where it
/// repeats none. Compares samples of their runs of four words, in time linear in the text.
std::vector<std::optional<std::size_t>> near_repeats(const std::vector<Document>& documents);

}  // namespace diarium
