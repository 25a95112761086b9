#include "pipeline/layout/labelled_rows.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"

namespace diarium::layout {
namespace {

constexpr double kSameEdge = 3;     // points; scans lean and swell
constexpr double kWidest = 0.3;     // of the page's width, from the labels' edge to the values'
constexpr double kFarthest = 5;     // type sizes from row to row: room for a hand
constexpr double kTight = 1.55;     // type sizes: lines of one label are not farther apart
constexpr double kTouching = 0.15;  // type sizes between a label and its value, at least
constexpr std::size_t kLongestLabel = 40;  // letters
constexpr std::size_t kLeastLabels = 3;
constexpr std::size_t kMostRows = 200;  // more than a page has, where no one drew it to be slow
constexpr double kMostLabels = 0.8;     // of what stands in the column of labels
constexpr double kMostAlone = 1.0;      // labels without a value beside them, to those with one
constexpr double kMostPlain = 0.6;  // of the values may look like labels: else they are two lists
constexpr double kFewLabels = 0.6;  // of the lines: the other lines go on with a value

/// What a row is beside a column of labels.
enum class Part { label_and_value, label, value, other };

/// Where labels and their values begin.
struct Edges {
  double label = 0;
  double value = 0;
};

/// A row whose label reaches so close to its value that they were taken for one fragment, as two.
Row parted(const Upright& page, Row row, const Edges& edges) {
  Fragment& first = row.fragments.front();
  if (first.box.right <= edges.value) return row;
  for (std::size_t i = 1; i < first.tokens.size(); ++i) {
    const Token& token = page.tokens[first.tokens[i]];
    const Token& before = page.tokens[first.tokens[i - 1]];
    if (std::abs(token.box.left - edges.value) > kSameEdge ||
        token.box.left - before.box.right < kTouching * token.size)
      continue;
    Fragment value;
    value.tokens.assign(first.tokens.begin() + static_cast<std::ptrdiff_t>(i), first.tokens.end());
    for (const std::size_t k : value.tokens) value.box = united(value.box, page.tokens[k].box);
    first.tokens.resize(i);
    first.box.right = before.box.right;
    row.fragments.insert(row.fragments.begin() + 1, std::move(value));
    return row;
  }
  return row;
}

/// What a parted row is.
Part part_of(const Row& row, const Edges& edges) {
  const Fragment& first = row.fragments.front();
  if (first.box.left >= edges.value - kSameEdge) return Part::value;
  const bool at_edge = std::abs(first.box.left - edges.label) <= kSameEdge;
  if (!at_edge || first.box.right > edges.value) return Part::other;
  if (row.fragments.size() == 1) return Part::label;
  const bool beside = std::abs(row.fragments[1].box.left - edges.value) <= kSameEdge;
  return beside ? Part::label_and_value : Part::other;
}

/// "Plats och tid", "Ordförande:", "UNDERSKRIFTER".
bool is_label(const std::string& text) {
  const std::u32string points = code_points(text);
  if (points.size() > kLongestLabel || !is_upper(first_point(text))) return false;
  if (text.find_first_of("0123456789()@,;.") != std::string::npos) return false;
  return std::none_of(points.begin() + 1, points.end(), is_upper) || text == to_upper(text);
}

bool is_tight(const Row& above, const Row& row) {
  return row.baseline - above.baseline <= kTight * row.size;
}

/// Whether the label of a row goes on with that of the labels above it.
bool goes_on(const Upright& page, const Row& above, const Row& row) {
  const std::string& word = page.words[page.tokens[row.fragments.front().tokens.front()].word].text;
  return is_tight(above, row) && is_lower(first_point(word));
}

/// What speaks for rows of labels and values.
struct Count {
  std::size_t lines = 0;
  std::size_t labels = 0;  ///< lines in the column of labels that begin one
  std::size_t plain = 0;   ///< of them, such as labels are
  std::size_t valued = 0;  ///< with a value on the same line
  std::size_t tight = 0;   ///< right below another label
  std::size_t plain_values = 0;

  [[nodiscard]] bool convinces() const {
    const auto share = [](std::size_t part, std::size_t whole) {
      return static_cast<double>(part) / static_cast<double>(whole);
    };
    if (valued < kLeastLabels || share(plain, labels) < kMostLabels ||
        share(labels - valued, valued) > kMostAlone || share(plain_values, valued) > kMostPlain)
      return false;
    const bool set_off = 2 * tight <= labels || share(labels, lines) <= kFewLabels;
    return set_off || valued > kLeastLabels;
  }
};

Count counted(const Upright& page, const std::vector<Row>& rows, const Edges& edges) {
  Count count;
  count.lines = rows.size();
  const Row* label_above = nullptr;
  for (const Row& row : rows) {
    const Part part = part_of(row, edges);
    if (part == Part::value) continue;
    const Row* above = std::exchange(label_above, &row);
    if (above != nullptr && goes_on(page, *above, row)) continue;
    ++count.labels;
    count.plain += is_label(text_of(page, row.fragments[0].tokens)) ? 1U : 0U;
    count.tight += above != nullptr && is_tight(*above, row) ? 1U : 0U;
    if (part != Part::label_and_value) continue;
    ++count.valued;
    count.plain_values += is_label(text_of(page, row.fragments[1].tokens)) ? 1U : 0U;
  }
  return count;
}

std::optional<Edges> edges_at(const Upright& page, const Row& row) {
  if (row.fragments.size() < 2) return std::nullopt;
  const Edges edges{row.fragments[0].box.left, row.fragments[1].box.left};
  if (edges.value - edges.label > kWidest * page.width) return std::nullopt;
  return edges;
}

Row without_first(const Upright& page, Row row) {
  row.fragments.erase(row.fragments.begin());
  return layout::row_of(page, std::move(row.fragments));
}

/// The rows of labels and values as they are read, one line for the label and the first line of its
/// value.
class Reading {
 public:
  Reading(const Upright& page, const Edges& edges) : page_(page), edges_(edges) {}

  void read(const Row& row) {
    const Part part = part_of(row, edges_);
    if (part == Part::value) {
      read_value(row);
    } else if (label_ && goes_on(page_, last_label_, row)) {
      read_more_label(row);
    } else {
      read_label(row, part);
    }
  }
  [[nodiscard]] std::vector<Row> rows() && { return std::move(rows_); }

 private:
  void read_value(const Row& row) {
    if (!label_ || valued_) {
      rows_.push_back(row);
      return;
    }
    Row& label = rows_[*label_];
    label.fragments.insert(label.fragments.end(), row.fragments.begin(), row.fragments.end());
    valued_ = true;
  }
  void read_more_label(const Row& row) {
    std::vector<std::size_t>& label = rows_[*label_].fragments.front().tokens;
    const std::vector<std::size_t>& more = row.fragments.front().tokens;
    label.insert(label.end(), more.begin(), more.end());
    last_label_ = row;
    if (row.fragments.size() > 1) read_value(without_first(page_, row));
  }
  void read_label(const Row& row, Part part) {
    last_label_ = row;
    if (heads_labels(row)) {
      rows_.push_back(layout::row_of(page_, {row.fragments.front()}));
      rows_.push_back(without_first(page_, row));
      label_.reset();
      return;
    }
    label_ = rows_.size();
    valued_ = part == Part::label_and_value;
    rows_.push_back(row);
  }
  /// "Underskrifter   Sekreterare   ........": a label beside labels of its own.
  [[nodiscard]] bool heads_labels(const Row& row) const {
    return row.fragments.size() > 2 && is_label(text_of(page_, row.fragments[1].tokens));
  }

  const Upright& page_;
  Edges edges_;
  std::vector<Row> rows_;
  std::optional<std::size_t> label_;  ///< of rows_: the last one with a label
  Row last_label_;                    ///< the printed row of the last line of a label
  bool valued_ = false;               ///< the last label has a value
};

/// Whether a row of values begins where others do, or right below the row before it.
bool is_in_place(const std::vector<Row>& run, const Row& row) {
  if (is_tight(run.back(), row)) return true;
  const double left = row.fragments.front().box.left;
  return std::any_of(run.begin(), run.end(), [&](const Row& other) {
    return std::any_of(other.fragments.begin(), other.fragments.end(), [&](const Fragment& part) {
      return std::abs(part.box.left - left) <= kSameEdge;
    });
  });
}

/// The rows from `begin` on that may be labels and values, parted; none where `begin` isn't.
std::vector<Row> run_from(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  const std::optional<Edges> edges = edges_at(page, rows[begin]);
  if (!edges) return {};
  std::vector<Row> run{rows[begin]};
  const std::size_t end = std::min(rows.size(), begin + kMostRows);
  for (std::size_t i = begin + 1; i < end; ++i) {
    const Row row = parted(page, rows[i], *edges);
    const Part part = part_of(row, *edges);
    const bool near = row.baseline - run.back().baseline <= kFarthest * row.size;
    if (!near || part == Part::other || (part == Part::value && !is_in_place(run, row))) break;
    run.push_back(row);
  }
  // What stands alone below the last value at the labels' edge is the text that follows.
  while (run.size() > 1 && part_of(run.back(), *edges) == Part::label) run.pop_back();
  return run;
}

}  // namespace

Span labelled_rows(const Upright& page, const std::vector<Row>& rows, std::size_t begin) {
  const std::vector<Row> run = run_from(page, rows, begin);
  if (run.empty() || !counted(page, run, *edges_at(page, rows[begin])).convinces())
    return {begin, begin};
  return {begin, begin + run.size()};
}

std::vector<Row> with_whole_labels(const Upright& page, const std::vector<Row>& rows) {
  std::vector<Row> whole;
  for (std::size_t i = 0; i < rows.size();) {
    const Span labelled = labelled_rows(page, rows, i);
    if (labelled.empty()) {
      whole.push_back(rows[i++]);
      continue;
    }
    const Edges edges = *edges_at(page, rows[i]);
    Reading reading(page, edges);
    for (; i < labelled.end; ++i) reading.read(parted(page, rows[i], edges));
    for (Row& row : std::move(reading).rows()) whole.push_back(std::move(row));
  }
  return whole;
}

}  // namespace diarium::layout
