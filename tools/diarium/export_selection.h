#pragma once

#include <string>
#include <vector>

#include "pipeline/store/contents.h"

namespace diarium {

/// What an id on the command line names: a source, or a page, document or record of it.
struct Selection {
  std::string source;
  std::string document;  ///< id; empty where no document is named
  int page = 0;          ///< 1-based; 0 where no page is named
};

/// Throws WrongUsage for an id that is not in the archive.
Selection selection_of(const Archive& archive, const std::string& id);

/// The source that the id names, or all that were read, by id.
std::vector<Selection> selections_of(const Archive& archive, const std::string& id);

/// The contents of its source, less what the selection doesn't name: pages outside of the page or
/// the document, other documents and their records.
SourceContents selected_contents(const Archive& archive, const Selection& selection);

}  // namespace diarium
