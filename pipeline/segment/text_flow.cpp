#include "pipeline/segment/text_flow.h"

#include <optional>
#include <utility>

#include "models/sentence_end.h"
#include "models/unicode.h"

namespace diarium {
namespace {

bool is_running(const Passage& passage) {
  return passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::list_item;
}

bool begins_with_att(std::string_view text) {
  return to_lower(text.substr(0, 4)) == "att ";
}

/// Notes, figures and stamps stand between the parts of a paragraph without ending it.
bool interrupts(const Passage& passage) {
  return passage.kind == ParagraphKind::footnote || passage.kind == ParagraphKind::figure ||
         passage.kind == ParagraphKind::stamp || passage.kind == ParagraphKind::caption;
}

/// Within a page and column layout has seen the end of the paragraph.
bool parted(const Passage& last, const Passage& next, bool interrupted) {
  return interrupted || last.last_page() != next.first_page() || last.column != next.column;
}

Passage joined(Passage first, Passage second) {
  std::vector<PassageLine> lines = std::move(first.lines);
  for (PassageLine& line : second.lines) lines.push_back(std::move(line));
  return with_lines(first, std::move(lines));
}

}  // namespace

bool goes_on(const Passage& last, const Passage& next) {
  if (!is_running(last) || !is_running(next) || !next.marker.empty()) return false;
  const char32_t first = first_point(trim(next.text));
  const bool hyphen = last.text.ends_with('-') && is_letter(first);
  if (!hyphen && (ends_sentence(last.text) || !is_lower(first))) return false;
  return !(begins_with_att(last.text) && begins_with_att(next.text));
}

std::vector<Passage> rejoined(std::vector<Passage> passages) {
  std::vector<Passage> result;
  std::optional<std::size_t> open;  // the paragraph that may go on, in `result`
  bool interrupted = false;
  for (Passage& passage : passages) {
    const bool note_goes_on = passage.kind == ParagraphKind::footnote && passage.marker.empty() &&
                              !result.empty() && result.back().kind == ParagraphKind::footnote;
    if (note_goes_on) {
      result.back() = joined(std::move(result.back()), std::move(passage));
      continue;
    }
    if (interrupts(passage)) {
      interrupted = true;
      result.push_back(std::move(passage));
      continue;
    }
    if (open && parted(result[*open], passage, interrupted) && goes_on(result[*open], passage)) {
      result[*open] = joined(std::move(result[*open]), std::move(passage));
      continue;
    }
    open = result.size();
    interrupted = false;
    result.push_back(std::move(passage));
  }
  return result;
}

}  // namespace diarium
