#include "pipeline/ocr/unread_ink.h"

#include <algorithm>

namespace diarium {
namespace {

// Points.
constexpr double kRimOfWord = 2;
constexpr double kSpeck = 1.5;
constexpr double kGap = 6;
constexpr double kLeastWidth = 16;
constexpr double kLeastHeight = 12;
// Ink in a signature's box; dirt that lies together is thinner.
constexpr double kLeastInk = 0.02;
// The shadow at the edge of a copy, the frame of a page.
constexpr double kMostShareOfPage = 0.5;
constexpr std::size_t kMostPictures = 40;

Image without_words(const Image& ink, const std::vector<ReadWord>& words, int rim) {
  Image rest(pixCopy(nullptr, ink.get()));
  for (const ReadWord& word : words) {
    const Rect& box = word.pixels;
    pixRasterop(rest.get(), static_cast<int>(box.left) - rim, static_cast<int>(box.top) - rim,
                static_cast<int>(box.width()) + 2 * rim, static_cast<int>(box.height()) + 2 * rim,
                PIX_CLR, nullptr, 0, 0);
  }
  return rest;
}

// What lies together after each gap up to `gap` pixels is filled.
std::vector<Box> groups_of(const Image& ink, int gap) {
  l_int32 empty = 1;
  if (pixZero(ink.get(), &empty) != 0 || empty != 0) return {};  // as most pages of print are
  const Image joined(pixCloseSafeBrick(nullptr, ink.get(), gap, gap));
  const BoxList found(joined ? pixConnCompBB(joined.get(), 8) : nullptr);
  std::vector<Box> groups;
  for (int i = 0; found && i < boxaGetCount(found.get()); ++i) {
    Box box{};
    boxaGetBoxGeometry(found.get(), i, &box.x, &box.y, &box.w, &box.h);
    groups.push_back(box);
  }
  return groups;
}

double share_of_ink(const Image& ink, Box box) {
  const Image part(pixClipRectangle(ink.get(), &box, nullptr));
  l_int32 count = 0;
  if (part) pixCountPixels(part.get(), &count, nullptr);
  return count / (static_cast<double>(box.w) * box.h);
}

}  // namespace

std::vector<Rect> find_unread_ink(const Image& ink, const std::vector<ReadWord>& words,
                                  int resolution) {
  if (!ink) return {};
  Image rest = without_words(ink, words, whole_pixels(kRimOfWord, resolution));
  const int speck = whole_pixels(kSpeck, resolution);
  rest.reset(
      pixSelectBySize(rest.get(), speck, speck, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GT, nullptr));
  if (!rest) return {};
  const double page = static_cast<double>(pixGetWidth(ink.get())) * pixGetHeight(ink.get());
  std::vector<Rect> found;
  for (const Box& box : groups_of(rest, whole_pixels(kGap, resolution))) {
    if (box.w < whole_pixels(kLeastWidth, resolution) ||
        box.h < whole_pixels(kLeastHeight, resolution))
      continue;
    if (static_cast<double>(box.w) * box.h > kMostShareOfPage * page) continue;
    if (share_of_ink(rest, box) < kLeastInk) continue;
    found.push_back({static_cast<double>(box.x), static_cast<double>(box.y),
                     static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)});
  }
  std::sort(found.begin(), found.end(),
            [](const Rect& a, const Rect& b) { return a.area() > b.area(); });
  if (found.size() > kMostPictures) found.resize(kMostPictures);
  return found;
}

}  // namespace diarium
