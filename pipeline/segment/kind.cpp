#include "pipeline/segment/kind.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "models/unicode.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

constexpr std::size_t kKinds = static_cast<std::size_t>(DocumentKind::ovrigt) + 1;

// A heading says what it is.
constexpr double kHeading = 3.0;
constexpr double kHeadingPrefix = 1.5;  // "Skrivelse om träd": more a title than a label
constexpr double kFileName = 2.0;
constexpr double kBody = 1.0;
// A paper that says nothing of itself.
constexpr double kUnknownConfidence = 0.3;

/// What weighs less than a heading is a guess.
double certainty_of(double weight) {
  return std::min(1.0, 0.4 + 0.6 * weight / kHeading);
}

/// Weighs the kinds of one document.
class KindScale {
 public:
  KindScale(const Document& document, const KindEvidence& evidence, const RuleBook& rules)
      : document_(document), evidence_(evidence), rules_(rules) {}

  void weigh() {
    for (const std::string& label : evidence_.labels) by_label(label);
    for (const std::string& head : evidence_.heads) by_head(head);
    if (evidence_.file_name_counts) by_file_name();
    by_card();
    by_sections();
    by_body();
    by_signatures();
    by_form();
  }

  void decide(Document& document) {
    prefer_narrower();
    std::array<std::size_t, kKinds> order{};
    for (std::size_t i = 0; i < kKinds; ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weights_[a] > weights_[b]; });
    const double best = weights_[order[0]];
    const double next = std::max(weights_[order[1]], 0.0);
    if (best < kBody) {
      document.kind = DocumentKind::ovrigt;
      document.confidence = kUnknownConfidence;
      return;
    }
    document.kind = static_cast<DocumentKind>(order[0]);
    document.confidence = (0.5 + 0.5 * (best - next) / best) * certainty_of(best);
    if (next > 0) document.runner_up = static_cast<DocumentKind>(order[1]);
  }

 private:
  void add(DocumentKind kind, double weight) { weights_[static_cast<std::size_t>(kind)] += weight; }

  [[nodiscard]] bool has(SectionKind kind) const {
    return std::any_of(document_.sections.begin(), document_.sections.end(),
                       [&](const Section& section) { return section.kind == kind; });
  }

  /// An answer to a motion is an official's memo by its form; its title tells the narrower name. So
  /// does that of an opinion which proposes no decision.
  void prefer_narrower() {
    prefer_to_memo(DocumentKind::motionssvar);
    if (!has(SectionKind::decision)) prefer_to_memo(DocumentKind::yttrande);
    prefer_extract();
  }

  /// Minutes of one § that don't tell who was there are an extract, whatever their head says.
  void prefer_extract() {
    const double minutes = weights_[static_cast<std::size_t>(DocumentKind::protokoll)];
    double& extract = weights_[static_cast<std::size_t>(DocumentKind::protokollsutdrag)];
    const bool part = items_ == 1 && !has(SectionKind::attendance) &&
                      !has(SectionKind::attestation) && !tells_attestation();
    if (part && extract >= kHeading && minutes >= extract) extract = minutes + kBody;
  }

  /// "Justeringens plats och tid Rådhuset"
  [[nodiscard]] bool tells_attestation() const {
    const Rule& attested = rules_.rule("document_parts.attestation_day");
    return std::any_of(
        document_.paragraphs.begin(), document_.paragraphs.end(), [&](const Paragraph& paragraph) {
          return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const Span& line) {
            return attested.first(document_.text.slice(line)).has_value();
          });
        });
  }

  void prefer_to_memo(DocumentKind kind) {
    double& named = weights_[static_cast<std::size_t>(kind)];
    const double memo = weights_[static_cast<std::size_t>(DocumentKind::tjansteskrivelse)];
    if (named >= kHeading && memo >= named) named = memo + kBody;
  }

  void by_label(std::string_view line) {
    const auto label = kind_label_of(line, rules_);
    if (!label) return;
    add(label->kind, label->form == LabelForm::prefix ? kHeadingPrefix : kHeading);
    // An initiative that yields an opinion, an answer to a motion: the label is what counts.
    if (label->form == LabelForm::alone || label->form == LabelForm::meeting) {
      add(label->kind, kHeading);
    }
  }

  void by_head(std::string_view line) {
    if (const auto mention = kind_named_in(line, rules_)) add(mention->kind, kHeading);
  }

  void by_file_name() {
    std::string name = std::filesystem::path(document_.path).stem().string();
    std::replace(name.begin(), name.end(), '_', ' ');
    std::replace(name.begin(), name.end(), '-', ' ');
    if (const auto mention = kind_named_in(name, rules_)) add(mention->kind, kFileName);
  }

  void by_card() {
    const HeaderCard& card = evidence_.card;
    if (card.opens_memo()) {
      add(DocumentKind::tjansteskrivelse, kHeading);
      const bool full = !card.date.empty() && !card.body.empty();
      if (full) add(DocumentKind::tjansteskrivelse, kBody);
    } else if (card.names_author()) {
      add(DocumentKind::rapport, kBody);
    }
  }

  void by_sections() {
    const bool decides = has(SectionKind::decision);
    if (decides && proposes()) add(DocumentKind::tjansteskrivelse, kBody);
    if (decides && has(SectionKind::basis)) add(DocumentKind::tjansteskrivelse, kBody);
    if (decides && has(SectionKind::recipients)) add(DocumentKind::tjansteskrivelse, kBody / 2);
    if (has(SectionKind::agenda)) add(DocumentKind::kallelse, kBody);
    if (has(SectionKind::contents)) add(DocumentKind::rapport, kHeading);
    const bool attested = has(SectionKind::attestation);
    std::string last;
    for (const Section& section : document_.sections) {
      if (!section.item.empty() && section.item != last) ++items_;
      last = section.item;
    }
    // "Ledamöter" may head those who are nominated.
    if (has(SectionKind::attendance)) {
      add(DocumentKind::protokoll,
          items_ > 0 || attested || says_where_and_when() ? kBody : kBody / 2);
    }
    if (attested) add(DocumentKind::protokoll, kBody);
    if (items_ == 0 && !decides && !has(SectionKind::attendance) && heads_notice())
      add(DocumentKind::anslag, kHeading);
    if (!decides && rules_.rule("document_kinds.of_paragraphs").first(document_.title)) return;
    if (items_ == 1 && decides) add(DocumentKind::protokollsutdrag, kHeading);
    if (items_ > 1) add(DocumentKind::protokoll, kHeading);
  }

  /// "Anslag", "Bevis": that minutes have been attested is told on a paper of its own.
  [[nodiscard]] bool heads_notice() const {
    return std::any_of(
        document_.sections.begin(), document_.sections.end(), [&](const Section& section) {
          if (section.kind != SectionKind::attestation) return false;
          const Term* term =
              rules_.find("document_kinds", trim(document_.text.slice(section.heading)));
          return term != nullptr && term->name == name_of(DocumentKind::anslag);
        });
  }

  /// "Förslag till beslut": what proposes a decision and is no member's is an official's.
  [[nodiscard]] bool proposes() const {
    return std::any_of(
        document_.sections.begin(), document_.sections.end(), [&](const Section& section) {
          const std::string heading = to_lower(document_.text.slice(section.heading));
          return section.kind == SectionKind::decision &&
                 heading.starts_with("förslag till beslut");
        });
  }

  [[nodiscard]] bool says_where_and_when() const {
    return rules_.rule("document_kinds.where_and_when").first(document_.text.view()).has_value();
  }

  void by_body() {
    const std::string_view text = document_.text.view();
    if (rules_.rule("document_kinds.called").first(text.substr(0, 3000))) {
      add(DocumentKind::kallelse, kHeading);
    }
    if (rules_.rule("document_kinds.absence").first(text)) add(DocumentKind::kallelse, kBody);
    if (rules_.rule("document_kinds.extract_attested").first(text)) {
      add(DocumentKind::protokollsutdrag, kBody);
    }
    // The title of a plan names it anywhere: "Socialnämndens handlingsplan för ...".
    const std::string title = to_lower(document_.title);
    for (const Term& term : rules_.vocabulary("document_kinds")) {
      const auto label = term.fields.find("label");
      if (label == term.fields.end() || label->second != "no") continue;
      for (const std::string& form : term.forms) {
        if (title.find(' ' + to_lower(form)) == std::string::npos) continue;
        if (const auto kind = document_kind_of(term.name)) add(*kind, kBody);
        break;
      }
    }
  }

  /// A party's signature makes a proposal of a member: amended where it strikes text out, else an
  /// initiative.
  void by_signatures() {
    bool party = false;
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.kind != ParagraphKind::signature) continue;
      for (const Span& line : paragraph.lines) {
        const std::string_view text = document_.text.slice(line);
        party = party || rules_.rule("document_parts.group_line").whole(text) ||
                (text.ends_with(')') && text.find('(') != std::string_view::npos);
      }
    }
    if (!party) return;
    add(DocumentKind::tjansteskrivelse, -kHeading);
    if (!has(SectionKind::decision) && !has(SectionKind::yrkanden)) return;
    const auto& pieces = document_.text.pieces();
    const bool amended = std::any_of(pieces.begin(), pieces.end(),
                                     [](const Piece& piece) { return piece.style.struck; });
    const bool like_memo = has(SectionKind::basis) || has(SectionKind::recipients);
    if (amended) add(DocumentKind::alternativt_forslag, 1.5 * kBody);
    if (like_memo) add(DocumentKind::alternativt_forslag, 1.5 * kBody);
    add(DocumentKind::initiativ, kBody);
  }

  void by_form() {
    std::size_t figures = 0;
    bool e_mail = false;
    for (const Paragraph& paragraph : document_.paragraphs) {
      if (paragraph.kind == ParagraphKind::figure) ++figures;
      e_mail = e_mail || paragraph.kind == ParagraphKind::e_mail_header;
    }
    if (e_mail) add(DocumentKind::e_post, 2 * kHeading);
    if (figures > 3 && figures * 2 > document_.paragraphs.size()) {
      add(DocumentKind::flodesschema, kHeading);
    }
  }

  const Document& document_;
  const KindEvidence& evidence_;
  const RuleBook& rules_;
  std::array<double, kKinds> weights_{};
  int items_ = 0;  // §§
};

}  // namespace

void find_kind(Document& document, const KindEvidence& evidence, const RuleBook& rules) {
  KindScale scale(document, evidence, rules);
  scale.weigh();
  scale.decide(document);
}

}  // namespace diarium
