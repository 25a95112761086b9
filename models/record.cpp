#include "models/record.h"

#include <array>
#include <utility>

namespace diarium {
namespace {

constexpr std::array<std::pair<DecisionStatus, std::string_view>, 6> kStatusNames{{
    {DecisionStatus::proposed_official, "proposed_official"},
    {DecisionStatus::proposed_member, "proposed_member"},
    {DecisionStatus::recommended, "recommended"},
    {DecisionStatus::decided, "decided"},
    {DecisionStatus::referenced, "referenced"},
    {DecisionStatus::unknown, "unknown"},
}};

constexpr std::array<std::string_view, std::variant_size_v<Record>> kKinds{
    "beslutssats", "signature", "table",     "footnote",    "amendment",  "agenda_item",
    "attachment",  "recipient", "reference", "date",        "amount",     "e_mail",
    "flowchart",   "vote",      "yrkande",   "reservation", "attendance", "paragraph"};

template <std::size_t... Index>
Record empty_record(std::size_t wanted, std::index_sequence<Index...>) {
  Record record;
  ((wanted == Index ? (record.emplace<Index>(), true) : false) || ...);
  return record;
}

}  // namespace

std::string_view name_of(DecisionStatus status) {
  for (const auto& [value, name] : kStatusNames) {
    if (value == status) return name;
  }
  return "unknown";
}

DecisionStatus decision_status_of(std::string_view name) {
  for (const auto& [value, text] : kStatusNames) {
    if (text == name) return value;
  }
  return DecisionStatus::unknown;
}

std::string_view kind_of(const Record& record) {
  return kKinds[record.index()];
}

std::optional<Record> record_of_kind(std::string_view kind) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == kind) return empty_record(i, std::make_index_sequence<kKinds.size()>());
  }
  return std::nullopt;
}

}  // namespace diarium
