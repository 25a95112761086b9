#pragma once

#include "pipeline/layout/furniture.h"

namespace diarium::layout {

/// Moves the notes at the end of `zones.body` to `zones.notes`: small rows at the foot of the text
/// that begin with a note marker, raised or under a rule.
void split_notes(const Upright& page, Zones& zones);

/// Whether a note begins with `row`: its first word marks it.
bool begins_note(const Upright& page, const Row& row);

}  // namespace diarium::layout
