#include "extractors/amounts.h"
#include "extractors/case_headers.h"
#include "extractors/dates.h"
#include "extractors/extractor.h"

namespace diarium {

std::vector<std::unique_ptr<Extractor>> all_extractors(const RuleBook& rules) {
  std::vector<std::unique_ptr<Extractor>> extractors;
  extractors.push_back(std::make_unique<CaseHeaders>(rules));
  extractors.push_back(std::make_unique<Dates>(rules));
  extractors.push_back(std::make_unique<Amounts>(rules));
  return extractors;
}

}  // namespace diarium
