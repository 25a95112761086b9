#include "extractors/footnotes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extractors/footnote_markers.h"
#include "extractors/sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// A note at the foot of a page, with the paragraphs that go on it.
struct Note {
  std::string marker;
  std::string text;
  Span span;
  int page = 0;
  std::optional<FootnoteMarker> anchor;
};

std::vector<Note> notes_of(const Document& document, const RuleBook& rules) {
  const Rule& numbered = rules.rule("footnotes.note");
  std::vector<Note> notes;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != ParagraphKind::footnote || paragraph.span.empty()) continue;
    std::string_view text = text_of(document, paragraph);
    std::string marker = plain_marker(paragraph.marker);
    if (const auto match = marker.empty() ? numbered.whole(text) : std::nullopt) {
      marker = plain_marker((*match)["mark"]);
      text = (*match)["text"];
    }
    if (marker.empty() && !notes.empty()) {
      Note& last = notes.back();
      last.text.append(" ").append(squeeze_blanks(text));
      last.span.end = paragraph.span.end;
      continue;
    }
    notes.push_back({.marker = marker,
                     .text = squeeze_blanks(text),
                     .span = paragraph.span,
                     .page = document.text.place_of(paragraph.span).page,
                     .anchor = {}});
  }
  return notes;
}

/// Joins notes and markers by number; of several with that number the one on the note's page.
/// Says of each marker whether a note was found.
std::vector<bool> join_by_number(std::vector<Note>& notes,
                                 const std::vector<FootnoteMarker>& markers,
                                 const Document& document) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_number;
  for (std::size_t i = 0; i < markers.size(); ++i) by_number[markers[i].number].push_back(i);
  std::vector<bool> used(markers.size(), false);
  for (Note& note : notes) {
    std::vector<std::size_t>& candidates = by_number[note.marker];
    if (candidates.empty()) continue;
    auto best = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t i) {
      return document.text.place_of(markers[i].span).page == note.page;
    });
    if (best == candidates.end()) best = candidates.begin();
    used[*best] = true;
    note.anchor = markers[*best];
    candidates.erase(best);
  }
  return used;
}

/// Notes stand in the order of their markers: what a missing one may lie between.
Span room_for(const std::vector<Note>& notes, std::size_t index, std::size_t text_size) {
  Span room{0, text_size};
  for (std::size_t i = 0; i < index; ++i) {
    if (notes[i].anchor) room.begin = std::max(room.begin, notes[i].anchor->span.end);
  }
  for (std::size_t i = notes.size(); i > index + 1; --i) {
    if (notes[i - 1].anchor) room.end = notes[i - 1].anchor->span.begin;
  }
  return room;
}

/// The first suspect that fits a note: a figure of its number, else a mark on its page.
const FootnoteMarker* suspect_for(const Note& note, Span room,
                                  const std::vector<FootnoteMarker>& suspects,
                                  const Document& document) {
  const FootnoteMarker* mark = nullptr;
  for (const FootnoteMarker& suspect : suspects) {
    if (!room.contains(suspect.span)) continue;
    if (suspect.number == note.marker) return &suspect;
    const bool same_page = document.text.place_of(suspect.span).page == note.page;
    if (mark == nullptr && suspect.number.empty() && same_page) mark = &suspect;
  }
  return mark;
}

void join_suspects(std::vector<Note>& notes, const Document& document, const RuleBook& rules) {
  const bool complete =
      std::all_of(notes.begin(), notes.end(), [](const Note& note) { return note.anchor; });
  if (complete) return;
  const std::vector<FootnoteMarker> suspects = suspected_markers(document, rules);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].anchor || notes[i].marker.empty()) continue;
    const Span room = room_for(notes, i, document.text.size());
    const FootnoteMarker* suspect = suspect_for(notes[i], room, suspects, document);
    if (suspect != nullptr) notes[i].anchor = *suspect;
  }
}

/// The last word before the end of `text`, marks at its end taken off.
std::string last_word(std::string_view text) {
  std::u32string points = code_points(text);
  while (!points.empty() && !is_letter(points.back()) && !is_digit(points.back()))
    points.pop_back();
  std::size_t begin = points.size();
  while (begin > 0 && !is_blank(points[begin - 1]) && points[begin - 1] != U'(' &&
         points[begin - 1] != U'”' && points[begin - 1] != U'"') {
    --begin;
  }
  return to_utf8(std::u32string_view(points).substr(begin));
}

/// A paragraph without the markers in it; `at` is where `marker` stood.
struct Unmarked {
  std::string text;
  std::size_t at = 0;
};

Unmarked unmarked(const Document& document, const FootnoteMarker& marker,
                  const std::vector<Span>& markers) {
  const Span whole = document.paragraphs[marker.paragraph].span;
  Unmarked result;
  std::size_t from = whole.begin;
  const auto first = std::partition_point(
      markers.begin(), markers.end(), [&](const Span& span) { return span.end <= whole.begin; });
  for (auto it = first; it != markers.end() && it->begin < whole.end; ++it) {
    const Span span = *it;
    if (span.begin < from) continue;
    result.text += document.text.slice({from, span.begin});
    if (span == marker.span) result.at = result.text.size();
    from = span.end;
  }
  result.text += document.text.slice({from, whole.end});
  return result;
}

Footnote record_of(const Note& note, const Document& document, const std::vector<Span>& markers,
                   const RuleBook& rules) {
  Footnote record{.marker = note.marker, .text = note.text};
  if (!note.anchor) return record;
  const Unmarked paragraph = unmarked(document, *note.anchor, markers);
  const std::size_t within = paragraph.at > 0 ? paragraph.at - 1 : 0;
  // A marker behind the full stop hangs on the sentence before it.
  const Span sentence = sentence_around(paragraph.text, within, rules);
  record.anchor = last_word(std::string_view(paragraph.text).substr(0, paragraph.at));
  record.anchor_sentence =
      squeeze_blanks(std::string_view(paragraph.text).substr(sentence.begin, sentence.size()));
  record.anchor_page = document.text.place_of(note.anchor->span).page;
  return record;
}

Finding unmatched(const FootnoteMarker& marker) {
  return {.record = Footnote{.marker = marker.number},
          .span = marker.span,
          .rule = marker.rule,
          .confidence = 0.3,
          .issues = {"unmatched_marker"}};
}

}  // namespace

std::vector<Finding> Footnotes::extract(const Document& document) const {
  std::vector<Note> notes = notes_of(document, rules_);
  if (notes.empty()) return {};
  const std::vector<FootnoteMarker> markers = raised_markers(document, rules_);
  const std::vector<bool> used = join_by_number(notes, markers, document);
  join_suspects(notes, document, rules_);

  std::vector<Span> spans;
  for (const FootnoteMarker& marker : markers) spans.push_back(marker.span);
  for (const Note& note : notes) {
    if (note.anchor) spans.push_back(note.anchor->span);
  }
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });

  std::vector<Finding> findings;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    if (!used[i]) findings.push_back(unmatched(markers[i]));
  }
  const Rule& bare = rules_.rule("footnotes.note");
  for (const Note& note : notes) {
    Finding finding{.record = record_of(note, document, spans, rules_),
                    .span = note.span,
                    .rule = note.anchor ? note.anchor->rule : bare.name(),
                    .confidence = note.anchor ? note.anchor->confidence : bare.confidence()};
    if (!note.anchor) finding.issues.emplace_back("unmatched_note");
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace diarium
