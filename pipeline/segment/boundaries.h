#pragma once

#include <cstddef>
#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/outline.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Where documents begin among the passages of a file: indices in rising order, the first is 0;
/// empty for no passages. Weighs page labels, header cards, label lines, e-mail heads, letterheads,
/// titles after a signature block and the file's outline against what shows that the text goes on.
std::vector<std::size_t> find_starts(const std::vector<Passage>& passages,
                                     const std::vector<Page>& pages,
                                     const std::vector<Furniture>& furniture,
                                     const Outline& outline, const RuleBook& rules);

}  // namespace diarium
