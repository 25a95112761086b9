// What understanding costs, on one core, by the pages that an archive holds:
//   understand_speed ARCHIVE [TIMES]
// Milliseconds of CPU a page for each stage and extractor, the costliest first. Nothing is written.
#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extractors/extractor.h"
#include "pipeline/segment/segment.h"
#include "pipeline/store/archive.h"

namespace {

using diarium::Document;
using diarium::Page;

/// Seconds of CPU by what they were spent on.
class Costs {
 public:
  template <typename Work>
  auto measured(std::string_view what, Work work) {
    const std::clock_t start = std::clock();
    auto result = work();
    seconds_[std::string(what)] += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    return result;
  }

  void print(int pages) const {
    std::vector<std::pair<double, std::string>> ordered;
    double all = 0;
    for (const auto& [what, seconds] : seconds_) {
      ordered.emplace_back(seconds, what);
      if (what != "rules" && what != "decoding") all += seconds;
    }
    std::sort(ordered.rbegin(), ordered.rend());
    for (const auto& [seconds, what] : ordered) {
      if (what == "rules") {
        fmt::print("{:>8.1f} ms once  {}\n", 1000 * seconds, what);
      } else {
        fmt::print("{:>8.3f} ms/page  {}\n", 1000 * seconds / pages, what);
      }
    }
    fmt::print("{:>8.3f} ms/page  in all, without decoding, on {} pages\n", 1000 * all / pages,
               pages);
  }

 private:
  std::map<std::string, double> seconds_;
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.empty() || arguments.size() > 2) {
    fmt::print(stderr, "usage: understand_speed ARCHIVE [TIMES]\n");
    return 64;
  }
  const auto archive = diarium::Archive::open_read_only(arguments[0]);
  const int times = arguments.size() == 2 ? std::stoi(arguments[1]) : 1;
  Costs costs;
  const auto rules = costs.measured("rules", [] { return diarium::RuleBook::built_in(); });
  const auto extractors = diarium::all_extractors(rules);
  int pages = 0;
  for (const diarium::Source& source : archive.sources()) {
    const std::vector<Page> read = costs.measured(
        "decoding", [&] { return archive.stored_readings(source.id).decoded().pages; });
    for (int time = 0; time < times; ++time) {
      pages += static_cast<int>(read.size());
      auto understanding = costs.measured(
          "segment", [&] { return diarium::segment(read, source.id, source.id, rules); });
      understanding.findings.clear();
      for (const Document& document : understanding.documents) {
        auto& findings = understanding.findings.emplace_back();
        for (const auto& extractor : extractors) {
          auto found =
              costs.measured(extractor->name(), [&] { return extractor->extract(document); });
          findings.insert(findings.end(), found.begin(), found.end());
        }
      }
      costs.measured("link", [&] {
        diarium::link(understanding);
        return 0;
      });
    }
  }
  costs.print(std::max(pages, 1));
  return 0;
}
