#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace diarium {

/// What a passage is to a search. It stands in the high bits of its id, where the index can tell it
/// without a look at the passage.
enum class PassageClass : std::int64_t {
  text = 0,        ///< of documents, and records but those below
  clause = 1,      ///< a beslutssats: weighs more
  small_fact = 2,  ///< a date, amount or reference: mostly repeats a text, found by kind alone
};

inline constexpr std::size_t kPassageClasses = 3;
inline constexpr int kPassageClassBits =
    40;  // ids of a class lie in [class << 40, class + 1 << 40)

constexpr std::int64_t first_id_of(PassageClass passage_class) {
  return static_cast<std::int64_t>(passage_class) << kPassageClassBits;
}

constexpr PassageClass class_of_id(std::int64_t id) {
  return static_cast<PassageClass>(id >> kPassageClassBits);
}

constexpr PassageClass class_of_kind(std::string_view kind) {
  if (kind == "beslutssats") return PassageClass::clause;
  const bool small = kind == "date" || kind == "amount" || kind == "reference";
  return small ? PassageClass::small_fact : PassageClass::text;
}

}  // namespace diarium
