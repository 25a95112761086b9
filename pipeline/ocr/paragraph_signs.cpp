#include "pipeline/ocr/paragraph_signs.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(static_cast<unsigned char>(c));
  });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> these) {
  return std::find(these.begin(), these.end(), text) != these.end();
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
bool looks_like_heading(const std::vector<Word>& words, std::size_t i, const LineContext& context) {
  if (context.before != nullptr || context.after == nullptr || i + 2 >= words.size()) return false;
  const Word& number = words[i + 1];
  const Word& title = words[i + 2];
  // A typewriter's blank is wider than its figures are high.
  const bool close = number.box.left - words[i].box.right < 1.5 * number.box.height();
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
  return i == 0 || words[i].box.top - words[i - 1].box.bottom > kApart * words[i].box.height();
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
         std::all_of(letters.begin() + 1, letters.end() - 1,
                     [](char32_t c) { return is_upper(c); });
}

/// "KF", "(KS", "MBL": the letters of a body or a law.
bool is_abbreviation(std::string_view text) {
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::u32string letters = code_points(text);
  return letters.size() >= 2 && letters.size() <= 4 &&
         std::all_of(letters.begin(), letters.end(), [](char32_t c) { return is_upper(c); });
}

/// The sign before a number that can only be that of a §, by what stands before it on its line, or
/// a day that ends the line above.
std::optional<std::string> sign_by_what_stands_before(const Word& word, const LineContext& context,
                                                      const Word* last) {
  if (context.after == nullptr) return std::nullopt;
  const std::size_t digits = leading_digits(context.after->text);
  if (digits == 0 || digits > 4) return std::nullopt;
  if (may_be_paragraph(word.text) && last != nullptr && ends_day(last->text)) return "§";
  if (context.before == nullptr) return std::nullopt;
  const std::string& before = context.before->text;
  const bool several = is_one_of(word.text, {"88", "SS", "55", "&&"});
  if (several && is_party(before)) return "§§";
  if (!may_be_paragraph(word.text)) return std::nullopt;
  if (is_party(before)) return "§";
  // "KS 8 450" may be thousands.
  const bool thousands = digits == 3 && context.after->text.find('/') == std::string::npos;
  return is_abbreviation(before) && !thousands ? std::optional<std::string>("§") : std::nullopt;
}

std::optional<std::string> paragraph_sign(const Word& word, const LineContext& context,
                                          const Word* last, const std::set<int>& known) {
  const bool number_after = context.after != nullptr && begins_with_digit(context.after->text);
  const bool number_before = context.before != nullptr && begins_with_digit(context.before->text);
  if (is_dollar(word.text)) {
    if (number_after || number_before) return word.text == "$" ? "§" : "§§";
    return std::nullopt;
  }
  if (auto sign = sign_by_what_stands_before(word, context, last)) return sign;
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

}  // namespace

bool shares_line(const Word& a, const Word& b) {
  return vertical_overlap(a.box, b.box) > 0.5 * std::min(a.box.height(), b.box.height());
}

LineContext context_of(const std::vector<Word>& words, std::size_t index) {
  const auto beside = [&](std::size_t other) {
    return other < words.size() && shares_line(words[other], words[index]) ? &words[other]
                                                                           : nullptr;
  };
  LineContext context;
  if (index > 0) context.before = beside(index - 1);
  if (index > 1 && context.before != nullptr) context.second_before = beside(index - 2);
  context.after = beside(index + 1);
  return context;
}

ParagraphSigns::ParagraphSigns(const std::vector<Word>& words)
    : words_(words), known_(paragraphs_read(words)) {
  known_.merge(paragraphs_likely(words));
}

std::optional<std::string> ParagraphSigns::sign_at(std::size_t index) const {
  const LineContext context = context_of(words_, index);
  const Word* const last = index > 0 ? &words_[index - 1] : nullptr;
  if (auto sign = paragraph_sign(words_[index], context, last, known_)) return sign;
  const bool heads = looks_like_heading(words_, index, context) && heads_alone(words_, index);
  return heads ? std::optional<std::string>("§") : std::nullopt;
}

}  // namespace diarium
