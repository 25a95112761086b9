#include "models/date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

/// A run of digits, a run of letters, or one mark of a printed date.
struct Token {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  std::string text;  ///< lower case; every dash is "-"
  bool gap = false;  ///< a blank stands before it
};

bool is_dash(char32_t point) {
  return point == U'-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

Token::Kind kind_of(char32_t point) {
  if (is_digit(point)) return Token::Kind::number;
  return is_letter(point) ? Token::Kind::word : Token::Kind::mark;
}

std::vector<Token> tokens_of(std::string_view printed) {
  std::vector<Token> tokens;
  bool gap = false;
  for (const char32_t point : code_points(to_lower(printed))) {
    if (is_blank(point)) {
      gap = true;
      continue;
    }
    const Token::Kind kind = kind_of(point);
    const std::string letter = is_dash(point) ? "-" : to_utf8(std::u32string_view(&point, 1));
    const bool goes_on =
        !tokens.empty() && !gap && kind != Token::Kind::mark && tokens.back().kind == kind;
    if (goes_on) {
      tokens.back().text += letter;
    } else {
      tokens.push_back({kind, letter, gap});
    }
    gap = false;
  }
  return tokens;
}

using Names = std::array<std::pair<std::string_view, std::string_view>, 12>;

constexpr Names kMonths{{{"januari", "jan"},
                         {"februari", "feb"},
                         {"mars", "mar"},
                         {"april", "apr"},
                         {"maj", "maj"},
                         {"juni", "jun"},
                         {"juli", "jul"},
                         {"augusti", "aug"},
                         {"september", "sep"},
                         {"oktober", "okt"},
                         {"november", "nov"},
                         {"december", "dec"}}};

constexpr std::array<std::string_view, 7> kWeekdays{"måndag", "tisdag", "onsdag", "torsdag",
                                                    "fredag", "lördag", "söndag"};

/// 1..12 of "juni", "sept", "febr"; 0 for any other word.
int month_named(std::string_view word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const auto& [full, brief] = kMonths[i];
    if (word.size() >= brief.size() && word.size() <= brief.size() + 1 && full.starts_with(word)) {
      return static_cast<int>(i) + 1;
    }
    if (word == full) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// 1..7 of "tisdag", "tisdagen", "tisdagens", "tis", "tors"; 0 for any other word.
int weekday_named(std::string_view word) {
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    const std::string_view full = kWeekdays[i];
    const std::string_view stem = full.substr(0, full.size() - 3);
    const bool inflected =
        word.starts_with(full) && (word.size() == full.size() || word.substr(full.size()) == "en" ||
                                   word.substr(full.size()) == "ens");
    if (word == stem || inflected) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// Reads tokens from left to right; each step either takes what it names or leaves all as it was.
class Reader {
 public:
  explicit Reader(std::string_view printed) : tokens_(tokens_of(printed)) {}

  [[nodiscard]] bool done() const { return at_ == tokens_.size(); }

  bool take(std::string_view text) {
    if (done() || tokens_[at_].text != text) return false;
    ++at_;
    return true;
  }

  /// The value of a run of `least`..`most` digits within lowest..highest.
  struct Digits {
    std::size_t least = 1;
    std::size_t most = 1;
    int lowest = 0;
    int highest = 9999;
  };
  std::optional<int> number(const Digits& wanted) {
    if (done() || tokens_[at_].kind != Token::Kind::number) return std::nullopt;
    const std::string& text = tokens_[at_].text;
    if (text.size() < wanted.least || text.size() > wanted.most) return std::nullopt;
    const int value = number_in(text);
    if (value < wanted.lowest || value > wanted.highest) return std::nullopt;
    ++at_;
    return value;
  }

  int month_name() { return named(&month_named); }
  int weekday_name() { return named(&weekday_named); }

  [[nodiscard]] std::size_t mark() const { return at_; }
  void back_to(std::size_t mark) { at_ = mark; }

 private:
  int named(int (*name)(std::string_view)) {
    if (done() || tokens_[at_].kind != Token::Kind::word) return 0;
    const int value = name(tokens_[at_].text);
    if (value == 0) return 0;
    ++at_;
    take(".");
    return value;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

constexpr Reader::Digits kYear{4, 4, 1500, 2199};
constexpr Reader::Digits kMonth{2, 2, 1, 12};
constexpr Reader::Digits kDay{2, 2, 1, 31};
constexpr Reader::Digits kLooseMonth{1, 2, 1, 12};
constexpr Reader::Digits kLooseDay{1, 2, 1, 31};
constexpr Reader::Digits kHour{1, 2, 0, 23};
constexpr Reader::Digits kMinute{2, 2, 0, 59};

/// "kl. 17:00", "kl 17.30", "klockan 18", "T17:00", "14:33"; nothing at all is a time too.
bool read_time(Reader& reader, Date& date) {
  if (reader.done()) return true;
  reader.take(",");
  const bool named = reader.take("kl") || reader.take("klockan");
  if (named) {
    reader.take(".");
  } else {
    reader.take("t");
  }
  const std::optional<int> hour = reader.number(kHour);
  if (!hour) return false;
  date.hour = *hour;
  date.minute = 0;
  if (reader.done()) return named;
  if (!reader.take(":") && !(named && reader.take("."))) return false;
  const std::optional<int> minute = reader.number(kMinute);
  if (!minute) return false;
  date.minute = *minute;
  if (reader.take(":") && !reader.number(kMinute)) return false;
  return true;
}

/// "2019-06-11", "2019-06", "2019".
bool read_iso(Reader& reader, Date& date) {
  const std::optional<int> year = reader.number(kYear);
  if (!year) return false;
  date.year = *year;
  if (!reader.take("-")) return true;
  const std::optional<int> month = reader.number(kMonth);
  if (!month) return false;
  date.month = *month;
  if (!reader.take("-")) return true;
  const std::optional<int> day = reader.number(kDay);
  if (!day) return false;
  date.day = *day;
  return true;
}

/// Two digits of a year stand for 1950..2049.
int full_year(int two_digits) {
  return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits;
}

/// "20190611", "190930".
bool read_run(Reader& reader, Date& date) {
  if (const auto long_run = reader.number({8, 8, 15000101, 21991231})) {
    date = {*long_run / 10000, *long_run / 100 % 100, *long_run % 100};
  } else if (const auto short_run = reader.number({6, 6, 101, 991231})) {
    date = {full_year(*short_run / 10000), *short_run / 100 % 100, *short_run % 100};
  } else {
    return false;
  }
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

/// "den 11 juni 2019", "11 juni", "juni 2019", "den 3:e maj".
bool read_words(Reader& reader, Date& date) {
  reader.take("den");
  if (const std::optional<int> day = reader.number(kLooseDay)) {
    date.day = *day;
    if (reader.take(":") && !reader.take("e") && !reader.take("a")) return false;
  }
  date.month = reader.month_name();
  if (date.month == 0) return false;
  reader.take(",");
  if (const std::optional<int> year = reader.number(kYear)) date.year = *year;
  return date.day != 0 || date.year != 0;
}

/// "11/6 2019", "11/6-19", "11/6".
bool read_slashed(Reader& reader, Date& date) {
  reader.take("den");
  const std::optional<int> day = reader.number(kLooseDay);
  if (!day || !reader.take("/")) return false;
  const std::optional<int> month = reader.number(kLooseMonth);
  if (!month) return false;
  date.day = *day;
  date.month = *month;
  const bool divided = reader.take("-") || reader.take("/");
  if (const std::optional<int> year = reader.number(kYear)) {
    date.year = *year;
  } else if (const auto brief = divided ? reader.number({2, 2, 0, 99}) : std::nullopt) {
    date.year = full_year(*brief);
  } else if (divided) {
    return false;
  }
  return true;
}

std::string padded(int value, int width) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%0*d", width, value);
  return buffer.data();
}

}  // namespace

DatePrecision Date::precision() const {
  if (hour >= 0 && day != 0) return DatePrecision::minute;
  if (day != 0) return DatePrecision::day;
  return month != 0 ? DatePrecision::month : DatePrecision::year;
}

bool Date::valid() const {
  if (hour < -1 || hour > 23 || minute < -1 || minute > 59) return false;
  if (month == 0) return day == 0 && year > 0;
  if (month < 0 || month > 12 || day < 0) return false;
  if (day == 0) return true;
  constexpr int kLeapYear = 2000;
  using std::chrono::day, std::chrono::month, std::chrono::year;
  return std::chrono::year_month_day{year{this->year == 0 ? kLeapYear : this->year},
                                     month{static_cast<unsigned>(this->month)},
                                     day{static_cast<unsigned>(this->day)}}
      .ok();
}

std::string iso_of(const Date& date) {
  if (date.year == 0) return {};
  std::string iso = padded(date.year, 4);
  if (date.month == 0) return iso;
  iso.append(1, '-').append(padded(date.month, 2));
  if (date.day == 0) return iso;
  iso.append(1, '-').append(padded(date.day, 2));
  if (date.hour < 0) return iso;
  iso.append(1, 'T').append(padded(date.hour, 2));
  return iso.append(1, ':').append(padded(std::max(date.minute, 0), 2));
}

std::optional<Date> date_of_iso(std::string_view iso) {
  Reader reader(iso);
  Date date;
  if (!read_iso(reader, date)) return std::nullopt;
  if (!reader.done() && (date.day == 0 || !read_time(reader, date))) return std::nullopt;
  return iso_of(date) == iso ? std::optional(date) : std::nullopt;
}

int weekday_of(const Date& date) {
  if (date.year == 0 || date.day == 0 || !date.valid()) return 0;
  const std::chrono::sys_days days = std::chrono::year_month_day{
      std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
      std::chrono::day{static_cast<unsigned>(date.day)}};
  return static_cast<int>(std::chrono::weekday{days}.iso_encoding());
}

std::optional<Date> parse_date(std::string_view printed) {
  Reader reader(printed);
  const bool has_weekday = reader.weekday_name() != 0;
  if (has_weekday) reader.take(",");
  const std::size_t start = reader.mark();
  for (const auto read : {&read_iso, &read_run, &read_words, &read_slashed}) {
    reader.back_to(start);
    Date date;
    if (!read(reader, date)) continue;
    const bool timed = !reader.done();
    if (timed && date.day == 0) continue;
    if (has_weekday && date.day == 0) continue;
    if (read_time(reader, date) && reader.done()) return date;
  }
  return std::nullopt;
}

int named_weekday(std::string_view printed) {
  return Reader(printed).weekday_name();
}

}  // namespace diarium
