#pragma once

#include <string_view>

#include "pipeline/store/archive.h"

namespace diarium {

/// Whether a later run may read the same bytes again.
enum class Comeback {
  barred,   ///< their sha256 is kept for that
  allowed,  ///< nothing is kept: the file is to be read anew
};

/// Takes a source out without a trace: its rows, index, paths, and what deleting leaves in the file
/// and its log. Takes as long as
/// copying the archive. The caller holds the archive's lock; readers may delay the last step, which
/// then throws std::runtime_error and is done by calling this again.
void forget(Archive& archive, std::string_view source, Comeback comeback);

/// Whether `forget` took out bytes of this sha256.
bool is_forgotten(const Archive& archive, std::string_view sha256);

/// The source that an id of a source, page, document or record belongs to; empty if nothing has it.
std::string source_of_id(const Archive& archive, std::string_view id);

}  // namespace diarium
