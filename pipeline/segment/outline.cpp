#include "pipeline/segment/outline.h"

#include <algorithm>
#include <utility>

#include "models/unicode.h"
#include "pipeline/segment/kind_label.h"
#include "pipeline/segment/title_match.h"

namespace diarium {
namespace {

// An entry leads to a line within so many points: programs leave room above.
constexpr double kNear = 45;
// The head of a paper stands in this part of its page.
constexpr double kHead = 0.45;
// Of the letters of an entry so many stand in the head that it names.
constexpr double kBorneOut = 0.8;
// From this number on entries on all pages are those of slides.
constexpr std::size_t kSlides = 3;
// So many entries of a level must lead to papers that show it themselves.
constexpr std::size_t kFewestPapers = 2;

/// "02_Motion om träd.pdf" -> "Motion om träd": archives name entries by files.
std::string plain_name(const Bookmark& bookmark, const RuleBook& rules) {
  std::string name = bookmark.title;
  std::replace(name.begin(), name.end(), '_', ' ');
  for (const char* const part : {"outline.file_name", "outline.numbered"}) {
    if (const auto match = rules.rule(part).whole(name)) name = std::string((*match)["name"]);
  }
  return squeeze_blanks(name);
}

/// Words of letters, lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char32_t point : code_points(to_lower(text))) {
    if (is_letter(point)) {
      words.back() += to_utf8(std::u32string(1, point));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Recognition takes a letter for another.
bool is_same_word(const std::string& a, const std::string& b) {
  constexpr std::size_t kLongWord = 6;  // bytes
  if (a == b) return true;
  if (a.size() < kLongWord || b.size() < kLongWord) return false;
  return edit_distance(code_points(a), code_points(b)) <= 1;
}

std::vector<std::string> head_words(const Page& page) {
  std::vector<std::string> words;
  for (const Line& line : page.lines) {
    if (line.box.top > kHead * page.height) continue;
    for (std::string& word : words_of(text_of(page, line))) words.push_back(std::move(word));
  }
  return words;
}

bool is_borne_out(const std::vector<std::string>& name, const std::vector<std::string>& head) {
  std::size_t all = 0;
  std::size_t found = 0;
  for (const std::string& word : name) {
    all += word.size();
    const bool stands = std::any_of(head.begin(), head.end(), [&word](const std::string& other) {
      return is_same_word(word, other);
    });
    if (stands) found += word.size();
  }
  return all > 0 && static_cast<double>(found) >= kBorneOut * static_cast<double>(all);
}

}  // namespace

Outline::Outline(const std::vector<Page>& pages, const RuleBook& rules) : pages_(pages.size()) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    if (pages[p].bookmarks.empty()) continue;
    const std::vector<std::string> head = head_words(pages[p]);
    for (const Bookmark& bookmark : pages[p].bookmarks) {
      if (rules.rule("outline.automatic").whole(bookmark.title)) continue;
      Entry entry{.page = p, .level = bookmark.level, .y = bookmark.y};
      entry.name = plain_name(bookmark, rules);
      entry.heads_page =
          bookmark.y < kHead * pages[p].height && is_borne_out(words_of(entry.name), head);
      const auto label = kind_label_of(entry.name, rules);
      entry.names_kind = label && label->opens;
      entries_.push_back(std::move(entry));
    }
  }
}

bool Outline::names(std::size_t page, double top, std::string_view text) const {
  const auto first =
      std::lower_bound(entries_.begin(), entries_.end(), page,
                       [](const Entry& entry, std::size_t wanted) { return entry.page < wanted; });
  for (auto entry = first; entry != entries_.end() && entry->page == page; ++entry) {
    if (top < entry->y - kNear || top > entry->y + kNear) continue;
    if (to_lower(entry->name) == to_lower(text)) return true;
    if (title_likeness(entry->name, text) >= kSameTitle) return true;
  }
  return false;
}

std::vector<bool> Outline::pages_at(int level) const {
  std::vector<bool> pages(pages_);
  for (const Entry& entry : entries_) {
    if (entry.level == level) pages[entry.page] = true;
  }
  return pages;
}

std::vector<OutlineHint> Outline::hints(const std::vector<bool>& starts) const {
  std::vector<OutlineHint> hints(pages_, OutlineHint::none);
  for (int level = 0; level <= kDeepestBookmark; ++level) {
    const std::vector<bool> named = pages_at(level);
    const auto count = static_cast<std::size_t>(std::count(named.begin(), named.end(), true));
    std::size_t papers = 0;
    std::size_t behind_first = 0;
    for (std::size_t p = 1; p < pages_; ++p) {
      if (named[p]) ++behind_first;
      if (named[p] && starts[p]) ++papers;
    }
    const bool names_papers = papers >= kFewestPapers && 2 * papers >= behind_first;
    if (!names_papers && count == pages_ && count >= kSlides) continue;
    for (const Entry& entry : entries_) {
      if (entry.level != level || !entry.heads_page) continue;
      if (names_papers) hints[entry.page] = OutlineHint::names_paper;
      if (!names_papers && entry.names_kind)
        hints[entry.page] = std::max(hints[entry.page], OutlineHint::names_kind);
    }
  }
  return hints;
}

}  // namespace diarium
