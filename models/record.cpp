#include "models/record.h"

#include <array>

namespace diarium {

std::string_view name_of(DecisionStatus status) {
  switch (status) {
    case DecisionStatus::proposed_official: return "proposed_official";
    case DecisionStatus::proposed_member: return "proposed_member";
    case DecisionStatus::recommended: return "recommended";
    case DecisionStatus::decided: return "decided";
    case DecisionStatus::referenced: return "referenced";
    case DecisionStatus::unknown: break;
  }
  return "unknown";
}

std::string_view kind_of(const Record& record) {
  static constexpr std::array<std::string_view, std::variant_size_v<Record>> kKinds{
      "beslutssats", "signature",   "table",     "footnote", "amendment", "agenda_item",
      "attachment",  "recipient",   "reference", "date",     "amount",    "e_mail",
      "flowchart",   "vote",        "yrkande",   "reservation", "attendance", "paragraph"};
  return kKinds[record.index()];
}

}  // namespace diarium
