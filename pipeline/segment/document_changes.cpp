#include "pipeline/segment/document_changes.h"

#include <algorithm>

#include "models/unicode.h"

namespace diarium {
namespace {

/// Pages are in order.
const Page* page_of(const Piece& piece, const std::vector<Page>& pages) {
  const auto page = std::partition_point(
      pages.begin(), pages.end(),
      [&piece](const Page& candidate) { return candidate.number < piece.page; });
  return page == pages.end() || page->number != piece.page ? nullptr : &*page;
}

const TrackedChange* change_of(const Piece& piece, const Page& page) {
  const Point centre = piece.box.centre();
  const auto change = std::find_if(
      page.changes.begin(), page.changes.end(),
      [centre](const TrackedChange& candidate) { return candidate.box.contains(centre); });
  return change == page.changes.end() ? nullptr : &*change;
}

bool goes_on(const DocumentChange& before, const TrackedChange& change, const Piece& piece,
             const Text& text) {
  return before.inserted == change.inserted && before.author == change.author &&
         before.made_on == change.made_on &&
         trim(text.slice({before.span.end, piece.span.begin})).empty();
}

}  // namespace

void add_changes(const std::vector<Page>& pages, Document& document) {
  const bool any = std::any_of(pages.begin(), pages.end(),
                               [](const Page& page) { return !page.changes.empty(); });
  if (!any) return;
  std::vector<DocumentChange>& changes = document.changes;
  for (const Piece& piece : document.text.pieces()) {
    const Page* const page = page_of(piece, pages);
    const TrackedChange* const change = page == nullptr ? nullptr : change_of(piece, *page);
    if (change == nullptr) continue;
    if (!changes.empty() && goes_on(changes.back(), *change, piece, document.text)) {
      changes.back().span.end = piece.span.end;
    } else {
      changes.push_back({piece.span, change->inserted, change->author, change->made_on});
    }
  }
}

}  // namespace diarium
