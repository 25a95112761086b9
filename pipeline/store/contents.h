#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "models/page.h"
#include "models/record.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// A record as it is stored, and where it stands.
struct StoredRecord {
  std::string id;
  std::string document;  ///< id
  Record record;
  Span span;     ///< bytes of the text of its document
  int page = 0;  ///< 1-based in the file; 0 = not on paper
  Rect box;      ///< on that page; empty where page is 0
  double confidence = 1.0;
};

/// A document with the text that its records' spans belong to; without paragraphs and sections.
struct StoredDocument {
  Document document;
  std::string text;  ///< paragraphs end with '\n'
};

/// All that is held of one source, as it may leave the archive: personal identity numbers are masked
/// unless the reader has asked to see them.
struct SourceContents {
  Source source;
  std::vector<PathEntry> paths;           ///< by name
  std::vector<Page> pages;                ///< by number; lost pages are missing
  std::vector<StoredDocument> documents;  ///< by their order in the file
  std::vector<StoredRecord> records;      ///< by document, in reading order
};

/// Throws std::invalid_argument for a source that is not there, std::runtime_error as Archive does.
SourceContents contents_of(const Archive& archive, std::string_view source);

}  // namespace diarium
