#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/search.h"

namespace diarium {

class Database;

/// Where a hit stands among the others. Compared by day where they are sorted by date (else `day`
/// is 0), then by rank, then by id.
struct HitPlace {
  std::int64_t id = 0;   ///< of the passage
  std::int64_t day = 0;  ///< 20240305
  double rank = 0;       ///< see ranking.h
  std::string places;    ///< of what matched, see HitSink
};

bool comes_before(const HitPlace& a, const HitPlace& b);

/// The best of many places, in memory for those alone.
class BestPlaces {
 public:
  explicit BestPlaces(std::size_t limit) : limit_(limit) {}
  /// Whether it is among the best so far.
  [[nodiscard]] bool wants(const HitPlace& place) const;
  void add(HitPlace place);
  [[nodiscard]] std::vector<HitPlace> sorted() const;

 private:
  std::size_t limit_;
  std::vector<HitPlace> heap_;  // the worst on top
};

std::string cursor_of(const HitPlace& place);
/// Nothing for a text that `cursor_of` didn't write.
std::optional<HitPlace> place_of_cursor(std::string_view cursor);

/// The hit with its passage, snippet and citation.
Hit hit_at(Database& database, const HitPlace& place);

}  // namespace diarium
