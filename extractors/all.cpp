#include <algorithm>
#include <utility>

#include "extractors/agenda_items.h"
#include "extractors/amendments.h"
#include "extractors/amounts.h"
#include "extractors/attachments.h"
#include "extractors/beslutssatser.h"
#include "extractors/case_headers.h"
#include "extractors/dates.h"
#include "extractors/e_mails.h"
#include "extractors/extractor.h"
#include "extractors/finding_confidence.h"
#include "extractors/flowcharts.h"
#include "extractors/footnotes.h"
#include "extractors/minutes_attendance.h"
#include "extractors/minutes_paragraphs.h"
#include "extractors/minutes_reservations.h"
#include "extractors/minutes_votes.h"
#include "extractors/minutes_yrkanden.h"
#include "extractors/personal_numbers.h"
#include "extractors/recipients.h"
#include "extractors/references.h"
#include "extractors/signatures.h"
#include "extractors/tables.h"
#include "models/personal_number.h"

namespace diarium {
namespace {

/// Notes with each finding that holds one of `numbers`, which are in order, that it does.
void flag(std::vector<Finding>& findings, const std::vector<Span>& numbers) {
  for (Finding& finding : findings) {
    const auto next =
        std::lower_bound(numbers.begin(), numbers.end(), finding.span.begin,
                         [](const Span& number, std::size_t begin) { return number.end <= begin; });
    const bool holds = next != numbers.end() && next->overlaps(finding.span);
    const bool says_so = std::find(finding.issues.begin(), finding.issues.end(),
                                   kPersonalNumberIssue) != finding.issues.end();
    if (holds && !says_so) finding.issues.emplace_back(kPersonalNumberIssue);
  }
}

}  // namespace

std::vector<std::unique_ptr<Extractor>> all_extractors(const RuleBook& rules) {
  std::vector<std::unique_ptr<Extractor>> extractors;
  extractors.push_back(std::make_unique<CaseHeaders>(rules));
  extractors.push_back(std::make_unique<AgendaItems>(rules));
  extractors.push_back(std::make_unique<MinutesParagraphs>(rules));
  extractors.push_back(std::make_unique<Beslutssatser>(rules));
  extractors.push_back(std::make_unique<Signatures>(rules));
  extractors.push_back(std::make_unique<Attachments>(rules));
  extractors.push_back(std::make_unique<Recipients>(rules));
  extractors.push_back(std::make_unique<EMails>(rules));
  extractors.push_back(std::make_unique<Dates>(rules));
  extractors.push_back(std::make_unique<Amounts>(rules));
  extractors.push_back(std::make_unique<Footnotes>(rules));
  extractors.push_back(std::make_unique<Amendments>(rules));
  extractors.push_back(std::make_unique<Tables>(rules));
  extractors.push_back(std::make_unique<Flowcharts>(rules));
  extractors.push_back(std::make_unique<References>(rules));
  extractors.push_back(std::make_unique<MinutesYrkanden>(rules));
  extractors.push_back(std::make_unique<MinutesReservations>(rules));
  extractors.push_back(std::make_unique<MinutesVotes>(rules));
  extractors.push_back(std::make_unique<MinutesAttendance>(rules));
  extractors.push_back(std::make_unique<PersonalNumbers>(rules));
  return extractors;
}

std::vector<Finding> findings_of(const Document& document,
                                 std::span<const std::unique_ptr<Extractor>> extractors) {
  std::vector<Finding> findings;
  for (const auto& extractor : extractors) {
    for (Finding& finding : extractor->extract(document)) {
      finding.confidence = finding_confidence(finding.confidence, document.text, finding.span);
      findings.push_back(std::move(finding));
    }
  }
  flag(findings, personal_numbers_in(document.text.view()));
  return findings;
}

}  // namespace diarium
