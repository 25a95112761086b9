#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/page.h"
#include "models/sheet.h"

namespace diarium {

/// How words are set on a Paper.
struct Type {
  double size = 12;
  bool bold = false;
  double rise = 0;          ///< points above the line's baseline
  double confidence = 1.0;  ///< below 1 the words count as read by OCR
};

/// An A4 sheet that a test sets words and lines on. A letter is half its size wide, a blank a
/// quarter;
/// "\t" in a text makes a gap of three type sizes.
class Paper {
 public:
  Paper() {
    sheet_.number = 1;
    sheet_.width = 595;
    sheet_.height = 842;
  }
  /// Sets the words of `text` from `left` on, with their baseline at `y`. Returns where they end.
  double set(double left, double y, std::string_view text, Type type = {});
  /// Sets one word straight after the last one, without a blank.
  void hang(std::string_view text, Type type);
  /// Sets lines one below the other, 1.2 type sizes apart. Returns the baseline that would follow.
  double set_lines(double left, double y, const std::vector<std::string>& lines, Type type = {});
  /// A ruling as thin as printed ones are.
  void rule(double left, double y, double right);
  void rule_down(double x, double top, double bottom);
  /// Lines between all rows and columns whose edges are given, and around them.
  void grid(const std::vector<double>& xs, const std::vector<double>& ys);
  void area(const Area& area) { sheet_.areas.push_back(area); }
  void draw(const Drawing& drawing) { sheet_.drawings.push_back(drawing); }
  void picture(const Rect& box) { sheet_.pictures.push_back({box}); }
  /// As a scan that leant by `degrees` clockwise would give the words.
  void lean(double degrees);

  [[nodiscard]] const Sheet& sheet() const { return sheet_; }
  [[nodiscard]] Page page() const;

 private:
  Sheet sheet_;
};

/// "heading", "list_item": for test output.
std::string_view name_of(BlockKind kind);

/// The words of a block, its lines joined by " / ".
std::string text_of(const Page& page, const Block& block);

/// "heading: Bakgrund", "list_item 1.: 1. Att bifalla / motionen": every block, in order.
std::vector<std::string> blocks_of(const Page& page);

/// The cells of a table row by row, joined by " | "; spans in brackets: "Summa (1x2)".
std::vector<std::string> rows_of(const Table& table);

/// A line of running text that fills an A4 page from 71 to about 520 points at 12 points.
inline constexpr std::string_view kFullLine =
    "Kommunstyrelsen i Almvik har under hösten berett frågan och funnit att det saknas";

}  // namespace diarium
