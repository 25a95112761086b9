// Reads every page of the files given, and does nothing else with them: what reading alone costs.
//   read_pages FILE...
// Prints one line: pages, words, CPU seconds, pages a CPU second. Pages that want OCR are counted
// apart, as their raster is made but not recognised. Issues are counted below.
#include <fmt/core.h>

#include <cstddef>
#include <ctime>
#include <map>
#include <string>

#include "pipeline/read/read.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: read_pages FILE...\n");
    return 64;
  }
  int pages = 0;
  int rasters = 0;
  int lost = 0;
  std::size_t words = 0;
  std::map<std::string, int> issues;
  const std::clock_t start = std::clock();
  for (int i = 1; i < argc; ++i) {
    auto file = diarium::open_file(argv[i], diarium::OcrChoice::automatic, {});
    if (!file) {
      fmt::print(stderr, "read_pages: {}: {}\n", argv[i], file.error().message);
      return 1;
    }
    for (int number = 1; number <= (*file)->page_count(); ++number) {
      const auto sheet = (*file)->read(number);
      ++pages;
      if (!sheet) {
        ++lost;
        continue;
      }
      if (sheet->raster) ++rasters;
      words += sheet->words.size();
      for (const std::string& issue : sheet->issues) ++issues[issue];
    }
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("{} pages ({} for OCR, {} lost), {} words, {:.2f} s CPU, {:.1f} pages/s\n", pages,
             rasters, lost, words, seconds, pages / seconds);
  for (const auto& [issue, count] : issues) fmt::print("  {} on {}\n", issue, count);
  return 0;
}
