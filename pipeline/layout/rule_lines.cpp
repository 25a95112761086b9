#include "pipeline/layout/rule_lines.h"

#include <algorithm>
#include <tuple>

namespace diarium::layout {
namespace {

constexpr double kShortest = 6;      // points; shorter strokes are letters and ornaments
constexpr double kBridged = 4;       // a gap up to this between strokes is none
constexpr std::size_t kMost = 6000;  // more strokes than any table has: a drawing

std::vector<RuleLine> along_one_line(std::vector<RuleLine> strokes) {
  std::erase_if(strokes, [](const RuleLine& line) { return line.to - line.from < 0.5; });
  if (strokes.size() > kMost) return {};
  std::sort(strokes.begin(), strokes.end(),
            [](const RuleLine& a, const RuleLine& b) { return a.at < b.at; });
  // First the strokes at one place, then along it.
  double place = 0;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    if (i == 0 || strokes[i].at - place > kSameLine) place = strokes[i].at;
    strokes[i].at = place;
  }
  std::sort(strokes.begin(), strokes.end(), [](const RuleLine& a, const RuleLine& b) {
    return std::tie(a.at, a.from) < std::tie(b.at, b.from);
  });
  std::vector<RuleLine> lines;
  for (const RuleLine& stroke : strokes) {
    if (!lines.empty() && lines.back().at == stroke.at &&
        stroke.from <= lines.back().to + kBridged) {
      lines.back().to = std::max(lines.back().to, stroke.to);
    } else {
      lines.push_back(stroke);
    }
  }
  std::erase_if(lines, [](const RuleLine& line) { return line.to - line.from < kShortest; });
  return lines;
}

}  // namespace

RuleLines rule_lines_of(const Upright& page) {
  RuleLines lines;
  for (const Rect& box : page.across) lines.across.push_back({box.centre().y, box.left, box.right});
  for (const Rect& box : page.down) lines.down.push_back({box.centre().x, box.top, box.bottom});
  for (const Area& area : page.areas) {
    if (area.filled) continue;
    const Rect& box = area.box;
    lines.across.push_back({box.top, box.left, box.right});
    lines.across.push_back({box.bottom, box.left, box.right});
    lines.down.push_back({box.left, box.top, box.bottom});
    lines.down.push_back({box.right, box.top, box.bottom});
  }
  return {along_one_line(std::move(lines.across)), along_one_line(std::move(lines.down))};
}

}  // namespace diarium::layout
