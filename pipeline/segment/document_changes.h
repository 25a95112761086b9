#pragma once

#include <vector>

#include "models/document.h"
#include "models/page.h"

namespace diarium {

/// Gives a document the tracked changes whose words are in its text, each with the span of its
/// words; what goes on over several lines or pages is one. Call when the text is written.
void add_changes(const std::vector<Page>& pages, Document& document);

}  // namespace diarium
