#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/segment/amended_text.h"
#include "pipeline/segment/contradictions.h"
#include "pipeline/segment/segment.h"
#include "pipeline/segment/title_match.h"
#include "pipeline/segment/variants.h"

namespace diarium {
namespace {

// Papers of a bundle are compared with so many titles at most: a hostile file has thousands.
constexpr std::size_t kMostItems = 400;

/// An item of the agenda of a kallelse.
struct ItemPlace {
  std::size_t document;
  AgendaItem* item;
};

bool same_case(const CaseNumber& a, const CaseNumber& b) {
  const bool same_authority =
      a.authority.empty() || b.authority.empty() || a.authority == b.authority;
  return same_authority && a.year == b.year && a.serial == b.serial && a.serial != 0;
}

/// Kinds that are handed in with a memo and have no case of their own.
bool may_be_attached(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::rapport:
    case DocumentKind::handlingsplan:
    case DocumentKind::e_post:
    case DocumentKind::bilaga:
    case DocumentKind::flodesschema:
    case DocumentKind::ovrigt:
    case DocumentKind::yttrande:
      return true;
    default:
      return false;
  }
}

/// Kinds that come from members, who sign with their party.
bool has_proposers(DocumentKind kind) {
  return kind != DocumentKind::protokoll && kind != DocumentKind::protokollsutdrag &&
         kind != DocumentKind::kallelse && kind != DocumentKind::voteringslista &&
         kind != DocumentKind::anslag;
}

/// Links the documents of one file.
class Linker {
 public:
  explicit Linker(Understanding& understanding)
      : documents_(understanding.documents),
        findings_(understanding.findings),
        marks_(understanding.marks) {}

  void link() {
    collect_items();
    find_authority();
    for (std::size_t i = 0; i < documents_.size(); ++i) name_extract(i);
    for (std::size_t i = 0; i < documents_.size(); ++i) link_item(i);
    for (std::size_t i = 0; i < documents_.size(); ++i) link_attachments(i);
    infer_agenda_codes();
    find_amended_words();
    find_contradictions(documents_, findings_);
    for (std::size_t i = 0; i < documents_.size(); ++i) set_parties(i);
    marks_.clear();
    std::vector<WordRuns> runs;
    for (const Document& document : documents_) runs.push_back(word_runs_of(document.text.view()));
    for (const WordRuns& of_document : runs) marks_.push_back(marks_of(of_document));
    const auto repeats = near_repeats(runs);
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (repeats[i]) documents_[i].variant_of = documents_[*repeats[i]].id;
    }
  }

 private:
  void collect_items() {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (documents_[i].kind != DocumentKind::kallelse) continue;
      for (Finding& finding : findings_[i]) {
        auto* item = std::get_if<AgendaItem>(&finding.record);
        if (item != nullptr && items_.size() < kMostItems) items_.push_back({i, item});
      }
    }
  }

  [[nodiscard]] const ItemPlace* item_of(const Document& document) const {
    for (const ItemPlace& place : items_) {
      if (!place.item->case_number) continue;
      for (const CaseNumber& number : document.case_numbers) {
        if (same_case(number, *place.item->case_number)) return &place;
      }
    }
    const ItemPlace* best = nullptr;
    double likeness = kSameTitle;
    for (const ItemPlace& place : items_) {
      const double alike = title_likeness(place.item->title, document.title);
      if (alike < likeness) continue;
      likeness = alike;
      best = &place;
    }
    return best;
  }

  /// An agenda leaves the authority out of its numbers; the papers behind it print the one that all
  /// of them have.
  void find_authority() {
    for (const Document& document : documents_) {
      for (const CaseNumber& number : document.case_numbers) {
        if (number.authority.empty() || number.authority == authority_) continue;
        if (!authority_.empty()) return authority_.clear();
        authority_ = number.authority;
      }
    }
  }

  /// An extract is of one §, whose title and case are its own.
  void name_extract(std::size_t i) {
    Document& document = documents_[i];
    if (document.kind != DocumentKind::protokollsutdrag) return;
    const MinutesParagraph* only = nullptr;
    for (const Finding& finding : findings_[i]) {
      const auto* paragraph = std::get_if<MinutesParagraph>(&finding.record);
      if (paragraph == nullptr) continue;
      if (only != nullptr) return;
      only = paragraph;
    }
    if (only == nullptr) return;
    if (!only->title.empty()) {
      document.title = only->title;
      document.provenance["title"] = Provenance::heading;
    }
    if (document.case_numbers.empty() && !only->case_numbers.empty()) {
      document.case_numbers = only->case_numbers;
      document.provenance["case_numbers"] = Provenance::heading;
    }
  }

  void link_item(std::size_t i) {
    Document& document = documents_[i];
    if (document.kind == DocumentKind::kallelse || document.kind == DocumentKind::e_post) return;
    const ItemPlace* place = item_of(document);
    if (place == nullptr) return;
    const Document& agenda = documents_[place->document];
    place->item->documents.push_back(document.id);
    document.agenda_item = place->item->number;
    document.parent = agenda.id;
    if (document.body.empty() && !agenda.body.empty()) {
      document.body = agenda.body;
      document.provenance["body"] = Provenance::agenda;
    }
    if (!document.meeting_date && agenda.meeting_date) {
      document.meeting_date = agenda.meeting_date;
      document.provenance["meeting_date"] = Provenance::agenda;
    }
    if (document.case_numbers.empty() && place->item->case_number) {
      document.case_numbers.push_back(*place->item->case_number);
      CaseNumber& number = document.case_numbers.back();
      if (number.authority.empty()) number.authority = authority_;
      document.provenance["case_numbers"] = Provenance::agenda;
    }
  }

  void attach(Document& attached, const Document& memo, Provenance provenance) {
    attached.parent = memo.id;
    attached.provenance["parent"] = provenance;
    if (attached.agenda_item.empty()) attached.agenda_item = memo.agenda_item;
    if (attached.case_numbers.empty() && !memo.case_numbers.empty()) {
      attached.case_numbers = memo.case_numbers;
      attached.provenance["case_numbers"] = Provenance::inferred;
    }
    if (attached.kind == DocumentKind::ovrigt) attached.kind = DocumentKind::bilaga;
  }

  /// Rival proposals in one matter: a title that holds another's whole title has its code.
  void infer_agenda_codes() {
    std::vector<const Document*> coded;
    for (const Document& document : documents_) {
      const bool long_title = std::count(document.title.begin(), document.title.end(), ' ') >= 2;
      if (!document.agenda_code.empty() && long_title && coded.size() < kMostItems)
        coded.push_back(&document);
    }
    for (Document& document : documents_) {
      if (!document.agenda_code.empty() || !has_proposers(document.kind)) continue;
      for (const Document* other : coded) {
        if (!ends_with_title(document.title, other->title)) continue;
        document.agenda_code = other->agenda_code;
        document.provenance["agenda_code"] = Provenance::inferred;
        break;
      }
    }
  }

  static bool ends_with_title(std::string_view title, std::string_view other) {
    return title == other || (title.size() > other.size() && title.ends_with(other) &&
                              title[title.size() - other.size() - 1] == ' ');
  }

  /// What a text that is changed by its place ("Sid 7, första stycket") says in the paper of the
  /// same matter that lies in the same file: a likelihood, no fact.
  void find_amended_words() {
    std::size_t looked_up = 0;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      for (Finding& finding : findings_[i]) {
        auto* amendment = std::get_if<Amendment>(&finding.record);
        const bool open = amendment != nullptr && !amendment->locator.empty() &&
                          amendment->old_text.empty() && amendment->hypothesis.empty();
        if (!open || ++looked_up > kMostItems) continue;
        amendment->hypothesis = likely_change(i, *amendment);
      }
    }
  }

  [[nodiscard]] std::string likely_change(std::size_t i, const Amendment& amendment) const {
    for (const Document& other : documents_) {
      const bool same_matter = other.agenda_code == documents_[i].agenda_code;
      if (&other == &documents_[i] || !same_matter) continue;
      const std::string old = replaced_words(other.text.view(), amendment);
      if (!old.empty()) return old + " → " + amendment.new_text;
    }
    return {};
  }

  /// Papers named as attachments, and those that merely follow a memo with attachments.
  void link_attachments(std::size_t i) {
    std::vector<Finding*> missing;
    for (Finding& finding : findings_[i]) {
      auto* attachment = std::get_if<Attachment>(&finding.record);
      if (attachment == nullptr) continue;
      const std::optional<std::size_t> found = attached_document(i, attachment->title);
      attachment->present = found.has_value();
      if (found) {
        attach(documents_[*found], documents_[i], Provenance::stated);
      } else {
        missing.push_back(&finding);
      }
    }
    const std::size_t next = i + 1;
    if (!missing.empty() && next < documents_.size()) {
      Document& follower = documents_[next];
      if (follower.parent.empty() && may_be_attached(follower.kind)) {
        attach(follower, documents_[i], Provenance::inferred);
        // The last one that is looked for is what lies behind, when they speak of the same.
        auto& attachment = std::get<Attachment>(missing.front()->record);
        if (missing.size() == 1 && share_a_word(attachment.title, follower.title)) {
          attachment.present = true;
          missing.clear();
        }
      }
    }
    for (Finding* finding : missing) add_issue(*finding, "missing_attachment");
  }

  [[nodiscard]] std::optional<std::size_t> attached_document(std::size_t memo,
                                                             std::string_view title) const {
    const std::size_t end = std::min(documents_.size(), memo + 1 + kMostItems);
    std::optional<std::size_t> best;
    double likeness = kSameTitle;
    for (std::size_t i = memo + 1; i < end; ++i) {
      const Document& other = documents_[i];
      if (!may_be_attached(other.kind)) continue;
      const double alike = title_likeness(title, other.title);
      if (alike <= likeness && !(alike == likeness && !best)) continue;
      likeness = alike;
      best = i;
    }
    return best;
  }

  static void add_issue(Finding& finding, const std::string& issue) {
    if (std::find(finding.issues.begin(), finding.issues.end(), issue) == finding.issues.end()) {
      finding.issues.push_back(issue);
    }
  }

  void set_parties(std::size_t i) {
    Document& document = documents_[i];
    if (!has_proposers(document.kind)) return;
    for (const Finding& finding : findings_[i]) {
      const auto* signature = std::get_if<Signature>(&finding.record);
      if (signature == nullptr || signature->party.empty() || signature->role_kind != "signer") {
        continue;
      }
      auto& parties = document.parties;
      if (std::find(parties.begin(), parties.end(), signature->party) == parties.end()) {
        parties.push_back(signature->party);
      }
    }
  }

  std::vector<Document>& documents_;
  std::vector<std::vector<Finding>>& findings_;
  std::vector<WordRuns>& marks_;
  std::vector<ItemPlace> items_;
  std::string
      authority_;  // of all case numbers that papers of the file state; empty if they differ
};

}  // namespace

void link(Understanding& understanding) {
  Linker(understanding).link();
}

}  // namespace diarium
