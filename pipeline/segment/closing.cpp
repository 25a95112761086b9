#include "pipeline/segment/closing.h"

#include <algorithm>
#include <utility>

#include "models/unicode.h"
#include "pipeline/segment/headings.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

constexpr std::size_t kLongestLine = 110;  // bytes
constexpr std::size_t kLongestRole = 80;   // bytes

struct LinePlace {
  std::size_t passage;
  std::size_t line;
  ClosingLine kind;
};

bool may_sign(const Passage& passage) {
  return passage.kind == ParagraphKind::body || passage.kind == ParagraphKind::heading ||
         passage.kind == ParagraphKind::list_item;
}

/// The parts of a line that stand apart, as people do who sign side by side.
std::vector<std::string> cells_of(const PassageLine& line, const std::vector<Page>& pages) {
  constexpr double kGap = 1.5;  // type sizes
  const std::vector<Word>& words = pages[line.page].words;
  std::vector<std::string> cells;
  for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
    const bool apart =
        i == line.words.begin || words[i].box.left - words[i - 1].box.right > kGap * line.size;
    if (apart) {
      cells.push_back(words[i].text);
    } else {
      cells.back() += (words[i].joined ? "" : " ") + words[i].text;
    }
  }
  return cells;
}

/// What a line is, or what all parts of it are.
ClosingLine kind_of(const PassageLine& line, const std::vector<Page>& pages,
                    const ClosingLines& lines) {
  const ClosingLine whole = lines.kind_of(line.text);
  const std::vector<std::string> cells = cells_of(line, pages);
  if (cells.size() < 2 || whole == ClosingLine::name_with_party) return whole;
  const ClosingLine first = lines.kind_of(cells.front());
  const bool alike = std::all_of(cells.begin(), cells.end(), [&](const std::string& cell) {
    return lines.kind_of(cell) == first;
  });
  return alike && first != ClosingLine::none ? first : whole;
}

std::vector<LinePlace> closing_lines(const std::vector<Passage>& passages,
                                     const std::vector<Page>& pages, const RuleBook& rules) {
  const ClosingLines lines(rules);
  std::vector<LinePlace> places;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const bool may = may_sign(passages[i]) && passages[i].marker.empty();
    for (std::size_t k = 0; k < passages[i].lines.size(); ++k) {
      places.push_back(
          {i, k, may ? kind_of(passages[i].lines[k], pages, lines) : ClosingLine::none});
    }
  }
  return places;
}

/// Whether a run of closing lines is a signature block, not a mere mention of people.
bool signs(const std::vector<LinePlace>& places, std::size_t begin, std::size_t end) {
  const auto has = [&](ClosingLine kind) {
    return std::any_of(places.begin() + static_cast<std::ptrdiff_t>(begin),
                       places.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const LinePlace& place) { return place.kind == kind; });
  };
  if (has(ClosingLine::name_with_party)) return true;
  return has(ClosingLine::name) && (has(ClosingLine::role) || has(ClosingLine::group) ||
                                    has(ClosingLine::dated) || has(ClosingLine::phrase));
}

/// "Eva Ek (S)   Nils Löw (M)", each in a column of its own.
bool is_row_of_members(const std::string& line, const PersonNames& names) {
  std::size_t named = 0;
  const std::vector<PersonName> persons = names.persons_within(line);
  for (const PersonName& person : persons) {
    if (person.party.empty()) return false;
    named += person.span.size() + 1;
  }
  return persons.size() > 1 && named == line.size() + 1;
}

/// Whether a run of names is part of a sentence of minutes: "Ja röstar:", the names, or the names
/// of which the next line says what they do.
bool tells_of_names(const std::vector<Passage>& passages, const std::vector<LinePlace>& places,
                    std::size_t begin, std::size_t end, const RuleBook& rules) {
  const auto text_at = [&](std::size_t i) -> std::string_view {
    return passages[places[i].passage].lines[places[i].line].text;
  };
  for (std::size_t i = begin; i < end; ++i) {
    if (places[i].kind != ClosingLine::name_with_party) return false;
  }
  if (begin > 0 && rules.rule("minutes_votes.side_alone").whole(text_at(begin - 1))) return true;
  const bool goes_on = end < places.size() && places[end].passage == places[end - 1].passage;
  if (!goes_on) return false;
  const std::string_view next = trim(text_at(end));
  return next.starts_with('(') || (is_lower(first_point(next)) && !next.starts_with("och "));
}

/// Below "Ledamöter" or "Beslutande" stand those present or nominated.
bool is_list_of_present(const std::vector<Passage>& passages, const std::vector<LinePlace>& places,
                        std::size_t begin, std::size_t end, const RuleBook& rules) {
  const bool members = std::all_of(
      places.begin() + static_cast<std::ptrdiff_t>(begin),
      places.begin() + static_cast<std::ptrdiff_t>(end), [](const LinePlace& place) {
        return place.kind == ClosingLine::name_with_party || place.kind == ClosingLine::role;
      });
  if (!members) return false;
  const Headings headings(rules);
  for (std::size_t i = places[begin].passage + 1; i-- > 0;) {
    if (passages[i].kind != ParagraphKind::heading) continue;
    return headings.section_of(passages[i].text) == SectionKind::attendance;
  }
  return false;
}

/// The run without roles and phrases that stand before its first name or group.
std::size_t without_lead(const std::vector<LinePlace>& places, std::size_t begin, std::size_t end) {
  const auto leads = [](ClosingLine kind) { return kind == ClosingLine::role; };
  while (begin < end && leads(places[begin].kind)) ++begin;
  return begin;
}

/// One part of a passage: whether its lines sign.
struct Part {
  std::size_t end;  // line
  bool signature;
};

std::vector<Part> parts_of(const std::vector<bool>& signs_line) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < signs_line.size(); ++i) {
    if (parts.empty() || parts.back().signature != signs_line[i])
      parts.push_back({i, signs_line[i]});
    parts.back().end = i + 1;
  }
  return parts;
}

void add_parts(Passage passage, const std::vector<Page>& pages, const std::vector<Part>& parts,
               std::vector<Passage>& cut) {
  std::size_t taken = 0;
  for (const Part& part : parts) {
    Passage rest;
    const bool last = part.end - taken == passage.lines.size();
    if (!last) rest = cut_off(passage, pages, part.end - taken, 0);
    if (part.signature) passage.kind = ParagraphKind::signature;
    taken = part.end;
    cut.push_back(std::move(passage));
    passage = std::move(rest);
  }
}

}  // namespace

bool ClosingLines::is_role(std::string_view line) const {
  const std::string text = squeeze_blanks(line);
  if (text.empty() || text.size() > kLongestRole || text.ends_with('.') || text.ends_with(':')) {
    return false;
  }
  if (rules_.find("roles", text) != nullptr || rules_.rule("roles.compound").whole(text)) {
    return true;
  }
  // "Socialnämndens ordförande", "Ledamot, kommunstyrelsen", "Ordförande i Stiftelsen Norr"
  const std::size_t last_blank = text.rfind(' ');
  if (last_blank != std::string::npos && is_upper(first_point(text)) &&
      text.substr(0, last_blank).ends_with('s') &&
      rules_.find("roles", std::string_view(text).substr(last_blank + 1)) != nullptr) {
    return true;
  }
  for (const std::string_view joint : {", ", " i ", " för ", " / ", "/", " på "}) {
    const std::size_t at = text.find(joint);
    if (at != std::string::npos &&
        rules_.find("roles", std::string_view(text).substr(0, at)) != nullptr) {
      return true;
    }
  }
  return false;
}

ClosingLine ClosingLines::kind_of(std::string_view printed) const {
  const std::string line = squeeze_blanks(printed);
  if (line.empty() || line.size() > kLongestLine) return ClosingLine::none;
  if (rules_.rule("document_parts.closing_phrase").whole(line)) return ClosingLine::phrase;
  if (is_role(line) || rules_.rule("signatures.party_alone").whole(line)) return ClosingLine::role;
  // A party's letter alone is a mark in a list.
  if (line.size() > 3 && rules_.rule("document_parts.group_line").whole(line)) {
    return ClosingLine::group;
  }
  if (rules_.rule("document_parts.place_and_date").whole(line)) return ClosingLine::dated;
  const std::vector<PersonName> persons = names_.persons(line);
  if (persons.empty() && is_row_of_members(line, names_)) return ClosingLine::name_with_party;
  // "PENSIONÄRSRÅDET MINNESANTECKNINGAR" is set in capitals like a name.
  if (persons.empty() || kind_named_in(line, rules_)) return ClosingLine::none;
  return persons.front().party.empty() ? ClosingLine::name : ClosingLine::name_with_party;
}

void mark_signatures(std::vector<Passage>& passages, const std::vector<Page>& pages,
                     const RuleBook& rules) {
  const std::vector<LinePlace> places = closing_lines(passages, pages, rules);
  std::vector<std::vector<bool>> signing(passages.size());
  for (std::size_t i = 0; i < passages.size(); ++i)
    signing[i].assign(passages[i].lines.size(), false);
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i;
    while (end < places.size() && places[end].kind != ClosingLine::none) ++end;
    const std::size_t begin = without_lead(places, i, end);
    if (signs(places, begin, end) && !tells_of_names(passages, places, begin, end, rules) &&
        !is_list_of_present(passages, places, begin, end, rules)) {
      for (std::size_t k = begin; k < end; ++k) signing[places[k].passage][places[k].line] = true;
    }
    i = std::max(end, i + 1);
  }
  std::vector<Passage> cut;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    add_parts(std::move(passages[i]), pages, parts_of(signing[i]), cut);
  }
  passages = std::move(cut);
}

}  // namespace diarium
