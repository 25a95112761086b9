#include "pipeline/store/fact_blocks.h"

#include <array>
#include <cstring>

#include "pipeline/store/database.h"
#include "pipeline/store/passage_class.h"

namespace diarium {
namespace {

constexpr std::int64_t kIdsOfBlock = 252;  // with its head a block fills a page of the database
using Block = std::array<PassageFacts, kIdsOfBlock>;

/// Of the ids from number * kIdsOfBlock on.
void put_block(Database& database, std::int64_t number) {
  SQLite::Statement& row = database.prepared(
      "SELECT passage, kind, type, body, day FROM passage_fact WHERE passage >= ? AND passage < ?");
  const std::int64_t first = number * kIdsOfBlock;
  Binder(row).add(first).add(first + kIdsOfBlock);
  Block block{};
  while (row.executeStep()) {
    block.at(static_cast<std::size_t>(row.getColumn(0).getInt64() - first)) = {
        .kind = row.getColumn(1).getInt(),
        .type = row.getColumn(2).getInt(),
        .body = row.getColumn(3).getInt(),
        .day = row.getColumn(4).getInt()};
  }
  row.reset();
  SQLite::Statement& insert =
      database.prepared("INSERT OR REPLACE INTO fact_block (number, facts) VALUES (?, ?)");
  Binder(insert).add(number).add_blob({reinterpret_cast<const char*>(block.data()), sizeof(Block)});
  insert.exec();
}

}  // namespace

void put_facts_in_blocks(Database& database, std::int64_t begin, std::int64_t end) {
  for (std::int64_t number = begin / kIdsOfBlock; number * kIdsOfBlock < end; ++number) {
    put_block(database, number);
  }
}

void make_fact_blocks(Database& database) {
  run_statement(database, "DELETE FROM fact_block");
  for (std::size_t i = 0; i < kPassageClasses; ++i) {
    const std::int64_t first = first_id_of(static_cast<PassageClass>(i));
    SQLite::Statement& row = database.prepared(
        "SELECT coalesce(max(passage), ?1 - 1) FROM passage_fact WHERE passage >= ?1"
        " AND passage < ?2");
    Binder(row).add(first).add(first + first_id_of(PassageClass::clause));
    row.executeStep();
    const std::int64_t end = row.getColumn(0).getInt64() + 1;
    row.reset();
    put_facts_in_blocks(database, first, end);
  }
}

PassageFacts FactReader::facts_of(std::int64_t id) {
  const std::int64_t number = id / kIdsOfBlock;
  if (number != number_) {
    SQLite::Statement& row = database_.prepared("SELECT facts FROM fact_block WHERE number = ?");
    Binder(row).add(number);
    block_ = row.executeStep() ? text_of(row, 0) : std::string();
    row.reset();
    number_ = number;
  }
  PassageFacts facts;
  if (block_.size() == sizeof(Block)) {
    const auto at = static_cast<std::size_t>(id - number * kIdsOfBlock) * sizeof(PassageFacts);
    std::memcpy(&facts, block_.data() + at, sizeof(PassageFacts));
  }
  return facts;
}

}  // namespace diarium
