#include "pipeline/store/word_blocks.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "models/unicode.h"
#include "pipeline/store/database.h"
#include "pipeline/store/lexicon_image.h"

namespace diarium {
namespace {

// A block is written anew when a word joins it, so it must be small; 4 kB is a page of the
// database.
constexpr std::size_t kMostWords = 192;
constexpr std::size_t kBits = sizeof(std::uint64_t);

std::string_view blob_of(const SQLite::Statement& row, int column) {
  const SQLite::Column blob = row.getColumn(column);
  return {static_cast<const char*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())};
}

/// The bits of each word, then the words, each filled up with zeros to the length of the longest.
std::string block_of(std::span<const std::string> words) {
  std::size_t longest = 0;
  for (const std::string& word : words) longest = std::max(longest, word.size());
  std::string block;
  for (const std::string& word : words) {
    const std::uint64_t bits = letters_in(code_points(without_dots(word)));
    block.append(reinterpret_cast<const char*>(&bits), kBits);
  }
  for (const std::string& word : words) {
    block += word;
    block.append(longest - word.size(), '\0');
  }
  return block;
}

/// Views a block; none of its words where its size can't be right.
class BlockView {
 public:
  BlockView(std::string_view block, std::size_t count) : block_(block), count_(count) {
    if (count == 0 || block.size() % count != 0 || block.size() / count < kBits) count_ = 0;
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::uint64_t bits(std::size_t i) const {
    std::uint64_t bits = 0;
    std::memcpy(&bits, block_.data() + i * kBits, kBits);
    return bits;
  }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    const std::size_t size = block_.size() / count_ - kBits;
    const std::string_view filled = block_.substr(count_ * kBits + i * size, size);
    return filled.substr(0, filled.find('\0'));
  }

 private:
  std::string_view block_;
  std::size_t count_;
};

struct LastBlock {
  std::int64_t number = 0;
  std::vector<std::string> words;
};

LastBlock last_block(Database& database, std::size_t letters) {
  SQLite::Statement& row = database.prepared(
      "SELECT number, words, block FROM word_block WHERE letters = ? ORDER BY number DESC LIMIT 1");
  Binder(row).add(static_cast<std::int64_t>(letters));
  LastBlock last;
  if (row.executeStep()) {
    last.number = row.getColumn(0).getInt64();
    const BlockView view(blob_of(row, 2), static_cast<std::size_t>(row.getColumn(1).getInt64()));
    for (std::size_t i = 0; i < view.count(); ++i) last.words.emplace_back(view.word(i));
  }
  row.reset();
  return last;
}

}  // namespace

std::uint64_t letters_in(std::u32string_view word) {
  constexpr unsigned kLetters = 32;
  std::uint64_t letters = 0;
  for (const char32_t letter : word) {
    const std::uint64_t once = std::uint64_t{1} << (letter % kLetters);
    letters |= (letters & once) == 0 ? once : once << kLetters;
  }
  return letters;
}

void put_in_blocks(Database& database, std::size_t letters, const std::vector<std::string>& words) {
  LastBlock last = last_block(database, letters);
  last.words.insert(last.words.end(), words.begin(), words.end());
  const std::span<const std::string> all(last.words);
  for (std::size_t begin = 0; begin < all.size(); begin += kMostWords) {
    const auto part = all.subspan(begin, std::min(kMostWords, all.size() - begin));
    const std::string block = block_of(part);
    SQLite::Statement& insert = database.prepared(
        "INSERT OR REPLACE INTO word_block (letters, number, words, block) VALUES (?, ?, ?, ?)");
    Binder binder(insert);
    binder.add(static_cast<std::int64_t>(letters)).add(last.number++);
    binder.add(static_cast<std::int64_t>(part.size())).add_blob(block);
    insert.exec();
  }
}

void find_in_blocks(Database& database, std::size_t letters, std::uint64_t wanted, int most_bits,
                    const std::function<void(std::string_view)>& take) {
  SQLite::Statement& row =
      database.prepared("SELECT words, block FROM word_block WHERE letters = ? ORDER BY number");
  Binder(row).add(static_cast<std::int64_t>(letters));
  while (row.executeStep()) {
    const BlockView view(blob_of(row, 1), static_cast<std::size_t>(row.getColumn(0).getInt64()));
    for (std::size_t i = 0; i < view.count(); ++i) {
      if (std::popcount(wanted ^ view.bits(i)) <= most_bits) take(view.word(i));
    }
  }
  row.reset();
}

}  // namespace diarium
