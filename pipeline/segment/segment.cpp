#include "pipeline/segment/segment.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "models/unicode.h"
#include "pipeline/segment/boundaries.h"
#include "pipeline/segment/closing.h"
#include "pipeline/segment/e_mail_head.h"
#include "pipeline/segment/furniture.h"
#include "pipeline/segment/header_card.h"
#include "pipeline/segment/header_fields.h"
#include "pipeline/segment/heading_lines.h"
#include "pipeline/segment/instructions.h"
#include "pipeline/segment/kind.h"
#include "pipeline/segment/outline.h"
#include "pipeline/segment/passage.h"
#include "pipeline/segment/running_text.h"
#include "pipeline/segment/sections.h"
#include "pipeline/segment/text_flow.h"
#include "pipeline/segment/title.h"

namespace diarium {
namespace {

/// The pages of a file and what is known of them.
struct File {
  const std::vector<Page>& pages;
  const std::vector<Furniture>& furniture;
  const Outline& outline;
  const RuleBook& rules;
  const std::string& source;
  const std::string& path;
};

std::vector<Passage> marked_passages(const File& file) {
  std::vector<Passage> passages = passages_of(file.pages, file.furniture);
  mark_e_mail_heads(passages, file.rules);
  mark_header_cards(passages, file.pages, file.rules);
  mark_headings(passages, file.pages, file.outline, file.rules);
  mark_signatures(passages, file.pages, file.rules);
  return passages;
}

/// A line of its own right above a table names it.
bool names_table(const Passage& passage) {
  constexpr std::size_t kLongestCaption = 120;  // bytes
  return passage.lines.size() <= 2 && passage.text.size() <= kLongestCaption &&
         is_upper(first_point(passage.text)) && !passage.text.ends_with('.') &&
         passage.kind == ParagraphKind::body;
}

void mark_captions(std::vector<Passage>& passages, const RuleBook& rules) {
  const Rule& caption = rules.rule("document_parts.caption");
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& passage = passages[i];
    if (passage.kind != ParagraphKind::body && passage.kind != ParagraphKind::heading) continue;
    const bool above_table =
        i + 1 < passages.size() && passages[i + 1].kind == ParagraphKind::table;
    const bool announces = passage.bold() && passage.text.ends_with(':');
    if ((above_table && (announces || names_table(passage))) || caption.first(passage.text)) {
      passage.kind = ParagraphKind::caption;
    }
  }
}

/// Above which line of a document's first page its head stands: its title's; 0 without one there.
double bottom_of_head(const std::vector<Passage>& passages) {
  const std::size_t page = passages.front().first_page();
  const auto title = std::find_if(passages.begin(), passages.end(), [&](const Passage& passage) {
    return passage.kind == ParagraphKind::title && passage.first_page() == page;
  });
  return title == passages.end() ? 0 : title->lines.front().box.top;
}

/// What card and head of the first page say. The days in the head of minutes and summonses are
/// those of meetings, and an e-mail has a head of its own.
HeaderCard printed_fields(const HeaderCard& card, const std::vector<Passage>& passages,
                          const File& file, DocumentKind kind) {
  if (kind == DocumentKind::e_post) return card;
  const std::size_t page = passages.front().first_page();
  // A paper that begins within a page has no head of the page.
  if (!passages.front().opens_page) return card;
  HeaderCard head =
      head_of(file.pages[page], file.furniture[page].lines, bottom_of_head(passages), file.rules);
  const bool minutes = kind == DocumentKind::protokoll || kind == DocumentKind::protokollsutdrag;
  if (minutes) head.date.clear();
  if (minutes || kind == DocumentKind::kallelse) {
    head.loose_date.clear();
    head.meeting_date.clear();
  }
  return completed(card, head);
}

/// The document of some consecutive passages.
Document document_of(std::vector<Passage> passages, const File& file, Document document,
                     bool alone_in_file) {
  passages = with_instructions(rejoined(std::move(passages)), file.pages, file.rules);
  passages = with_labels_cut_off(std::move(passages), file.pages, file.rules);
  mark_captions(passages, file.rules);
  const HeaderCard card = card_of(passages, file.pages, file.rules);
  const Title title = find_title(passages, file.rules);
  document.title = title.text;
  const std::size_t first_page = passages.front().first_page();
  write_text(passages, file.pages, document);
  find_sections(document, file.rules);
  find_kind(document,
            {.card = card,
             .heads = file.furniture[first_page].head,
             .labels = title.lines,
             .file_name_counts = alone_in_file},
            file.rules);
  find_header_fields(passages, printed_fields(card, passages, file, document.kind), title,
                     file.furniture[first_page].head, file.rules, document);
  return document;
}

Document unread_document(const File& file, std::size_t index) {
  Document document;
  document.source = file.source;
  document.path = file.path;
  document.id = file.source + ".d" + std::to_string(index + 1);
  return document;
}

Document empty_document(const File& file) {
  Document document = unread_document(file, 0);
  document.first_page = file.pages.front().number;
  document.last_page = file.pages.back().number;
  document.confidence = 0;
  return document;
}

/// First and last page of each document: pages without text belong to the document before.
void set_pages(const std::vector<Passage>& passages, const std::vector<std::size_t>& starts,
               const std::vector<Page>& pages, std::size_t d, Document& document) {
  const std::size_t first = d == 0 ? 0 : passages[starts[d]].first_page();
  std::size_t last = pages.size() - 1;
  if (d + 1 < starts.size()) {
    const Passage& next = passages[starts[d + 1]];
    last = next.opens_page && next.first_page() > first ? next.first_page() - 1 : next.first_page();
  }
  document.first_page = pages[first].number;
  document.last_page = pages[last].number;
}

std::vector<Document> documents_of(const File& file) {
  std::vector<Passage> passages = marked_passages(file);
  if (passages.empty()) return {empty_document(file)};
  const std::vector<std::size_t> starts =
      find_starts(passages, file.pages, file.furniture, file.outline, file.rules);
  std::vector<Document> documents(starts.size());
  for (std::size_t d = 0; d < starts.size(); ++d) {
    documents[d] = unread_document(file, d);
    set_pages(passages, starts, file.pages, d, documents[d]);
  }
  for (std::size_t d = 0; d < starts.size(); ++d) {
    const std::size_t end = d + 1 < starts.size() ? starts[d + 1] : passages.size();
    const auto begin = passages.begin();
    std::vector<Passage> own(
        std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(starts[d])),
        std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(end)));
    documents[d] = document_of(std::move(own), file, std::move(documents[d]), starts.size() == 1);
  }
  return documents;
}

}  // namespace

Understanding segment(const std::vector<Page>& pages, const std::string& source,
                      const std::string& path, const RuleBook& rules) {
  Understanding understanding;
  if (pages.empty()) return understanding;
  std::vector<Furniture> furniture = find_furniture(pages, rules);
  const Outline outline(pages, rules);
  understanding.documents = documents_of({pages, furniture, outline, rules, source, path});
  understanding.findings.resize(understanding.documents.size());
  for (Furniture& page : furniture) understanding.furniture.push_back(std::move(page.spans));
  return understanding;
}

}  // namespace diarium
