#include "extractors/signatures_rows.h"

#include <algorithm>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

/// The lines of a paragraph; one of two lines as a whole too: a label and, with room for a hand
/// between them, the name.
std::vector<Span> rows_of(const Paragraph& paragraph) {
  std::vector<Span> rows = paragraph.lines;
  if (rows.size() == 2) rows.push_back(paragraph.span);
  return rows;
}

bool names_attesters(std::string_view role) {
  return to_lower(role).find("juster") != std::string::npos;
}

class RowReader {
 public:
  RowReader(const Document& document, const RuleBook& rules, const PersonNames& names)
      : document_(document), rule_(rules.rule("signatures.attester_row")), names_(names) {}

  void read(const Paragraph& paragraph) {
    for (const Span row : rows_of(paragraph)) {
      if (read(row)) ++rows_;
    }
  }

  std::vector<Finding> finish() {
    constexpr int kLeastRows = 2;
    if (!attested_ || rows_ < kLeastRows) findings_.clear();
    return std::move(findings_);
  }

 private:
  bool read(Span row) {
    const auto match = rule_.whole(document_.text.slice(row));
    if (!match) return false;
    const std::vector<PersonName> persons = names_.persons((*match)["names"]);
    const std::size_t begin = row.begin + match->span_of("names").begin;
    for (const PersonName& person : persons) {
      Signature signature{.name = person.name,
                          .party = person.party,
                          .role = std::string((*match)["role"]),
                          .role_kind = "attester"};
      if (!person.party.empty()) signature.party_provenance = "stated";
      findings_.push_back({.record = std::move(signature),
                           .span = {begin + person.span.begin, begin + person.span.end},
                           .rule = rule_.name(),
                           .confidence = rule_.confidence()});
    }
    attested_ = attested_ || (!persons.empty() && names_attesters((*match)["role"]));
    return !persons.empty();
  }

  const Document& document_;
  const Rule& rule_;
  const PersonNames& names_;
  std::vector<Finding> findings_;
  int rows_ = 0;
  bool attested_ = false;
};

}  // namespace

std::vector<Finding> attesters_in_rows(const Document& document, const RuleBook& rules,
                                       const PersonNames& names) {
  RowReader reader(document, rules, names);
  for (const Section& section : document.sections) {
    if (!section.item.empty()) break;
    for (std::size_t i = section.paragraphs.begin; i < section.paragraphs.end; ++i)
      reader.read(document.paragraphs[i]);
  }
  return reader.finish();
}

}  // namespace diarium
