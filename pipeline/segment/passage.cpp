#include "pipeline/segment/passage.h"

#include <cassert>
#include <utility>

namespace diarium {
namespace {

ParagraphKind kind_of(BlockKind form) {
  switch (form) {
    case BlockKind::heading:
      return ParagraphKind::heading;
    case BlockKind::list_item:
      return ParagraphKind::list_item;
    case BlockKind::table:
      return ParagraphKind::table;
    case BlockKind::contents:
      return ParagraphKind::contents;
    case BlockKind::footnote:
      return ParagraphKind::footnote;
    case BlockKind::stamp:
      return ParagraphKind::stamp;
    case BlockKind::figure:
      return ParagraphKind::figure;
    case BlockKind::paragraph:
    case BlockKind::running_head:
    case BlockKind::footer:
      break;
  }
  return ParagraphKind::body;
}

PassageLine line_of(const std::vector<Page>& pages, std::size_t page, std::size_t line) {
  const Line& printed = pages[page].lines[line];
  return {.page = page,
          .words = printed.words,
          .text = text_of(pages[page], printed),
          .box = printed.box,
          .size = printed.size,
          .bold = printed.bold};
}

PassageLine part_of(const std::vector<Page>& pages, const PassageLine& line, Span words) {
  const Page& page = pages[line.page];
  Line part{.words = words, .size = line.size, .bold = line.bold};
  std::size_t bold = 0;
  for (std::size_t i = words.begin; i < words.end; ++i) {
    part.box = united(part.box, page.words[i].box);
    if (page.words[i].style.bold) ++bold;
  }
  return {.page = line.page,
          .words = words,
          .text = text_of(page, part),
          .box = part.box,
          .size = line.size,
          .bold = bold * 2 > words.size()};
}

void add_block(const std::vector<Page>& pages, const Furniture& furniture, std::size_t page,
               const Block& block, std::vector<Passage>& passages) {
  const Passage like{.kind = kind_of(block.kind),
                     .form = block.kind,
                     .marker = block.marker,
                     .indent = block.indent,
                     .column = block.column,
                     .columns = block.columns,
                     .table = block.table};
  std::vector<PassageLine> lines;
  for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
    if (furniture.lines[i] || pages[page].lines[i].words.empty()) continue;
    lines.push_back(line_of(pages, page, i));
  }
  if (!lines.empty()) passages.push_back(with_lines(like, std::move(lines)));
}

}  // namespace

double Passage::size() const {
  double most = 0;
  std::size_t letters = 0;
  for (const PassageLine& line : lines) {
    if (line.text.size() <= letters) continue;
    letters = line.text.size();
    most = line.size;
  }
  return most;
}

bool Passage::bold() const {
  std::size_t bold = 0;
  std::size_t all = 0;
  for (const PassageLine& line : lines) {
    all += line.text.size();
    if (line.bold) bold += line.text.size();
  }
  return bold * 2 > all;
}

std::vector<Passage> passages_of(const std::vector<Page>& pages,
                                 const std::vector<Furniture>& furniture) {
  std::vector<Passage> passages;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::size_t first = passages.size();
    for (const Block& block : pages[p].blocks) add_block(pages, furniture[p], p, block, passages);
    if (passages.size() > first) passages[first].opens_page = true;
  }
  return passages;
}

Passage with_lines(const Passage& like, std::vector<PassageLine> lines) {
  Passage passage = like;
  passage.lines = std::move(lines);
  passage.text.clear();
  for (const PassageLine& line : passage.lines) {
    if (!passage.text.empty()) passage.text += ' ';
    passage.text += line.text;
  }
  return passage;
}

Passage cut_off(Passage& passage, const std::vector<Page>& pages, std::size_t line,
                std::size_t word) {
  assert(line + word > 0 && line < passage.lines.size());
  std::vector<PassageLine> before(passage.lines.begin(),
                                  passage.lines.begin() + static_cast<std::ptrdiff_t>(line));
  std::vector<PassageLine> after(passage.lines.begin() + static_cast<std::ptrdiff_t>(line),
                                 passage.lines.end());
  if (word > 0) {
    const PassageLine whole = after.front();
    const std::size_t cut = whole.words.begin + word;
    assert(cut < whole.words.end);
    before.push_back(part_of(pages, whole, {whole.words.begin, cut}));
    after.front() = part_of(pages, whole, {cut, whole.words.end});
  }
  Passage rest = with_lines(passage, std::move(after));
  rest.opens_page = false;
  rest.marker.clear();
  passage = with_lines(passage, std::move(before));
  return rest;
}

}  // namespace diarium
