#include "extractors/footnote_markers.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

/// 0..9 of a raised figure, -1 for any other letter.
int raised_digit(char32_t point) {
  switch (point) {
    case U'¹':
      return 1;
    case U'²':
      return 2;
    case U'³':
      return 3;
    case U'⁰':
      return 0;
    default:
      break;
  }
  return point >= U'⁴' && point <= U'⁹' ? static_cast<int>(point - U'⁴') + 4 : -1;
}

bool is_running_text(const Paragraph& paragraph) {
  switch (paragraph.kind) {
    case ParagraphKind::footnote:
    case ParagraphKind::instruction:
    case ParagraphKind::contents:
    case ParagraphKind::stamp:
    case ParagraphKind::figure:
    case ParagraphKind::e_mail_header:
      return false;
    default:
      return true;
  }
}

/// Whether a raised figure at `at` is a marker: a word or a mark stands before it, no number, no
/// unit.
bool hangs_on_word(std::string_view before, const Rule& unit) {
  constexpr std::size_t kWordBytes = 24;
  const std::string_view word =
      trim(before.substr(before.size() - std::min(before.size(), kWordBytes)));
  const char32_t last = last_point(word);
  if (last == 0 || is_digit(last) || raised_digit(last) >= 0) return false;
  return !unit.first(word);
}

void sort_markers(std::vector<FootnoteMarker>& markers) {
  std::stable_sort(markers.begin(), markers.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  const auto same = [](const auto& a, const auto& b) { return a.span.overlaps(b.span); };
  markers.erase(std::unique(markers.begin(), markers.end(), same), markers.end());
}

/// The marker that a raised word is, if it is one.
std::optional<FootnoteMarker> marker_of(const Document& document, const Paragraph& paragraph,
                                        const Piece& piece, const RuleBook& rules) {
  const Rule& raised = rules.rule("footnotes.raised");
  const auto match = raised.whole(document.text.slice(piece.span));
  const std::string_view before = document.text.slice({paragraph.span.begin, piece.span.begin});
  if (!match || !hangs_on_word(before, rules.rule("footnotes.unit"))) return std::nullopt;
  const Span mark = match->span_of("mark");
  return FootnoteMarker{.number = plain_marker((*match)["mark"]),
                        .span = {piece.span.begin + mark.begin, piece.span.begin + mark.end},
                        .rule = raised.name(),
                        .confidence = raised.confidence()};
}

/// The matches of `rule` in a paragraph as markers.
std::vector<FootnoteMarker> markers_by(const Rule& rule, const Document& document,
                                       const Paragraph& paragraph) {
  std::vector<FootnoteMarker> markers;
  for (const Match& match : rule.matches(text_of(document, paragraph))) {
    const Span mark = match.span_of("mark");
    markers.push_back({.number = plain_marker(match["mark"]),
                       .span = {paragraph.span.begin + mark.begin, paragraph.span.begin + mark.end},
                       .rule = rule.name(),
                       .confidence = rule.confidence()});
  }
  return markers;
}

bool is_quote(char32_t point) {
  return point == U'"' || point == U'”';
}

/// Whether the mark at `at` closes a quotation that was opened before it.
bool closes_quotation(std::string_view before, std::string_view mark) {
  if (!is_quote(first_point(mark))) return false;
  const std::u32string points = code_points(before);
  return std::count_if(points.begin(), points.end(), is_quote) % 2 == 1;
}

}  // namespace

std::string plain_marker(std::string_view printed) {
  std::string plain;
  for (const char32_t point : code_points(printed)) {
    if (const int digit = raised_digit(point); digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (is_digit(point) || point == U'*') {
      plain += static_cast<char>(point);
    }
  }
  return plain;
}

std::vector<FootnoteMarker> raised_markers(const Document& document, const RuleBook& rules) {
  const Rule& unit = rules.rule("footnotes.unit");
  std::vector<FootnoteMarker> markers;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (!is_running_text(paragraph)) continue;
    for (const Piece& piece : document.text.pieces_in(paragraph.span)) {
      if (!piece.style.superscript) continue;
      if (auto marker = marker_of(document, paragraph, piece, rules)) {
        marker->paragraph = i;
        markers.push_back(*std::move(marker));
      }
    }
    for (FootnoteMarker& marker : markers_by(rules.rule("footnotes.glyph"), document, paragraph)) {
      if (!hangs_on_word(document.text.slice({paragraph.span.begin, marker.span.begin}), unit))
        continue;
      marker.paragraph = i;
      markers.push_back(std::move(marker));
    }
  }
  sort_markers(markers);
  return markers;
}

std::vector<FootnoteMarker> suspected_markers(const Document& document, const RuleBook& rules) {
  std::vector<FootnoteMarker> markers;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const Paragraph& paragraph = document.paragraphs[i];
    if (!is_running_text(paragraph)) continue;
    for (FootnoteMarker& marker : markers_by(rules.rule("footnotes.joined"), document, paragraph)) {
      marker.paragraph = i;
      markers.push_back(std::move(marker));
    }
    for (FootnoteMarker& marker :
         markers_by(rules.rule("footnotes.misread"), document, paragraph)) {
      const std::string_view before =
          document.text.slice({paragraph.span.begin, marker.span.begin});
      // Printed text that is no scan says what it says.
      const bool scanned = document.text.confidence_of(marker.span) < 1.0;
      if (!scanned || closes_quotation(before, document.text.slice(marker.span))) continue;
      marker.number.clear();
      marker.paragraph = i;
      markers.push_back(std::move(marker));
    }
  }
  sort_markers(markers);
  return markers;
}

}  // namespace diarium
