#pragma once

#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/page.h"
#include "models/record.h"
#include "models/word_runs.h"

namespace diarium {

/// Raised when segmentation changes for the same pages; part of the key of an understanding.
inline constexpr int kSegmentVersion = 16;

/// A file as understood: its documents in order, the findings of each, and which lines of its pages
/// are furniture.
struct Understanding {
  std::vector<Document> documents;
  std::vector<std::vector<Finding>> findings;  ///< beside `documents`
  std::vector<std::vector<Span>> furniture;    ///< beside the pages: byte spans of text_of(page)
  std::vector<WordRuns> marks;  ///< beside `documents`: by what near repeats are found
};

/// Cuts the pages of one file (in order, gaps allowed where pages were lost) into logical
/// documents, each with running text, paragraphs, sections, kind, title and header fields.
/// `furniture` is filled. Total: any pages give at least one document, no pages give none.
Understanding segment(const std::vector<Page>& pages, const std::string& source,
                      const std::string& path, const RuleBook& rules);

/// After extraction: what documents of one file tell each other. Date, body and case number
/// inherited from the agenda, agenda items linked to their documents, attachments found or missing,
/// parties of the proposers, near-same documents linked. Sets provenance; never overwrites what a
/// document states.
void link(Understanding& understanding);

}  // namespace diarium
