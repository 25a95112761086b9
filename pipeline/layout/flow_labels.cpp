#include "pipeline/layout/flow_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "models/unicode.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {
namespace {

// Shares of the letters' size.
constexpr double kNameReach = 2.5;
constexpr double kFarName = 6;  // where no other box is nearer, nor a line beside it
constexpr double kLabelReach = 1.3;
constexpr double kLineGap = 0.7;
constexpr double kBlank = 1.2;     // between the words of one line, recognised badly
constexpr double kSameSize = 1.6;  // the larger of two lines of one label, in sizes of the smaller
constexpr std::size_t kMostLabels = 400;
constexpr std::size_t kLongestName = 12;  // words
constexpr double kHardlyRead = 0.6;
constexpr std::size_t kMostOfSign = 4;  // letters, that a cross or a wheel is read as

bool goes_on(const Upright& page, const FlowLabel& label, const Fragment& line) {
  const double size = size_of(page, line.tokens);
  const double other = size_of(page, label.tokens);
  const double gap = line.box.top - label.box.bottom;
  const bool below =
      gap < kLineGap * size && gap > -0.8 * size && horizontal_overlap(label.box, line.box) > 0;
  const bool beside = vertical_overlap(label.box, line.box) > 0.5 * line.box.height() &&
                      horizontal_overlap(label.box, line.box) > -kBlank * size;
  return (below || beside) && std::max(size, other) <= kSameSize * std::min(size, other);
}

/// The free words by what stands together.
std::vector<FlowLabel> gathered(const Upright& page, const std::vector<std::size_t>& tokens) {
  std::vector<FlowLabel> labels;
  for (const Row& row : rows_of(page, tokens)) {
    for (const Fragment& fragment : row.fragments) {
      const auto above = std::find_if(labels.begin(), labels.end(), [&](const FlowLabel& label) {
        return goes_on(page, label, fragment);
      });
      if (above == labels.end()) {
        if (labels.size() < kMostLabels) labels.push_back({fragment.tokens, fragment.box});
      } else {
        above->tokens.insert(above->tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
        above->box = united(above->box, fragment.box);
      }
    }
  }
  return labels;
}

std::size_t letters_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  const std::u32string points = code_points(text_of(page, tokens));
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_letter));
}

/// Whether a line, not a box, is called so: an answer.
bool is_answer(const Upright& page, const FlowLabel& label) {
  static constexpr std::array<std::string_view, 4> kAnswers{"ja", "nej", "yes", "no"};
  std::string text = to_lower(text_of(page, label.tokens));
  std::erase_if(text, [](char c) { return c == '.' || c == ':' || c == ',' || c == ' '; });
  return std::find(kAnswers.begin(), kAnswers.end(), text) != kAnswers.end();
}

double gap_between(const Rect& a, const Rect& b) {
  return std::hypot(std::max(0.0, -horizontal_overlap(a, b)),
                    std::max(0.0, -vertical_overlap(a, b)));
}

/// By sampling: labels stand beside straight stretches.
double gap_between(const Rect& box, const Stroke& stroke) {
  constexpr int kSteps = 16;
  double least = 1e9;
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    const Point a = stroke.points[i - 1];
    const Point b = stroke.points[i];
    for (int k = 0; k <= kSteps; ++k) {
      const double t = static_cast<double>(k) / kSteps;
      const Point p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
      least = std::min(least, gap_between(box, {p.x, p.y, p.x, p.y}));
    }
  }
  return least;
}

/// A box without words, or with a sign: one letter, or a few that were hardly read.
bool wants_name(const Upright& page, const FlowShape& box) {
  const std::size_t letters = letters_of(page, box.tokens);
  return letters < 2 || (letters <= kMostOfSign &&
                         std::all_of(box.tokens.begin(), box.tokens.end(), [&](std::size_t token) {
                           return page.words[page.tokens[token].word].confidence < kHardlyRead;
                         }));
}

struct Pairing {
  double gap = 0;
  std::size_t box = 0;
  std::size_t label = 0;
};

double gap_between(const Rect& box, const Drawing& drawing, const FlowWay& way) {
  double least = 1e9;
  for (const std::size_t stroke : way.strokes)
    least = std::min(least, gap_between(box, drawing.strokes[stroke]));
  return least;
}

/// Gives names to boxes, the nearest first, and takes them from the labels.
class Naming {
 public:
  Naming(const Upright& page, const std::vector<FlowShape>& boxes, const Drawing& drawing,
         const std::vector<FlowWay>& ways)
      : page_(page), boxes_(boxes), drawing_(drawing), ways_(ways) {}

  [[nodiscard]] std::vector<FlowLabel> take_names(std::vector<FlowLabel>& labels) const {
    std::vector<FlowLabel> names(boxes_.size());
    for (const Pairing& pairing : pairings(labels)) {
      FlowLabel& label = labels[pairing.label];
      if (names[pairing.box].tokens.empty() && !label.tokens.empty())
        std::swap(names[pairing.box], label);
    }
    std::erase_if(labels, [](const FlowLabel& label) { return label.tokens.empty(); });
    return names;
  }

 private:
  /// The nearest first.
  [[nodiscard]] std::vector<Pairing> pairings(const std::vector<FlowLabel>& labels) const {
    std::vector<Pairing> pairings;
    for (std::size_t l = 0; l < labels.size(); ++l) {
      if (!may_be_name(labels[l])) continue;
      const double reach = reach_of(labels[l]);
      for (std::size_t b = 0; b < boxes_.size(); ++b) {
        const double gap = gap_between(boxes_[b].shape.box, labels[l].box);
        if (gap <= reach && wants_name(page_, boxes_[b])) pairings.push_back({gap, b, l});
      }
    }
    std::stable_sort(pairings.begin(), pairings.end(),
                     [](const Pairing& a, const Pairing& b) { return a.gap < b.gap; });
    return pairings;
  }

  [[nodiscard]] bool may_be_name(const FlowLabel& label) const {
    return letters_of(page_, label.tokens) >= 3 && label.tokens.size() <= kLongestName &&
           !is_answer(page_, label);
  }

  /// How far away the box may stand that has this name.
  [[nodiscard]] double reach_of(const FlowLabel& label) const {
    const double size = size_of(page_, label.tokens);
    const bool beside_line = std::any_of(ways_.begin(), ways_.end(), [&](const FlowWay& way) {
      return gap_between(label.box, drawing_, way) <= kLabelReach * size;
    });
    if (beside_line) return kNameReach * size;
    double nearest = kFarName * size;
    for (const FlowShape& box : boxes_)
      nearest = std::min(nearest, gap_between(box.shape.box, label.box));
    return std::max(kNameReach * size, nearest);
  }

  const Upright& page_;
  const std::vector<FlowShape>& boxes_;
  const Drawing& drawing_;
  const std::vector<FlowWay>& ways_;
};

}  // namespace

FlowLabels flow_labels_of(const Upright& page, const std::vector<FlowShape>& boxes,
                          const Drawing& drawing, const std::vector<FlowWay>& ways,
                          const std::vector<std::size_t>& tokens) {
  std::vector<FlowLabel> free = gathered(page, tokens);
  FlowLabels found{.names = Naming(page, boxes, drawing, ways).take_names(free),
                   .labels = std::vector<FlowLabel>(ways.size())};
  for (const FlowLabel& label : free) {
    std::vector<double> gaps;
    for (const FlowWay& way : ways) gaps.push_back(gap_between(label.box, drawing, way));
    const auto nearest = std::min_element(gaps.begin(), gaps.end());
    if (nearest == gaps.end() || *nearest > kLabelReach * size_of(page, label.tokens)) continue;
    for (std::size_t w = 0; w < ways.size(); ++w) {  // a stretch that several ways share
      if (gaps[w] <= *nearest + 1e-6 && found.labels[w].tokens.empty()) found.labels[w] = label;
    }
  }
  return found;
}

}  // namespace diarium::layout
