#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/store/fact_blocks.h"
#include "pipeline/store/search.h"

namespace diarium {

class Database;

/// Counts hits by the numbers of passage_fact.
class FacetCounter {
 public:
  void add(const PassageFacts& facts);
  /// The counts by name: kind, type, body, year; fields that no hit has are left out.
  [[nodiscard]] std::vector<Facet> facets(Database& database) const;

 private:
  std::vector<std::int64_t> kinds_;
  std::vector<std::int64_t> types_;
  std::vector<std::int64_t> bodies_;
  std::vector<std::int64_t> years_;
};

}  // namespace diarium
