#include "extractors/references.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extractors/bodies.h"
#include "extractors/case_headers.h"
#include "extractors/minutes_sentences.h"
#include "extractors/sections.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// "7 – 9" -> "7-9".
std::string without_blanks(std::string_view printed) {
  std::string result;
  for (const char32_t point : code_points(printed)) {
    if (is_blank(point)) continue;
    result += point == U'–' ? "-" : to_utf8(std::u32string_view(&point, 1));
  }
  return result;
}

/// Reads the matches of each rule into references; a reference within a longer one is not counted
/// twice.
class ReferenceReader {
 public:
  ReferenceReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), bodies_(rules) {}

  std::vector<Finding> read() {
    note_cited_acts();
    read_laws();
    read_all("references.inquiry", &ReferenceReader::inquiry);
    read_all("references.minutes", &ReferenceReader::decision);
    read_all("references.decided_when", &ReferenceReader::decision);
    read_all("references.body_decided", &ReferenceReader::decision);
    read_all("references.paragraph", &ReferenceReader::paragraph);
    read_properties("references.property");
    read_properties("references.block");
    read_classifications();
    drop_parts();
    return std::move(findings_);
  }

 private:
  using Reading = std::optional<Reference> (ReferenceReader::*)(const Match&) const;

  /// A paper that gives a law's number once means that act wherever it names the law.
  void note_cited_acts() {
    for (const Match& match :
         rules_.rule("references.law_numbered").matches(document_.text.view())) {
      const Term* term = rules_.find("laws", match["law"]);
      if (term != nullptr) cited_acts_.emplace(term->name, match["sfs"]);
    }
  }

  void read_laws() {
    for (const std::string_view name :
         {"references.law_numbered", "references.law_short", "references.law_before",
          "references.law_colon", "references.law_named"}) {
      read_all(name, &ReferenceReader::law);
    }
    read_all("references.sfs", &ReferenceReader::law);
    read_all("references.law_informal", &ReferenceReader::informal_law);
    read_all("references.regulation", &ReferenceReader::regulation);
    read_all("references.eu", &ReferenceReader::union_act);
  }

  void read_all(std::string_view name, Reading reading) {
    const Rule& rule = rules_.rule(name);
    for (const Match& match : rule.matches(document_.text.view())) {
      if (std::optional<Reference> reference = (this->*reading)(match)) {
        add(*std::move(reference), span_of(match), rule);
      }
    }
  }

  /// Without the character in front that keeps a § from matching behind a number.
  [[nodiscard]] Span span_of(const Match& match) const {
    Span span = match.span();
    const std::size_t sign = document_.text.slice(span).find("§");
    const bool guarded = sign != std::string_view::npos && match["body"].empty() &&
                         match["law"].empty() && match["section"].empty();
    if (guarded) span.begin += sign;
    return span;
  }

  /// The § that heads a paragraph of minutes refers to nothing, nor do those for which somebody was
  /// present.
  [[nodiscard]] bool is_own_paragraph(const Paragraph* paragraph) const {
    if (paragraph == nullptr) return false;
    if (paragraph->kind == ParagraphKind::heading || paragraph->kind == ParagraphKind::title) {
      return true;
    }
    if (!is_minutes(document_)) return false;
    const auto index = static_cast<std::size_t>(paragraph - document_.paragraphs.data());
    const auto behind = std::upper_bound(
        document_.sections.begin(), document_.sections.end(), index,
        [](std::size_t i, const Section& section) { return i < section.paragraphs.begin; });
    return behind != document_.sections.begin() && std::prev(behind)->item.empty();
  }

  void add(Reference reference, Span span, const Rule& rule) {
    const Paragraph* paragraph = paragraph_at(document_, span.begin);
    if (paragraph != nullptr && !is_content(*paragraph)) return;
    if (reference.reference_kind == "paragraph" && is_own_paragraph(paragraph)) return;
    reference.raw = squeeze_blanks(document_.text.slice(span));
    Finding finding{.record = std::move(reference),
                    .span = span,
                    .rule = rule.name(),
                    .confidence = rule.confidence()};
    if (is_repealed(std::get<Reference>(finding.record))) {
      finding.issues.emplace_back("repealed_at_date");
    }
    findings_.push_back(std::move(finding));
  }

  [[nodiscard]] std::optional<Reference> law(const Match& match) const {
    const Term* term = rules_.find("laws", match["law"]);
    std::string sfs(match["sfs"]);
    if (sfs.empty() && term == nullptr) return std::nullopt;
    if (sfs.empty()) sfs = act_in_force(*term);
    std::string normal = "SFS " + sfs;
    if (!match["chapter"].empty()) normal.append(" ").append(match["chapter"]).append(" kap.");
    const std::string_view section =
        match["section"].empty() ? match["section_first"] : match["section"];
    if (!section.empty()) normal.append(" ").append(squeeze_blanks(section)).append(" §");
    return Reference{.reference_kind = "law", .raw = {}, .normal = normal};
  }

  [[nodiscard]] std::optional<Reference> informal_law(const Match&) const {
    return Reference{.reference_kind = "law", .raw = {}, .normal = {}};
  }

  /// The act of that name that the document cites, else that of its day, else the present one.
  [[nodiscard]] std::string act_in_force(const Term& term) const {
    const auto cited = cited_acts_.find(term.name);
    if (cited != cited_acts_.end()) return cited->second;
    const auto earlier = term.fields.find("earlier");
    const auto from = term.fields.find("from");
    const bool before = earlier != term.fields.end() && from != term.fields.end() &&
                        document_.date && iso_of(*document_.date) < from->second;
    return before ? earlier->second : term.fields.at("sfs");
  }

  [[nodiscard]] bool is_repealed(const Reference& reference) const {
    if (reference.reference_kind != "law" || !document_.date) return false;
    const std::string today = iso_of(*document_.date);
    const std::vector<Term>& laws = rules_.vocabulary("laws");
    return std::any_of(laws.begin(), laws.end(), [&](const Term& term) {
      const auto earlier = term.fields.find("earlier");
      const auto from = term.fields.find("from");
      if (earlier == term.fields.end() || from == term.fields.end()) return false;
      const std::string act = "SFS " + earlier->second;
      const bool same = reference.normal == act || reference.normal.starts_with(act + " ");
      return same && today >= from->second;
    });
  }

  [[nodiscard]] std::optional<Reference> regulation(const Match& match) const {
    return Reference{.reference_kind = "law",
                     .raw = {},
                     .normal = std::string(match["series"]).append(" ").append(match["number"])};
  }

  [[nodiscard]] std::optional<Reference> union_act(const Match& match) const {
    const std::string_view number = match["number"].empty() ? match["directive"] : match["number"];
    return Reference{.reference_kind = "law", .raw = {}, .normal = "EU " + std::string(number)};
  }

  [[nodiscard]] std::optional<Reference> inquiry(const Match& match) const {
    std::string series(match["series"]);
    if (series != "SOU" && series != "Ds") {
      series = to_lower(series);
      if (series.back() != '.') series += '.';
    }
    return Reference{
        .reference_kind = "sou", .raw = {}, .normal = series.append(" ").append(match["number"])};
  }

  /// "Kommunfullmäktige 2019-04-25 § 79"; the day is left out where its year is unknown.
  [[nodiscard]] std::optional<Reference> decision(const Match& match) const {
    std::string printed(match["when"].empty() ? match["date"] : match["when"]);
    if (to_lower(printed).starts_with("i ")) printed.erase(0, 2);
    const std::optional<Date> date = parse_date(printed);
    if (!date) return std::nullopt;
    std::string normal = deciding_body(match["body"]);
    if (const std::string iso = iso_of(*date); !iso.empty()) normal.append(" ").append(iso);
    if (!match["paragraph"].empty())
      normal.append(" § ").append(without_blanks(match["paragraph"]));
    return Reference{.reference_kind = "decision", .raw = {}, .normal = normal};
  }

  /// The basic form; "nämnden" and "arbetsutskottet" are those of the paper that says so.
  [[nodiscard]] std::string deciding_body(std::string_view printed) const {
    const bool own = rules_.rule("references.own_body").whole(printed).has_value();
    if (own && !document_.body.empty()) return document_.body;
    return body_in_context(bodies_.basic_form(printed).value_or(squeeze_blanks(printed)),
                           document_.body);
  }

  [[nodiscard]] std::optional<Reference> paragraph(const Match& match) const {
    return Reference{.reference_kind = "paragraph",
                     .raw = {},
                     .normal = "§ " + without_blanks(match["paragraph"])};
  }

  /// One reference for each unit of "Lunden 1:16, 1:17 och 1:18"; the first holds the name.
  void read_properties(std::string_view name) {
    const Rule& rule = rules_.rule(name);
    for (const Match& match : rule.matches(document_.text.view())) {
      if (rules_.rule("references.not_property").first(match["name"])) continue;
      const std::string estate = squeeze_blanks(match["name"]);
      const Span first{match.span_of("name").begin, match.span_of("first").end};
      add_property(estate, match["first"], first, rule);
      const Span more = match.span_of("more");
      std::size_t at = more.begin;
      while (at < more.end) {
        const Span unit = next_unit(at, more.end);
        if (unit.empty()) break;
        add_property(estate, document_.text.slice(unit), unit, rule);
        at = unit.end;
      }
    }
  }

  void add_property(const std::string& estate, std::string_view unit, Span span, const Rule& rule) {
    add({.reference_kind = "property", .raw = {}, .normal = estate + " " + std::string(unit)}, span,
        rule);
  }

  /// The next run of digits and colons between `begin` and `end`.
  [[nodiscard]] Span next_unit(std::size_t begin, std::size_t end) const {
    const std::string_view text = document_.text.view();
    const auto is_unit = [](char c) { return (c >= '0' && c <= '9') || c == ':'; };
    while (begin < end && !is_unit(text[begin])) ++begin;
    std::size_t stop = begin;
    while (stop < end && is_unit(text[stop])) ++stop;
    return {begin, stop};
  }

  void read_classifications() {
    const Rule& rule = rules_.rule("references.classification");
    for (const FoundCaseNumber& found : parse_case_numbers(document_.text.view(), rules_)) {
      const std::string& classification = found.number.classification;
      if (classification.empty()) continue;
      const std::size_t at = document_.text.slice(found.span).rfind(classification);
      if (at == std::string_view::npos) continue;
      const std::size_t begin = found.span.begin + at;
      add({.reference_kind = "classification", .raw = {}, .normal = classification},
          {begin, begin + classification.size()}, rule);
    }
  }

  /// Keeps of references that overlap the one that begins first, and of those the longest.
  void drop_parts() {
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::size_t last_end = 0;
    std::erase_if(findings_, [&](const Finding& finding) {
      if (finding.span.begin < last_end) return true;
      last_end = finding.span.end;
      return false;
    });
  }

  const Document& document_;
  const RuleBook& rules_;
  Bodies bodies_;
  std::map<std::string, std::string>
      cited_acts_;  // number in the code of statutes by the law's letters
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> References::extract(const Document& document) const {
  return ReferenceReader(document, rules_).read();
}

}  // namespace diarium
