#pragma once

#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// What stands in the header card of an official's paper. Empty = not printed.
struct HeaderCard {
  std::string officer;
  std::string role;          ///< "Handläggare"
  std::string unit;          ///< "Socialförvaltningen" above the author's name
  std::string date;          ///< as printed under or after "Datum"
  std::string loose_date;    ///< one without a label, beside the number or the author
  std::string meeting_date;  ///< one under the name of the body that the paper goes to
  std::string body;          ///< as printed under or after "Instans"
  std::string number;        ///< as printed after "Dnr"
  bool has_contact = false;  ///< a telephone or an e-mail address

  /// An officer with a way to reach them, or two of the labels Datum, Instans, Dnr: an official's
  /// memo.
  [[nodiscard]] bool opens_memo() const;
  /// Name, address and unit of an author: a report.
  [[nodiscard]] bool names_author() const;
};

/// Marks the passages of header cards (ParagraphKind::header_card): runs of nothing but names,
/// roles, telephones, addresses, Datum, Instans, Dnr and their values.
void mark_header_cards(std::vector<Passage>& passages, const std::vector<Page>& pages,
                       const RuleBook& rules);

/// What the first header card among the passages says; empty fields where there is none.
HeaderCard card_of(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                   const RuleBook& rules);

/// What the head of a page says of its paper in such words, in whatever form: what stands above
/// `bottom` (points from the top), and the running head. `furniture` is beside Page::lines.
HeaderCard head_of(const Page& page, const std::vector<bool>& furniture, double bottom,
                   const RuleBook& rules);

/// The card, its empty fields filled from what the head of its page says.
HeaderCard completed(HeaderCard card, const HeaderCard& head);

}  // namespace diarium
