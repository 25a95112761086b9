#include "pipeline/segment/own_body.h"

#include "extractors/bodies.h"
#include "models/unicode.h"
#include "pipeline/segment/paper_head.h"

namespace diarium {
namespace {

class BodyFinder {
 public:
  BodyFinder(const BodyEvidence& evidence, const RuleBook& rules, Document& document)
      : evidence_(evidence), rules_(rules), bodies_(rules), document_(document) {}

  void find() {
    if (evidence_.meeting) take_body(evidence_.meeting->body, Provenance::stated);
    if (is_put_to_council()) return find_council();
    if (is_of_member(document_.kind)) take_body_above_title();
    if (take_body(evidence_.card.body, Provenance::stated)) return;
    if (evidence_.title.label && take_body(evidence_.title.label->body, Provenance::stated)) return;
    if (document_.kind == DocumentKind::kallelse || document_.kind == DocumentKind::protokoll ||
        document_.kind == DocumentKind::anslag) {
      const std::string_view opening = opening_of(document_.text.view());
      for (const BodyMention& mention : bodies_.mentions(opening)) {
        if (!mention.generic && take_body(mention.name, Provenance::stated)) return;
      }
    }
    if (document_.kind == DocumentKind::protokollsutdrag) take_body_above_title();
    if (take_owner() || take_unit()) return;
    for (const Section& section : document_.sections) {
      if (section.kind == SectionKind::decision && take_decider(section)) return;
    }
    if (take_behalf()) return;
    take_mentioned();
  }

 private:
  bool take_body(std::string_view printed, Provenance provenance) {
    const auto body = bodies_.basic_form(squeeze_blanks(printed));
    if (!body || !document_.body.empty()) return false;
    document_.body = *body;
    document_.provenance["body"] = provenance;
    return true;
  }

  /// The law lets these be put to the council alone, whatever boards they name or reach.
  [[nodiscard]] bool is_put_to_council() const {
    return document_.kind == DocumentKind::motion ||
           document_.kind == DocumentKind::interpellation ||
           document_.kind == DocumentKind::medborgarforslag;
  }

  void find_council() {
    if (evidence_.title.label && take_council(evidence_.title.label->body, Provenance::stated))
      return;
    for (const std::string& line : evidence_.title.lines) {
      if (take_council(line, Provenance::stated)) return;
    }
    const std::string_view text = document_.text.view();
    if (take_council(text, Provenance::inferred)) return;
    // A region says so; a council is a municipality's else.
    const bool municipal = to_lower(text).find("kommun") != std::string::npos;
    if (municipal) take_body("Kommunfullmäktige", Provenance::inferred);
  }

  bool take_council(std::string_view text, Provenance provenance) {
    for (const BodyMention& mention : bodies_.mentions(text)) {
      if (mention.generic || !mention.name.ends_with("fullmäktige")) continue;
      return take_body(mention.name, provenance);
    }
    return false;
  }

  /// "Socialnämndens handlingsplan för ...": whose plan it is.
  bool take_owner() {
    if (document_.kind != DocumentKind::handlingsplan) return false;
    const std::vector<BodyMention> mentions = bodies_.mentions(document_.title);
    const bool owned = !mentions.empty() && mentions.front().span.begin == 0 &&
                       mentions.front().genitive && !mentions.front().generic;
    return owned && take_body(mentions.front().name, Provenance::heading);
  }

  /// A report is the work of the administration that its author's card names.
  bool take_unit() {
    if (document_.kind != DocumentKind::rapport || evidence_.card.unit.empty()) return false;
    document_.body = squeeze_blanks(evidence_.card.unit);
    document_.provenance["body"] = Provenance::stated;
    return true;
  }

  /// "Socialnämndens beslut": the first body named. "Kommunstyrelsens förslag till
  /// kommunfullmäktige": the last one decides.
  bool take_decider(const Section& section) {
    const std::string_view heading = document_.text.slice(section.heading);
    std::string decider;
    const bool proposes = rules_.rule("headings.body_proposal").whole(heading).has_value();
    // An extract is of the body that proposes.
    const bool extract = document_.kind == DocumentKind::protokollsutdrag;
    for (const BodyMention& mention : bodies_.mentions(heading)) {
      if (extract && !decider.empty()) break;
      if (!mention.generic && (decider.empty() || proposes)) decider = mention.name;
    }
    return !decider.empty() && take_body(decider, Provenance::heading);
  }

  /// The body's name alone on a line, above what the paper says: "Fritidsnämnden i Almvik".
  void take_body_above_title() {
    for (const std::string& head : evidence_.heads) take_named_body(head);
    for (const Passage& passage : evidence_.passages) {
      const bool head = passage.kind == ParagraphKind::body && is_stack(passage);
      if (!head) return;
      for (const PassageLine& line : passage.lines) take_named_body(line.text);
    }
  }

  void take_named_body(std::string_view line) {
    const std::string text = squeeze_blanks(line);
    take_body(text, Provenance::stated);
    take_body(std::string_view(text).substr(0, text.find(" i ")), Provenance::stated);
  }

  /// "På kommunstyrelsens vägnar", above the names of those who sign.
  bool take_behalf() {
    for (const Paragraph& paragraph : document_.paragraphs) {
      for (const Span& line : paragraph.lines) {
        const auto match =
            rules_.rule("document_parts.on_behalf").whole(document_.text.slice(line));
        if (match && take_body((*match)["body"], Provenance::stated)) return true;
      }
    }
    return false;
  }

  /// A member's proposal that names its body only in what it says.
  void take_mentioned() {
    if (!is_of_member(document_.kind) || document_.kind == DocumentKind::reservation ||
        document_.kind == DocumentKind::voteringslista || document_.kind == DocumentKind::ovrigt) {
      return;
    }
    for (const BodyMention& mention : bodies_.mentions(document_.text.view())) {
      if (!mention.generic && take_body(mention.name, Provenance::inferred)) return;
    }
  }

  const BodyEvidence& evidence_;
  const RuleBook& rules_;
  Bodies bodies_;
  Document& document_;
};

}  // namespace

bool is_of_member(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::andringsforslag:
    case DocumentKind::tillaggsforslag:
    case DocumentKind::alternativt_forslag:
    case DocumentKind::aterremissyrkande:
    case DocumentKind::initiativ:
    case DocumentKind::motion:
    case DocumentKind::interpellation:
    case DocumentKind::reservation:
    case DocumentKind::voteringslista:
    case DocumentKind::ovrigt:
      return true;
    default:
      return false;
  }
}

void find_body(const BodyEvidence& evidence, const RuleBook& rules, Document& document) {
  BodyFinder(evidence, rules, document).find();
}

}  // namespace diarium
