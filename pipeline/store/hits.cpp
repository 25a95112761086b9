#include "pipeline/store/hits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <tuple>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/database.h"
#include "pipeline/store/privacy.h"
#include "pipeline/store/ranking.h"
#include "pipeline/store/snippet.h"

namespace diarium {
namespace {

/// What matched in one column of a passage.
struct ColumnMatches {
  std::vector<MatchedWords> words;
  std::vector<Tier> tiers;  ///< one for each of `words`
};

/// "1 7 1 0;" -> column 1, from word 7 on, 1 word, tier 0.
ColumnMatches matches_in(const std::string& places, int column) {
  ColumnMatches matches;
  const char* at = places.data();
  const char* const end = at + places.size();
  const auto number = [&at, end] {
    std::size_t value = 0;
    at = std::from_chars(at, end, value).ptr + 1;
    return value;
  };
  while (at < end) {
    const auto in = static_cast<int>(number());
    const std::size_t word = number();
    const std::size_t count = number();
    const auto tier = static_cast<Tier>(number());
    if (in != column) continue;
    matches.words.push_back({.word = word, .count = count});
    matches.tiers.push_back(tier);
  }
  return matches;
}

/// Each form that matched, once, by the best tier that found it.
std::vector<MatchedForm> forms_of(const std::string& text, const ColumnMatches& matches) {
  constexpr std::size_t kMostForms = 10;
  const std::vector<IndexedWord> words = indexed_words(text);
  std::vector<MatchedForm> forms;
  for (std::size_t i = 0; i < matches.words.size(); ++i) {
    const auto& [first, count] = matches.words[i];
    if (count == 0 || first + count > words.size()) continue;
    const std::size_t begin = words[first].span.begin;
    const std::string form =
        squeeze_blanks(text.substr(begin, words[first + count - 1].span.end - begin));
    const auto known = std::find_if(forms.begin(), forms.end(),
                                    [&form](const MatchedForm& one) { return one.form == form; });
    if (known != forms.end()) {
      known->tier = std::min(known->tier, matches.tiers[i]);
    } else if (forms.size() < kMostForms) {
      forms.push_back({.form = form, .tier = matches.tiers[i]});
    }
  }
  return forms;
}

/// What of a passage is shown, and why it was found.
struct Excerpt {
  std::string snippet;
  std::vector<MatchedForm> matched;
};

Excerpt excerpt_of(Database& database, const HitPlace& place) {
  SQLite::Statement& row = database.prepared("SELECT title, body FROM passage WHERE id = ?");
  Binder(row).add(place.id);
  Excerpt excerpt;
  if (row.executeStep()) {
    const std::string title = text_of(row, 0);
    const std::string body = text_of(row, 1);
    const ColumnMatches in_title = matches_in(place.places, 0);
    const ColumnMatches in_body = matches_in(place.places, 1);
    const bool from_title = in_body.words.empty() && (!in_title.words.empty() || body.empty());
    excerpt.snippet =
        from_title ? snippet_of(title, in_title.words) : snippet_of(body, in_body.words);
    excerpt.matched = from_title ? forms_of(title, in_title) : forms_of(body, in_body);
  }
  row.reset();
  return excerpt;
}

/// "Socialnämnden 2024-03-05, SN 2024-00012, s. 7, beslutssats 2"
std::string citation_of(const Hit& hit, const std::string& number) {
  std::vector<std::string> parts;
  const std::string head =
      hit.body.empty() || hit.date.empty() ? hit.body + hit.date : hit.body + " " + hit.date;
  if (!head.empty()) parts.push_back(head);
  if (!hit.case_number.empty()) parts.push_back(hit.case_number);
  if (parts.empty()) parts.push_back(hit.path);
  if (hit.page > 0) parts.push_back(fmt::format("s. {}", hit.page));
  if (hit.id != hit.document) {
    // The number that is printed, else the one among its kind.
    parts.push_back(fmt::format("{} {}", hit.kind,
                                number.empty() ? hit.id.substr(hit.id.rfind('.') + 1) : number));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

Hit passage_hit(Database& database, std::int64_t id) {
  SQLite::Statement& row = database.prepared(
      "SELECT coalesce(p.record, p.document), p.kind, p.document, d.document_kind, d.title, d.body,"
      " coalesce(d.date, d.meeting_date), (SELECT coalesce(raw, normal) FROM document_case_numbers"
      " WHERE document = d.id ORDER BY ordinal LIMIT 1), d.source,"
      " (SELECT display FROM path WHERE source = d.source ORDER BY path LIMIT 1), p.page,"
      " p.box_left, p.box_top, p.box_right, p.box_bottom, coalesce(r.confidence, d.confidence),"
      " (SELECT n FROM beslutssats b WHERE b.record = p.record)"
      " FROM passage p JOIN document d ON d.id = p.document LEFT JOIN record r ON r.id = p.record"
      " WHERE p.id = ?");
  Binder(row).add(id);
  if (!row.executeStep()) throw std::runtime_error("the index points to a passage that is gone");
  Hit hit{.id = text_of(row, 0),
          .kind = text_of(row, 1),
          .document = text_of(row, 2),
          .document_kind = text_of(row, 3),
          .title = text_for_readers(database, text_of(row, 4)),
          .body = text_of(row, 5),
          .date = text_of(row, 6),
          .case_number = text_of(row, 7),
          .source = text_of(row, 8),
          .path = text_for_readers(database, text_of(row, 9)),
          .page = row.getColumn(10).getInt(),
          .box = {row.getColumn(11).getDouble(), row.getColumn(12).getDouble(),
                  row.getColumn(13).getDouble(), row.getColumn(14).getDouble()},
          .confidence = row.getColumn(15).getDouble()};
  const std::string number = text_of(row, 16);
  row.reset();
  hit.citation = citation_of(hit, number);
  return hit;
}

}  // namespace

bool comes_before(const HitPlace& a, const HitPlace& b) {
  return std::tuple(-a.day, -a.rank, a.id) < std::tuple(-b.day, -b.rank, b.id);
}

bool BestPlaces::wants(const HitPlace& place) const {
  return heap_.size() < limit_ || (limit_ > 0 && comes_before(place, heap_.front()));
}

void BestPlaces::add(HitPlace place) {
  if (!wants(place)) return;
  if (heap_.size() == limit_) {
    std::pop_heap(heap_.begin(), heap_.end(), comes_before);
    heap_.pop_back();
  }
  heap_.push_back(std::move(place));
  std::push_heap(heap_.begin(), heap_.end(), comes_before);
}

std::vector<HitPlace> BestPlaces::sorted() const {
  std::vector<HitPlace> places = heap_;
  std::sort(places.begin(), places.end(), comes_before);
  return places;
}

std::string cursor_of(const HitPlace& place) {
  // The rank by its bits: a rounded one would stand at another place.
  return fmt::format("{}-{:x}-{}", place.day, std::bit_cast<std::uint64_t>(place.rank), place.id);
}

std::optional<HitPlace> place_of_cursor(std::string_view cursor) {
  HitPlace place;
  std::uint64_t bits = 0;
  const char* const end = cursor.data() + cursor.size();
  const auto [after_day, day_error] = std::from_chars(cursor.data(), end, place.day);
  if (day_error != std::errc() || after_day == end || *after_day != '-') return std::nullopt;
  constexpr int kHexadecimal = 16;
  const auto [after_rank, rank_error] = std::from_chars(after_day + 1, end, bits, kHexadecimal);
  if (rank_error != std::errc() || after_rank == end || *after_rank != '-') return std::nullopt;
  const auto [after_id, id_error] = std::from_chars(after_rank + 1, end, place.id);
  if (id_error != std::errc() || after_id != end) return std::nullopt;
  place.rank = std::bit_cast<double>(bits);
  if (!std::isfinite(place.rank)) return std::nullopt;
  return place;
}

Hit hit_at(Database& database, const HitPlace& place) {
  Hit hit = passage_hit(database, place.id);
  Excerpt excerpt = excerpt_of(database, place);
  hit.snippet = text_for_readers(database, std::move(excerpt.snippet));
  for (MatchedForm& one : excerpt.matched) {
    hit.matched.push_back(
        {.form = text_for_readers(database, std::move(one.form)), .tier = one.tier});
  }
  hit.tier = static_cast<Tier>(tier_of_rank(place.rank));
  hit.score = score_of_rank(place.rank);
  hit.cursor = cursor_of(place);
  return hit;
}

}  // namespace diarium
