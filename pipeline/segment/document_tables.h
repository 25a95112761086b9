#pragma once

#include <vector>

#include "models/document.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Collects the tables of a document while its text is written, and puts those together that a page
/// break has cut: same columns, on pages that follow each other, nothing but notes between, the same
/// headings or none. A row that the break has cut is put together as well.
class DocumentTables {
 public:
  DocumentTables(const std::vector<Page>& pages, Document& document)
      : pages_(pages), document_(document) {}

  /// Adds a table and its paragraph, or their rows and lines to those before.
  void add(const Passage& passage, Paragraph paragraph);
  /// Gives each table the caption above it or below it. Call when all is added.
  void find_captions();

 private:
  [[nodiscard]] bool goes_on(const Passage& passage, const Table& table) const;

  const std::vector<Page>& pages_;
  Document& document_;
};

}  // namespace diarium
