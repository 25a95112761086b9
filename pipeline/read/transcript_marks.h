#pragma once

#include <string_view>
#include <vector>

#include "pipeline/read/docx_content.h"

namespace diarium {

/// The text of a paragraph of a transcript in runs of one style each. Knows "**bold**", "*italic*",
/// "~~struck~~", "<sup>1</sup>" and its like, "[text](address)", "\_"; a mark that isn't closed
/// within the paragraph stays text. The markers of notes ("<sup>1</sup>", "¹", "[footnoteRef:1]",
/// "[^1]") become raised numbers, `note` being the number printed. `basis` is the setting around.
std::vector<DocxRun> marked_runs(std::string_view paragraph, const DocxRun& basis);

}  // namespace diarium
