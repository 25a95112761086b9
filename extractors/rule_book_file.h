#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"

namespace diarium {

/// A rule as written in a rule file.
struct WrittenRule {
  std::string pattern;  ///< with its macros
  double confidence = 1.0;
  std::vector<std::string> match;
  std::vector<std::string> reject;
};

/// What one rule file says.
struct WrittenFile {
  std::map<std::string, WrittenRule> rules;  ///< by name within the file
  std::vector<Term> terms;                   ///< in the order of the file
  std::vector<std::string> removed_rules;    ///< only of use in an overlay
  std::vector<std::string> removed_terms;
};

/// Reads a rule file. Throws std::runtime_error that names `file`, the entry and the reason.
WrittenFile parse_rule_file(std::string_view file, std::string_view content);

/// Lays `overlay` over `base`, entry by entry: those of the same name are replaced, others added.
void lay_over(WrittenFile& base, const WrittenFile& overlay);

}  // namespace diarium
