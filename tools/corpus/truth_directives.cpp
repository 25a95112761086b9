// What the directives of a source make of the text that follows them.
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "models/unicode.h"
#include "tools/corpus/truth_keeper.h"

namespace diarium::corpus {
namespace {

/// What binds a clause to the next one and isn't its own: ", samt", ", och", ";".
std::string without_joiner(std::string text) {
  for (std::string_view joiner : {" samt", " och", ";", ","}) {
    if (text.ends_with(joiner)) text.erase(text.size() - joiner.size());
  }
  return text;
}

DecisionStatus default_status(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::tjansteskrivelse:
    case DocumentKind::motionssvar:
    case DocumentKind::yttrande:
      return DecisionStatus::proposed_official;
    case DocumentKind::protokoll:
    case DocumentKind::protokollsutdrag:
      return DecisionStatus::decided;
    default:
      return DecisionStatus::proposed_member;
  }
}

DecisionStatus status_of(const std::string& name, DocumentKind kind) {
  for (const DecisionStatus status :
       {DecisionStatus::proposed_official, DecisionStatus::proposed_member,
        DecisionStatus::recommended, DecisionStatus::decided, DecisionStatus::referenced}) {
    if (name_of(status) == name) return status;
  }
  return default_status(kind);
}

/// "Eva Ek (S)": name and party.
std::pair<std::string, std::string> name_and_party(const std::string& printed) {
  const std::size_t open = printed.rfind(" (");
  if (open == std::string::npos || !printed.ends_with(')')) return {printed, ""};
  return {printed.substr(0, open), printed.substr(open + 2, printed.size() - open - 3)};
}

std::vector<std::string> marked(const SetText& set, std::string_view kind) {
  std::vector<std::string> found;
  for (const Mark& mark : set.text.marks_of(kind))
    found.push_back(printed_text(set.text, mark.span));
  return found;
}

/// The value of each mark, where the party stands in a cell of its own; else what is printed.
std::vector<std::string> voters(const SetText& set, std::string_view kind) {
  std::vector<std::string> found;
  for (const Mark& mark : set.text.marks_of(kind)) {
    found.push_back(mark.value.empty() ? printed_text(set.text, mark.span) : mark.value);
  }
  return found;
}

std::optional<int> count_of(const SetText& set, const Directive& directive, std::string_view kind) {
  if (directive.has(kind)) return static_cast<int>(directive.number(kind, 0));
  const std::vector<std::string> found = marked(set, kind);
  if (found.empty()) return std::nullopt;
  return std::atoi(found[0].c_str());
}

void append(std::vector<std::string>& names, const std::vector<std::string>& more) {
  names.insert(names.end(), more.begin(), more.end());
}

bool agrees(const std::vector<std::string>& names, std::optional<int> count) {
  return count.has_value() && static_cast<int>(names.size()) == *count;
}

/// The part of a clause before its quoted addition, which is a field of its own.
Span without_quote(const SetText& set, Span clause) {
  const std::vector<Mark> quotes = set.text.marks_of("quote");
  if (quotes.empty()) return clause;
  const std::string_view before = set.text.slice({clause.begin, quotes[0].span.begin});
  const std::size_t end = before.find_last_not_of(" \n\"”“");
  return {clause.begin, clause.begin + (end == std::string_view::npos ? 0 : end + 1)};
}

}  // namespace

void TruthKeeper::keep_clause(const Directive& directive, const SetText& set) {
  const std::vector<Mark> bounds = set.text.marks_of("sats");
  const Span span = bounds.empty() ? set.whole() : bounds[0].span;
  const auto value = [&](std::string_view key) { return directive.value(key, region_.value(key)); };
  Beslutssats clause{.n = ++clauses_,
                     .text = without_joiner(clean_text(set.text, without_quote(set, span))),
                     .verbatim = printed_text(set.text, span),
                     .status = status_of(value("status"), document().kind),
                     .decider = value("decider"),
                     .actions = actions_of(directive.value("actions")),
                     .scope = directive.value("scope")};
  if (clause.decider.empty())
    throw std::invalid_argument("a clause without decider: " + clause.text);
  clause.clause_class = directive.value("class", clause_class_of(clause.actions));
  for (const std::string& body : split_outside_braces(value("via"), ";")) {
    if (!body.empty()) clause.via.push_back(body);
  }
  for (const Mark& mark : set.text.marks_of("a")) {
    if (span.contains(mark.span)) clause.amounts.push_back(printed_text(set.text, mark.span));
  }
  if (const auto quotes = marked(set, "quote"); !quotes.empty()) clause.quoted_addition = quotes[0];
  keep_record(clause, place_of(set.setting, span));
}

void TruthKeeper::keep_agenda_item(const SetText& set) {
  AgendaItem item;
  item.number = set.marker;
  while (!item.number.empty() && (item.number.back() == '.' || item.number.back() == ')')) {
    item.number.pop_back();
  }
  if (const auto numbers = marked(set, "n"); !numbers.empty()) {
    item.case_number = case_number_of(numbers[0]);
  }
  const std::size_t first_break = std::min(set.text.text.find('\n'), set.text.text.size());
  item.title = printed_text(set.text, {0, first_break});
  if (const auto notes = marked(set, "note"); !notes.empty()) item.note = notes[0];
  keep_record(item, place_of(set.setting, set.whole()));
}

void TruthKeeper::keep_listed(const SetText& set) {
  const Place place = place_of(set.setting, set.whole());
  std::string name = printed_text(set.text, set.whole());
  std::string number = set.marker;
  // "- 1. Boendeprogram": a number of its own behind the bullet.
  if (const std::size_t inner = list_marker_length(name);
      inner > 0 && !is_digit(first_point(number))) {
    number = name.substr(0, inner);
    name.erase(0, inner);
  }
  while (!number.empty() && !is_digit(last_point(number))) number.pop_back();
  if (in_region("attachments")) {
    Attachment attachment{.number = number, .title = name, .present = std::nullopt};
    if (region_.has("present")) attachment.present = region_.value("present") == "yes";
    for (const Mark& mark : set.text.marks_of("present")) attachment.present = mark.value == "yes";
    keep_record(attachment, place);
  } else if (name == "Ingen" || name == "Ingen expediering") {
    keep_record(Recipient{.name = "", .explicit_none = true}, place);
  } else {
    keep_record(Recipient{.name = name, .explicit_none = false}, place);
  }
}

void TruthKeeper::keep_signature(const Directive& directive, const SetText& set) {
  const std::vector<Mark> names = set.text.marks_of("name");
  const std::vector<std::string> roles = marked(set, "role");
  if (names.empty()) return;
  const auto [name, party] = name_and_party(printed_text(set.text, names[0].span));
  Signature signature{.name = name,
                      .party = party.empty() ? directive.value("party") : party,
                      .party_provenance = !party.empty()           ? "stated"
                                          : directive.has("party") ? "heading"
                                                                   : "",
                      .role = roles.empty() ? "" : roles[0],
                      .body = names[0].value.empty() ? directive.value("body") : names[0].value,
                      .group = directive.value("group"),
                      .role_kind = directive.value("kind", "signer")};
  if (!signature.party.empty()) {
    std::vector<std::string>& parties = document().parties;
    if (std::ranges::find(parties, signature.party) == parties.end()) {
      parties.push_back(signature.party);
    }
  }
  keep_record(signature, place_of(set.setting, set.whole()));
}

void TruthKeeper::keep_vote(const Directive& directive, const SetText& set) {
  if (!directive.has("more")) {
    keep_record(Vote{.item = item_,
                     .method = directive.value("method", "roll_call"),
                     .yes_means = directive.value("yes_means"),
                     .no_means = directive.value("no_means")},
                place_of(set.setting, set.whole()));
  }
  for (auto record = truth_.records.rbegin(); record != truth_.records.rend(); ++record) {
    auto* vote = std::get_if<Vote>(&record->record);
    if (vote == nullptr) continue;
    append(vote->yes_names, voters(set, "ja"));
    append(vote->no_names, voters(set, "nej"));
    append(vote->abstained_names, voters(set, "avst"));
    if (const auto count = count_of(set, directive, "yes")) vote->yes = count;
    if (const auto count = count_of(set, directive, "no")) vote->no = count;
    if (const auto count = count_of(set, directive, "abstained")) vote->abstained = count;
    vote->verified = agrees(vote->yes_names, vote->yes) && agrees(vote->no_names, vote->no);
    return;
  }
}

void TruthKeeper::keep_attendance(const Directive& directive, const SetText& set) {
  for (const Mark& mark : set.text.marks_of("who")) {
    const auto [name, party] = name_and_party(printed_text(set.text, mark.span));
    const std::size_t arrow = std::min(mark.value.find('>'), mark.value.size());
    keep_record(Attendance{.name = name,
                           .party = party,
                           .role = mark.value.substr(0, arrow),
                           .group = directive.value("group"),
                           .replaces = mark.value.substr(std::min(arrow + 1, mark.value.size())),
                           .presence = directive.value("presence"),
                           .item = directive.has("item") ? item_ : std::string()},
                place_of(set.setting, mark.span));
  }
}

void TruthKeeper::keep_paragraph(const Directive& directive, const SetText& set) {
  const std::vector<std::string> numbers = marked(set, "num");
  const std::vector<std::string> titles = marked(set, "title");
  const std::vector<Mark> marks = set.text.marks_of("num");
  // "{num=63|63/24}": the number without its year.
  const std::string number = numbers.empty()          ? directive.value("number")
                             : marks[0].value.empty() ? numbers[0]
                                                      : marks[0].value;
  item_ = "§ " + number;
  clauses_ = 0;
  MinutesParagraph paragraph{.number = number,
                             .title = titles.empty() ? directive.value("title") : titles[0]};
  const Place place = place_of(set.setting, set.whole());
  keep_record(paragraph, place);
  // What a meeting treated stands beside what others are summoned for.
  keep_record(AgendaItem{.number = paragraph.number, .title = paragraph.title}, place);
}

/// What a member moved, or has reservations against.
void TruthKeeper::keep_said(const Directive& directive, const SetText& set) {
  const std::vector<std::string> what = marked(set, "what");
  const std::string text = what.empty() ? directive.value("text") : what[0];
  const Place place = place_of(set.setting, set.whole());
  if (directive.name == "yrkande") {
    keep_record(Yrkande{.item = item_, .by = marked(set, "by"), .text = text}, place);
  } else {
    keep_record(Reservation{.item = item_, .by = marked(set, "by"), .text = text}, place);
  }
}

void TruthKeeper::keep_textual_amendment(const Directive& directive, const SetText& set) {
  const auto part = [&](std::string_view kind) {
    const std::vector<std::string> found = marked(set, kind);
    return found.empty() ? directive.value(kind) : found[0];
  };
  Amendment amendment{.operation = directive.value("operation", "replace"),
                      .old_text = part("old"),
                      .new_text = part("new"),
                      .context = part("context"),
                      .locator = part("locator"),
                      .hypothesis = directive.value("hypothesis")};
  keep_record(amendment, place_of(set.setting, set.whole()));
}

}  // namespace diarium::corpus
