#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// Whether a document tells of a meeting that was held: protokoll or a part of one.
bool is_minutes(const Document& document);

/// A sentence of minutes and where it belongs.
struct MinutesSentence {
  std::string_view text;  ///< views the document
  Span span;              ///< bytes of Document::text
  SectionKind section = SectionKind::other;
  std::string_view item;      ///< "§ 42"; views the document
  std::size_t paragraph = 0;  ///< index into Document::paragraphs
};

/// The sentences of the running text and lists of minutes, in order; none for other documents.
std::vector<MinutesSentence> minutes_sentences(const Document& document, const RuleBook& rules);

/// "Eva Ek (S)", "Eva Ek".
std::string printed_name(const PersonName& person);

/// Who is named in a text: persons with their parties; else parties and groups as printed.
std::vector<std::string> people_in(std::string_view text, const PersonNames& names,
                                   const RuleBook& rules);

}  // namespace diarium
