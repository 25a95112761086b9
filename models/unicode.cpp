#include "models/unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>
#include <array>
#include <cstdint>
#include <unordered_map>

namespace diarium {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kRingAbove = 0x030A;

/// The code point at `at`, which moves past it; U+FFFD for broken bytes.
char32_t next_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto i = static_cast<std::int32_t>(at);
  UChar32 point = 0;
  U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int32_t>(text.size()), point);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(point);
}

/// Where the last code point of a text that isn't empty begins.
std::size_t last_begin(std::string_view utf8) {
  std::size_t at = utf8.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

void append_point(std::string& out, char32_t point) {
  std::array<std::uint8_t, U8_MAX_LENGTH> buffer{};
  std::int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(buffer.data(), length, U8_MAX_LENGTH, static_cast<UChar32>(point), failed);
  if (failed) return append_point(out, kReplacement);
  for (std::int32_t i = 0; i < length; ++i)
    out += static_cast<char>(buffer[static_cast<std::size_t>(i)]);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char32_t lower_point(char32_t point) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(point)));
}

char32_t folded_point(char32_t point) {
  switch (point) {
    case U'å':
    case U'ä':
      return U'a';
    case U'ö':
      return U'o';
    case U'é':
    case U'è':
      return U'e';
    default:
      return point;
  }
}

}  // namespace

std::string to_nfc(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString composed = nfc->normalize(
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())}), status);
  std::string out;
  out.reserve(utf8.size());
  char32_t last = 0;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const auto point = static_cast<char32_t>(composed.char32At(i));
    const bool orphan_ring = point == kRingAbove && (last == U'å' || last == U'Å');
    if (!orphan_ring) append_point(out, point);
    last = point;
  }
  return out;
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t i = 0;
  while (i < size) {
    UChar32 point = 0;
    U8_NEXT(bytes, i, size, point);
    if (point < 0) return false;
  }
  return true;
}

std::string to_lower(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) append_point(out, lower_point(next_point(utf8, at)));
  return out;
}

std::string to_upper(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    append_point(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(next_point(utf8, at)))));
  }
  return out;
}

std::string fold_diacritics(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    append_point(out, folded_point(lower_point(next_point(utf8, at))));
  }
  return out;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) points += next_point(utf8, at);
  return points;
}

std::string to_utf8(std::u32string_view points) {
  std::string out;
  out.reserve(points.size());
  for (const char32_t point : points) append_point(out, point);
  return out;
}

bool is_letter(char32_t point) {
  return u_isalpha(static_cast<UChar32>(point));
}
bool is_upper(char32_t point) {
  return u_isupper(static_cast<UChar32>(point));
}
bool is_lower(char32_t point) {
  return u_islower(static_cast<UChar32>(point));
}
bool is_digit(char32_t point) {
  return point >= U'0' && point <= U'9';
}

bool is_blank(char32_t point) {
  return point == U' ' || point == U'\t' || point == U'\n' || point == U'\r' || point == U'\f' ||
         u_isUWhiteSpace(static_cast<UChar32>(point)) || point == 0x200B || point == 0xFEFF;
}

std::string squeeze_blanks(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool gap = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t point = next_point(utf8, at);
    if (is_blank(point)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    append_point(out, point);
  }
  return out;
}

std::string_view trim(std::string_view utf8) {
  for (std::size_t at = 0; !utf8.empty() && is_blank(next_point(utf8, at)); at = 0)
    utf8.remove_prefix(at);
  while (!utf8.empty()) {
    const std::size_t last = last_begin(utf8);
    std::size_t at = last;
    // Broken bytes behind a blank are none of it.
    if (!is_blank(next_point(utf8, at)) || at < utf8.size()) break;
    utf8 = utf8.substr(0, last);
  }
  return utf8;
}

char32_t first_point(std::string_view utf8) {
  std::size_t at = 0;
  return utf8.empty() ? 0 : next_point(utf8, at);
}

char32_t last_point(std::string_view utf8) {
  if (utf8.empty()) return 0;
  std::size_t at = last_begin(utf8);
  return next_point(utf8, at);
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  // One column of the Myers matrix per letter of b, in blocks of 64 letters of a.
  constexpr std::size_t kBits = 64;
  const std::size_t blocks = (a.size() + kBits - 1) / kBits;
  std::unordered_map<char32_t, std::vector<std::uint64_t>> equal;
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto& mask = equal[a[i]];
    mask.resize(blocks);
    mask[i / kBits] |= std::uint64_t{1} << (i % kBits);
  }
  std::vector<std::uint64_t> plus(blocks, ~std::uint64_t{0});
  std::vector<std::uint64_t> minus(blocks, 0);
  const std::uint64_t last_row = std::uint64_t{1} << ((a.size() - 1) % kBits);
  std::size_t distance = a.size();
  for (const char32_t letter : b) {
    const auto found = equal.find(letter);
    std::uint64_t plus_carry = 1;
    std::uint64_t minus_carry = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
      const std::uint64_t pv = plus[block];
      const std::uint64_t mv = minus[block];
      const std::uint64_t same = found == equal.end() ? 0 : found->second[block];
      const std::uint64_t xv = same | mv;
      const std::uint64_t eq = same | minus_carry;
      const std::uint64_t xh = (((eq & pv) + pv) ^ pv) | eq;
      std::uint64_t ph = mv | ~(xh | pv);
      std::uint64_t mh = pv & xh;
      if (block + 1 == blocks) {
        if (ph & last_row) ++distance;
        if (mh & last_row) --distance;
      }
      const std::uint64_t plus_out = ph >> (kBits - 1);
      const std::uint64_t minus_out = mh >> (kBits - 1);
      ph = (ph << 1U) | plus_carry;
      mh = (mh << 1U) | minus_carry;
      plus_carry = plus_out;
      minus_carry = minus_out;
      plus[block] = mh | ~(xv | ph);
      minus[block] = ph & xv;
    }
  }
  return distance;
}

int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

double similarity(std::string_view a, std::string_view b) {
  if (a == b) return 1.0;
  const std::u32string x = code_points(a);
  const std::u32string y = code_points(b);
  const std::size_t longer = std::max(x.size(), y.size());
  return 1.0 - static_cast<double>(edit_distance(x, y)) / static_cast<double>(longer);
}

}  // namespace diarium
