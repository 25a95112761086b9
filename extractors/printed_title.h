#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// A heading or an item of an agenda, taken apart: "Taxa för vatten Dnr SBN 2023-00041 1.2.4.1".
struct PrintedTitle {
  std::string title;  ///< what stands before the first case number or its label
  std::vector<CaseNumber> case_numbers;
  std::string rest;  ///< what stands behind the last one
};

PrintedTitle take_apart(std::string_view text, const RuleBook& rules);

}  // namespace diarium
