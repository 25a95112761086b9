#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace diarium {

class Database;

/// What hits are counted and sorted by: the row of a passage in passage_fact.
struct PassageFacts {
  std::int32_t kind = 0;  ///< search_value, as the next two; 0: none
  std::int32_t type = 0;
  std::int32_t body = 0;
  std::int32_t day = 0;  ///< 20240305; 0: none
  bool operator==(const PassageFacts&) const = default;
};

/// Puts the facts of passages with ids in [begin, end) into blocks (table fact_block): of many hits
/// the facts are read there at some nanoseconds each, where a look into passage_fact for each made
/// a search take twice as long.
void put_facts_in_blocks(Database& database, std::int64_t begin, std::int64_t end);

/// Makes all blocks anew.
void make_fact_blocks(Database& database);

/// Reads facts by the id of a passage; at its quickest when the ids ascend.
class FactReader {
 public:
  explicit FactReader(Database& database) : database_(database) {}
  /// All 0 for an id that no passage has. Throws SQLite::Exception.
  PassageFacts facts_of(std::int64_t id);

 private:
  Database& database_;
  std::int64_t number_ = -1;  // of the block at hand
  std::string block_;
};

}  // namespace diarium
