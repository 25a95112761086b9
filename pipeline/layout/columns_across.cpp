#include "pipeline/layout/columns_across.h"

#include <algorithm>
#include <string_view>

#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLeastLabels = 2;
constexpr double kLabelShare = 0.6;  // of the lines beside them that labels have, at most

template <typename Claim>
bool most(const std::vector<std::string>& texts, Claim claim) {
  const auto hits = std::count_if(texts.begin(), texts.end(), claim);
  return !texts.empty() && 3 * static_cast<std::size_t>(hits) >= 2 * texts.size();
}

bool ends_in_leader(const std::string& text) {
  return is_leader(std::string_view(text).substr(text.find_last_of(' ') + 1));
}

}  // namespace

bool read_across(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  const auto marks = [](const std::string& text) {
    return is_list_marker(text) || is_note_marker(text) || is_number(text) || text.ends_with("§") ||
           text.starts_with("§");
  };
  return most(left, marks) || most(left, [](const auto& t) { return t.ends_with(':'); }) ||
         most(left, ends_in_leader) || most(right, is_page_label) ||
         most(right, [](const auto& t) { return is_leader(t); });
}

bool labels_first(const std::vector<Row>& rows, const Band& band) {
  std::size_t labels = 0;
  std::size_t lines = 0;
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    const auto stands_in = [&](std::size_t column) {
      return std::any_of(
          rows[i].fragments.begin(), rows[i].fragments.end(),
          [&](const Fragment& fragment) { return column_of(band, fragment.box) == column; });
    };
    const bool text = stands_in(1);
    if (stands_in(0)) {
      if (!text) return false;
      ++labels;
    }
    lines += text ? 1U : 0U;
  }
  return labels >= kLeastLabels &&
         static_cast<double>(labels) <= kLabelShare * static_cast<double>(lines);
}

bool stands_beside_items(const Upright& page, const std::vector<Row>& rows, const Band& band,
                         std::size_t gutter) {
  constexpr double kMost = 0.6;   // the columns may be headed
  constexpr double kShort = 0.3;  // of the page's width
  std::size_t beside = 0;
  std::size_t beside_item = 0;
  for (std::size_t i = band.rows.begin; i < band.rows.end; ++i) {
    const Fragment& first = rows[i].fragments.front();
    const Fragment& last = rows[i].fragments.back();
    if (column_of(band, last.box) <= gutter) continue;
    if (last.box.width() > kShort * page.width) return false;
    const std::string& word = page.words[page.tokens[first.tokens.front()].word].text;
    ++beside;
    beside_item += is_list_marker(word) && !is_bullet(word) ? 1U : 0U;
  }
  return beside_item >= 2 &&
         static_cast<double>(beside_item) >= kMost * static_cast<double>(beside);
}

}  // namespace diarium::layout
