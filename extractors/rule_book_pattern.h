#pragma once

#include <re2/re2.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"

namespace diarium {

/// A rule as compiled. Only rule_book*.cpp may include this file: it shows RE2.
struct Rule::Pattern {
  std::string name;
  double confidence = 1.0;
  std::unique_ptr<re2::RE2> expression;
  std::vector<std::string> group_names;  ///< by group number from 1; empty for an unnamed group
  std::vector<int> begin_edges;          ///< numbers of the groups that stand for `\<`
  std::vector<int> end_edges;            ///< numbers of the groups that stand for `\>`
};

/// Gives the RE2 text that a macro `%{name}` stands for; throws std::runtime_error for an unknown
/// name.
using MacroText = std::function<std::string(std::string_view name)>;

/// Replaces `\_` and `%{name}` in a pattern of a rule file; the word edges stay.
std::string expand_macros(std::string_view pattern, const MacroText& macro);

/// All forms of a vocabulary as one RE2 alternation, the longest first; blanks match blanks of any
/// kind.
std::string alternation_of(const std::vector<Term>& terms);

/// Compiles a pattern whose macros are expanded. Throws std::runtime_error with RE2's reason.
std::unique_ptr<Rule::Pattern> compile_pattern(std::string_view expanded);

}  // namespace diarium
