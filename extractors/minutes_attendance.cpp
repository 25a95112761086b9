#include "extractors/minutes_attendance.h"

#include <algorithm>
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
      for (++i; i < paragraph.lines.size() && goes_on(paragraph.lines[i]); ++i) {
        line.end = paragraph.lines[i].end;
      }
      read_line(line);
    }
  }

  /// "(KD)", "§§ 65–66": the rest of a line that was too long.
  [[nodiscard]] bool goes_on(Span line) const {
    const std::string_view text = document_.text.slice(line);
    return text.starts_with('(') || text.starts_with("§");
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
    auto replacing =
        rules_.rule("minutes_attendance.replaces_plain").whole(document_.text.slice(line));
    if (!replacing) {
      replacing = rules_.rule("minutes_attendance.replaces").whole(document_.text.slice(line));
    }
    if (replacing) {
      const auto absent = names_.persons_within((*replacing)["whom"]);
      if (!absent.empty()) replaces = printed_name(absent.front());
      line.end = line.begin + replacing->span_of("who").end;
    }
    if (!read_members(line, replaces)) read_official(line);
  }

  /// Persons with a party, several on a line or one. Says whether there was any.
  bool read_members(Span line, const std::string& replaces) {
    const Rule& member = rules_.rule("minutes_attendance.member");
    const std::string_view text = document_.text.slice(line);
    bool found = false;
    for (const PersonName& person : names_.persons_within(text)) {
      if (person.party.empty()) continue;
      add({.name = person.name,
           .party = person.party,
           .role = role_of(text, person, found),
           .group = group_,
           .replaces = replaces},
          {line.begin + person.span.begin, line.begin + person.span.end}, member);
      found = true;
    }
    return found;
  }

  /// What stands behind a member, or before the first on a line.
  [[nodiscard]] std::string role_of(std::string_view text, const PersonName& person,
                                    bool later) const {
    const auto behind = rules_.rule("minutes_attendance.role").first(text.substr(person.span.end));
    if (behind && !rules_.rule("minutes_attendance.no_role").whole((*behind)["role"])) {
      return squeeze_blanks((*behind)["role"]);
    }
    const auto before = rules_.rule("minutes_attendance.role_before").first(text);
    return before && !later ? squeeze_blanks((*before)["role"]) : "";
  }

  void read_official(Span line) {
    const bool before = rules_.rule("minutes_attendance.official_before")
                            .whole(document_.text.slice(line))
                            .has_value();
    const Rule& official =
        rules_.rule(before ? "minutes_attendance.official_before" : "minutes_attendance.official");
    const auto match = official.whole(document_.text.slice(line));
    if (!match || !names_.person((*match)["name"])) return;
    add({.name = squeeze_blanks((*match)["name"]),
         .party = {},
         .role = squeeze_blanks((*match)["role"]),
         .group = group_},
        line, official);
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

}  // namespace

std::vector<Finding> MinutesAttendance::extract(const Document& document) const {
  if (!is_minutes(document)) return {};
  return AttendanceReader(document, rules_).read();
}

}  // namespace diarium
