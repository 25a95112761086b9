#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace diarium {

enum class DatePrecision { year, month, day, minute };

/// A date as printed, with what it says. `2019-04-31` keeps day 31 and is not valid.
struct Date {
  int year = 0;   ///< 0 where none is printed: "den 9 november"
  int month = 0;  ///< 1..12; 0 where none is printed
  int day = 0;    ///< 1..31; 0 where none is printed
  int hour = -1;  ///< 0..23; -1 where none is printed
  int minute = -1;
  bool operator==(const Date&) const = default;

  [[nodiscard]] DatePrecision precision() const;
  /// Whether the calendar has it; a date without a year is valid when some year has it.
  [[nodiscard]] bool valid() const;
};

/// "2019-06-11", "2019-06", "2019", "2019-06-11T17:00"; empty without a year.
std::string iso_of(const Date& date);

/// The date that `iso_of` wrote; nothing for any other text.
std::optional<Date> date_of_iso(std::string_view iso);

/// 1 = Monday .. 7 = Sunday; 0 for a date that is not a valid day.
int weekday_of(const Date& date);

/// A Swedish date that fills `printed` from its first to its last letter:
/// "2019-06-11", "den 11 juni 2019 kl. 17:00", "tisdagen den 11 juni 2019", "11/6 2019",
/// "20190611", "190930", "30 sept 2021", "juni 2019". Nothing if other words stand there too.
std::optional<Date> parse_date(std::string_view printed);

/// The weekday that a printed date begins with: 1 = Monday .. 7 = Sunday ("tisdagen den 11 juni");
/// 0 where none is named.
int named_weekday(std::string_view printed);

}  // namespace diarium
