#include "models/record.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <utility>
#include <vector>

using namespace diarium;

TEST_CASE("Record: each kind exports under its own name") {
  const std::vector<std::pair<Record, std::string_view>> kinds{
      {Beslutssats{}, "beslutssats"},   {Signature{}, "signature"},
      {TableRecord{}, "table"},         {Footnote{}, "footnote"},
      {Amendment{}, "amendment"},       {AgendaItem{}, "agenda_item"},
      {Attachment{}, "attachment"},     {Recipient{}, "recipient"},
      {Reference{}, "reference"},       {DateRecord{}, "date"},
      {AmountRecord{}, "amount"},       {EMail{}, "e_mail"},
      {FlowchartRecord{}, "flowchart"}, {Vote{}, "vote"},
      {Yrkande{}, "yrkande"},           {Reservation{}, "reservation"},
      {Attendance{}, "attendance"},     {MinutesParagraph{}, "paragraph"},
  };
  CHECK(kinds.size() == std::variant_size_v<Record>);
  for (const auto& [record, name] : kinds) CHECK(kind_of(record) == name);
}

TEST_CASE("Record: the status of a decision has a name") {
  CHECK(name_of(DecisionStatus::proposed_official) == "proposed_official");
  CHECK(name_of(DecisionStatus::proposed_member) == "proposed_member");
  CHECK(name_of(DecisionStatus::recommended) == "recommended");
  CHECK(name_of(DecisionStatus::decided) == "decided");
  CHECK(name_of(DecisionStatus::referenced) == "referenced");
  CHECK(name_of(DecisionStatus::unknown) == "unknown");
}
