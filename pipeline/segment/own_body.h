#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "pipeline/segment/header_card.h"
#include "pipeline/segment/meeting_line.h"
#include "pipeline/segment/passage.h"
#include "pipeline/segment/title.h"

namespace diarium {

/// What a paper prints around its text.
struct BodyEvidence {
  const std::vector<Passage>& passages;
  const HeaderCard& card;
  const Title& title;
  const std::vector<std::string>& heads;  ///< lines of the running head
  const std::optional<MeetingLine>& meeting;
};

/// Whether members write papers of a kind, or a kind isn't known.
bool is_of_member(DocumentKind kind);

/// Sets the body that a document is of, or is put to, and where that comes from: the card, the
/// label, the letter of summons, a heading "Xs beslut", a clause "föreslås X besluta". Kind, text
/// and sections must be there.
void find_body(const BodyEvidence& evidence, const RuleBook& rules, Document& document);

}  // namespace diarium
