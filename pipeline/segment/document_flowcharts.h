#pragma once

#include <vector>

#include "models/document.h"
#include "models/page.h"

namespace diarium {

/// Gives a document the flowcharts of its pages whose words are in its text, each with the span of
/// the paragraphs that stand in it. Call when the text is written.
void add_flowcharts(const std::vector<Page>& pages, Document& document);

}  // namespace diarium
