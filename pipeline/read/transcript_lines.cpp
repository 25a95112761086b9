#include "pipeline/read/transcript_lines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "models/unicode.h"
#include "pipeline/read/transcript_marks.h"

namespace diarium {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestBookmark = 60;
constexpr std::size_t kLongestNumber = 3;  // digits of a list number or a note
constexpr int kDeepest = 8;
constexpr int kIndentOfLevel = 2;  // blanks

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_ascii_digit);
  return static_cast<std::size_t>(end - text.begin());
}

/// "[bookmark: Beslut]" out of a line.
std::string without_bookmarks(std::string_view line) {
  constexpr std::string_view kOpening = "[bookmark:";
  std::string kept;
  while (true) {
    const std::size_t begin = line.find(kOpening);
    if (begin == std::string_view::npos) return kept.append(line);
    const std::size_t end = line.substr(begin, kLongestBookmark).find(']');
    const std::size_t next = end == std::string_view::npos ? begin + 1 : begin + end + 1;
    kept.append(line.substr(0, end == std::string_view::npos ? next : begin));
    line.remove_prefix(next);
  }
}

/// "**A****B**" are two bold lines.
void add_line(std::string_view line, std::vector<std::string>& lines) {
  constexpr std::string_view kGlue = "****";
  const std::size_t last = line.rfind("**");
  const char* const begin = line.data();
  while (line.size() > kGlue.size()) {
    const std::size_t glue = line.find(kGlue, 1);
    const std::size_t behind = static_cast<std::size_t>(line.data() - begin) + glue + kGlue.size();
    const bool parts = glue != std::string_view::npos && last != std::string_view::npos &&
                       last >= behind && line[glue - 1] != '*' && line[glue + kGlue.size()] != '*';
    if (!parts) break;
    lines.emplace_back(line.substr(0, glue + 2));
    lines.emplace_back();
    line.remove_prefix(glue + 2);
  }
  lines.emplace_back(line);
}

int indent_of(std::string_view line) {
  int indent = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    indent += c == '\t' ? 2 * kIndentOfLevel : 1;
  }
  return indent;
}

/// How many bytes of a line are a list marker; 0 where it has none.
std::size_t marker_size(std::string_view text) {
  for (const std::string_view bullet : {"-"sv, "*"sv, "+"sv, "•"sv, "●"sv, "○"sv, "▪"sv, "·"sv}) {
    if (text.starts_with(bullet)) return bullet.size();
  }
  const std::size_t digits = digits_at(text);
  const bool letter = digits == 0 && !text.empty() && text[0] >= 'a' && text[0] <= 'z';
  const std::size_t size = letter ? 1 : digits;
  if (size == 0 || size > kLongestNumber || size >= text.size()) return 0;
  if (text[size] == ')' || (text[size] == '.' && !letter)) return size + 1;
  return 0;
}

}  // namespace

std::vector<std::string> transcript_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n\f"), text.size());
    add_line(without_bookmarks(text.substr(0, end)), lines);
    if (end < text.size() && text[end] == '\f') lines.emplace_back("\f");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::optional<MarkedHeading> marked_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6 || level == line.size() || line[level] != ' ') return std::nullopt;
  std::string_view text = trim(line.substr(level));
  const std::size_t last = text.find_last_not_of('#');
  if (last == std::string_view::npos) return std::nullopt;
  if (last + 1 < text.size() && text[last] == ' ') text = trim(text.substr(0, last));
  return MarkedHeading{static_cast<int>(level), text};
}

std::optional<MarkedItem> marked_item(std::string_view line) {
  const int indent = indent_of(line);
  const std::string_view text = trim(line);
  const std::size_t size = marker_size(text);
  if (size == 0 || size + 1 >= text.size()) return std::nullopt;
  if (text[size] != ' ' && text[size] != '\t') return std::nullopt;
  return MarkedItem{text.substr(0, size), std::min(indent / kIndentOfLevel, kDeepest),
                    trim(text.substr(size))};
}

bool is_rule_line(std::string_view line) {
  line = trim(line);
  return line.size() >= 3 && std::string_view("-*_").find(line.front()) != std::string_view::npos &&
         line.find_first_not_of(line.front()) == std::string_view::npos;
}

std::optional<NoteText> note_line(std::string_view line) {
  line = trim(line);
  const bool may = line.starts_with("<sup>") || line.starts_with("[^") ||
                   line.starts_with("\xC2") || line.starts_with("\xE2\x81");
  if (!may) return std::nullopt;
  const bool defined = line.starts_with("[^");
  const std::vector<DocxRun> runs = marked_runs(line.substr(0, 16), {});
  if (runs.size() < 2 || runs.front().note == 0) return std::nullopt;
  const std::string_view after = runs[1].text;
  if (defined ? !after.starts_with(": ") : !after.starts_with(' ')) return std::nullopt;
  const std::size_t text = line.find(' ');
  return NoteText{runs.front().note, std::string(trim(line.substr(text)))};
}

std::vector<NoteText> take_inline_notes(std::string& line) {
  std::vector<NoteText> notes;
  std::string kept;
  std::size_t at = 0;
  const std::size_t last_close = line.rfind(']');
  while (at < line.size()) {
    const std::size_t open = std::min(line.find('[', at), line.size());
    kept.append(line, at, open - at);
    if (open == line.size()) break;
    const std::size_t digits = digits_at(std::string_view(line).substr(open + 1));
    const std::size_t text = open + 1 + digits;
    const bool opens = digits > 0 && digits <= kLongestNumber && last_close != std::string::npos &&
                       text < last_close && line.compare(text, 2, ": ") == 0;
    const std::size_t close = opens ? line.find(']', text) : std::string::npos;
    if (close == std::string::npos) {
      kept += '[';
      at = open + 1;
      continue;
    }
    notes.push_back({std::stoi(line.substr(open + 1, digits)),
                     std::string(trim(std::string_view(line).substr(text + 1, close - text - 1)))});
    at = close + 1;
  }
  if (!notes.empty()) line = std::string(trim(kept));
  return notes;
}

bool has_columns(std::string_view line) {
  constexpr std::string_view kGap = "   ";
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return false;
  const std::size_t last = line.find_last_not_of(" \t");
  return first >= 8 || line.substr(first, last - first).find(kGap) != std::string_view::npos;
}

bool is_address(std::string_view line) {
  std::string text;
  for (const DocxRun& run : marked_runs(trim(line).substr(0, 4'000), {})) text += run.text;
  const bool address =
      text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
  return address && text.find(' ') == std::string::npos;
}

}  // namespace diarium
