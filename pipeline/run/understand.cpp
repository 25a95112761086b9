#include "pipeline/run/understand.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extractors/personal_numbers.h"
#include "pipeline/run/cpu_time.h"

namespace diarium {
namespace {

bool holds_personal_number(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return std::find(finding.issues.begin(), finding.issues.end(), kPersonalNumberIssue) !=
           finding.issues.end();
  });
}

}  // namespace

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
  const double start = thread_cpu_seconds();
  Understanding understanding = segment(pages, source, path, *rules_);
  const double segmented = thread_cpu_seconds();
  understanding.findings.clear();
  for (Document& document : understanding.documents) {
    const auto& findings = understanding.findings.emplace_back(findings_of(document, extractors_));
    if (holds_personal_number(findings)) document.issues.emplace_back(kPersonalNumberIssue);
  }
  const double extracted = thread_cpu_seconds();
  link(understanding);
  const std::lock_guard lock(times_mutex_);
  times_.segment += segmented - start;
  times_.extract += extracted - segmented;
  times_.link += thread_cpu_seconds() - extracted;
  return understanding;
}

Understander::Times Understander::times() const {
  const std::lock_guard lock(times_mutex_);
  return times_;
}

}  // namespace diarium
