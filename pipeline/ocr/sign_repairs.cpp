#include "pipeline/ocr/sign_repairs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "models/unicode.h"
#include "pipeline/ocr/older_reading.h"

namespace diarium {
namespace {

constexpr double kMostTrust = 0.6;

void set_right(Word& word, std::string text) {
  if (word.raw.empty()) word.raw = word.text;
  word.text = std::move(text);
  word.confidence = std::min(word.confidence, kMostTrust);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(static_cast<unsigned char>(c));
  });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> these) {
  return std::find(these.begin(), these.end(), text) != these.end();
}

bool shares_line(const Word& a, const Word& b) {
  return vertical_overlap(a.box, b.box) > 0.5 * std::min(a.box.height(), b.box.height());
}

// "12", "12–14", "12,": the number of a paragraph.
bool begins_with_digit(std::string_view text) {
  return !text.empty() && is_digit(static_cast<unsigned char>(text.front()));
}

// "skollagen", "föräldrabalken", "OSL": what a paragraph can be of.
bool names_law(std::string_view text) {
  const std::string lower = to_lower(text);
  const std::string_view view = lower;
  return view.find("lagen") != std::string_view::npos || view.starts_with("balken") ||
         view.find("balken") != std::string_view::npos ||
         view.find("förordningen") != std::string_view::npos ||
         view.find("stadgan") != std::string_view::npos ||
         view.find("reglementet") != std::string_view::npos;
}

/// What § is read as. A dollar has no place in these papers; other signs need more proof.
bool is_dollar(std::string_view text) {
  return text == "$" || text == "$$";
}
bool may_be_paragraph(std::string_view text) {
  return is_one_of(text, {"8", "S", "5", "&"});
}

/// Neighbours of a word on its line.
struct Context {
  const Word* before = nullptr;
  const Word* second_before = nullptr;
  const Word* after = nullptr;
};

Context context_of(const std::vector<Word>& words, std::size_t index) {
  const auto beside = [&](std::size_t other) {
    return other < words.size() && shares_line(words[other], words[index]) ? &words[other]
                                                                           : nullptr;
  };
  Context context;
  if (index > 0) context.before = beside(index - 1);
  if (index > 1 && context.before != nullptr) context.second_before = beside(index - 2);
  context.after = beside(index + 1);
  return context;
}

/// "§ 41" anywhere on the page gives 41.
std::set<int> paragraphs_read(const std::vector<Word>& words) {
  std::set<int> numbers;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string& number = words[i + 1].text;
    if (words[i].text == "§" && is_number(number) && number.size() <= 4) {
      numbers.insert(std::stoi(number));
    }
  }
  return numbers;
}

/// "8 42 Val av justerare": a line that would be a § and its title, but for the sign.
bool looks_like_heading(const std::vector<Word>& words, std::size_t i, const Context& context) {
  if (context.before != nullptr || context.after == nullptr || i + 2 >= words.size()) return false;
  const Word& number = words[i + 1];
  const Word& title = words[i + 2];
  const bool close = number.box.left - words[i].box.right < number.box.height();
  if (!may_be_paragraph(words[i].text) || !is_number(number.text) || number.text.size() > 4)
    return false;
  const std::u32string letters = code_points(title.text);
  const bool begins_title = letters.size() > 1 && is_upper(letters[0]) && is_lower(letters[1]);
  return close && begins_title && shares_line(title, number);
}

/// Such a line that stands apart from the text above it, and whose number is no year.
bool heads_alone(const std::vector<Word>& words, std::size_t i) {
  constexpr double kApart = 1.2;  // of a word's height; lines of a paragraph stand closer
  const int number = std::stoi(words[i + 1].text);
  if (number >= 1900 && number < 2100) return false;
  return i == 0 ||
         words[i].box.top - words[i - 1].box.bottom > kApart * words[i].box.height();
}

/// The numbers of lines that are headings but for their sign.
std::set<int> paragraphs_likely(const std::vector<Word>& words) {
  std::set<int> numbers;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (looks_like_heading(words, i, context_of(words, i)))
      numbers.insert(std::stoi(words[i + 1].text));
  }
  return numbers;
}

std::size_t leading_digits(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  return end == std::string_view::npos ? text.size() : end;
}

/// "2019-11-12," and "2025,": behind the day of a decision stands its §.
bool ends_day(std::string_view text) {
  if (!text.ends_with(',')) return false;
  text.remove_suffix(1);
  constexpr std::size_t kIsoDate = 10;
  if (text.size() == kIsoDate) return text[4] == '-' && text[7] == '-';
  return text.size() == 4 && is_number(text) && (text.starts_with("19") || text.starts_with("20"));
}

/// "(C)": a member, who was there during some §§.
bool is_party(std::string_view text) {
  const std::u32string letters = code_points(text);
  return letters.size() >= 3 && letters.size() <= 5 && letters.front() == U'(' &&
         letters.back() == U')' &&
         std::all_of(letters.begin() + 1, letters.end() - 1, [](char32_t c) { return is_upper(c); });
}

/// "KF", "(KS", "MBL": the letters of a body or a law.
bool is_abbreviation(std::string_view text) {
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::u32string letters = code_points(text);
  return letters.size() >= 2 && letters.size() <= 4 &&
         std::all_of(letters.begin(), letters.end(), [](char32_t c) { return is_upper(c); });
}

/// The sign before a number that can only be that of a §, by what stands before it.
std::optional<std::string> sign_by_what_stands_before(const Word& word, const Context& context) {
  if (context.before == nullptr || context.after == nullptr) return std::nullopt;
  const std::size_t digits = leading_digits(context.after->text);
  if (digits == 0 || digits > 4) return std::nullopt;
  const std::string& before = context.before->text;
  const bool several = is_one_of(word.text, {"88", "SS", "55", "&&"});
  if (several && is_party(before)) return "§§";
  if (!may_be_paragraph(word.text)) return std::nullopt;
  if (ends_day(before) || is_party(before)) return "§";
  // "KS 8 450" may be thousands.
  const bool thousands = digits == 3 && context.after->text.find('/') == std::string::npos;
  return is_abbreviation(before) && !thousands ? std::optional<std::string>("§") : std::nullopt;
}

std::optional<std::string> paragraph_sign(const Word& word, const Context& context,
                                          const std::set<int>& known) {
  const bool number_after = context.after != nullptr && begins_with_digit(context.after->text);
  const bool number_before = context.before != nullptr && begins_with_digit(context.before->text);
  if (is_dollar(word.text)) {
    if (number_after || number_before) return word.text == "$" ? "§" : "§§";
    return std::nullopt;
  }
  if (auto sign = sign_by_what_stands_before(word, context)) return sign;
  if (!may_be_paragraph(word.text)) return std::nullopt;
  const bool chapter = context.second_before != nullptr && context.second_before->text == "kap.";
  const bool law = context.after != nullptr && names_law(context.after->text);
  if (number_before && (chapter || law)) return "§";
  // A heading in running order: "§ 41" above it, "8 42" here.
  const bool opens = context.before == nullptr && context.after != nullptr &&
                     is_number(context.after->text) && context.after->text.size() <= 4;
  if (!opens) return std::nullopt;
  const int number = std::stoi(context.after->text);
  if (known.contains(number - 1) || known.contains(number + 1)) return "§";
  return std::nullopt;
}

std::optional<std::string> percent_sign(const Word& word, const Context& context) {
  const bool number = context.before != nullptr && begins_with_digit(context.before->text);
  if (number && is_one_of(word.text, {"°/o", "°/0", "o/o", "0/0", "%o", "°/°"})) return "%";
  return std::nullopt;
}

bool is_domain(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot > 1 &&
         is_one_of(text.substr(dot), {".se", ".nu", ".com", ".org", ".net", ".eu", ".example"}) &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
}

constexpr std::string_view kMisreadAt[] = {"Q", "©", "®"};

bool is_mail_name(std::string_view text) {
  return !text.empty() && text == to_lower(text) && text.find('@') == std::string_view::npos &&
         text.find_first_of("0123456789 ,:;()/") == std::string_view::npos;
}

/// "registratorQalmvik.se", in angle brackets as well.
std::optional<std::string> mail_sign(const Word& word) {
  std::string_view text = word.text;
  const bool opened = text.starts_with('<');
  const bool closed = text.ends_with('>');
  text = text.substr(opened ? 1 : 0, text.size() - (opened ? 1 : 0) - (closed ? 1 : 0));
  for (const std::string_view misread : kMisreadAt) {
    const std::size_t at = text.find(misread);
    if (at == std::string_view::npos) continue;
    const std::string_view name = text.substr(0, at);
    const std::string_view domain = text.substr(at + misread.size());
    if (is_mail_name(name) && is_domain(domain)) {
      std::string address = opened ? "<" : "";
      address.append(name).append("@").append(domain);
      return closed ? address.append(">") : address;
    }
  }
  return std::nullopt;
}

bool follows_closely(const Word& before, const Word& after) {
  const double gap = after.box.left - before.box.right;
  return shares_line(before, after) && gap < after.box.height();
}

/// "registratorQ almvik.se", "registrator Q almvik.se": an address whose sign looked like a letter
/// between blanks, as one word.
std::vector<Word> with_addresses_joined(const std::vector<Word>& words) {
  std::vector<Word> joined;
  for (const Word& word : words) {
    std::string_view end = word.text;
    if (end.ends_with('>')) end.remove_suffix(1);
    const bool domain = !joined.empty() && is_domain(end);
    if (domain && follows_closely(joined.back(), word)) {
      const bool apart = std::find(std::begin(kMisreadAt), std::end(kMisreadAt),
                                   joined.back().text) != std::end(kMisreadAt);
      const std::size_t parts = apart ? 2 : 1;
      Word address = joined.size() >= parts ? joined[joined.size() - parts] : Word{};
      if (apart && joined.size() >= parts) {
        const bool close = follows_closely(address, joined.back());
        address.text = close ? address.text + joined.back().text : std::string();
      }
      const std::string read = address.text + " " + word.text;
      address.text += word.text;
      if (const auto mail = mail_sign(address)) {
        joined.resize(joined.size() - parts);
        address.box = united(address.box, word.box);
        address.raw = read;
        set_right(address, *mail);
        joined.push_back(std::move(address));
        continue;
      }
    }
    joined.push_back(word);
  }
  return joined;
}

/// The digit that a letter looks like; nothing for letters that stand beside digits on purpose.
std::optional<char32_t> digit_like(char32_t letter) {
  constexpr std::array<std::pair<char32_t, char32_t>, 9> kLookalikes{{{U'l', U'1'},
                                                                      {U'I', U'1'},
                                                                      {U'ı', U'1'},
                                                                      {U'O', U'0'},
                                                                      {U'o', U'0'},
                                                                      {U'ş', U'5'},
                                                                      {U'ș', U'5'},
                                                                      {U'Ş', U'5'},
                                                                      {U'ó', U'6'}}};
  for (const auto& [like, digit] : kLookalikes) {
    if (like == letter) return digit;
  }
  return std::nullopt;
}

/// "20l9", "6ş": a letter between digits, or a foreign one behind one.
std::optional<std::string> number_of(const Word& word) {
  std::u32string points = code_points(word.text);
  bool changed = false;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const bool inside = i + 1 < points.size() && is_digit(points[i + 1]);
    const bool foreign = points[i] > 0x7f;
    const std::optional<char32_t> digit = digit_like(points[i]);
    if (!digit || !is_digit(points[i - 1]) || !(inside || foreign)) continue;
    points[i] = *digit;
    changed = true;
  }
  const bool plain = std::none_of(points.begin(), points.end(), is_letter);
  if (!changed || !plain) return std::nullopt;
  return to_utf8(points);
}

/// "jämföre!se": an exclamation mark between letters is an l; one at the end where that makes a
/// Swedish word, "til!", and the line goes on in lower case.
std::optional<std::string> with_l(const Word& word, const Context& context) {
  std::u32string points = code_points(word.text);
  const std::size_t at = points.find(U'!');
  if (at == std::u32string::npos || at == 0 || !is_lower(points[at - 1])) return std::nullopt;
  const bool last = at + 1 == points.size();
  if (!last && !is_lower(points[at + 1])) return std::nullopt;
  points[at] = U'l';
  std::string right = to_utf8(points);
  if (!last) return right;
  const bool goes_on = context.after != nullptr && is_lower(first_point(context.after->text));
  if (!goes_on || !swedish_words()(to_lower(right))) return std::nullopt;
  return right;
}

/// A dotless i has no place in a Swedish word; names keep theirs.
std::optional<std::string> with_dotted_i(const Word& word) {
  std::u32string points = code_points(word.text);
  if (points.find(U'ı') == std::u32string::npos || is_upper(points.front())) return std::nullopt;
  std::replace(points.begin(), points.end(), U'ı', U'i');
  return to_utf8(points);
}

/// What Swedish letters with a ring or dots are read as, and what they may be.
std::u32string swedish_letters_like(char32_t letter) {
  switch (letter) {
    case U'à':
    case U'á':
    case U'â':
    case U'ã':
      return U"åä";
    case U'À':
    case U'Á':
    case U'Â':
    case U'Ã':
      return U"ÅÄ";
    case U'ò':
    case U'ó':
    case U'ô':
    case U'õ':
    case U'ő':
      return U"ö";
    case U'Ò':
    case U'Ó':
    case U'Ô':
    case U'Õ':
    case U'Ő':
      return U"Ö";
    default:
      return {};
  }
}

/// A word in lower case without the signs around it.
std::string bare(std::string_view text) {
  std::u32string points = code_points(to_lower(text));
  while (!points.empty() && !is_letter(points.back())) points.pop_back();
  points.erase(points.begin(), std::find_if(points.begin(), points.end(), is_letter));
  return to_utf8(points);
}

/// "fàr", "Örebrò": an accent that Swedish doesn't have, where the word is known with a ring or
/// dots, or is printed so elsewhere on the page. Names from abroad keep theirs.
std::optional<std::string> with_swedish_letter(const Word& word,
                                               const std::set<std::string>& page) {
  const std::u32string points = code_points(word.text);
  if (points.size() < 2) return std::nullopt;  // "à"
  const auto accent = std::find_if(points.begin(), points.end(), [](char32_t letter) {
    return !swedish_letters_like(letter).empty();
  });
  if (accent == points.end()) return std::nullopt;
  for (const char32_t letter : swedish_letters_like(*accent)) {
    std::u32string right = points;
    std::replace(right.begin(), right.end(), *accent, letter);
    const std::string known = bare(to_utf8(right));
    if (swedish_words()(known) || page.contains(known)) return to_utf8(right);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Word> with_signs_repaired(std::vector<Word> words) {
  words = with_addresses_joined(words);
  std::set<int> known = paragraphs_read(words);
  known.merge(paragraphs_likely(words));
  std::set<std::string> page;
  for (const Word& word : words) page.insert(bare(word.text));
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    const Context context = context_of(words, i);
    std::optional<std::string> right = paragraph_sign(word, context, known);
    if (!right && looks_like_heading(words, i, context) && heads_alone(words, i)) right = "§";
    if (!right) right = percent_sign(word, context);
    if (!right) right = mail_sign(word);
    if (!right) right = number_of(word);
    if (!right) right = with_dotted_i(word);
    if (!right) right = with_l(word, context);
    if (!right) right = with_swedish_letter(word, page);
    if (right) set_right(word, std::move(*right));
  }
  return words;
}

}  // namespace diarium
