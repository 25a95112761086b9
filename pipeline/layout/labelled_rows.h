#pragma once

#include <cstddef>
#include <vector>

#include "models/span.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// The rows from `begin` on that are read across because a narrow column of labels stands beside
/// their values, as on the first page of minutes ("Plats och tid   Kommunhuset", "Sekreterare
/// ........"), whether the labels are bold or not. Empty where row `begin` begins no such rows.
///
/// A label begins with a capital and has no other letter of that kind, no digit and no bracket; on
/// the line that it begins on stands its value, all values at one left edge. Names and addresses
/// side by side have capitals, brackets and digits on both sides, running text begins its lines
/// with small letters.
Span labelled_rows(const Upright& page, const std::vector<Row>& rows, std::size_t begin);

/// `rows` in which each label stands whole before the first line of its value, though it runs over
/// several lines ("Ej tjänstgörande / ersättare") or its value stands lower, below room for a hand
/// ("Sekreterare" and Eva Ek's name). A label beside labels of its own ("Underskrifter
/// Sekreterare ........") is a row of its own above them.
std::vector<Row> with_whole_labels(const Upright& page, const std::vector<Row>& rows);

}  // namespace diarium::layout
