#include "tools/diarium/export_selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "pipeline/store/export.h"
#include "tools/diarium/arguments.h"

namespace diarium {
namespace {

/// "a.d2" of "a.d2.beslutssats.1"; the whole id where it has no third part.
std::string first_two_parts(const std::string& id) {
  const std::size_t second = id.find('.', id.find('.') + 1);
  return id.substr(0, second);
}

}  // namespace

Selection selection_of(const Archive& archive, const std::string& id) {
  const WrongUsage unknown(fmt::format("nothing in the archive has the id {}", id));
  const std::size_t dot = id.find('.');
  Selection selection{.source = id.substr(0, dot)};
  if (!archive.find_source(selection.source)) throw unknown;
  if (dot == std::string::npos) return selection;
  if (!json_of_id(archive, id)) throw unknown;
  if (id[dot + 1] == 'p') {
    std::from_chars(id.data() + dot + 2, id.data() + id.size(), selection.page);
  } else {
    selection.document = first_two_parts(id);
  }
  return selection;
}

std::vector<Selection> selections_of(const Archive& archive, const std::string& id) {
  if (!id.empty()) return {selection_of(archive, id)};
  std::vector<Selection> all;
  for (const Source& source : archive.sources()) {
    const bool read =
        source.status == SourceStatus::indexed || source.status == SourceStatus::partial;
    if (read) all.push_back({.source = source.id});
  }
  return all;
}

SourceContents selected_contents(const Archive& archive, const Selection& selection) {
  SourceContents contents = contents_of(archive, selection.source);
  int first = selection.page;
  int last = selection.page;
  if (!selection.document.empty()) {
    std::erase_if(contents.documents, [&](const StoredDocument& stored) {
      return stored.document.id != selection.document;
    });
    std::erase_if(contents.records, [&](const StoredRecord& record) {
      return record.document != selection.document;
    });
    if (!contents.documents.empty()) {
      first = contents.documents.front().document.first_page;
      last = contents.documents.front().document.last_page;
    }
  }
  if (first > 0) {
    std::erase_if(contents.pages,
                  [&](const Page& page) { return page.number < first || page.number > last; });
  }
  return contents;
}

}  // namespace diarium
