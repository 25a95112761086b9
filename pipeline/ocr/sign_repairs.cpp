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
#include "pipeline/ocr/paragraph_signs.h"

namespace diarium {
namespace {

constexpr double kMostTrust = 0.6;

void set_right(Word& word, std::string text) {
  if (word.raw.empty()) word.raw = word.text;
  word.text = std::move(text);
  word.confidence = std::min(word.confidence, kMostTrust);
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> these) {
  return std::find(these.begin(), these.end(), text) != these.end();
}

std::optional<std::string> percent_sign(const Word& word, const LineContext& context) {
  const bool number = context.before != nullptr && is_digit(first_point(context.before->text));
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
  constexpr std::array<std::pair<char32_t, char32_t>, 11> kLookalikes{{{U'l', U'1'},
                                                                       {U'I', U'1'},
                                                                       {U'ı', U'1'},
                                                                       {U'O', U'0'},
                                                                       {U'o', U'0'},
                                                                       {U'ş', U'5'},
                                                                       {U'ș', U'5'},
                                                                       {U'Ş', U'5'},
                                                                       {U'ṣ', U'5'},
                                                                       {U'Ṣ', U'5'},
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

/// "1⁄2": what the recogniser writes for a fraction of one sign. Behind a number its 1 and its
/// stroke look like a letter: "7 Y2 timmar".
std::optional<std::string> fraction(const Word& word, const LineContext& context) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFractions{
      {{"1⁄2", "½"}, {"1⁄4", "¼"}, {"3⁄4", "¾"}}};
  const bool counted = context.before != nullptr && is_digit(first_point(context.before->text));
  if (counted && is_one_of(word.text, {"Y2", "y2", "%2"})) return "½";
  for (const auto& [read, sign] : kFractions) {
    const std::size_t at = word.text.find(read);
    if (at == std::string::npos) continue;
    std::string text = word.text;
    return text.replace(at, read.size(), sign);
  }
  return std::nullopt;
}

/// "3 kap. s §": old style figures are as high as small letters.
std::optional<std::string> number_of_section(const Word& word, const LineContext& context) {
  const bool between = context.before != nullptr && context.after != nullptr &&
                       context.before->text == "kap." && context.after->text == "§";
  if (between && is_one_of(word.text, {"s", "$"})) return "5";
  return std::nullopt;
}

/// "jämföre!se": an exclamation mark between letters is an l; one at the end where that makes a
/// Swedish word, "til!", and the line goes on in lower case.
std::optional<std::string> with_l(const Word& word, const LineContext& context) {
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
    const std::string known = bare_word(to_utf8(right));
    if (swedish_words()(known) || page.contains(known)) return to_utf8(right);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Word> with_signs_repaired(std::vector<Word> words) {
  words = with_addresses_joined(words);
  const ParagraphSigns paragraphs(words);
  std::set<std::string> page;
  for (const Word& word : words) page.insert(bare_word(word.text));
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    const LineContext context = context_of(words, i);
    std::optional<std::string> right = paragraphs.sign_at(i);
    if (!right) right = percent_sign(word, context);
    if (!right) right = fraction(word, context);
    if (!right) right = number_of_section(word, context);
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
