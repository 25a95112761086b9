// A rule file that somebody wrote for another municipality: read, compiled, tried on its own
// examples.
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "extractors/rule_book_file.h"
#include "extractors/rule_book_pattern.h"

namespace {

void try_rule(const diarium::WrittenRule& written, const std::string& terms) {
  const std::string expanded =
      diarium::expand_macros(written.pattern, [&](std::string_view) { return terms; });
  const auto pattern = diarium::compile_pattern(expanded);
  for (const auto* examples : {&written.match, &written.reject}) {
    for (const std::string& example : *examples) {
      static_cast<void>(re2::RE2::PartialMatch(example, *pattern->expression));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view content(reinterpret_cast<const char*>(bytes), size);
  try {
    diarium::WrittenFile file = diarium::parse_rule_file("a.toml", content);
    const std::string terms = diarium::alternation_of(file.terms);
    for (const auto& [name, rule] : file.rules) try_rule(rule, terms);
    diarium::lay_over(file, diarium::WrittenFile(file));
  } catch (const std::runtime_error&) {
    return 0;  // says which rule is broken
  }
  return 0;
}
