// Any words on a page: segmentation, all rules and extractors, case numbers, names.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "models/unicode.h"
#include "pipeline/run/understand.h"

namespace {

diarium::Page page_of(const std::string& text) {
  diarium::Page page{.number = 1, .width = 595, .height = 842};
  std::istringstream lines(text);
  double y = 60;
  for (std::string line; std::getline(lines, line); y += 14) {
    const std::size_t begin = page.words.size();
    std::istringstream words(line);
    double x = 60;
    for (std::string word; words >> word; x += 50) {
      page.words.push_back(
          {.text = word, .box = {x, y, x + 45, y + 12}, .baseline = y + 10, .size = 11});
    }
    if (page.words.size() > begin) {
      page.lines.push_back({.words = {begin, page.words.size()},
                            .box = {60, y, x, y + 12},
                            .baseline = y + 10,
                            .size = 11});
    }
  }
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    page.blocks.push_back({.lines = {i, i + 1}, .box = page.lines[i].box});
  return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const diarium::Understander understander(diarium::RuleBook::built_in());
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (!diarium::is_utf8(text)) return 0;  // readers give nothing else
  static_cast<void>(understander.understand({page_of(text)}, "0123456789abcdef", "a.pdf"));
  return 0;
}
