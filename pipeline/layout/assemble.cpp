#include "pipeline/layout/assemble.h"

#include <cstddef>
#include <utility>

namespace diarium::layout {

Page assembled(Sheet sheet, const Upright& page, const std::vector<TextLine>& lines,
               std::vector<Block> blocks, std::vector<Table> tables) {
  Page result{.number = sheet.number,
              .width = sheet.width,
              .height = sheet.height,
              .rotation = sheet.rotation,
              .skew = sheet.skew,
              .origin = sheet.origin};
  std::vector<std::size_t> order;
  order.reserve(page.tokens.size());
  for (const TextLine& line : lines) {
    Line printed{.words = {order.size(), order.size() + line.tokens.size()},
                 .box = {},
                 .baseline = 0,
                 .size = line.size,
                 .bold = line.bold};
    // On a leaning page the line's first word of its size says where the baseline begins.
    for (const std::size_t index : line.tokens) {
      const Token& token = page.tokens[index];
      const Word& word = sheet.words[token.word];
      printed.box = united(printed.box, word.box);
      if (printed.baseline == 0 && (token.size == line.size || line.tokens.size() == 1)) {
        printed.baseline = word.baseline;
      }
      order.push_back(token.word);
    }
    result.lines.push_back(printed);
  }
  std::vector<std::size_t> place(sheet.words.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  for (Table& table : tables) {
    for (Cell& cell : table.cells) {
      for (std::size_t& word : cell.words) word = place[word];
    }
  }
  for (Block& block : blocks) {
    for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
      block.box = united(block.box, result.lines[i].box);
    }
  }
  result.words.reserve(order.size());
  for (const std::size_t word : order) result.words.push_back(std::move(sheet.words[word]));
  result.blocks = std::move(blocks);
  result.tables = std::move(tables);
  result.rulings = std::move(sheet.rulings);
  result.areas = std::move(sheet.areas);
  result.pictures = std::move(sheet.pictures);
  result.bookmarks = std::move(sheet.bookmarks);
  result.changes = std::move(sheet.changes);
  result.issues = std::move(sheet.issues);
  return result;
}

}  // namespace diarium::layout
