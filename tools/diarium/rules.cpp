#include <fmt/format.h>

#include <iostream>

#include "extractors/rule_book.h"
#include "pipeline/run/understand.h"
#include "tools/diarium/commands.h"

namespace diarium {
namespace {

void print_matches(const Rule& rule, std::string_view text) {
  for (const Match& match : rule.matches(text)) {
    fmt::print("{:<40} {}..{}  {}\n", rule.name(), match.span().begin, match.span().end,
               text.substr(match.span().begin, match.span().size()));
  }
}

}  // namespace

int run_rules(const Arguments& arguments) {
  const RuleBook rules = rules_in_force(arguments.configuration);
  for (const std::string& name : rules.rule_names()) {
    if (arguments.text.empty()) {
      fmt::print("{}\n", name);
    } else {
      print_matches(rules.rule(name), arguments.text);
    }
  }
  return kAllWell;
}

}  // namespace diarium
