// What recognition costs beside plain Tesseract, page by page and by turns in one process, so that
// a busy machine troubles both alike.
//   recognition_cost [--every N] FILE...
// Diarium prepares, recognises and lays out each raster; Tesseract reads the same pixels with
// swe+Latin and its own division of the page. Models are loaded before.
// Prints the CPU seconds of each a page, their ratio, the part that preparing takes, and the most
// memory that the process had. Decoding is not counted: both need it.
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <tesseract/baseapi.h>

#include "pipeline/layout/lay_out.h"
#include "pipeline/ocr/image.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/recogniser.h"
#include "pipeline/read/read.h"

namespace {

constexpr const char* kModels = "/usr/share/tesseract-ocr/5/tessdata";

struct Cost {
  double diarium = 0;
  double preparing = 0;
  double tesseract = 0;
  int pages = 0;
};

double seconds_of(const auto& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void read_plainly(tesseract::TessBaseAPI& tesseract, const diarium::Raster& raster) {
  const diarium::Image image = diarium::to_grey_image(raster);
  tesseract.SetImage(image.get());
  const std::unique_ptr<char[]> text(tesseract.GetUTF8Text());
  tesseract.Clear();
}

void read_file(const std::string& path, int every, diarium::Recogniser& recogniser,
               tesseract::TessBaseAPI& tesseract, Cost& cost) {
  auto file = diarium::open_file(path, diarium::OcrChoice::always, {});
  if (!file) return fmt::print(stderr, "recognition_cost: {}\n", file.error().message);
  for (int number = 1; number <= (*file)->page_count(); number += every) {
    auto sheet = (*file)->read(number);
    if (!sheet || !sheet->raster) continue;
    ++cost.pages;
    cost.tesseract += seconds_of([&] { read_plainly(tesseract, *sheet->raster); });
    cost.preparing +=
        seconds_of([&] { diarium::prepare(*sheet->raster, sheet->width, sheet->height); });
    cost.diarium += seconds_of([&] { diarium::lay_out(recogniser.recognise(*std::move(sheet))); });
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  int every = 1;
  if (arguments.size() > 1 && arguments[0] == "--every") {
    every = std::max(1, std::atoi(arguments[1].c_str()));
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.empty()) {
    fmt::print(stderr, "usage: recognition_cost [--every N] FILE...\n");
    return 64;
  }
  diarium::Recogniser recogniser{diarium::OcrSettings{}};
  tesseract::TessBaseAPI tesseract;
  if (tesseract.Init(kModels, "swe+Latin", tesseract::OEM_LSTM_ONLY) != 0) return 1;
  tesseract.SetPageSegMode(tesseract::PSM_AUTO);
  for (const std::string& path : arguments) {
    Cost cost;
    read_file(path, every, recogniser, tesseract, cost);
    if (cost.pages == 0) continue;
    fmt::print(
        "{:.2f} of Tesseract's CPU: {:.2f} s a page (preparing {:.2f}), Tesseract {:.2f}, {} "
        "pages: {}\n",
        cost.diarium / cost.tesseract, cost.diarium / cost.pages, cost.preparing / cost.pages,
        cost.tesseract / cost.pages, cost.pages, path);
    std::fflush(stdout);
  }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("{} MB at most\n", used.ru_maxrss / 1024);
  return 0;
}
