#include "pipeline/run/understand.h"

#include <fmt/format.h>

#include <utility>

#include "pipeline/run/cpu_time.h"

namespace diarium {

RuleBook rules_in_force(const Configuration& configuration) {
  return configuration.rules.empty() ? RuleBook::built_in()
                                     : RuleBook::overlaid(configuration.rules);
}

Understander::Understander(RuleBook rules)
    : rules_(std::make_unique<RuleBook>(std::move(rules))), extractors_(all_extractors(*rules_)) {
  key_ = fmt::format("segment{}", kSegmentVersion);
  for (const auto& extractor : extractors_)
    key_ += fmt::format(" {}{}", extractor->name(), extractor->version());
  key_ += " rules " + rules_->fingerprint();
}

Understanding Understander::understand(const std::vector<Page>& pages, const std::string& source,
                                       const std::string& path) const {
  const double start = cpu_seconds();
  Understanding understanding = segment(pages, source, path, *rules_);
  const double segmented = cpu_seconds();
  understanding.findings.clear();
  for (const Document& document : understanding.documents) {
    std::vector<Finding>& findings = understanding.findings.emplace_back();
    for (const auto& extractor : extractors_) {
      std::vector<Finding> found = extractor->extract(document);
      std::move(found.begin(), found.end(), std::back_inserter(findings));
    }
  }
  const double extracted = cpu_seconds();
  link(understanding);
  times_.segment += segmented - start;
  times_.extract += extracted - segmented;
  times_.link += cpu_seconds() - extracted;
  return understanding;
}

}  // namespace diarium
