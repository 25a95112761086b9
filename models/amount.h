#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace diarium {

/// A printed number with the blanks and signs that Swedish typesetters use: "1 100 000", "-1 845",
/// "(1 845)", "20,5", "1.100.000", also with no-break and thin blanks and U+2212.
/// Nothing if other letters stand there too.
std::optional<double> parse_number(std::string_view printed);

/// "29 690 473 kr" -> {29690473, "SEK"}; "1,2 mnkr" -> {1200000, "SEK"}; "16 %" -> {16, "%"}.
struct Amount {
  double value = 0;              ///< in whole units: kronor, per cent
  std::string unit;              ///< "SEK", "%"; empty for a plain number
  bool comma_thousands = false;  ///< "245,000 kr": a comma parted thousands; report it as an issue
  bool operator==(const Amount&) const = default;
};

/// An amount with its unit that fills `printed`; nothing if other words stand there too.
std::optional<Amount> parse_amount(std::string_view printed);

}  // namespace diarium
