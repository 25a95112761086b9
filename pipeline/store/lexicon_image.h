#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace diarium {

/// How a lexicon lies in memory and in its cache file: this head, then the forms, the table, the
/// folded keys, where each bucket of these begins, the bits of what is there, and the letters. In
/// the byte order of the machine.
struct LexiconHead {
  std::array<char, 8> magic{};
  std::uint64_t dictionary = 0;  ///< `dictionary_hash` of what it was made of
  std::uint32_t forms = 0;
  std::uint32_t table = 0;  ///< a power of two
  std::uint32_t folded = 0;
  std::uint32_t letters = 0;  ///< bytes
};
inline constexpr std::array<char, 8> kLexiconMagic{'D', 'I', 'A', 'R', 'L', 'E', 'X', '4'};

struct LexiconForm {
  std::uint32_t offset = 0;  ///< of its letters
  std::uint32_t lemma = 0;   ///< the form that it is made of; itself for an entry
  std::uint8_t size = 0;     ///< bytes
  std::uint8_t uses = 0;     ///< kWordUse, kFirstUse, kLastUse
  std::uint16_t unused = 0;
};
inline constexpr std::uint8_t kWordUse = 1;
inline constexpr std::uint8_t kFirstUse = 2;
inline constexpr std::uint8_t kLastUse = 4;

/// Folded keys are sorted by hash; those that share its upper 16 bits are a bucket.
inline constexpr unsigned kBucketShift = 16;
inline constexpr std::uint32_t kBuckets = 1U << 16U;

struct FoldedKey {
  std::uint32_t hash = 0;  ///< of the form without its dots
  std::uint32_t form = 0;
  auto operator<=>(const FoldedKey&) const = default;
};

/// One bit for each hash of a form, with and without its dots, by its upper bits: 2 MB that stay in
/// the processor's cache. Most pieces of a word are no form, and the table, which doesn't stay
/// there, need not be asked for them.
inline constexpr std::size_t kPresenceBytes = std::size_t{1} << 21U;
/// Byte and bit of a hash among them.
constexpr std::pair<std::size_t, std::uint8_t> presence_of(std::uint64_t hash) {
  const std::uint64_t bit = hash >> 40U;
  return {bit / 8, static_cast<std::uint8_t>(1U << (bit % 8))};
}

/// Reads hunspell's Swedish dictionary and makes the image of all its forms: about a second.
/// `dictionary` is a path without ".aff" and ".dic"; throws std::runtime_error if it can't be read.
std::string build_lexicon(const std::string& dictionary);

/// Changes with any byte of the dictionary's files; 0 if they can't be read.
std::uint64_t dictionary_hash(const std::string& dictionary);

/// FNV-1a. With the hash of a text's beginning, the hash of all of it: `hash_of(rest, begun)`.
std::uint64_t hash_of(std::string_view text, std::uint64_t begun = 14695981039346656037ULL);

/// Lower case letters without dots and rings, as OCR loses them: å ä -> a, ö -> o.
std::string without_dots(std::string_view word);

}  // namespace diarium
