#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/query.h"

namespace diarium {

/// The field that goes by this name, Swedish or English, in any letter case: "nämnd" -> "body",
/// "år" -> "year". Nothing for other words.
std::optional<std::string_view> field_named(std::string_view name);

/// A filter in the words of the archive: {"typ", "tjänsteskrivelse"} -> {"type",
/// "tjansteskrivelse"}, {"år", ">=2019"} -> {"year", ">=2019"}. Fields and their values:
///   kind      a kind of record, "document", or "deleted" and "inserted" (text of amendments)
///   type      a kind of document
///   body, party, person, signed   names; a surname will do; signed: who signed the document
///   dnr       a case number in any spelling
///   status    of a clause: decided, recommended, proposed, proposed_official, ...
///   verb      of a clause: what is to be done, "avslå"; or its code
///   year, date, from, to          "2021", "2021-11", "2019..2022", ">=2021-11-22"
///   amount    "50000", ">1000000", "1000..2000"; in whole units
///   ocr       yes, no, uncertain: how the page was read
///   empty     what is missing: documents, signature, date, body, party, dnr, title
///   compound  no: the word itself, not within compounds or damaged
/// Throws QueryError (position 0) unless field and value fit each other.
SearchFilter canonical(const SearchFilter& filter);

/// From low to high, both included unless open; an end that is empty has no limit.
struct ValueRange {
  std::string low;
  std::string high;
  bool low_open = false;   ///< ">5"
  bool high_open = false;  ///< "<5"
};

/// "5" -> 5..5, ">=5", "<5", "5..7", "5.." and "..7".
ValueRange range_of(std::string_view value);

}  // namespace diarium
