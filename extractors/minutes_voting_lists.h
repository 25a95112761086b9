#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "models/table.h"

namespace diarium {

/// Who voted how, of the columns Ja, Nej and Avstår of a voting list.
struct VotingList {
  std::string item;                    ///< "§ 122", where the head of its columns says it
  std::vector<std::string> yes_names;  ///< as printed, with party: "Eva Ek (S)"
  std::vector<std::string> no_names;
  std::vector<std::string> abstained_names;
  std::optional<int> yes;  ///< of the row that sums up
  std::optional<int> no;
  std::optional<int> abstained;
};

/// The votes that a table lists: one for each group of columns that begins with Ja. A row is a
/// member, whose party may have a column of its own; where a substitute is named too, the
/// substitute voted. Nothing for other tables.
std::vector<VotingList> voting_lists_of(const Table& table, const RuleBook& rules,
                                        const PersonNames& names);

}  // namespace diarium
