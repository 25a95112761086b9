#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "pipeline/store/archive.h"

namespace diarium {

/// Compares what an export would write now with what it would have written before, line by line,
/// and notes what came, changed or went under the next number. Returns the number of the newest
/// change; without any it stays. The first call notes everything. Needs an archive open for
/// writing, whose readers from then on see personal identity numbers: a change in one is a change.
std::int64_t note_changes(Archive& archive);

/// Hands over what changed after number `since`, one JSON object a line without line end: first the
/// ids that are gone ({"kind":"vote","id":"...","deleted":true}), then each new or changed line as
/// an export writes it, in the order of an export. Applied by id to the export of that time they
/// give the export of now; sources are told apart by id and path, since a file may lie in several
/// places.
void changed_lines(const Archive& archive, std::int64_t since,
                   const std::function<void(const std::string&)>& sink);

}  // namespace diarium
