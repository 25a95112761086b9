#include "extractors/signatures_blocks.h"

#include <utility>

#include "extractors/minutes_sentences.h"

namespace diarium {
namespace {

// A longer paragraph behind a sign-off is text: a notice on personal data, a forwarded letter.
constexpr std::size_t kSignOffBytes = 160;
// Office, name, role, telephone, e-mail.
constexpr std::size_t kCardLines = 5;

/// Stands between the lines of a block without ending it.
bool is_aside(ParagraphKind kind) {
  return kind == ParagraphKind::stamp || kind == ParagraphKind::figure ||
         kind == ParagraphKind::instruction || kind == ParagraphKind::footnote;
}

bool is_text(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::list_item;
}

std::vector<SectionKind> section_kinds(const Document& document) {
  std::vector<SectionKind> kinds(document.paragraphs.size(), SectionKind::other);
  for (const Section& section : document.sections) {
    for (std::size_t i = section.paragraphs.begin; i < section.paragraphs.end; ++i) {
      kinds[i] = section.kind;
    }
  }
  return kinds;
}

class BlockCollector {
 public:
  BlockCollector(const Document& document, const SignatureGrammar& grammar)
      : document_(document), grammar_(grammar) {}

  void add(const Paragraph& paragraph, SectionKind section) {
    if (is_aside(paragraph.kind)) return;
    const std::string_view text = text_of(document_, paragraph);
    // In a printed e-mail a short line by itself looks like a heading: the greeting, the name.
    const bool short_heading = document_.kind == DocumentKind::e_post &&
                               paragraph.kind == ParagraphKind::heading &&
                               text.size() <= kSignOffBytes && !(signed_off_ && open_);
    const bool may_greet =
        is_text(paragraph.kind) || short_heading || paragraph.kind == ParagraphKind::signature;
    if (may_greet && document_.kind == DocumentKind::e_post && grammar_.is_regards(text)) {
      signed_off_ = true;
    }
    if ((paragraph.kind == ParagraphKind::heading && !short_heading) ||
        paragraph.kind == ParagraphKind::e_mail_header ||
        (paragraph.kind == ParagraphKind::body && text.size() > kSignOffBytes)) {
      signed_off_ = false;
    }
    note_role_above(paragraph, text);
    if (const auto kind = kind_of(paragraph, section)) return take(paragraph, *kind);
    open_ = false;
    group_ = text.size() <= kSignOffBytes ? grammar_.group(text) : std::nullopt;
  }

  std::vector<SignatureBlock> finish() { return std::move(blocks_); }

 private:
  /// "Sekreterare" heads the line of dots on which its bearer signs; "Justerare" may as well stand
  /// beside who is chosen to attest.
  void note_role_above(const Paragraph& paragraph, std::string_view text) {
    if (paragraph.kind == ParagraphKind::heading) {
      role_above_ = is_minutes(document_) && grammar_.role(text) ? &paragraph : nullptr;
      signing_ = false;
      return;
    }
    if (!is_text(paragraph.kind)) return;
    const bool line = text.starts_with("...") || text.starts_with("___");
    if (role_above_ != nullptr && line) {
      signing_ = true;
      take(*role_above_, SignatureBlockKind::attestation);
    }
    role_above_ = nullptr;
  }

  void take(const Paragraph& paragraph, SignatureBlockKind kind) {
    if (!open_ || blocks_.back().kind != kind)
      blocks_.push_back({.kind = kind, .group = std::exchange(group_, std::nullopt)});
    blocks_.back().paragraphs.push_back(&paragraph);
    open_ = true;
  }

  [[nodiscard]] std::optional<SignatureBlockKind> kind_of(const Paragraph& paragraph,
                                                          SectionKind section) const {
    const bool signs = paragraph.kind == ParagraphKind::signature;
    const bool minutes = is_minutes(document_);
    if (minutes && (signs || is_line_to_sign(paragraph))) return SignatureBlockKind::attestation;
    if (minutes && signing_ && is_text(paragraph.kind) && paragraph.span.size() <= kSignOffBytes)
      return SignatureBlockKind::attestation;
    if (paragraph.kind == ParagraphKind::header_card) return SignatureBlockKind::header_card;
    if (section == SectionKind::attestation && (signs || is_text(paragraph.kind))) {
      return SignatureBlockKind::attestation;
    }
    if (signed_off_ && (signs || is_text(paragraph.kind))) return SignatureBlockKind::sign_off;
    if (signs) return SignatureBlockKind::signature;
    if (minutes || !is_text(paragraph.kind)) return std::nullopt;
    if (open_ && grammar_.role(text_of(document_, paragraph))) return blocks_.back().kind;
    if (!reads_as_card(paragraph)) return std::nullopt;
    return section == SectionKind::preamble ? SignatureBlockKind::header_card
                                            : SignatureBlockKind::signature;
  }

  /// "Justerande ..........": a role and the line on which its bearer signs, though it looks like a
  /// heading.
  [[nodiscard]] bool is_line_to_sign(const Paragraph& paragraph) const {
    if (paragraph.kind != ParagraphKind::heading) return false;
    std::string_view text = text_of(document_, paragraph);
    const std::size_t role = text.find_last_not_of("._ ") + 1;
    constexpr std::size_t kLeader = 5;
    return text.size() - role >= kLeader && grammar_.role(text.substr(0, role)).has_value();
  }

  /// A name, a role, ways to reach them: a card though nobody marked it as one. The office above
  /// them may stand there too.
  [[nodiscard]] bool reads_as_card(const Paragraph& paragraph) const {
    if (paragraph.lines.size() < 2 || paragraph.lines.size() > kCardLines) return false;
    bool name = false;
    bool role = false;
    int others = 0;
    for (const Span line : paragraph.lines) {
      const SignatureLine read =
          grammar_.read(document_.text.slice(line), SignatureGrammar::Origin::printed);
      name = name || !read.persons.empty();
      role = role || read.role.has_value();
      if (read.persons.empty() && !read.role && !read.contact) ++others;
    }
    return name && role && others <= 1;
  }

  const Document& document_;
  const SignatureGrammar& grammar_;
  std::vector<SignatureBlock> blocks_;
  std::optional<SigningGroup> group_;
  bool open_ = false;                      ///< the last paragraph belongs to the last block
  const Paragraph* role_above_ = nullptr;  ///< "Sekreterare", the heading right above
  bool signing_ = false;                   ///< a line to sign on stood below such a role
  bool signed_off_ = false;                ///< "Med vänlig hälsning" stood above
};

}  // namespace

std::vector<SignatureBlock> signature_blocks(const Document& document,
                                             const SignatureGrammar& grammar) {
  BlockCollector collector(document, grammar);
  const std::vector<SectionKind> sections = section_kinds(document);
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    collector.add(document.paragraphs[i], sections[i]);
  }
  return collector.finish();
}

}  // namespace diarium
