#include "extractors/agenda_items.h"
#include "extractors/amendments.h"
#include "extractors/amounts.h"
#include "extractors/attachments.h"
#include "extractors/beslutssatser.h"
#include "extractors/case_headers.h"
#include "extractors/dates.h"
#include "extractors/e_mails.h"
#include "extractors/extractor.h"
#include "extractors/footnotes.h"
#include "extractors/minutes_attendance.h"
#include "extractors/minutes_paragraphs.h"
#include "extractors/minutes_reservations.h"
#include "extractors/minutes_votes.h"
#include "extractors/minutes_yrkanden.h"
#include "extractors/recipients.h"
#include "extractors/references.h"
#include "extractors/signatures.h"
#include "extractors/tables.h"

namespace diarium {

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
  extractors.push_back(std::make_unique<References>(rules));
  extractors.push_back(std::make_unique<MinutesYrkanden>(rules));
  extractors.push_back(std::make_unique<MinutesReservations>(rules));
  extractors.push_back(std::make_unique<MinutesVotes>(rules));
  extractors.push_back(std::make_unique<MinutesAttendance>(rules));
  return extractors;
}

}  // namespace diarium
