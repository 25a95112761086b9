#include "pipeline/segment/boundaries.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "models/unicode.h"
#include "pipeline/segment/headings.h"
#include "pipeline/segment/kind_label.h"
#include "pipeline/segment/page_turn.h"
#include "pipeline/segment/paper_head.h"
#include "pipeline/segment/text_flow.h"

namespace diarium {
namespace {

// A document begins where the cues sum up to this.
constexpr double kEnough = 4.0;

// What speaks for a beginning.
constexpr double kCard = 4.0;          // header card
constexpr double kMeetingLabel = 4.0;  // "Alternativt förslag till Xs sammanträde DATE:"
constexpr double kKindLabel = 3.0;     // "ALTERNATIVT FÖRSLAG"
constexpr double kTitledLabel = 2.0;   // "Motion om träd" set as a heading
constexpr double kEMailHead = 4.0;
constexpr double kExtractOpening = 4.0;  // "Utdrag ur protokoll, fört vid sammanträde med"
constexpr double kCalled = 3.0;          // "kallas härmed till sammanträde"
constexpr double kClosed = 2.0;     // a signature block or list of recipients ended right before
constexpr double kMailEnded = 3.0;  // a page with a title, behind an e-mail
constexpr double kTitle = 2.0;      // as large as the title of the document before
constexpr double kTopOfPage = 1.0;
constexpr double kSignedPage = 1.0;    // a page with a title, behind signatures or recipients
constexpr double kMinutesBegin = 2.0;  // a § heads the page, and no minutes are under way
constexpr double kDatedHead = 3.0;   // a day, a case number or a label above a page's first heading
constexpr double kLabelBelow = 1.0;  // "Revisionsrapport" below the title that tops a page
constexpr double kCertificateEnded =
    3.0;  // a page with a title, behind the one that tells who signed
constexpr double kAttachmentMark = 3.0;  // "Bilaga 1" tops a page
constexpr double kNamed = 3.0;           // the outline names what begins at the top of the page

// What speaks for going on.
constexpr double kLabelAmid = -2.0;     // amid a page "2(7)", whose document has more pages
constexpr double kWithinEMail = -3.0;   // the head of an answered e-mail
constexpr double kKnownHeading = -3.0;  // "Sammanfattning", "§ 42": a section, not a title

// Running text of more is content, bytes; shorter lines may belong to the head of a paper.
constexpr std::size_t kContent = 80;

/// The document that is under way while the passages go by.
struct Current {
  std::size_t first_page = 0;
  bool has_content = false;  ///< more than the few short lines that head a paper
  double title_size = 0;
  bool e_mail = false;
  bool certificate = false;  ///< it tells by whom another one was signed
  bool minutes = false;      ///< a § or who was there: dissents stand in their own text
  bool paragraphs = false;   ///< a §: what is signed below it has come to its end
  std::optional<SectionKind> section;
  const Passage* last = nullptr;  ///< its last passage that is text: no note, figure or stamp
};

bool is_text(const Passage& passage) {
  return passage.kind != ParagraphKind::footnote && passage.kind != ParagraphKind::figure &&
         passage.kind != ParagraphKind::stamp && passage.kind != ParagraphKind::caption;
}

/// Town, administration and unit at the top of a page, unit and author in a column beside a date:
/// they head a paper, though they are many lines.
bool may_be_head(const Passage& passage) {
  constexpr std::size_t kMostLines = 5;
  return is_stack(passage) &&
         (passage.columns > 1 || (passage.opens_page && passage.lines.size() <= kMostLines));
}

/// Weighs the cues of one passage after another.
class Scale {
 public:
  Scale(const std::vector<Page>& pages, const std::vector<Furniture>& furniture,
        const std::vector<Passage>& passages, std::vector<OutlineHint> hints, const RuleBook& rules)
      : pages_(pages),
        furniture_(furniture),
        turns_(pages, furniture, rules),
        heads_(paper_heads(passages, pages.size(), rules)),
        hints_(std::move(hints)),
        rules_(rules),
        headings_(rules) {}

  [[nodiscard]] bool begins_document(const Passage& passage, const Current& current) const {
    if (current.last == nullptr || !may_begin(passage, current)) return false;
    return by_page(passage, current) + by_words(passage, current) +
               by_paper_head(passage, current) >=
           kEnough;
  }

  void follow(const Passage& passage, Current& current) const {
    if (passage.kind == ParagraphKind::heading) {
      current.title_size = std::max(current.title_size, passage.size());
      current.section = headings_.section_of(passage.text);
    }
    if (passage.kind == ParagraphKind::e_mail_header) current.e_mail = true;
    current.certificate =
        current.certificate || (passage.kind == ParagraphKind::heading &&
                                rules_.rule("document_kinds.certificate").whole(passage.text));
    current.paragraphs = current.paragraphs || headings_.minutes_header(passage.text);
    current.minutes = current.minutes || current.section == SectionKind::attendance ||
                      current.paragraphs || is_label_of_minutes(passage);
    const bool heads = passage.kind == ParagraphKind::header_card ||
                       passage.kind == ParagraphKind::heading ||
                       (passage.kind == ParagraphKind::body && passage.text.size() < kContent) ||
                       may_be_head(passage);
    if (!heads) current.has_content = true;
    if (is_text(passage) && !names_attachment(passage, current)) current.last = &passage;
  }

 private:
  /// "Bilaga: Rapport om träd" below the signatures ends a letter with them.
  [[nodiscard]] static bool names_attachment(const Passage& passage, const Current& current) {
    return current.last != nullptr && current.last->kind == ParagraphKind::signature &&
           passage.kind == ParagraphKind::body && passage.text.size() < kContent &&
           passage.text.starts_with("Bilag");
  }

  [[nodiscard]] bool may_begin(const Passage& passage, const Current& current) const {
    if (!is_text(passage) || passage.kind == ParagraphKind::signature) return false;
    if (passage.kind == ParagraphKind::list_item && !passage.opens_page) return false;
    if (!current.has_content && !passage.opens_page) return false;
    const bool amid_card = passage.kind == ParagraphKind::header_card &&
                           current.last->kind == ParagraphKind::header_card &&
                           (!passage.opens_page || begins_with_label(passage));
    const bool amid_head = passage.kind == ParagraphKind::e_mail_header &&
                           current.last->kind == ParagraphKind::e_mail_header &&
                           !passage.opens_page;
    if (amid_card || amid_head) return false;
    // The title of a § may be that of the motion which it treats.
    if (headings_.minutes_header(current.last->text)) return false;
    return !goes_on(*current.last, passage);
  }

  [[nodiscard]] double by_page(const Passage& passage, const Current& current) const {
    const std::size_t page = passage.first_page();
    const auto& label = furniture_[page].label;
    if (!passage.opens_page) {
      return label && label->total > 1 && label->number < label->total ? kLabelAmid : 0;
    }
    double sum = kTopOfPage;
    if (page == 0) return sum;
    sum += turns_.weight(page, current.first_page);
    if (current.e_mail && has_title(page)) sum += kMailEnded;
    if (current.certificate && has_title(page) && !repeats_head(passage)) sum += kCertificateEnded;
    const bool behind_signed =
        ended(current) && !is_known_heading(passage) && !repeats_head(passage);
    if (behind_signed && sum > 0 && has_title(page)) sum += kSignedPage;
    // A bundle that is numbered throughout has papers of several documents.
    if (sum < 0 && passage.kind == ParagraphKind::header_card && closed(current)) sum += kCard;
    if (hints_[page] == OutlineHint::none) return sum;
    // Nor does its numbering speak against what an outline of papers names.
    return kNamed + (hints_[page] == OutlineHint::names_paper ? std::max(sum, kTopOfPage) : sum);
  }

  /// A day, a number or a label above the first heading of a page head a paper; minutes print
  /// theirs on every page.
  [[nodiscard]] double by_paper_head(const Passage& passage, const Current& current) const {
    const std::size_t page = passage.first_page();
    const PaperHead& head = heads_[page];
    if (page == 0 || head.heading != &passage || is_known_heading(passage)) return 0;
    if (turns_.weight(page, current.first_page) < 0) return 0;
    if (passage.opens_page) return head.labelled_below ? kLabelBelow : 0;
    // A municipality prints the same letterhead on all of its papers.
    bool own = false;
    bool tells = false;
    for (const HeadLine& line : head.above) {
      if (stands_before(line.text, page)) continue;
      own = true;
      tells = tells || line.tells;
    }
    return (own ? kTopOfPage : 0) + (tells ? kDatedHead : 0);
  }

  /// E-mails are printed in letters of one size.
  [[nodiscard]] bool has_title(std::size_t page) const {
    constexpr double kLarger = 1.2;
    const std::vector<Block>& blocks = pages_[page].blocks;
    double body = 0;
    double largest = 0;
    for (const Block& block : blocks) {
      if (block.lines.empty()) continue;
      const double size = pages_[page].lines[block.lines.begin].size;
      if (block.kind == BlockKind::paragraph) body = std::max(body, size);
      if (block.kind == BlockKind::heading) largest = std::max(largest, size);
    }
    return body > 0 && largest > kLarger * body;
  }

  [[nodiscard]] double by_words(const Passage& passage, const Current& current) const {
    double sum = closed(current) ? kClosed : 0;
    if (passage.opens_page && is_marked_attachment(passage)) sum += kAttachmentMark;
    // Under an e-mail stands the card of whoever wrote it, but no case officer's.
    if (passage.kind == ParagraphKind::header_card &&
        (!current.e_mail || passage.opens_page || names_officer(passage))) {
      sum += kCard;
    }
    if (passage.kind == ParagraphKind::e_mail_header) {
      sum += kEMailHead + (current.e_mail && !passage.opens_page ? kWithinEMail : 0);
    }
    const bool own_head = !passage.opens_page || !repeats_head(passage) ||
                          (closed(current) && names_meeting(passage));
    if (own_head && passage.lines.size() <= 4) sum += by_label_line(passage, current);
    if (own_head && passage.kind == ParagraphKind::heading) sum += by_heading(passage, current);
    if (passage.kind == ParagraphKind::body &&
        rules_.rule("document_kinds.called").first(passage.text)) {
      sum += kCalled;
    }
    if (rules_.rule("document_kinds.extract_opening").first(passage.text)) sum += kExtractOpening;
    return sum;
  }

  /// A paper that goes on repeats the mark.
  [[nodiscard]] bool is_marked_attachment(const Passage& passage) const {
    return std::any_of(passage.lines.begin(), passage.lines.end(), [&](const PassageLine& line) {
      return rules_.rule("document_kinds.attachment_mark").whole(line.text) &&
             !stands_before(line.text, passage.first_page());
    });
  }

  /// "Datum", "Instans", "Dnr": goes on with a card whose names end the page before.
  [[nodiscard]] bool begins_with_label(const Passage& passage) const {
    for (const char* label :
         {"document_parts.card_date", "document_parts.card_body", "document_parts.card_number"}) {
      if (rules_.rule(label).whole(passage.lines.front().text)) return true;
    }
    return false;
  }

  [[nodiscard]] bool names_officer(const Passage& passage) const {
    return std::any_of(passage.lines.begin(), passage.lines.end(), [&](const PassageLine& line) {
      return rules_.rule("document_parts.card_officer").whole(line.text).has_value();
    });
  }

  [[nodiscard]] double by_label_line(const Passage& passage, const Current& current) const {
    if (passage.kind != ParagraphKind::body && passage.kind != ParagraphKind::heading) return 0;
    const auto label = kind_label_of(passage.text, rules_);
    if (!label || !label->opens) return 0;
    switch (label->form) {
      case LabelForm::meeting:
        return kMeetingLabel;
      case LabelForm::alone:
        return kKindLabel;
      case LabelForm::titled:
        return is_set_off(passage, current) ? kKindLabel : 0;
      case LabelForm::related:
        return is_set_off(passage, current) ? kTitledLabel : 0;
      case LabelForm::prefix:
        break;
    }
    return 0;
  }

  /// A copy doesn't show that a line is bold; what tops a page after signatures stands out as well.
  [[nodiscard]] static bool is_set_off(const Passage& passage, const Current& current) {
    return passage.kind == ParagraphKind::heading || (passage.opens_page && closed(current));
  }

  /// Papers of one author to one meeting begin with the same line.
  [[nodiscard]] bool names_meeting(const Passage& passage) const {
    const auto label = kind_label_of(passage.text, rules_);
    return label && label->form == LabelForm::meeting;
  }

  [[nodiscard]] double by_heading(const Passage& passage, const Current& current) const {
    if (is_dissent_behind_paper(passage, current)) return 0;
    const bool opens_minutes = headings_.minutes_header(passage.text) ||
                               (turns_.heads_minutes(passage.first_page()) &&
                                headings_.section_of(passage.text) == SectionKind::attendance);
    const bool begins_minutes = passage.opens_page && opens_minutes && !current.minutes &&
                                !turns_.heads_minutes(current.first_page);
    if (begins_minutes) return kMinutesBegin;
    if (is_known_heading(passage)) return kKnownHeading;
    return passage.size() + 0.5 >= current.title_size ? kTitle : 0;
  }

  [[nodiscard]] bool is_known_heading(const Passage& passage) const {
    return headings_.section_of(passage.text) || headings_.minutes_header(passage.text);
  }

  [[nodiscard]] bool is_label_of_minutes(const Passage& passage) const {
    const auto label = kind_label_of(passage.text, rules_);
    return label && (label->kind == DocumentKind::protokoll ||
                     label->kind == DocumentKind::protokollsutdrag);
  }

  /// A paper that is signed has come to its end: "Särskilt yttrande" below it is another's.
  [[nodiscard]] bool is_dissent_behind_paper(const Passage& passage, const Current& current) const {
    if (current.minutes || current.last->kind != ParagraphKind::signature) return false;
    const auto label = kind_label_of(passage.text, rules_);
    return label && label->kind == DocumentKind::reservation;
  }

  static bool closed(const Current& current) {
    if (current.last == nullptr) return false;
    if (current.last->kind == ParagraphKind::signature) return true;
    return current.section == SectionKind::recipients &&
           current.last->kind == ParagraphKind::list_item;
  }

  /// Page one of minutes is signed, too, before their first §.
  static bool ended(const Current& current) {
    return closed(current) && (!current.minutes || current.paragraphs);
  }

  /// Minutes print a head on every page; where it is no furniture by place, it is by its words.
  [[nodiscard]] bool repeats_head(const Passage& passage) const {
    return stands_before(passage.lines.front().text, passage.first_page());
  }

  /// Whether a line is one of the first on the page before.
  [[nodiscard]] bool stands_before(const std::string& line, std::size_t page) const {
    constexpr std::size_t kHeadLines = 6;
    if (page == 0) return false;
    const Page& before = pages_[page - 1];
    for (std::size_t i = 0; i < std::min(before.lines.size(), kHeadLines); ++i) {
      if (text_of(before, before.lines[i]) == line) return true;
    }
    return false;
  }

  const std::vector<Page>& pages_;
  const std::vector<Furniture>& furniture_;
  PageTurns turns_;
  std::vector<PaperHead> heads_;    // by page
  std::vector<OutlineHint> hints_;  // by page
  const RuleBook& rules_;
  Headings headings_;
};

std::vector<std::size_t> starts_by(const Scale& scale, const std::vector<Passage>& passages,
                                   const RuleBook& rules) {
  std::vector<std::size_t> starts;
  Current current;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (i == 0 || scale.begins_document(passages[i], current)) {
      const std::size_t start = i == 0 ? 0 : from_top_of_page(passages, i, rules);
      const bool first = starts.empty();
      if (first || (start > starts.back() && !is_scrap(passages, {starts.back(), start}))) {
        starts.push_back(start);
      }
      current = {};
      current.first_page = passages[i].first_page();
      current.e_mail = passages[i].kind == ParagraphKind::e_mail_header;
    }
    scale.follow(passages[i], current);
  }
  return starts;
}

}  // namespace

std::vector<std::size_t> find_starts(const std::vector<Passage>& passages,
                                     const std::vector<Page>& pages,
                                     const std::vector<Furniture>& furniture,
                                     const Outline& outline, const RuleBook& rules) {
  const std::vector<OutlineHint> no_hints(pages.size(), OutlineHint::none);
  std::vector<std::size_t> starts =
      starts_by(Scale(pages, furniture, passages, no_hints, rules), passages, rules);
  if (outline.empty()) return starts;
  std::vector<bool> begun(pages.size());
  for (const std::size_t start : starts) {
    if (passages[start].opens_page) begun[passages[start].first_page()] = true;
  }
  return starts_by(Scale(pages, furniture, passages, outline.hints(begun), rules), passages, rules);
}

}  // namespace diarium
