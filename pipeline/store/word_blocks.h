#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace diarium {

class Database;

/// Which letters a word has, in two bits for each of 32: one for one or more, one for two or more.
/// Words that differ in n edits differ in at most 2 n bits.
std::uint64_t letters_in(std::u32string_view word);

/// Puts words that are not there yet into the blocks of words of their length (table word_block):
/// so that all words of a length can be looked through at once, by the bits of their letters, in
/// some ten nanoseconds a word. `letters` is the length of each in code points; the words are
/// without their dots in the bits (`without_dots`), and with them in the block.
void put_in_blocks(Database& database, std::size_t letters, const std::vector<std::string>& words);

/// Calls `take` for each word of that length whose letters differ from `wanted` in at most so many
/// bits.
void find_in_blocks(Database& database, std::size_t letters, std::uint64_t wanted, int most_bits,
                    const std::function<void(std::string_view)>& take);

}  // namespace diarium
