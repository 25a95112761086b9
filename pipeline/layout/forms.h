#pragma once

#include <vector>

#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/tables.h"

namespace diarium::layout {

/// Whether a ruled table is a form: most of its cells begin with a label in small type, above what
/// was filled in.
bool is_form(const Upright& page, const FoundTable& table);

/// The lines of a form, cell by cell: labels as headings, what was filled in as paragraphs. Bands
/// are numbered from 0. What stands in the cells below a label alone belongs to it.
std::vector<TextLine> lines_of_form(const Upright& page, const FoundTable& form);

}  // namespace diarium::layout
