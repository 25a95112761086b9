#include "pipeline/store/query_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "models/amount.h"
#include "models/date.h"
#include "models/document.h"
#include "models/record.h"
#include "models/unicode.h"

namespace diarium {
namespace {

using Name = std::pair<std::string_view, std::string_view>;  // as typed, as meant

constexpr std::array<std::string_view, 17> kFields{
    "kind", "type", "body", "party", "person", "signed", "dnr",   "status",  "verb",
    "year", "date", "from", "to",    "amount", "ocr",    "empty", "compound"};

constexpr std::array<Name, 27> kFieldNames{{{"slag", "kind"},
                                            {"del", "kind"},
                                            {"part", "kind"},
                                            {"typ", "type"},
                                            {"dokumenttyp", "type"},
                                            {"nämnd", "body"},
                                            {"organ", "body"},
                                            {"parti", "party"},
                                            {"namn", "person"},
                                            {"undertecknad", "signed"},
                                            {"underskrift", "signed"},
                                            {"diarienummer", "dnr"},
                                            {"case", "dnr"},
                                            {"handling", "verb"},
                                            {"action", "verb"},
                                            {"åtgärd", "verb"},
                                            {"år", "year"},
                                            {"datum", "date"},
                                            {"från", "from"},
                                            {"till", "to"},
                                            {"sedan", "from"},
                                            {"belopp", "amount"},
                                            {"summa", "amount"},
                                            {"missing", "empty"},
                                            {"saknas", "empty"},
                                            {"saknar", "empty"},
                                            {"sammansatt", "compound"}}};

constexpr std::array<Name, 24> kKindNames{{{"dokument", "document"},
                                           {"beslut", "beslutssats"},
                                           {"decision", "beslutssats"},
                                           {"signatur", "signature"},
                                           {"underskrift", "signature"},
                                           {"tabell", "table"},
                                           {"fotnot", "footnote"},
                                           {"ändring", "amendment"},
                                           {"struket", "deleted"},
                                           {"struken", "deleted"},
                                           {"tillagt", "inserted"},
                                           {"tillagd", "inserted"},
                                           {"ärende", "agenda_item"},
                                           {"bilaga", "attachment"},
                                           {"mottagare", "recipient"},
                                           {"hänvisning", "reference"},
                                           {"datum", "date"},
                                           {"belopp", "amount"},
                                           {"e-post", "e_mail"},
                                           {"flödesschema", "flowchart"},
                                           {"votering", "vote"},
                                           {"omröstning", "vote"},
                                           {"närvaro", "attendance"},
                                           {"paragraf", "paragraph"}}};

constexpr std::array<Name, 11> kStatusNames{{{"beslutad", "decided"},
                                             {"beslutat", "decided"},
                                             {"beslut", "decided"},
                                             {"föreslagen", "proposed"},
                                             {"föreslaget", "proposed"},
                                             {"förslag", "proposed"},
                                             {"tillstyrkt", "recommended"},
                                             {"rekommenderad", "recommended"},
                                             {"återgiven", "referenced"},
                                             {"återgivet", "referenced"},
                                             {"okänd", "unknown"}}};

constexpr std::array<Name, 7> kOcrNames{{{"ja", "yes"},
                                         {"nej", "no"},
                                         {"osäker", "uncertain"},
                                         {"osäkert", "uncertain"},
                                         {"yes", "yes"},
                                         {"no", "no"},
                                         {"uncertain", "uncertain"}}};

constexpr std::array<Name, 20> kMissing{
    {{"documents", "documents"}, {"handlingar", "documents"},
     {"dokument", "documents"},  {"underlag", "documents"},
     {"signature", "signature"}, {"underskrift", "signature"},
     {"signatur", "signature"},  {"date", "date"},
     {"datum", "date"},          {"body", "body"},
     {"nämnd", "body"},          {"party", "party"},
     {"parti", "party"},         {"dnr", "dnr"},
     {"diarienummer", "dnr"},    {"case", "dnr"},
     {"title", "title"},         {"titel", "title"},
     {"rubrik", "title"},        {"underskrifter", "signature"}}};

template <std::size_t N>
std::optional<std::string> meant(const std::array<Name, N>& names, std::string_view typed) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const Name& name) { return name.first == typed; });
  if (found == names.end()) return std::nullopt;
  return std::string(found->second);
}

std::optional<std::string> kind_meant(const std::string& typed) {
  if (typed == "document" || typed == "deleted" || typed == "inserted") return typed;
  if (record_of_kind(typed)) return typed;
  return meant(kKindNames, typed);
}

/// "Alternativt förslag" -> "alternativt_forslag", "e-post" -> "e_post"
std::optional<std::string> type_meant(const std::string& typed) {
  std::string name = fold_diacritics(typed);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  if (!document_kind_of(name)) return std::nullopt;
  return name;
}

std::optional<std::string> status_meant(const std::string& typed) {
  const bool known = typed == "unknown" || typed == "proposed" ||
                     decision_status_of(typed) != DecisionStatus::unknown;
  return known ? typed : meant(kStatusNames, typed);
}

/// The value with its ends written anew by `written`; nothing where an end can't be.
template <typename Written>
std::optional<std::string> range_meant(const std::string& value, Written written) {
  const ValueRange range = range_of(value);
  const bool span = value.find("..") != std::string::npos;
  if (range.low.empty() && range.high.empty()) return std::nullopt;
  std::string low;
  std::string high;
  for (const auto& [end, out] : {std::pair{&range.low, &low}, {&range.high, &high}}) {
    if (end->empty()) continue;
    const std::optional<std::string> text = written(*end);
    if (!text) return std::nullopt;
    *out = *text;
  }
  if (span) return low + ".." + high;
  if (range.low == range.high) return low;
  if (high.empty()) return (range.low_open ? ">" : ">=") + low;
  return (range.high_open ? "<" : "<=") + high;
}

std::optional<std::string> year_meant(const std::string& typed) {
  if (typed.size() != 4 || !date_of_iso(typed)) return std::nullopt;
  return typed;
}

std::optional<std::string> date_meant(const std::string& typed) {
  if (typed.size() <= 10 && date_of_iso(typed)) return typed;
  const std::optional<Date> date = parse_date(typed);
  if (!date || date->year == 0) return std::nullopt;
  return iso_of(*date).substr(0, 10);
}

std::optional<std::string> amount_meant(const std::string& typed) {
  if (const auto number = parse_number(typed)) return fmt::format("{}", *number);
  if (const auto amount = parse_amount(typed)) return fmt::format("{}", amount->value);
  return std::nullopt;
}

/// What a value must be, and the value as the archive writes it.
std::pair<std::string_view, std::optional<std::string>> value_meant(const std::string& field,
                                                                    const std::string& value) {
  const std::string lower = to_lower(value);
  if (field == "kind") return {"a kind of record", kind_meant(lower)};
  if (field == "type") return {"a kind of document", type_meant(lower)};
  if (field == "status") return {"the status of a clause", status_meant(lower)};
  if (field == "year") return {"a year, 2021 or 2019..2022", range_meant(value, year_meant)};
  if (field == "date") {
    return {"a date, 2024-03-05 or 2024-03 or 2024", range_meant(value, date_meant)};
  }
  if (field == "from" || field == "to") {
    return {"a date, 2024-03-05 or 2024-03 or 2024", date_meant(value)};
  }
  if (field == "amount") return {"a number, 50000 or >50000", range_meant(value, amount_meant)};
  if (field == "ocr") return {"yes, no or uncertain", meant(kOcrNames, lower)};
  if (field == "empty") return {"documents, signature, date, ...", meant(kMissing, lower)};
  if (field == "compound") return {"yes or no", meant(kOcrNames, lower)};
  return {"a value", value};
}

}  // namespace

std::optional<std::string_view> field_named(std::string_view name) {
  const std::string lower = to_lower(name);
  for (const std::string_view field : kFields) {
    if (field == lower) return field;
  }
  for (const auto& [typed, field] : kFieldNames) {
    if (typed == lower) return field;
  }
  return std::nullopt;
}

SearchFilter canonical(const SearchFilter& filter) {
  const std::optional<std::string_view> field = field_named(filter.field);
  if (!field) {
    throw QueryError(
        fmt::format("no such field; there are {}: {}", fmt::join(kFields, ", "), filter.field), 0);
  }
  if (filter.value.empty()) {
    throw QueryError(fmt::format("{} wants a value after \":\"", filter.field), 0);
  }
  const auto [wanted, value] = value_meant(std::string(*field), filter.value);
  if (!value) {
    throw QueryError(fmt::format("{} wants {}: {}", filter.field, wanted, filter.value), 0);
  }
  return {.field = std::string(*field), .value = *value, .negated = filter.negated};
}

ValueRange range_of(std::string_view value) {
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    return {.low = std::string(trim(value.substr(0, dots))),
            .high = std::string(trim(value.substr(dots + 2)))};
  }
  const auto after = [value](std::size_t sign) { return std::string(trim(value.substr(sign))); };
  if (value.starts_with(">=")) return {.low = after(2)};
  if (value.starts_with("<=")) return {.high = after(2)};
  if (value.starts_with(">")) return {.low = after(1), .low_open = true};
  if (value.starts_with("<")) return {.high = after(1), .high_open = true};
  return {.low = after(0), .high = after(0)};
}

}  // namespace diarium
