#include "pipeline/layout/margin_notes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "pipeline/layout/markers.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {
namespace {

// Lines of the text, at least; so many of them that begin at its edge with nothing beside them.
constexpr std::size_t kLeastLines = 15;
constexpr double kPlainShare = 0.5;
constexpr double kFilledShare = 0.6;  // of the lines reach the far edge
constexpr double kFilled = 0.85;      // of the width of a line that reaches it
constexpr double kWidth = 0.45;       // of the page's, that running text has
constexpr std::size_t kLeastBeside = 3;

// In parts of the type size.
constexpr double kEdge = 0.5;
constexpr double kIndent = 2.5;
constexpr double kGap = 0.5;

enum class Side { left, right };

/// A row seen from the margin: distances grow from the margin into the text.
struct Line {
  double begin = 0;  ///< where its text begins
  double end = 0;
  bool beside = false;  ///< a note stands beside it
};

/// Looks at one margin of a page.
class Margin {
 public:
  Margin(const Upright& page, const std::vector<Row>& rows, Side side)
      : page_(page), rows_(rows), side_(side), size_(page.body_size) {}

  std::vector<std::size_t> notes() {
    const std::optional<double> edge = edge_of_text();
    if (!edge) return {};
    edge_ = *edge;
    if (!split_rows() || lines_.size() < kLeastLines) return {};
    far_edge_ = far_edge();
    if (!is_running_text() || !runs_on_beside_notes()) return {};
    return std::move(notes_);
  }

 private:
  [[nodiscard]] double near_end(const Rect& box) const {
    return side_ == Side::left ? box.left : page_.width - box.right;
  }
  [[nodiscard]] double far_end(const Rect& box) const {
    return side_ == Side::left ? box.right : page_.width - box.left;
  }

  /// Where most lines begin that have white before them.
  [[nodiscard]] std::optional<double> edge_of_text() const {
    std::map<long, std::size_t> votes;
    for (const Row& row : rows_) {
      for (const Fragment& fragment : row.fragments) {
        if (fragment.box.width() < kWidth / 2 * page_.width) continue;
        ++votes[std::lround(near_end(fragment.box) / (kEdge * size_))];
      }
    }
    std::optional<double> edge;
    std::size_t most = 0;
    for (const auto& [place, count] : votes) {
      if (count <= most) continue;
      most = count;
      edge = static_cast<double>(place) * kEdge * size_;
    }
    return edge;
  }

  /// Parts the words of each row; false where a word crosses the edge.
  bool split_rows() {
    for (const Row& row : rows_) {
      Line line{.begin = page_.width, .end = 0};
      std::vector<std::size_t> outside;
      for (const Fragment& fragment : row.fragments) {
        for (const std::size_t token : fragment.tokens) {
          const Rect& box = page_.tokens[token].box;
          if (far_end(box) < edge_ - kGap * size_) {
            outside.push_back(token);
          } else if (near_end(box) < edge_ - kEdge * 2 * size_) {
            return false;
          } else {
            line.begin = std::min(line.begin, near_end(box));
            line.end = std::max(line.end, far_end(box));
          }
        }
      }
      take_row(line, outside);
    }
    return true;
  }

  void take_row(Line line, const std::vector<std::size_t>& outside) {
    if (!outside.empty()) {
      marks_ += marks(outside) ? 1U : 0U;
      line.beside = line.end > 0;
      notes_.insert(notes_.end(), outside.begin(), outside.end());
    }
    if (line.end > 0) lines_.push_back(line);
  }

  /// List numbers, §§, and labels with their colon belong to what they stand beside.
  [[nodiscard]] bool marks(const std::vector<std::size_t>& tokens) const {
    const std::string text = text_of(page_, tokens);
    return is_list_marker(text) || is_note_marker(text) || is_number(text) || text.ends_with(':') ||
           text.find("§") != std::string::npos;
  }

  [[nodiscard]] bool fills(const Line& line) const {
    return line.end - edge_ >= kFilled * (far_edge_ - edge_);
  }

  [[nodiscard]] double far_edge() const {
    std::vector<double> ends;
    for (const Line& line : lines_) ends.push_back(line.end);
    const auto most = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() * 9 / 10);
    std::nth_element(ends.begin(), most, ends.end());
    return *most;
  }

  [[nodiscard]] bool is_running_text() const {
    if (far_edge_ - edge_ < kWidth * page_.width) return false;
    const auto share_of = [this](auto claim) {
      return static_cast<double>(std::count_if(lines_.begin(), lines_.end(), claim)) /
             static_cast<double>(lines_.size());
    };
    return share_of([this](const Line& line) { return fills(line); }) >= kFilledShare &&
           share_of([](const Line& line) { return !line.beside; }) >= kPlainShare;
  }

  /// Whether notes stand beside lines of text that go on from a full line above.
  [[nodiscard]] bool runs_on_beside_notes() const {
    std::size_t beside = 0;
    std::size_t running = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].beside) continue;
      if (lines_[i].begin > edge_ + kIndent * size_) return false;
      ++beside;
      running += i > 0 && fills(lines_[i - 1]) ? 1U : 0U;
    }
    return beside >= kLeastBeside && 2 * running >= beside && 2 * marks_ <= beside;
  }

  const Upright& page_;
  const std::vector<Row>& rows_;
  Side side_;
  double size_;
  double edge_ = 0;
  std::vector<Line> lines_;
  std::vector<std::size_t> notes_;
  double far_edge_ = 0;
  std::size_t marks_ = 0;
};

}  // namespace

std::vector<std::size_t> margin_notes(const Upright& page, const std::vector<Row>& rows) {
  if (rows.size() < kLeastLines) return {};
  std::vector<std::size_t> notes = Margin(page, rows, Side::left).notes();
  return notes.empty() ? Margin(page, rows, Side::right).notes() : notes;
}

}  // namespace diarium::layout
