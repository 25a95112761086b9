// Any line, read for names of persons.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/names.h"
#include "models/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const diarium::RuleBook rules = diarium::RuleBook::built_in();
  static const diarium::PersonNames names(rules);
  const std::string_view line(reinterpret_cast<const char*>(bytes), size);
  if (!diarium::is_utf8(line)) return 0;  // readers give nothing else
  if (const auto person = names.person(line); person && person->span.end > size) std::abort();
  for (const auto& found : {names.persons(line), names.persons_within(line)}) {
    for (const diarium::PersonName& person : found) {
      if (person.span.begin > person.span.end || person.span.end > size || person.name.empty())
        std::abort();
    }
  }
  static_cast<void>(names.party_code(line));
  return 0;
}
