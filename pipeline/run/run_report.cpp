#include "pipeline/run/run_report.h"

#include <algorithm>

namespace diarium {
namespace {

constexpr std::size_t kSlowest = 10;
constexpr std::size_t kLeastCertain = 20;
/// What is surer than this is nothing to look after.
constexpr double kSure = 0.9;

/// Keeps `items` sorted and short; equals keep the order in which they came.
template <typename Item, typename Before>
void insert_sorted(std::vector<Item>& items, Item item, std::size_t most, Before before) {
  if (items.size() == most && !before(item, items.back())) return;
  items.insert(std::upper_bound(items.begin(), items.end(), item, before), std::move(item));
  if (items.size() > most) items.pop_back();
}

}  // namespace

void RunReport::add(SlowFile file) {
  insert_sorted(slowest, std::move(file), kSlowest,
                [](const SlowFile& a, const SlowFile& b) { return a.seconds > b.seconds; });
}

void RunReport::add(const Understanding& understanding, const std::string& path) {
  const auto less_certain = [](const DoubtfulRecord& a, const DoubtfulRecord& b) {
    return a.confidence < b.confidence;
  };
  const std::size_t count = std::min(understanding.findings.size(), understanding.documents.size());
  for (std::size_t i = 0; i < count; ++i) {
    for (const Finding& finding : understanding.findings[i]) {
      const std::string kind(kind_of(finding.record));
      ++records[kind];
      if (finding.confidence >= kSure) continue;
      insert_sorted(
          least_certain,
          DoubtfulRecord{.path = path,
                         .page = understanding.documents[i].text.place_of(finding.span).page,
                         .kind = kind,
                         .rule = finding.rule,
                         .confidence = finding.confidence},
          kLeastCertain, less_certain);
    }
  }
}

}  // namespace diarium
