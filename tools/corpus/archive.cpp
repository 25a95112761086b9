#include "tools/corpus/archive.h"

#include <algorithm>
#include <stdexcept>

#include "tools/corpus/pdf_file.h"
#include "tools/corpus/source_text.h"
#include "tools/corpus/truth.h"
#include "tools/corpus/typeset.h"

namespace diarium::corpus {

std::vector<ArchiveEntry> archive_entries(std::string_view source) {
  std::vector<ArchiveEntry> entries;
  for (const Block& block : parse_blocks(source)) {
    for (const Directive& file : block.directives) {
      if (file.name != "file") throw SourceError(block.line_number, "not a .file");
      entries.push_back({.source = file.value("source"),
                         .form = file.value("form", "born"),
                         .path = file.value("path"),
                         .first_page = static_cast<int>(file.number("first", 1)),
                         .last_page = static_cast<int>(file.number("last", 0))});
    }
  }
  return entries;
}

MadeFile make_file(const ArchiveEntry& entry, const SourceLookup& sources, std::uint32_t) {
  const StyleBook book = style_book_of(sources("styles.txt"));
  TypesetFile file = typeset(sources(entry.source), book);
  if (entry.form != "born") throw std::invalid_argument("not a form: " + entry.form);
  MadeFile made;
  made.bytes =
      pdf_of(file.paper, file.truth.documents.empty() ? "" : file.truth.documents[0].title);
  made.truth = jsonl_of(file.truth, entry.path, "application/pdf", made.bytes);
  return made;
}

}  // namespace diarium::corpus
