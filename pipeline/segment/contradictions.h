#pragma once

#include <vector>

#include "models/document.h"
#include "models/record.h"

namespace diarium {

/// Adds issues to documents of one file that contradict each other. `date_suspect`: two meetings of
/// a body are a year apart to the day, and this one is farther from the days that the papers name.
/// `contact_conflict`: the case officer's card gives another telephone than most of his cards do.
void find_contradictions(std::vector<Document>& documents,
                         const std::vector<std::vector<Finding>>& findings);

}  // namespace diarium
