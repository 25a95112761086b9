#include "pipeline/store/facets.h"

#include <algorithm>
#include <string>

#include "pipeline/store/database.h"

namespace diarium {
namespace {

constexpr std::size_t kMostValues = 30;
constexpr std::int32_t kDaysOfYear = 10'000;  // 20240305 / 10 000 = 2024

void count(std::vector<std::int64_t>& hits, std::int64_t number) {
  const auto at = static_cast<std::size_t>(number);
  if (at >= hits.size()) hits.resize(at + 1);
  ++hits[at];
}

std::string name_of_value(Database& database, std::size_t number) {
  SQLite::Statement& row = database.prepared("SELECT value FROM search_value WHERE id = ?");
  Binder(row).add(static_cast<std::int64_t>(number));
  std::string name = row.executeStep() ? text_of(row, 0) : std::string();
  row.reset();
  return name;
}

/// The numbers that occur, the commonest first; number 0 is no value.
std::vector<std::size_t> commonest(const std::vector<std::int64_t>& hits) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 1; i < hits.size(); ++i) {
    if (hits[i] > 0) numbers.push_back(i);
  }
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&hits](std::size_t a, std::size_t b) { return hits[a] > hits[b]; });
  if (numbers.size() > kMostValues) numbers.resize(kMostValues);
  return numbers;
}

}  // namespace

void FacetCounter::add(const PassageFacts& facts) {
  count(kinds_, facts.kind);
  count(types_, facts.type);
  count(bodies_, facts.body);
  count(years_, facts.day / kDaysOfYear);
}

std::vector<Facet> FacetCounter::facets(Database& database) const {
  std::vector<Facet> facets;
  for (const auto& [field, hits] :
       {std::pair{"kind", &kinds_}, {"type", &types_}, {"body", &bodies_}}) {
    Facet facet{.field = field, .counts = {}};
    for (const std::size_t number : commonest(*hits)) {
      facet.counts.push_back({.value = name_of_value(database, number), .hits = (*hits)[number]});
    }
    if (!facet.counts.empty()) facets.push_back(std::move(facet));
  }
  Facet years{.field = "year", .counts = {}};
  for (const std::size_t year : commonest(years_)) {
    years.counts.push_back({.value = std::to_string(year), .hits = years_[year]});
  }
  if (!years.counts.empty()) facets.push_back(std::move(years));
  return facets;
}

}  // namespace diarium
