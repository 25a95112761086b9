// Any words in any lines: segmentation, all rules, all extractors. A line is set as its first
// letters say:
//   "# " larger   "* " bold   "> " set in   "+ " in the same block as the line before   a form
//   feed: a new page
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "models/unicode.h"
#include "tests/fuzz/understood.h"

namespace {

using diarium::Page;

// Points.
constexpr double kLeft = 60;
constexpr double kTop = 60;
constexpr double kPitch = 14;
constexpr double kSize = 11;
constexpr double kWord = 45;

class PageSetter {
 public:
  std::vector<Page> pages_of(const std::string& text) {
    begin_page();
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with('\f')) begin_page();
      add(line);
      y_ += kPitch;
    }
    return std::move(pages_);
  }

 private:
  void begin_page() {
    pages_.push_back({.number = static_cast<int>(pages_.size()) + 1, .width = 595, .height = 842});
    y_ = kTop;
  }

  static bool take(std::string& line, const char* mark) {
    if (!line.starts_with(mark)) return false;
    line.erase(0, 2);
    return true;
  }

  void add(std::string line) {
    const bool goes_on = take(line, "+ ");
    const double size = take(line, "# ") ? 2 * kSize : kSize;
    const bool bold = take(line, "* ");
    double x = take(line, "> ") ? 2 * kLeft : kLeft;
    Page& page = pages_.back();
    const std::size_t begin = page.words.size();
    std::istringstream words(line);
    for (std::string word; words >> word; x += kWord) {
      page.words.push_back({.text = word,
                            .box = {x, y_, x + kWord - 3, y_ + size},
                            .baseline = y_ + size,
                            .size = size,
                            .style = {.bold = bold}});
    }
    if (page.words.size() == begin) return;
    const diarium::Rect box{page.words[begin].box.left, y_, x, y_ + size};
    const std::size_t number = page.lines.size();
    page.lines.push_back({.words = {begin, page.words.size()},
                          .box = box,
                          .baseline = y_ + size,
                          .size = size,
                          .bold = bold});
    if (goes_on && !page.blocks.empty()) {
      page.blocks.back().lines.end = number + 1;
      page.blocks.back().box.bottom = box.bottom;
    } else {
      page.blocks.push_back({.kind = size > kSize || bold ? diarium::BlockKind::heading
                                                          : diarium::BlockKind::paragraph,
                             .lines = {number, number + 1},
                             .box = box});
    }
  }

  std::vector<Page> pages_;
  double y_ = kTop;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (!diarium::is_utf8(text)) return 0;  // readers give nothing else
  diarium::fuzz::understand(PageSetter().pages_of(text));
  return 0;
}
