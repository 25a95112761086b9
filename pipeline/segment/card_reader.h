#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "models/page.h"
#include "pipeline/segment/header_card.h"

namespace diarium {

/// A stretch of a line without a wide gap: "Datum", "2024-06-11".
struct CardCell {
  std::string text;
  Rect box;
  double size = 0;  // of its line, points: boxes of recognised words are as high as their letters
};

/// What a cell is by its words.
enum class CellKind {
  none,
  name,
  role,
  contact,
  unit,
  date_label,
  date,
  body_label,
  number,
  value
};

/// Adds the cells of a line. Pages count as if they hung one below the other.
void add_cells(const Page& page, std::size_t page_index, Span words, double size,
               std::vector<CardCell>& cells);

/// Reads the cells of a card: labels with what stands behind, beside or under them.
class CardReader {
 public:
  explicit CardReader(const RuleBook& rules) : rules_(rules), names_(rules) {}

  [[nodiscard]] CellKind kind_of(std::string_view text) const;
  /// Whether every cell is of a card, or stands under a label that it may be the value of.
  [[nodiscard]] bool is_card(const std::vector<CardCell>& cells,
                             const std::vector<CardCell>& before) const;
  [[nodiscard]] HeaderCard read(const std::vector<CardCell>& cells) const;

 private:
  struct Officer {
    std::string name;
    std::string role;
  };

  [[nodiscard]] bool whole(std::string_view rule, std::string_view text) const;
  [[nodiscard]] bool is_officials_role(std::string_view text) const;
  [[nodiscard]] std::optional<Officer> officer_with_role(std::string_view text) const;
  [[nodiscard]] const CardCell* label_above(const CardCell& cell,
                                            const std::vector<CardCell>& cells) const;
  [[nodiscard]] bool is_bare_label(std::string_view text) const;
  [[nodiscard]] std::string value_beside(const CardCell& label,
                                         const std::vector<CardCell>& cells) const;
  [[nodiscard]] std::string value_of(const CardCell& label, std::string_view own,
                                     const std::vector<CardCell>& cells) const;
  [[nodiscard]] bool is_under_body(const CardCell& date, const std::vector<CardCell>& cells) const;
  void take(const CardCell& cell, const std::vector<CardCell>& cells, HeaderCard& card) const;
  void take_date(const CardCell& cell, const std::vector<CardCell>& cells, HeaderCard& card) const;
  void take_name(const std::string& text, HeaderCard& card) const;
  void take_value(const CardCell& label, std::string_view rule, std::string_view group,
                  const std::vector<CardCell>& cells, std::string& field) const;
  void take_officer(const CardCell& cell, const std::vector<CardCell>& cells,
                    HeaderCard& card) const;

  const RuleBook& rules_;
  PersonNames names_;
};

}  // namespace diarium
