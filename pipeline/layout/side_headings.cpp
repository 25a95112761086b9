#include "pipeline/layout/side_headings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr double kSameEdge = 3;            // points; scans lean and swell
constexpr double kTextWidth = 0.22;        // of the page's, that a line of text has
constexpr double kWidestLabels = 0.3;      // of the page's
constexpr double kFilled = 0.75;           // of the width of a line that reaches the far edge
constexpr double kFarEdge = 0.9;           // of the lines end left of it
constexpr std::size_t kLongestLabel = 60;  // letters
constexpr std::size_t kLeastHeadings = 2;
constexpr std::size_t kLeastLines = 6;  // of text, and a third of the page's rows
constexpr double kLeastPlain = 0.5;     // of what stands left of the text looks like a heading
constexpr double kLeastRunning = 0.4;   // of the headings have running text beside them
constexpr double kLeastFilled = 0.25;   // or of all lines of text fill their column
constexpr double kLeastBegun = 0.75;    // of the headings stand where a paragraph begins

// In parts of the type size.
constexpr double kSetIn = 3;  // of the text, from the headings
constexpr double kListIndent = 4;
constexpr double kWordGap = 1.5;  // blanks in justified text are not wider
constexpr double kGap = 0.5;      // between a heading and its text
constexpr double kTight = 2.2;    // lines of one heading are not farther apart

/// "Bakgrund", "Synpunkter från föräldrar", "TN § 87": begins with a capital, is no value.
bool looks_like_heading(const std::string& text) {
  if (code_points(text).size() > kLongestLabel) return false;
  if (text.find("§") != std::string::npos) return true;
  if (!is_upper(first_point(text))) return false;
  return text.find_first_of("0123456789()@,;.") == std::string::npos;
}

/// A row as two columns see it.
struct Parts {
  const Row* row = nullptr;
  std::vector<Fragment> label;  ///< what stands left of the text
  double left = 0;              ///< of the text
  double right = 0;             ///< 0: without text
  bool listed = false;          ///< the text begins with the number or sign of a list
  bool lower = false;           ///< the text goes on with a sentence
};

/// A heading and the lines of text beside and below it.
struct Entry {
  SideHeading heading;
  bool begins = true;    ///< a paragraph begins beside it
  bool running = false;  ///< a line of its text fills its column
};

class Sides {
 public:
  Sides(const Upright& page, const std::vector<Row>& rows) : page_(page), rows_(rows) {}

  std::vector<SideHeading> headings() {
    const std::optional<double> edge = edge_of_text();
    if (!edge) return {};
    edge_ = *edge;
    for (const Row& row : rows_) take(row);
    if (lines_ < kLeastLines || 3 * lines_ < rows_.size()) return {};
    far_edge_ = far_edge();
    for (const Parts& parts : parts_) read(parts);
    return convinces() ? take_headings() : std::vector<SideHeading>{};
  }

 private:
  /// Where most lines of text begin, if there is room for headings left of it.
  [[nodiscard]] std::optional<double> edge_of_text() const {
    std::vector<double> lefts;
    for (const Row& row : rows_) {
      for (const Fragment& fragment : row.fragments) {
        if (fragment.box.width() >= kTextWidth * page_.width) lefts.push_back(fragment.box.left);
      }
    }
    std::sort(lefts.begin(), lefts.end());
    std::optional<double> edge;
    std::ptrdiff_t most = 0;
    for (auto first = lefts.begin(); first != lefts.end(); ++first) {
      const auto end = std::upper_bound(first, lefts.end(), *first + kSameEdge);
      if (end - first > most) {
        most = end - first;
        edge = *(first + most / 2);
      }
    }
    return edge;
  }

  void take(const Row& row) {
    Parts parts{.row = &row};
    const double size = row.size;
    for (const Fragment& fragment : row.fragments) {
      if (fragment.box.left > edge_ - kSameEdge) {
        if (parts.right == 0) {
          parts.left = fragment.box.left;
          const std::string& first = first_word(fragment);
          parts.listed = is_list_marker(first);
          parts.lower = is_lower(first_point(first)) && to_lower(first) != "att";
        }
        // What stands behind a wide gap is another column: a party, a role.
        const bool goes_on = parts.right == 0 || fragment.box.left - parts.right < kWordGap * size;
        if (goes_on) parts.right = fragment.box.right;
      } else if (fragment.box.left < edge_ - kSetIn * size &&
                 fragment.box.right < edge_ - kGap * size) {
        parts.label.push_back(fragment);
      } else {
        return;  // reaches across: a title, a line of the full width
      }
    }
    // Beside a heading text begins at its edge, or a list: else these are columns of something
    // else.
    const bool in_place = std::abs(parts.left - edge_) <= kSameEdge ||
                          (parts.listed && parts.left - edge_ < kListIndent * size);
    const bool goes_on =
        !parts.label.empty() && is_lower(first_point(first_word(parts.label.front())));
    if (!parts.label.empty() && parts.right > 0 && !in_place && !goes_on) return;
    if (parts.right > 0) ++lines_;
    parts_.push_back(std::move(parts));
  }

  [[nodiscard]] const std::string& first_word(const Fragment& fragment) const {
    return page_.words[page_.tokens[fragment.tokens.front()].word].text;
  }

  [[nodiscard]] double far_edge() const {
    std::vector<double> ends;
    for (const Parts& parts : parts_) {
      if (parts.right > 0) ends.push_back(parts.right);
    }
    const auto at =
        ends.begin() + static_cast<std::ptrdiff_t>(kFarEdge * static_cast<double>(ends.size() - 1));
    std::nth_element(ends.begin(), at, ends.end());
    return *at;
  }

  [[nodiscard]] bool fills(const Parts& parts) const {
    return parts.right - edge_ >= kFilled * (far_edge_ - edge_);
  }

  void read(const Parts& parts) {
    const bool label = !parts.label.empty();
    if (label && parts.label.size() == 1 && goes_on(parts)) {
      entries_.back().heading.rows.push_back(row_of_label(parts));
    } else if (label && parts.right == 0) {
      alone_.push_back(row_of_label(parts));
    } else if (label) {
      begin(parts);
    }
    if (parts.right == 0) return;
    if (fills(parts)) ++filled_;
    if (!entries_.empty() && fills(parts)) entries_.back().running = true;
    full_above_ = fills(parts);
  }

  void begin(const Parts& parts) {
    Entry entry;
    entry.heading.rows.push_back(row_of_label(parts));
    entry.begins = !(parts.lower && full_above_);
    entries_.push_back(std::move(entry));
    plain_ += parts.label.size() == 1 &&
                      looks_like_heading(text_of(page_, entries_.back().heading.rows.front()))
                  ? 1U
                  : 0U;
  }

  [[nodiscard]] Row row_of_label(const Parts& parts) const {
    Row row = layout::row_of(page_, parts.label);
    row.baseline = parts.row->baseline;
    return row;
  }

  /// "från föräldrar" below "Synpunkter".
  [[nodiscard]] bool goes_on(const Parts& parts) const {
    if (entries_.empty()) return false;
    const Row& above = entries_.back().heading.rows.back();
    const Row& row = *parts.row;
    return row.baseline - above.baseline <= kTight * above.size &&
           is_lower(first_point(first_word(parts.label.front()))) &&
           std::abs(parts.label.front().box.left - above.box.left) <= kSameEdge;
  }

  [[nodiscard]] bool convinces() const {
    const auto share = [this](auto claim) {
      return static_cast<double>(std::count_if(entries_.begin(), entries_.end(), claim)) /
             static_cast<double>(entries_.size());
    };
    if (entries_.size() < kLeastHeadings || 2 * entries_.size() > lines_) return false;
    const double plain = static_cast<double>(plain_) / static_cast<double>(entries_.size());
    return plain >= kLeastPlain &&
           share([](const Entry& entry) { return entry.begins; }) >= kLeastBegun &&
           (share([](const Entry& entry) { return entry.running; }) >= kLeastRunning ||
            static_cast<double>(filled_) >= kLeastFilled * static_cast<double>(lines_)) &&
           narrow() && !ruled();
  }

  /// Headings begin at one edge of their own.
  [[nodiscard]] bool narrow() const {
    double left = page_.width;
    for (const Entry& entry : entries_) left = std::min(left, entry.heading.rows.front().box.left);
    return edge_ - left <= kWidestLabels * page_.width;
  }

  /// A line down the page between headings and text: a table.
  [[nodiscard]] bool ruled() const {
    return std::any_of(page_.down.begin(), page_.down.end(), [this](const Rect& line) {
      return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        const Rect& box = entry.heading.rows.front().box;
        return line.left >= box.right && line.right <= edge_ && vertical_overlap(line, box) > 0;
      });
    });
  }

  std::vector<SideHeading> take_headings() {
    std::vector<SideHeading> headings;
    auto alone = alone_.begin();
    for (Entry& entry : entries_) {
      const double top = entry.heading.rows.front().box.top;
      for (; alone != alone_.end() && alone->box.top < top; ++alone) {
        if (!headings.empty()) headings.push_back({.rows = {*alone}, .heads_text = false});
      }
      headings.push_back(std::move(entry.heading));
    }
    return headings;
  }

  const Upright& page_;
  const std::vector<Row>& rows_;
  double edge_ = 0;
  double far_edge_ = 0;
  std::vector<Parts> parts_;
  std::size_t lines_ = 0;  ///< rows with text at its edge
  std::vector<Entry> entries_;
  std::size_t plain_ = 0;   ///< of the entries, that look like headings
  std::vector<Row> alone_;  ///< left of the text, with nothing beside them
  std::size_t filled_ = 0;  ///< rows whose text fills its column
  bool full_above_ = false;
};

}  // namespace

std::vector<SideHeading> side_headings(const Upright& page, const std::vector<Row>& rows) {
  return Sides(page, rows).headings();
}

}  // namespace diarium::layout
