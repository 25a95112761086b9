#include "pipeline/read/pdf_outline.h"

#include <poppler/Catalog.h>
#include <poppler/Link.h>
#include <poppler/Outline.h>
#include <poppler/Page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// Of hostile outlines; a bundle of thousands of pages has some hundred entries.
constexpr int kMostEntries = 5'000;

std::string title_of(const OutlineItem& item) {
  const int length = item.getTitleLength();
  if (length <= 0 || length > static_cast<int>(kLongestBookmark)) return {};
  std::u32string points;
  for (int i = 0; i < length; ++i) {
    const auto point = static_cast<char32_t>(item.getTitle()[i]);
    points += point < 0x20 ? U' ' : point;
  }
  std::string title = squeeze_blanks(to_nfc(to_utf8(points)));
  return title.size() > kLongestBookmark ? std::string() : title;
}

/// Walks the tree, parents first.
class OutlineWalk {
 public:
  explicit OutlineWalk(PDFDoc& document) : document_(document) {}

  std::map<int, std::vector<OutlineEntry>> entries() && {
    Outline* const outline = document_.getOutline();
    if (outline != nullptr) add(outline->getItems(), 0);
    return std::move(entries_);
  }

 private:
  void add(const std::vector<OutlineItem*>* items, int level) {
    if (items == nullptr) return;
    for (OutlineItem* const item : *items) {
      if (++seen_ > kMostEntries) return;
      add(*item, level);
      if (level == kDeepestBookmark || !item->hasKids()) continue;
      item->open();
      add(item->getKids(), level + 1);
    }
  }

  void add(const OutlineItem& item, int level) {
    const std::unique_ptr<LinkDest> destination = destination_of(item);
    std::string title = title_of(item);
    if (!destination || !destination->isOk() || title.empty()) return;
    const int page = destination->isPageRef() ? document_.findPage(destination->getPageRef())
                                              : destination->getPageNum();
    if (page < 1 || page > document_.getNumPages()) return;
    std::vector<OutlineEntry>& there = entries_[page];
    if (there.size() == kMostBookmarksOnPage) return;
    const LinkDestKind kind = destination->getKind();
    const bool placed = (kind == destXYZ && destination->getChangeTop()) || kind == destFitH ||
                        kind == destFitBH || kind == destFitR;
    there.push_back({.title = std::move(title),
                     .level = level,
                     .whole_page = !placed,
                     .place = {destination->getLeft(), destination->getTop()}});
  }

  [[nodiscard]] std::unique_ptr<LinkDest> destination_of(const OutlineItem& item) const {
    const LinkAction* const action = item.getAction();
    if (action == nullptr || action->getKind() != actionGoTo) return nullptr;
    const auto& link = static_cast<const LinkGoTo&>(*action);
    if (link.getDest() != nullptr) return std::make_unique<LinkDest>(*link.getDest());
    return link.getNamedDest() == nullptr ? nullptr : document_.findDest(link.getNamedDest());
  }

  PDFDoc& document_;
  std::map<int, std::vector<OutlineEntry>> entries_;
  int seen_ = 0;
};

}  // namespace

std::map<int, std::vector<OutlineEntry>> outline_of(PDFDoc& document) {
  return OutlineWalk(document).entries();
}

std::vector<Bookmark> bookmarks_on(PDFDoc& document, int number, int turn,
                                   const std::vector<OutlineEntry>& entries) {
  std::vector<Bookmark> bookmarks;
  Page* const page = document.getPage(number);
  if (page == nullptr || !page->isOk()) return bookmarks;
  std::array<double, 6> matrix{};
  page->getDefaultCTM(matrix.data(), kPointsPerInch, kPointsPerInch, turn, /*useMediaBox=*/false,
                      /*upsideDown=*/true);
  for (const OutlineEntry& entry : entries) {
    const double y = matrix[1] * entry.place.x + matrix[3] * entry.place.y + matrix[5];
    const bool on_page = !entry.whole_page && std::isfinite(y);
    bookmarks.push_back(
        {.title = entry.title,
         .level = entry.level,
         .y = on_page ? std::clamp(y, 0.0, std::max(page->getCropHeight(), page->getCropWidth()))
                      : 0});
  }
  return bookmarks;
}

}  // namespace diarium
