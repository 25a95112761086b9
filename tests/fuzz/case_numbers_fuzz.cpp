// Any text, read for case numbers.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/case_headers.h"
#include "models/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const diarium::RuleBook rules = diarium::RuleBook::built_in();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (!diarium::is_utf8(text)) return 0;  // readers give nothing else
  std::size_t end = 0;
  for (const diarium::FoundCaseNumber& found : diarium::parse_case_numbers(text, rules)) {
    if (found.span.begin < end || found.span.end > size) std::abort();
    end = found.span.end;
    static_cast<void>(diarium::normal_form(found.number));
  }
  return 0;
}
