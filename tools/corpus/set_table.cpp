#include <algorithm>
#include <cmath>

#include "models/amount.h"
#include "models/unicode.h"
#include "tools/corpus/setters.h"

namespace diarium::corpus {
namespace {

constexpr double kCellPadding = 4;

struct CellSource {
  std::string markup;
  std::size_t column = 0;
  std::size_t span = 1;  ///< columns that it covers
};
using RowSource = std::vector<CellSource>;

/// Cells by "|"; "<<" widens the cell before it.
RowSource row_of(const std::string& line, std::size_t columns) {
  const std::vector<std::string> parts = split_outside_braces(line, "|");
  RowSource row;
  for (std::size_t at = 0; at < columns; ++at) {
    const std::string part = at < parts.size() ? parts[at] : "";
    if (part == "<<" && !row.empty()) {
      ++row.back().span;
    } else {
      row.push_back({joined_lines({part}), at, 1});
    }
  }
  return row;
}

class TableSetter {
 public:
  TableSetter(Flow& flow, const Block& block, const Directive& table)
      : flow_(flow), table_(table), rules_(table.value("rules", "grid")) {
    std::vector<double> widths = numbers_of(table.value("widths"));
    double sum = 0;
    for (const double width : widths) sum += width;
    const double scale = table.number("width", flow.style().text_width()) / sum;
    double x = 0;
    for (const double width : widths) {
      edges_.push_back(x);
      x += width * scale;
    }
    edges_.push_back(x);
    for (const std::string& line : block.lines) rows_.push_back(row_of(line, widths.size()));
    header_rows_ = static_cast<std::size_t>(table.number("header", 1));
    totals_ = static_cast<std::size_t>(table.number("total", 0));
    look_ = flow.style().body;
    look_.alignment = Alignment::left;
    look_.size = table.number("size", look_.size - 1);
    look_.leading = 1.2;
    out_.record.header_rows = static_cast<int>(header_rows_);
  }

  SetTable set() {
    for (std::size_t row = 0; row < rows_.size(); ++row) set_row(row);
    add_checks();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_total(std::size_t row) const { return row + totals_ >= rows_.size(); }

  TextLook look_of(std::size_t row, const CellSource& cell) const {
    TextLook look = look_;
    look.bold = row < header_rows_ || (totals_ > 0 && is_total(row));
    const std::string align = table_.value("align");
    const char letter = cell.column < align.size() ? align[cell.column] : 'l';
    if (letter == 'r') look.alignment = Alignment::right;
    if (letter == 'c' || cell.span > 1) look.alignment = Alignment::centre;
    return look;
  }

  void set_row(std::size_t row) {
    std::vector<ShapedText> shaped;
    std::vector<RichText> texts;
    double height = look_.size * look_.leading;
    for (const CellSource& cell : rows_[row]) {
      texts.push_back(parse_rich(cell.markup));
      const double width = edges_[cell.column + cell.span] - edges_[cell.column] - 2 * kCellPadding;
      shaped.emplace_back(texts.back(), look_of(row, cell), width);
      height = std::max(height, shaped.back().height());
    }
    height += rules_ == "grid" ? 2 * kCellPadding : kCellPadding;
    flow_.need(row < header_rows_ ? height * 2 : height);
    for (std::size_t at = 0; at < texts.size(); ++at) {
      const CellSource& cell = rows_[row][at];
      const double pad = rules_ == "grid" ? kCellPadding : kCellPadding / 2;
      const Point corner{flow_.style().left + edges_[cell.column] + kCellPadding, flow_.y() + pad};
      SetText set{texts[at], {}, ""};
      set.setting = flow_.paper().draw(flow_.page(), Zone::body, shaped[at], corner);
      add_cell(row, cell, set);
      if (rules_ == "grid") frame(cell, height);
    }
    if (rules_ == "half") half_rules(row, height);
    flow_.advance(height);
  }

  void frame(const CellSource& cell, double height) {
    const double left = flow_.style().left + edges_[cell.column];
    const double right = flow_.style().left + edges_[cell.column + cell.span];
    const double top = flow_.y();
    flow_.paper().rule(flow_.page(), {left, top}, {right, top}, 0.5);
    flow_.paper().rule(flow_.page(), {left, top + height}, {right, top + height}, 0.5);
    flow_.paper().rule(flow_.page(), {left, top}, {left, top + height}, 0.5);
    flow_.paper().rule(flow_.page(), {right, top}, {right, top + height}, 0.5);
  }

  /// Rules under the header and above the total only.
  void half_rules(std::size_t row, double height) {
    const double left = flow_.style().left;
    const double right = left + edges_.back();
    const auto across = [&](double y) {
      flow_.paper().rule(flow_.page(), {left, y}, {right, y}, 0.6);
    };
    if (row == 0 || (totals_ > 0 && row + totals_ == rows_.size())) across(flow_.y());
    if (row + 1 == header_rows_ || row + 1 == rows_.size()) across(flow_.y() + height);
  }

  void add_cell(std::size_t row, const CellSource& cell, const SetText& set) {
    TableCell record{.row = static_cast<int>(row),
                     .column = static_cast<int>(cell.column),
                     .row_span = 1,
                     .column_span = static_cast<int>(cell.span),
                     .text = printed_text(set.text, set.whole())};
    const std::vector<std::string> units = split_outside_braces(table_.value("units"), ",");
    if (row >= header_rows_) {
      const auto amount = parse_amount(record.text);
      if (amount) record.value = amount->value;
      if (amount && !amount->unit.empty()) {
        record.unit = amount->unit;
      } else if (const auto number = parse_number(record.text)) {
        record.value = number;
        record.unit = cell.column < units.size() ? units[cell.column] : "";
      }
    }
    out_.record.cells.push_back(std::move(record));
    if (!set.setting.empty()) place(set.setting);
    out_.cells.push_back(set);
  }

  void place(const Setting& setting) {
    const Place here = place_of(setting, {0, std::string::npos});
    if (out_.place.page == 0) out_.place.page = here.page;
    if (out_.place.page == here.page) out_.place.box = united(out_.place.box, here.box);
    std::vector<int>& pages = out_.record.pages;
    if (std::ranges::find(pages, here.page) == pages.end()) pages.push_back(here.page);
  }

  /// Whether the last row is the sum of those between it and the header, column by column.
  void add_checks() {
    if (totals_ != 1 || table_.has("nosum")) return;
    const int total_row = static_cast<int>(rows_.size()) - 1;
    for (int column = 0; column + 1 < static_cast<int>(edges_.size()); ++column) {
      TableCheck check{.name = "column_sum", .column = column};
      std::optional<double> printed;
      int parts = 0;
      for (const TableCell& cell : out_.record.cells) {
        if (cell.column != column || !cell.value) continue;
        if (cell.row == total_row) printed = cell.value;
        if (cell.row < total_row) check.expected += *cell.value;
        if (cell.row < total_row) ++parts;
      }
      if (!printed || parts < 2) continue;
      check.printed = *printed;
      check.holds = std::abs(check.expected - check.printed) <= 1e-6;
      out_.record.checks.push_back(check);
    }
  }

  Flow& flow_;
  const Directive& table_;
  std::string rules_;
  std::vector<double> edges_;  ///< of the columns, from the left margin
  std::vector<RowSource> rows_;
  std::size_t header_rows_ = 1;
  std::size_t totals_ = 0;
  TextLook look_;
  SetTable out_;
};

}  // namespace

SetTable set_table(Flow& flow, const Block& block, const Directive& table) {
  return TableSetter(flow, block, table).set();
}

}  // namespace diarium::corpus
