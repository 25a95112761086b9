#include "pipeline/store/privacy.h"

#include <algorithm>
#include <vector>

#include "models/personal_number.h"
#include "pipeline/store/database.h"
#include "pipeline/store/snippet.h"

namespace diarium {
namespace {

/// One behind the last byte of the JSON string whose text begins at `at`.
std::size_t end_of_string(const std::string& json, std::size_t at) {
  while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
  return std::min(at, json.size());
}

/// The text of a JSON string with blanks for escapes: a number may be divided over a line's end,
/// which is two bytes here as well.
std::string without_escapes(std::string text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '\\') continue;
    text[i] = text[i + 1] = ' ';
    ++i;
  }
  return text;
}

void mask_string(std::string& json, std::size_t begin, std::size_t end) {
  const std::string plain = without_escapes(json.substr(begin, end - begin));
  const std::string masked = with_personal_numbers_masked(plain);
  if (masked == plain) return;
  for (std::size_t i = 0; i < masked.size(); ++i) {
    if (masked[i] != plain[i]) json[begin + i] = masked[i];
  }
}

}  // namespace

std::string text_for_readers(const Database& database, std::string text) {
  if (database.shows_personal_numbers()) return text;
  std::string plain;
  std::vector<std::size_t> places;  // of the bytes of `plain` in `text`
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == kMarkBegin || text[i] == kMarkEnd) continue;
    plain += text[i];
    places.push_back(i);
  }
  const std::string masked = with_personal_numbers_masked(plain);
  for (std::size_t i = 0; i < masked.size(); ++i) text[places[i]] = masked[i];
  return text;
}

std::string json_for_readers(const Database& database, std::string json) {
  if (database.shows_personal_numbers()) return json;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '"') continue;
    const std::size_t end = end_of_string(json, at + 1);
    mask_string(json, at + 1, end);
    at = end;
  }
  return json;
}

}  // namespace diarium
