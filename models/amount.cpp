#include "models/amount.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// A double holds so many, and no budget has more.
constexpr std::size_t kMostDigits = 15;

/// The digits of a printed number, its groups put together.
struct Digits {
  std::string whole;
  std::string fraction;
  bool negative = false;
  bool comma_before_three = false;  ///< "245,000": decimals or thousands, the unit tells
};

bool is_dash(char32_t point) {
  return point == U'-' || point == 0x2013 || point == 0x2212;
}

bool is_apostrophe(char32_t point) {
  return point == U'\'' || point == 0x2019;
}

std::size_t digits_at(std::u32string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

std::string ascii_of(std::u32string_view digits) {
  return {digits.begin(), digits.end()};
}

/// What parts the thousands of the number that begins at `at`: the same sign before each group of
/// exactly three digits. 0 for none.
char32_t group_sign(std::u32string_view text, std::size_t at) {
  const std::size_t head = digits_at(text, at);
  const std::size_t sign = at + head;
  if (head == 0 || head > 3 || sign >= text.size() || digits_at(text, sign + 1) != 3) return 0;
  if (is_blank(text[sign]) || is_apostrophe(text[sign])) return text[sign];
  const bool leading_zero = text[at] == U'0';
  if (text[sign] == U'.' && !leading_zero) return U'.';
  const std::size_t next = sign + 4;
  const bool repeats = next < text.size() && text[next] == U',' && digits_at(text, next + 1) == 3;
  return text[sign] == U',' && repeats ? U',' : 0;
}

/// Digits in groups, from `at`, which moves past them.
std::string read_whole(std::u32string_view text, std::size_t& at) {
  const char32_t sign = group_sign(text, at);
  std::size_t length = digits_at(text, at);
  std::string whole = ascii_of(text.substr(at, length));
  at += length;
  while (sign != 0 && at < text.size() && digits_at(text, at + 1) == 3 &&
         (text[at] == sign || (is_blank(sign) && is_blank(text[at])))) {
    whole += ascii_of(text.substr(at + 1, 3));
    at += 4;
  }
  return whole;
}

/// The number at the beginning of `text`; `at` moves past it.
std::optional<Digits> read_digits(std::u32string_view text, std::size_t& at) {
  Digits digits;
  if (at < text.size() && (is_dash(text[at]) || text[at] == U'+')) {
    digits.negative = text[at] != U'+';
    ++at;
    while (at < text.size() && is_blank(text[at])) ++at;
  }
  digits.whole = read_whole(text, at);
  if (digits.whole.empty() || digits.whole.size() > kMostDigits) return std::nullopt;
  const bool pointed = at < text.size() && (text[at] == U',' || text[at] == U'.');
  const std::size_t decimals = pointed ? digits_at(text, at + 1) : 0;
  if (decimals > 0) {
    digits.fraction = ascii_of(text.substr(at + 1, decimals));
    digits.comma_before_three = text[at] == U',' && decimals == 3 && digits.whole.size() <= 3 &&
                                digits.whole.front() != '0';
    at += decimals + 1;
  }
  return digits;
}

double value_of(const Digits& digits) {
  const std::string printed =
      digits.whole + "." + (digits.fraction.empty() ? "0" : digits.fraction);
  double value = 0;
  std::from_chars(printed.data(), printed.data() + printed.size(), value);
  return digits.negative ? -value : value;
}

struct Unit {
  std::string_view printed;
  std::string_view name;
  double factor = 1;
};

constexpr double kThousand = 1e3;
constexpr double kMillion = 1e6;
constexpr double kMilliard = 1e9;

constexpr std::array kUnits{
    Unit{"kr", "SEK"},
    Unit{"kr.", "SEK"},
    Unit{"kronor", "SEK"},
    Unit{"krona", "SEK"},
    Unit{"sek", "SEK"},
    Unit{":-", "SEK"},
    Unit{":–", "SEK"},
    Unit{"tkr", "SEK", kThousand},
    Unit{"ksek", "SEK", kThousand},
    Unit{"tusen kr", "SEK", kThousand},
    Unit{"tusen kronor", "SEK", kThousand},
    Unit{"mnkr", "SEK", kMillion},
    Unit{"mkr", "SEK", kMillion},
    Unit{"mkr.", "SEK", kMillion},
    Unit{"msek", "SEK", kMillion},
    Unit{"milj kr", "SEK", kMillion},
    Unit{"milj. kr", "SEK", kMillion},
    Unit{"milj kronor", "SEK", kMillion},
    Unit{"milj. kronor", "SEK", kMillion},
    Unit{"miljon kronor", "SEK", kMillion},
    Unit{"miljoner kr", "SEK", kMillion},
    Unit{"miljoner kronor", "SEK", kMillion},
    Unit{"mdkr", "SEK", kMilliard},
    Unit{"mdr kr", "SEK", kMilliard},
    Unit{"miljard kronor", "SEK", kMilliard},
    Unit{"miljarder kr", "SEK", kMilliard},
    Unit{"miljarder kronor", "SEK", kMilliard},
    Unit{"%", "%"},
    Unit{"procent", "%"},
};

const Unit* unit_named(std::string_view printed) {
  const std::string wanted = squeeze_blanks(to_lower(printed));
  const auto* found = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](const Unit& unit) { return unit.printed == wanted; });
  return found == kUnits.end() ? nullptr : found;
}

/// Products of printed decimals such as 4,35 mnkr must not end in 0,9999.
double rounded_to_ore(double value) {
  return std::round(value * 100) / 100;
}

}  // namespace

std::optional<double> parse_number(std::string_view printed) {
  std::u32string text = code_points(trim(printed));
  const bool bracketed = text.size() > 2 && text.front() == U'(' && text.back() == U')';
  if (bracketed) text = text.substr(1, text.size() - 2);
  std::size_t at = 0;
  std::optional<Digits> digits = read_digits(text, at);
  if (!digits || at != text.size()) return std::nullopt;
  digits->negative = digits->negative != bracketed;
  return value_of(*digits);
}

std::optional<Amount> parse_amount(std::string_view printed) {
  if (const std::optional<double> plain = parse_number(printed)) return Amount{*plain, {}};
  const std::u32string text = code_points(trim(printed));
  std::size_t at = 0;
  std::optional<Digits> digits = read_digits(text, at);
  if (!digits) return std::nullopt;
  const Unit* unit = unit_named(to_utf8(std::u32string_view(text).substr(at)));
  if (unit == nullptr) return std::nullopt;
  Amount amount{.value = 0, .unit = std::string(unit->name)};
  // Whole kronor are printed with two decimals or none: three are thousands, English fashion.
  if (digits->comma_before_three && unit->name == "SEK" && unit->factor == 1) {
    digits->whole += std::exchange(digits->fraction, {});
    amount.comma_thousands = true;
  }
  amount.value = rounded_to_ore(value_of(*digits) * unit->factor);
  return amount;
}

}  // namespace diarium
