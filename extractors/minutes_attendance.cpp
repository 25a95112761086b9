#include "extractors/minutes_attendance.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "extractors/minutes_sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// Reads the lines under the headings of a list of attendance, and beside the labels of the first
/// page.
class AttendanceReader {
 public:
  AttendanceReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), names_(rules) {}

  std::vector<Finding> read() {
    bool goes_on = false;  // names that were taken for signatures part a list from its heading
    for (const Section& section : document_.sections) {
      const bool first_page = section.kind == SectionKind::preamble && section.item.empty();
      const bool list = section.kind == SectionKind::attendance;
      goes_on = list || (goes_on && section.heading.empty() && section.item.empty());
      if (!goes_on && !first_page) continue;
      if (list) group_ = without_colon(document_.text.slice(section.heading));
      if (first_page) group_.clear();
      const std::size_t end = std::min(section.paragraphs.end, document_.paragraphs.size());
      for (std::size_t i = section.paragraphs.begin; i < end; ++i) read(document_.paragraphs[i]);
    }
    return std::move(findings_);
  }

 private:
  static std::string without_colon(std::string_view heading) {
    std::string group = squeeze_blanks(heading);
    if (group.ends_with(':')) group.pop_back();
    return group;
  }

  void read(const Paragraph& paragraph) {
    if (paragraph.kind == ParagraphKind::instruction || paragraph.kind == ParagraphKind::footnote)
      return;
    for (std::size_t i = 0; i < paragraph.lines.size();) {
      Span line = paragraph.lines[i];
      for (++i; i < paragraph.lines.size() && goes_on(line, paragraph.lines[i]); ++i) {
        line.end = paragraph.lines[i].end;
      }
      read_line(line);
    }
  }

  /// "(KD)", "§§ 65–66": the rest of a line that was too long. So is what follows a comma at the
  /// end of a line with several members.
  [[nodiscard]] bool goes_on(Span before, Span line) const {
    const std::string_view text = document_.text.slice(line);
    if (text.starts_with('(') || text.starts_with("§")) return true;
    const std::string_view above = trim(document_.text.slice(before));
    const bool open = above.ends_with(',') || above.ends_with(" och") || above.ends_with(" samt");
    return open && std::count(above.begin(), above.end(), '(') > 1;
  }

  void read_line(Span line) {
    const std::string_view text = document_.text.slice(line);
    auto label = rules_.rule("minutes_attendance.group").whole(text);
    if (!label) label = rules_.rule("minutes_attendance.group_beside").whole(text);
    if (label) {
      group_ = squeeze_blanks((*label)["group"]);
      const Span rest = label->span_of("rest");
      line = {line.begin + rest.begin, line.begin + rest.end};
    } else if (rules_.rule("minutes_attendance.other_label").first(text)) {
      group_.clear();
    }
    if (group_.empty()) return;
    std::string replaces;
    std::string_view rest;
    auto replacing =
        rules_.rule("minutes_attendance.replaces_plain").whole(document_.text.slice(line));
    if (!replacing) {
      replacing = rules_.rule("minutes_attendance.replaces").whole(document_.text.slice(line));
    }
    if (replacing) {
      const auto absent = names_.persons_within((*replacing)["whom"]);
      if (!absent.empty()) replaces = printed_name(absent.front());
      rest = document_.text.slice({line.begin + replacing->span_of("whom").begin, line.end});
      line.end = line.begin + replacing->span_of("who").end;
    }
    if (!read_members(line, replaces, rest) && !read_official(line)) read_officials(line);
  }

  /// Persons with a party, several on a line or one. Says whether there was any.
  bool read_members(Span line, const std::string& replaces, std::string_view rest) {
    const Rule& member = rules_.rule("minutes_attendance.member");
    const std::string_view text = document_.text.slice(line);
    std::vector<PersonName> members = names_.persons_within(text);
    std::erase_if(members, [](const PersonName& person) { return person.party.empty(); });
    for (std::size_t i = 0; i < members.size(); ++i) {
      const PersonName& person = members[i];
      const std::size_t end = i + 1 < members.size() ? members[i + 1].span.begin : text.size();
      const std::string_view behind = text.substr(person.span.end, end - person.span.end);
      add({.name = person.name,
           .party = person.party,
           .role = role_of(text, behind, i > 0),
           .group = group_,
           .replaces = replaces,
           .presence = presence_in(behind, i + 1 < members.size() ? std::string_view() : rest)},
          {line.begin + person.span.begin, line.begin + person.span.end}, member);
    }
    return !members.empty();
  }

  /// "§§ 12–18", "kl. 13.00–15.20", "ej § 7": as printed; empty for one who was there all the time.
  /// It stands behind the member, or behind the one that is replaced.
  [[nodiscard]] std::string presence_in(std::string_view behind, std::string_view rest) const {
    const Rule& presence = rules_.rule("minutes_attendance.presence");
    auto match = presence.first(behind);
    if (!match) match = presence.first(rest);
    if (!match) match = rules_.rule("minutes_attendance.bare_presence").first(behind);
    return match ? squeeze_blanks((*match)["presence"]) : std::string();
  }

  /// What stands behind a member, or before the first on a line.
  [[nodiscard]] std::string role_of(std::string_view text, std::string_view behind,
                                    bool later) const {
    const auto role = rules_.rule("minutes_attendance.role").first(behind);
    if (role && !rules_.rule("minutes_attendance.no_role").whole((*role)["role"])) {
      return squeeze_blanks((*role)["role"]);
    }
    const auto before = rules_.rule("minutes_attendance.role_before").first(text);
    return before && !later ? squeeze_blanks((*before)["role"]) : "";
  }

  bool read_official(Span line) {
    const bool before = rules_.rule("minutes_attendance.official_before")
                            .whole(document_.text.slice(line))
                            .has_value();
    const Rule& official =
        rules_.rule(before ? "minutes_attendance.official_before" : "minutes_attendance.official");
    const auto match = official.whole(document_.text.slice(line));
    if (!match || !names_.person((*match)["name"])) return false;
    add({.name = squeeze_blanks((*match)["name"]),
         .party = {},
         .role = squeeze_blanks((*match)["role"]),
         .group = group_,
         .replaces = {},
         .presence = presence_in((*match)["rest"], {})},
        line, official);
    return true;
  }

  /// "Eva Ek, ekonomichef, Bo Al, sekreterare": several officials on a line.
  void read_officials(Span line) {
    const Rule& official = rules_.rule("minutes_attendance.official_in_list");
    for (const Match& match : official.matches(document_.text.slice(line))) {
      if (!names_.person(match["name"])) continue;
      const Span name = match.span_of("name");
      add({.name = squeeze_blanks(match["name"]),
           .party = {},
           .role = squeeze_blanks(match["role"]),
           .group = group_},
          {line.begin + name.begin, line.begin + name.end}, official);
    }
  }

  void add(Attendance attendance, Span span, const Rule& rule) {
    findings_.push_back({.record = std::move(attendance),
                         .span = span,
                         .rule = rule.name(),
                         .confidence = rule.confidence()});
  }

  const Document& document_;
  const RuleBook& rules_;
  PersonNames names_;
  std::string group_;
  std::vector<Finding> findings_;
};

/// Who takes no part in a §, by sentence or by name under a heading that says so.
std::vector<Finding> recusals_in(const Document& document, const RuleBook& rules) {
  const Rule& stays_out = rules.rule("minutes_attendance.stays_out");
  const Rule& recused = rules.rule("minutes_attendance.recused");
  const Rule& named = rules.rule("minutes_attendance.named_out");
  const PersonNames names(rules);
  std::vector<Finding> findings;
  for (const MinutesSentence& sentence : minutes_sentences(document, rules)) {
    if (sentence.item.empty()) continue;
    const auto out = stays_out.first(sentence.text);
    const bool partial = recused.first(sentence.text).has_value();
    const bool headed =
        sentence.section == SectionKind::recusal || sentence.section == SectionKind::abstention;
    std::vector<std::string> who;
    if (out || partial) {
      who = people_in(sentence.text, names, rules);
    } else if (headed) {
      for (const PersonName& person : names.persons(sentence.text))
        who.push_back(printed_name(person));
    }
    const Rule& rule = out ? stays_out : partial ? recused : named;
    const bool is_recusal = partial || sentence.section == SectionKind::recusal;
    for (const std::string& name : who) {
      const std::size_t open = std::min(name.find(" ("), name.size());
      findings.push_back(
          {.record = Attendance{.name = name.substr(0, open),
                                .party = open == name.size()
                                             ? std::string()
                                             : name.substr(open + 2, name.size() - open - 3),
                                .role = {},
                                .group = is_recusal ? "Jäv" : "Deltar ej",
                                .replaces = {},
                                .presence = out ? squeeze_blanks(std::string((*out)["stays"]) +
                                                                 std::string((*out)["in"]))
                                                : "",
                                .item = std::string(sentence.item)},
           .span = sentence.span,
           .rule = rule.name(),
           .confidence = rule.confidence()});
    }
  }
  return findings;
}

}  // namespace

std::vector<Finding> MinutesAttendance::extract(const Document& document) const {
  if (!is_minutes(document)) return {};
  std::vector<Finding> findings = AttendanceReader(document, rules_).read();
  std::vector<Finding> recusals = recusals_in(document, rules_);
  findings.insert(findings.end(), std::make_move_iterator(recusals.begin()),
                  std::make_move_iterator(recusals.end()));
  return findings;
}

}  // namespace diarium
