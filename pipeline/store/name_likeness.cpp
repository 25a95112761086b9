#include "pipeline/store/name_likeness.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

/// Shorter words that differ in a letter are as a rule two words: Ek and Eg, Bo and Bå.
constexpr std::size_t kFewestLetters = 4;

using Words = std::vector<std::string_view>;

Words words_of(std::string_view key) {
  Words words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    words.push_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool is_letter_apart(std::string_view a, std::string_view b) {
  const std::u32string one = code_points(a);
  const std::u32string other = code_points(b);
  if (std::min(one.size(), other.size()) < kFewestLetters) return false;
  return edit_distance(one, other) <= 1;
}

/// All words the same but one, which differs in a letter.
bool differ_in_a_letter(const Words& a, const Words& b) {
  if (a.size() != b.size()) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  if (x == a.end() || !std::equal(x + 1, a.end(), y + 1)) return false;
  return is_letter_apart(*x, *y);
}

/// "annamaria ek", "anna maria ek"
bool differ_in_blanks(std::string_view a, std::string_view b) {
  return replaced(std::string(a), " ", "") == replaced(std::string(b), " ", "");
}

/// What names of persons and bodies have in common.
std::string_view likeness(std::string_view a, std::string_view b) {
  const std::string blurred_a = blurred(a);
  const std::string blurred_b = blurred(b);
  if (fold_diacritics(a) == fold_diacritics(b)) return "dots";
  if (blurred_a == blurred_b) return "letter";
  if (differ_in_a_letter(words_of(blurred_a), words_of(blurred_b))) return "letter";
  if (differ_in_blanks(a, b)) return "joined";
  return {};
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return code_points(initial).size() == 1 && word.size() > initial.size() &&
         word.starts_with(initial);
}

/// "a ek" of "anna ek", "anna m ek" of "anna maria ek": all else is the same.
bool has_initials_of(const Words& shorter, const Words& longer) {
  if (shorter.size() < 2 || shorter.size() != longer.size()) return false;
  bool any = false;
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    if (shorter[i] == longer[i]) continue;
    if (i + 1 == shorter.size() || !is_initial_of(shorter[i], longer[i])) return false;
    any = true;
  }
  return any;
}

/// The words of the one stand in the other, in order, with the same first name.
bool leaves_names_out(const Words& shorter, const Words& longer) {
  if (shorter.size() < 2 || shorter.size() >= longer.size()) return false;
  if (shorter.front() != longer.front()) return false;
  std::size_t next = 0;
  for (const std::string_view word : longer) {
    if (next < shorter.size() && shorter[next] == word) ++next;
  }
  return next == shorter.size();
}

bool is_surname_of(const Words& shorter, const Words& longer) {
  return shorter.size() == 1 && longer.size() > 1 && shorter.front() == longer.back();
}

}  // namespace

PrintedName printed_name(std::string_view name) {
  const std::size_t open = name.rfind('(');
  if (open == std::string_view::npos || !name.ends_with(')')) {
    return {.spelling = squeeze_blanks(name), .party = {}};
  }
  return {.spelling = squeeze_blanks(name.substr(0, open)),
          .party = squeeze_blanks(name.substr(open + 1, name.size() - open - 2))};
}

std::string name_key(std::string_view printed) {
  std::string key = to_lower(to_nfc(printed));
  for (const std::string_view mark : {"-", "\u2010", "\u2011", "."}) {
    key = replaced(std::move(key), mark, " ");
  }
  return squeeze_blanks(key);
}

std::string blurred(std::string_view key) {
  std::string text = fold_diacritics(key);
  for (const auto& [from, to] :
       {std::pair{"rn", "m"}, {"vv", "w"}, {"0", "o"}, {"1", "l"}, {"i", "l"}}) {
    text = replaced(std::move(text), from, to);
  }
  return text;
}

std::string_view person_likeness(std::string_view a, std::string_view party_of_a,
                                 std::string_view b, std::string_view party_of_b) {
  if (a == b) return party_of_a.empty() || party_of_b.empty() ? "party_missing" : "other_party";
  if (!party_of_a.empty() && !party_of_b.empty() && party_of_a != party_of_b) return {};
  if (const std::string_view reason = likeness(a, b); !reason.empty()) return reason;
  const Words one = words_of(a);
  const Words other = words_of(b);
  if (has_initials_of(one, other) || has_initials_of(other, one)) return "initial";
  if (leaves_names_out(one, other) || leaves_names_out(other, one)) return "shorter";
  // A surname alone says little; in one party it says enough to look.
  const bool same_party = !party_of_a.empty() && party_of_a == party_of_b;
  if (same_party && (is_surname_of(one, other) || is_surname_of(other, one))) return "shorter";
  return {};
}

std::string_view body_likeness(std::string_view a, std::string_view b) {
  return likeness(a, b);
}

}  // namespace diarium
