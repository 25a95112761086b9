#include "pipeline/read/docx_bookmarks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "pipeline/read/docx_styles.h"

namespace diarium {
namespace {

void add(std::string title, int level, std::vector<Bookmark>& bookmarks) {
  const bool names = !title.empty() && title.size() <= kLongestBookmark && is_utf8(title);
  if (names && bookmarks.size() < kMostBookmarksOnPage) {
    bookmarks.push_back({.title = std::move(title), .level = level});
  }
}

std::string printed_text(const DocxParagraph& paragraph) {
  std::string text;
  for (const DocxRun& run : paragraph.runs) {
    if (run.change == DocxChange::deleted || run.note != 0) continue;
    text += run.text;
    if (text.size() > 4 * kLongestBookmark) break;
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\f'; }, ' ');
  return squeeze_blanks(to_nfc(text));
}

}  // namespace

std::vector<Bookmark> bookmarks_of(const pugi::xml_node& node, const DocxParagraph& paragraph) {
  std::vector<Bookmark> bookmarks;
  if (paragraph.outline >= 0) {
    add(printed_text(paragraph), std::min(paragraph.outline, kDeepestBookmark), bookmarks);
  }
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) != "bookmarkStart") continue;
    std::string name(attribute_of(child, "name"));
    if (name.starts_with('_')) continue;
    std::replace(name.begin(), name.end(), '_', ' ');
    add(squeeze_blanks(to_nfc(name)), -1, bookmarks);
  }
  return bookmarks;
}

}  // namespace diarium
