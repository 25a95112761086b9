#include "pipeline/ocr/lost_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/bounds.h"
#include "pipeline/ocr/galley.h"

namespace diarium {
namespace {

// In heights of a line.
constexpr double kSharedHeight = 0.4;
constexpr double kWidestBlank = 2.0;
constexpr double kLeastWidth = 3.0;
constexpr double kLeastLetter = 0.2;
constexpr double kWidestLetter = 1.6;
// A signature, a stamp, a logo has fewer pieces that could be letters.
constexpr std::size_t kFewestLetters = 6;
constexpr double kMargin = 6;  // points
constexpr double kLeastConfidence = 0.8;
constexpr std::size_t kMostLines = 12;

bool shares_line(const Rect& a, const Rect& b) {
  const double height = std::min(a.height(), b.height());
  const double gap = std::max(a.left, b.left) - std::min(a.right, b.right);
  return vertical_overlap(a, b) >= kSharedHeight * height &&
         gap <= kWidestBlank * std::max(a.height(), b.height());
}

/// Boxes that stand in one line, each united.
std::vector<Rect> lines_of(std::vector<Rect> boxes) {
  std::sort(boxes.begin(), boxes.end(),
            [](const Rect& a, const Rect& b) { return a.left < b.left; });
  std::vector<Rect> lines;
  for (const Rect& box : boxes) {
    const auto line = std::find_if(lines.begin(), lines.end(),
                                   [&box](const Rect& other) { return shares_line(other, box); });
    if (line == lines.end()) {
      lines.push_back(box);
    } else {
      *line = united(*line, box);
    }
  }
  return lines;
}

bool looks_printed(const Rect& line, const InkPieces& pieces) {
  if (line.width() < kLeastWidth * line.height()) return false;
  const auto within = pieces.meeting(line);
  const auto letters = std::count_if(within.begin(), within.end(), [&](std::size_t index) {
    const Rect& piece = pieces.boxes()[index];
    return piece.height() >= kLeastLetter * line.height() && piece.height() <= line.height() &&
           piece.width() <= kWidestLetter * line.height();
  });
  return static_cast<std::size_t>(letters) >= kFewestLetters;
}

bool is_sure(const std::vector<ReadWord>& words) {
  double letters = 0;
  double trusted = 0;
  for (const ReadWord& word : words) {
    const auto count = static_cast<double>(word.letters.size());
    letters += count;
    trusted += count * word.word.confidence;
  }
  return letters >= kFewestLetters && trusted >= kLeastConfidence * letters;
}

std::vector<ReadWord> read_line(tesseract::TessBaseAPI& tesseract, const Image& ink,
                                const Rect& line, const PreparedPage& page) {
  const int margin = std::max(1, static_cast<int>(kMargin * page.resolution / kPointsPerInch));
  Box box{};
  box.x = static_cast<int>(line.left);
  box.y = static_cast<int>(line.top);
  box.w = static_cast<int>(line.width());
  box.h = static_cast<int>(line.height());
  const Image part(pixClipRectangle(ink.get(), &box, nullptr));
  Image framed(part ? pixAddBorder(part.get(), margin, 0) : nullptr);
  if (!framed) return {};
  const Point corner{line.left - margin, line.top - margin};
  const Galley galley(std::move(framed), Image(), Image(), page.resolution);
  tesseract.SetImage(galley.image().get());
  tesseract.SetSourceResolution(page.resolution);
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
  std::vector<ReadWord> words;
  if (tesseract.Recognize(nullptr) == 0)
    words = read_words(tesseract, galley, page.placement.of_part(corner));
  tesseract.Clear();
  for (ReadWord& word : words) word.pixels = moved(word.pixels, corner);
  return words;
}

}  // namespace

std::vector<ReadWord> read_lost_lines(tesseract::TessBaseAPI& tesseract, const Image& ink,
                                      const InkPieces& pieces, const std::vector<Rect>& unread,
                                      const PreparedPage& page) {
  std::vector<Rect> lines = lines_of(unread);
  std::erase_if(lines, [&pieces](const Rect& line) { return !looks_printed(line, pieces); });
  if (lines.empty() || lines.size() > kMostLines) return {};
  const tesseract::PageSegMode mode = tesseract.GetPageSegMode();
  std::vector<ReadWord> found;
  for (const Rect& line : lines) {
    std::vector<ReadWord> words = read_line(tesseract, ink, line, page);
    if (is_sure(words)) std::move(words.begin(), words.end(), std::back_inserter(found));
  }
  tesseract.SetPageSegMode(mode);
  return found;
}

}  // namespace diarium
