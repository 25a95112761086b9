#include "extractors/signatures.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extractors/bodies.h"
#include "extractors/minutes_sentences.h"
#include "extractors/signatures_blocks.h"
#include "extractors/signatures_lines.h"
#include "extractors/signatures_rows.h"

namespace diarium {
namespace {

// Below this the recogniser guesses: a scribble, not print.
constexpr double kReadableConfidence = 0.35;
std::string role_kind_of(SignatureBlockKind kind) {
  switch (kind) {
    case SignatureBlockKind::header_card:
      return "case_officer";
    case SignatureBlockKind::attestation:
      return "attester";
    case SignatureBlockKind::signature:
    case SignatureBlockKind::sign_off:
      break;
  }
  return "signer";
}

bool has_no_role(const Finding& finding) {
  return std::get<Signature>(finding.record).role.empty();
}

bool attests(const Finding& finding) {
  return std::get<Signature>(finding.record).role_kind == "attester";
}

}  // namespace

/// The lines of one block, read from top to bottom.
class Signatures::Block {
 public:
  Block(const Signatures& extractor, const Document& document, const SignatureBlock& block,
        std::vector<Finding>& findings)
      : extractor_(extractor),
        document_(document),
        kind_(block.kind),
        group_(block.group),
        findings_(findings) {}

  void read(const std::vector<SignaturePart>& lines) {
    std::vector<SignatureLine> all;
    for (const SignaturePart& line : lines) {
      const bool scanned = document_.text.confidence_of(line.span) < 1.0;
      all.push_back(extractor_.grammar_.read(
          document_.text.slice(line.span),
          scanned ? SignatureGrammar::Origin::scanned : SignatureGrammar::Origin::printed));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool names_follow =
          i + 1 < lines.size() && !lines[i].ends_column && !all[i + 1].persons.empty();
      if (all[i].group && all[i].group->below) {
        give_party(*all[i].group);
        continue;
      }
      if (!names_follow && all[i].group && !group_ && give_party(*all[i].group)) continue;
      take(lines[i].span, std::move(all[i]));
    }
  }

 private:
  /// "Eva Ek", and below her "Miljöpartiet de gröna".
  bool give_party(const SigningGroup& group) {
    if (group.party.empty() || people_.empty()) return false;
    for (const std::size_t index : people_) {
      auto& signature = std::get<Signature>(findings_[index].record);
      if (!signature.party.empty()) continue;
      signature.party = group.party;
      signature.party_provenance = "stated";
    }
    return true;
  }

  void take(Span line, SignatureLine read) {
    if (read.group) {
      group_ = std::move(read.group);
      open_.clear();
      return;
    }
    if (read.persons.empty()) {
      if (read.role) take_role(*read.role);
      // In an e-mail the ways to reach somebody begin a card: who stands below is no signer.
      if ((read.contact || read.role) && started_) details_ = true;
      return;
    }
    if (!repeats_last(read)) {
      open_.clear();
      for (const PersonName& person : read.persons) add(line, person, read.noisy);
      people_ = open_;
    }
    if (read.role) {
      for (const std::size_t index : open_) give_role(index, *read.role);
      open_.clear();
      details_ = true;
    } else if (role_first_) {
      for (const std::size_t index : open_) give_role(index, *role_first_);
    }
  }

  /// A name typed once more with its role: below a signature, on a card.
  [[nodiscard]] bool repeats_last(const SignatureLine& read) const {
    return read.persons.size() == 1 && open_.size() == 1 &&
           std::get<Signature>(findings_[open_[0]].record).name == read.persons[0].name;
  }

  /// Roles stand under names, in minutes above or beside them.
  void take_role(const SigningRole& role) {
    const bool first =
        started_ ? role_first_.has_value() : kind_ == SignatureBlockKind::attestation;
    started_ = true;
    if (first) {
      role_first_ = role;
      return;
    }
    for (const std::size_t index : open_) give_role(index, role);
    open_.clear();
  }

  void give_role(std::size_t index, const SigningRole& role) {
    auto& signature = std::get<Signature>(findings_[index].record);
    signature.role = role.text;
    if (!role.body.empty()) signature.body = body_in_context(role.body, document_.body);
  }

  void add(Span line, const PersonName& person, bool noisy) {
    const Span span{line.begin + person.span.begin, line.begin + person.span.end};
    if (document_.text.confidence_of(span) < kReadableConfidence) return;
    Signature signature{
        .name = person.name, .party = person.party, .role_kind = role_kind_of(kind_)};
    // "Eva Ek (EE)", unless a party is called so.
    if (are_initials(person.party, person.name) &&
        extractor_.rules_.find("parties", person.party) == nullptr)
      signature.party.clear();
    if (!signature.party.empty()) signature.party_provenance = "stated";
    if (group_) {
      signature.group = group_->text;
      signature.body = group_->body;
      if (signature.party.empty() && !group_->party.empty()) {
        signature.party = group_->party;
        signature.party_provenance = "heading";
      }
    }
    if (kind_ == SignatureBlockKind::sign_off && details_) signature.role_kind = "contact";
    const Rule& rule =
        extractor_.rules_.rule(noisy ? "signatures.name_among_noise" : "signatures.name");
    started_ = true;
    open_.push_back(findings_.size());
    findings_.push_back({.record = std::move(signature),
                         .span = span,
                         .rule = rule.name(),
                         .confidence = rule.confidence()});
  }

  const Signatures& extractor_;
  const Document& document_;
  SignatureBlockKind kind_;
  std::optional<SigningGroup> group_;
  std::vector<Finding>& findings_;
  std::optional<SigningRole> role_first_;
  std::vector<std::size_t> open_;    ///< findings of the last line of names, still without a role
  std::vector<std::size_t> people_;  ///< findings of the last line of names
  bool started_ = false;             ///< a name or a role has been read
  bool details_ = false;             ///< a role or a way to reach somebody stood below a name
};

/// Whom a summons wants to be told of one's absence.
std::vector<Finding> Signatures::contacts_in(const Document& document) const {
  std::vector<Finding> findings;
  if (document.kind != DocumentKind::kallelse) return findings;
  const Rule& absence = rules_.rule("signatures.absence");
  const PersonNames names(rules_);
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != ParagraphKind::body) continue;
    const auto match = absence.first(document.text.slice(paragraph.span));
    if (!match) continue;
    const std::vector<PersonName> persons = names.persons_within((*match)["whom"]);
    if (persons.empty()) continue;
    const std::size_t begin = paragraph.span.begin + match->span_of("whom").begin;
    const Span name = persons.front().span;
    findings.push_back({.record = Signature{.name = persons.front().name, .role_kind = "contact"},
                        .span = {begin + name.begin, begin + name.end},
                        .rule = absence.name(),
                        .confidence = absence.confidence()});
  }
  return findings;
}

/// Who hands a citizens' proposal in on a form, of which nothing looks like a signature: the last
/// name by its label.
std::vector<Finding> Signatures::names_on_form(const Document& document) const {
  std::vector<Finding> findings;
  const Rule& label = rules_.rule("signatures.form_name");
  const PersonNames names(rules_);
  bool below = false;
  for (const Paragraph& paragraph : document.paragraphs) {
    for (const Span line : paragraph.lines) {
      const std::string_view text = document.text.slice(line);
      const auto labelled = label.whole(text);
      const bool beside = labelled && !(*labelled)["name"].empty();
      const std::string_view printed = beside ? (*labelled)["name"] : text;
      const auto person = beside || below ? names.person(printed) : std::nullopt;
      below = labelled && !beside;
      if (!person) continue;
      const std::size_t begin = line.begin + (beside ? labelled->span_of("name").begin : 0);
      findings = {{.record = Signature{.name = person->name, .role_kind = "signer"},
                   .span = {begin + person->span.begin, begin + person->span.end},
                   .rule = label.name(),
                   .confidence = label.confidence()}};
    }
  }
  return findings;
}

std::vector<Finding> Signatures::extract(const Document& document) const {
  std::vector<Finding> findings;
  for (const SignatureBlock& block : signature_blocks(document, grammar_)) {
    const std::size_t before = findings.size();
    Block(*this, document, block, findings)
        .read(signature_lines(document, block.paragraphs, grammar_));
    // Minutes are full of names: those present, those who reserve themselves. Who attests has a
    // role.
    if (block.kind != SignatureBlockKind::attestation) continue;
    const auto first = findings.begin() + static_cast<std::ptrdiff_t>(before);
    findings.erase(std::remove_if(first, findings.end(), has_no_role), findings.end());
    const Rule& list_of_present = rules_.rule("minutes_attendance.group");
    std::erase_if(findings, [&](const Finding& finding) {
      return list_of_present.whole(std::get<Signature>(finding.record).role).has_value();
    });
  }
  if (is_minutes(document) && std::none_of(findings.begin(), findings.end(), attests)) {
    for (Finding& row : attesters_in_rows(document, rules_, PersonNames(rules_)))
      findings.push_back(std::move(row));
  }
  const bool form = document.kind == DocumentKind::medborgarforslag ||
                    document.kind == DocumentKind::delegationsbeslut;
  if (form && findings.empty()) findings = names_on_form(document);
  for (Finding& contact : contacts_in(document)) findings.push_back(std::move(contact));
  return findings;
}

}  // namespace diarium
