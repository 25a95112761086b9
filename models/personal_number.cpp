#include "models/personal_number.h"

#include <algorithm>
#include <array>
#include <optional>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kDayDigits = 6;         // YYMMDD
constexpr std::size_t kCenturyDayDigits = 8;  // YYYYMMDD
constexpr std::size_t kSerialDigits = 4;

/// The digit that a byte is, or that a scanner may have read it for; nothing for any other.
std::optional<int> digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  switch (c) {
    case 'O':
    case 'o':
    case 'Q':
      return 0;
    case 'l':
    case 'I':
    case 'i':
    case '|':
      return 1;
    case 'Z':
      return 2;
    case 'S':
      return 5;
    case 'B':
      return 8;
    default:
      return std::nullopt;
  }
}

bool is_misread(char c) {
  return c < '0' || c > '9';
}

/// How the day and the last four digits are parted.
enum class Joint { none, blank, dash };

/// A place that has the shape of a number.
struct Shape {
  Span span;
  std::vector<int> digits;  ///< 10 or 12
  Joint joint = Joint::none;
  bool parted_day = false;  ///< "1985-07-09", "85 07 09"
  int misread = 0;
};

/// Reads one shape from a place in a text.
class ShapeReader {
 public:
  ShapeReader(std::string_view text, std::size_t begin) : text_(text), begin_(begin), at_(begin) {}

  std::optional<Shape> read() {
    const std::size_t run = run_at(at_);
    if (run == kDayDigits + kSerialDigits || run == kCenturyDayDigits + kSerialDigits) {
      take(run);
    } else if (!read_day(run) || !read_joint() || run_at(at_) != kSerialDigits) {
      return std::nullopt;
    } else {
      take(kSerialDigits);
    }
    shape_.span = {begin_, at_};
    return shape_;
  }

 private:
  [[nodiscard]] std::size_t run_at(std::size_t at) const {
    constexpr std::size_t kTooLong = kCenturyDayDigits + kSerialDigits + 1;
    std::size_t end = at;
    while (end < text_.size() && end - at < kTooLong && digit_of(text_[end])) ++end;
    return end - at;
  }

  void take(std::size_t count) {
    for (; count > 0; --count, ++at_) {
      shape_.digits.push_back(*digit_of(text_[at_]));
      if (is_misread(text_[at_])) ++shape_.misread;
    }
  }

  bool read_day(std::size_t run) {
    if (run == kDayDigits || run == kCenturyDayDigits) {
      take(run);
      return true;
    }
    if (run != 2 && run != 4) return false;
    take(run);
    const char sign = at_ < text_.size() ? text_[at_] : '\0';
    if (sign != '-' && sign != '.' && sign != ' ') return false;
    for (int part = 0; part < 2; ++part) {
      if (at_ >= text_.size() || text_[at_] != sign || run_at(at_ + 1) != 2) return false;
      ++at_;
      take(2);
    }
    shape_.parted_day = true;
    return true;
  }

  /// Bytes of the sign at `at` if it is one of `signs`.
  template <std::size_t N>
  [[nodiscard]] std::size_t sign_at(std::size_t at,
                                    const std::array<std::string_view, N>& signs) const {
    for (const std::string_view sign : signs) {
      if (text_.substr(at).starts_with(sign)) return sign.size();
    }
    return 0;
  }

  bool read_joint() {
    constexpr std::array<std::string_view, 6> kBlanks{" ",      "\t",     "\n",
                                                      "\u00A0", "\u2009", "\u202F"};
    constexpr std::array<std::string_view, 7> kDashes{"-",      "+",      "–",     "—",
                                                      "\u2010", "\u2011", "\u2212"};
    constexpr std::size_t kMostBlanks = 2;
    const std::size_t before = at_;
    const auto skip_blanks = [&] {
      for (std::size_t i = 0; i < kMostBlanks; ++i) at_ += sign_at(at_, kBlanks);
    };
    skip_blanks();
    const std::size_t dash = sign_at(at_, kDashes);
    at_ += dash;
    if (dash > 0) skip_blanks();
    shape_.joint = dash > 0 ? Joint::dash : Joint::blank;
    return at_ > before;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  Shape shape_;
};

int pair_of(const std::vector<int>& digits, std::size_t at) {
  return digits[at] * 10 + digits[at + 1];
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool is_day(int year, int month, int day) {
  constexpr std::array kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const int days =
      month == 2 && !is_leap(year) ? 28 : kDays.at(static_cast<std::size_t>(month - 1));
  return day <= days;
}

/// Four digits of the year; 0 where the century isn't printed.
int full_year(const Shape& shape) {
  if (shape.digits.size() == kDayDigits + kSerialDigits) return 0;
  return pair_of(shape.digits, 0) * 100 + pair_of(shape.digits, 2);
}

bool has_day(const Shape& shape) {
  constexpr int kCoordination = 60;  // added to the day of those who are not registered here
  const std::size_t at = shape.digits.size() - kDayDigits - kSerialDigits;
  const int month = pair_of(shape.digits, at + 2);
  int day = pair_of(shape.digits, at + 4);
  if (day > kCoordination) day -= kCoordination;
  if (const int year = full_year(shape); year != 0) {
    return year >= 1840 && year < 2100 && is_day(year, month, day);
  }
  const int year = pair_of(shape.digits, at);
  return is_day(1900 + year, month, day) || is_day(2000 + year, month, day);
}

bool has_check_digit(const Shape& shape) {
  int sum = 0;
  const std::size_t from = shape.digits.size() - kDayDigits - kSerialDigits;
  for (std::size_t i = from; i < shape.digits.size(); ++i) {
    const int product = shape.digits[i] * ((i - from) % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum % 10 == 0;
}

/// Whether what stands before the text's byte `at` ends with one of the words, blanks and
/// punctuation between them aside. The words are lower case.
template <std::size_t N>
bool follows(std::string_view text, std::size_t at, const std::array<std::string_view, N>& words) {
  constexpr std::size_t kLabelBytes = 40;
  const std::size_t from = at - std::min(at, kLabelBytes);
  std::string before = to_lower(text.substr(from, at - from));
  while (!before.empty() &&
         std::string_view(" \t\n:.,;#=(").find(before.back()) != std::string_view::npos) {
    before.pop_back();
  }
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (!before.ends_with(word)) return false;
    const std::string_view ahead = std::string_view(before).substr(0, before.size() - word.size());
    return ahead.empty() || !is_letter(last_point(ahead));
  });
}

constexpr std::array<std::string_view, 17> kOwnLabels{"personnummer",
                                                      "personnr",
                                                      "person-nr",
                                                      "personnumret",
                                                      "pers.nr",
                                                      "persnr",
                                                      "pers nr",
                                                      "pnr",
                                                      "p.nr",
                                                      "personbeteckning",
                                                      "född",
                                                      "född den",
                                                      "samordningsnummer",
                                                      "samordningsnr",
                                                      "person nr",
                                                      "födelsenummer",
                                                      "personnummer är"};

constexpr std::array<std::string_view, 34> kOtherLabels{
    "dnr",       "d.nr",        "diarienr", "diarienummer", "ärendenr",  "ärendenummer",
    "ärende-id", "beteckning",  "mål nr",   "målnr",        "tel",       "telefon",
    "tfn",       "tele",        "mobil",    "mobiltelefon", "fax",       "sms",
    "isbn",      "issn",        "bankgiro", "plusgiro",     "postgiro",  "konto",
    "kontonr",   "kontonummer", "ocr",      "ocr-nummer",   "fakturanr", "fakturanummer",
    "artikelnr", "serienr",     "ordernr",  "referensnr"};

bool is_measured(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 9> kUnits{"kr", "kronor", "sek", "tkr", "mnkr",
                                                   "st", "%",      "kwh", ":-"};
  std::string behind = to_lower(trim(text.substr(end, 10)));
  return std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) {
    if (!behind.starts_with(unit)) return false;
    return behind.size() == unit.size() ||
           !is_letter(first_point(std::string_view(behind).substr(unit.size())));
  });
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a digit stands beside the span, a single blank between: a row of figures.
bool is_among_figures(std::string_view text, Span span) {
  const bool before =
      span.begin >= 2 && text[span.begin - 1] == ' ' && is_ascii_digit(text[span.begin - 2]);
  const bool behind =
      span.end + 1 < text.size() && text[span.end] == ' ' && is_ascii_digit(text[span.end + 1]);
  return before || behind;
}

/// "201911051430": a day and an hour of our own time.
bool is_point_in_time(const Shape& shape) {
  const std::size_t day = shape.digits.size() - kDayDigits - kSerialDigits;
  const int century = full_year(shape) / 100;
  const bool lately = (century == 0 || century == 20) && pair_of(shape.digits, day) >= 10 &&
                      pair_of(shape.digits, day) < 40;
  const int hour = pair_of(shape.digits, day + kDayDigits);
  const int minute = pair_of(shape.digits, day + kDayDigits + 2);
  return lately && hour < 24 && minute < 60;
}

/// "0701234567": a mobile telephone's number is printed without a dash as well.
bool is_mobile_telephone(const Shape& shape) {
  return shape.joint == Joint::none && shape.digits.size() == kDayDigits + kSerialDigits &&
         shape.digits[0] == 0 && shape.digits[1] == 7;
}

bool is_personal_number(std::string_view text, const Shape& shape) {
  constexpr int kMostMisread = 4;
  if (!has_day(shape) || shape.misread > kMostMisread) return false;
  if (follows(text, shape.span.begin, kOwnLabels)) return true;
  if (!has_check_digit(shape) || follows(text, shape.span.begin, kOtherLabels)) return false;
  if (shape.joint == Joint::dash) return true;
  if (is_measured(text, shape.span.end)) return false;
  const bool century = shape.digits.size() > kDayDigits + kSerialDigits;
  const bool stamp = shape.parted_day || (century && shape.joint == Joint::none);
  if (stamp && is_point_in_time(shape)) return false;
  if (shape.joint == Joint::blank && (shape.parted_day || is_among_figures(text, shape.span))) {
    return century && !is_among_figures(text, shape.span);
  }
  return !is_mobile_telephone(shape);
}

/// Whether a number may begin at `at`: no letter or digit, and no figures with a sign, stand
/// before.
bool begins_at(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  const std::string_view sign = text.substr(before, at - before);
  const char32_t point = first_point(sign);
  if (is_letter(point) || is_digit(point) || point == U'+' || point == U'_') return false;
  const bool joins = point == U'-' || point == U'.' || point == U',' || point == U'/' ||
                     point == U':' || point == U'–';
  return !joins || before == 0 || !is_ascii_digit(text[before - 1]);
}

bool ends_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  const char32_t point = first_point(text.substr(at, end - at));
  if (is_letter(point) || is_digit(point) || point == U'_') return false;
  const bool joins = point == U'-' || point == U'.' || point == U',' || point == U'/' ||
                     point == U':' || point == U'–';
  return !joins || end >= text.size() || !is_ascii_digit(text[end]);
}

}  // namespace

std::vector<Span> personal_numbers_in(std::string_view text) {
  std::vector<Span> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool may_begin = digit_of(text[at]) && at + 1 < text.size() && digit_of(text[at + 1]);
    if (!may_begin || !begins_at(text, at)) continue;
    const std::optional<Shape> shape = ShapeReader(text, at).read();
    if (!shape || !ends_at(text, shape->span.end) || !is_personal_number(text, *shape)) continue;
    found.push_back(shape->span);
    at = shape->span.end - 1;
  }
  return found;
}

std::string with_personal_numbers_masked(std::string_view text) {
  std::string masked(text);
  for (const Span& span : personal_numbers_in(text)) {
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (digit_of(masked[i])) masked[i] = '*';
    }
  }
  return masked;
}

}  // namespace diarium
