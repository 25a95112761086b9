// Personal identity numbers on their way out: planted ones, and what only looks like one.
#include "models/personal_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "night.h"
#include "pipeline/store/export.h"
#include "pipeline/store/search.h"

using namespace diarium;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int from_to(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<unsigned>(most - least + 1));
  }

 private:
  std::mt19937 random_;
};

char check_digit_of(const std::string& nine) {
  int sum = 0;
  for (std::size_t i = 0; i < nine.size(); ++i) {
    const int product = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// Of a person who never was.
struct Number {
  std::string century;  ///< "19"
  std::string day;      ///< YYMMDD; every twentieth is a coordination number
  std::string serial;   ///< four digits
};

Number number_of(Dice& dice) {
  Number number;
  const int year = dice.from_to(1930, 2009);
  const int day = dice.from_to(1, 28) + (dice.from_to(1, 20) == 1 ? 60 : 0);
  number.century = std::to_string(year / 100);
  number.day = fmt::format("{:02}{:02}{:02}", year % 100, dice.from_to(1, 12), day);
  const std::string three = fmt::format("{:03}", dice.from_to(0, 999));
  number.serial = three + check_digit_of(number.day + three);
  return number;
}

std::string misread(std::string digits) {
  std::replace(digits.begin(), digits.end(), '0', 'O');
  return digits;
}

/// In twelve spellings; the last three as a scanner gives them.
std::string spelled(const Number& number, int spelling) {
  const auto& [century, day, serial] = number;
  const std::string parted = day.substr(0, 2) + "-" + day.substr(2, 2) + "-" + day.substr(4, 2);
  switch (spelling) {
    case 0:
      return day + "-" + serial;
    case 1:
      return century + day + "-" + serial;
    case 2:
      return century + day + serial;
    case 3:
      return day + "+" + serial;
    case 4:
      return day + " - " + serial;
    case 5:
      return day + "–" + serial;
    case 6:
      return century + parted + "-" + serial;
    case 7:
      return "personnummer " + day + serial;
    case 8:
      return day + "\u2011" + serial;
    case 9:
      return misread(day) + "-" + serial;
    case 10:
      return day + "-" + misread(serial);
    default:
      return day + "-\n" + serial;
  }
}

/// What stands in papers and is none.
std::string look_alike(Dice& dice, int kind) {
  const auto digits = [&dice](int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>('0' + dice.from_to(0, 9));
    return out;
  };
  switch (kind) {
    case 0:
      return fmt::format("Dnr ALN {}-{}", dice.from_to(1990, 2026), digits(5));
    case 1:
      return fmt::format("tfn 0{}-{} {} {}", dice.from_to(8, 980), digits(2), digits(2), digits(2));
    case 2:  // an organisation's: its third digit is at least 2
      return fmt::format("org.nr {}{}{}-{}", dice.from_to(5, 9), dice.from_to(0, 9),
                         dice.from_to(20, 99) * 100 + dice.from_to(0, 99), digits(4));
    case 3:
      return fmt::format("{} {} {} kr", dice.from_to(1, 999), digits(3), digits(3));
    case 4:
      return fmt::format("bankgiro {}-{}", digits(4), digits(4));
    case 5:
      return fmt::format("ISBN 978-91-{}-{}-{}", digits(3), digits(4), digits(1));
    case 6:
      return fmt::format("mobil 07{}-{} {}", digits(1), digits(3), digits(4));
    case 7:
      return fmt::format("{}-{:02}-{:02} kl. {:02}.{:02}", dice.from_to(1990, 2026),
                         dice.from_to(1, 12), dice.from_to(1, 28), dice.from_to(0, 23),
                         dice.from_to(0, 59));
    case 8:
      return fmt::format("Dnr {}/{}:{}", dice.from_to(1990, 2026), digits(4), digits(3));
    default:
      return fmt::format("fakturanummer {}", digits(10));
  }
}

bool is_masked(const std::string& text) {
  return with_personal_numbers_masked(text) != text;
}

}  // namespace

TEST_CASE(
    "row 20: personal numbers are found in twelve spellings, and what looks like one is not") {
  Dice dice(20);
  int clean = 0;
  int clean_found = 0;
  int noisy = 0;
  int noisy_found = 0;
  for (int n = 0; n < 1'000; ++n) {
    const int spelling = n % 12;
    const bool is_noisy = spelling >= 9;
    const std::string text = "Eva Ek, " + spelled(number_of(dice), spelling) + ", beviljas bistånd";
    CAPTURE(text);
    ++(is_noisy ? noisy : clean);
    if (is_masked(text)) ++(is_noisy ? noisy_found : clean_found);
  }
  CHECK(clean_found >= 0.995 * clean);
  CHECK(noisy_found >= 0.95 * noisy);
  int masked = 0;
  int case_numbers = 0;
  for (int n = 0; n < 5'000; ++n) {
    const std::string text = "enligt " + look_alike(dice, n % 10) + " den dagen";
    if (!is_masked(text)) continue;
    UNSCOPED_INFO(text);
    ++masked;
    if (text.find("Dnr") != std::string::npos) ++case_numbers;
  }
  CHECK(masked <= 5);
  CHECK(case_numbers == 0);
  tell_row(20,
           fmt::format("{} of {} clean and {} of {} noisy numbers found; {} of 5 000 look-alikes "
                       "masked, {} of them case numbers",
                       clean_found, clean, noisy_found, noisy, masked, case_numbers));
}

TEST_CASE("row 20: no personal number leaves the archive by export or search") {
  const TemporaryFolder folder;
  Dice dice(21);
  std::vector<Number> numbers;
  const int files = times(10, 100);
  for (int file = 0; file < files; ++file) {
    std::vector<std::string> lines = memo_lines(file);
    for (int line = 0; line < 5; ++line) {
      numbers.push_back(number_of(dice));
      lines.push_back("Eva Ek, " + numbers.back().day + "-" + numbers.back().serial +
                      ", beviljas st\\366d.");
    }
    lines[0] += " " + numbers.back().day + "-" + numbers.back().serial;
    folder.write(fmt::format("arkiv/{:03}.pdf", file), pdf_of({lines}));
  }
  night({folder.path() / "arkiv"}, folder.path() / "a.db", settings_of_quick_night());
  const Archive archive = Archive::open_read_only(folder.path() / "a.db");
  std::string outside = everything_in(folder.path() / "a.db");
  for (const Number& number : numbers) {
    const SearchResult result = search(archive, number.day + "-" + number.serial);
    for (const Hit& hit : result.hits) outside += hit.title + hit.snippet + '\n';
  }
  int leaked = 0;
  for (const Number& number : numbers) {
    if (outside.find("-" + number.serial + ",") != std::string::npos &&
        outside.find(number.day + "-" + number.serial) != std::string::npos)
      ++leaked;
  }
  CHECK(outside.find("******-****") != std::string::npos);
  CHECK(leaked == 0);
  tell_row(20, fmt::format("{} numbers in {} files: {} unmasked in the export or in answers to a "
                           "search for them",
                           numbers.size(), files, leaked));
}
