#include "tools/corpus/source_text.h"

#include <fmt/format.h>

#include <cstdlib>

#include "models/unicode.h"

namespace diarium::corpus {
namespace {

bool starts_directive(std::string_view line) {
  return line.size() > 1 && line[0] == '.' && line[1] >= 'a' && line[1] <= 'z';
}

/// The next word or "quoted words" of `rest`, which it is taken off.
std::string take_value(std::string_view& rest, int line_number) {
  if (rest.empty() || rest[0] != '"') {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string value(rest.substr(0, end));
    rest.remove_prefix(end);
    return value;
  }
  const std::size_t end = rest.find('"', 1);
  if (end == std::string_view::npos) throw SourceError(line_number, "a quote that never ends");
  std::string value(rest.substr(1, end - 1));
  rest.remove_prefix(end + 1);
  return value;
}

Directive parse_directive(std::string_view line, int line_number) {
  std::string_view rest = line.substr(1);
  Directive directive{.name = take_value(rest, line_number), .values = {}};
  while (!(rest = trim(rest)).empty()) {
    const std::size_t key_end = std::min(rest.find_first_of(" ="), rest.size());
    std::string key(rest.substr(0, key_end));
    rest.remove_prefix(key_end);
    std::string value;
    if (!rest.empty() && rest[0] == '=') {
      rest.remove_prefix(1);
      value = take_value(rest, line_number);
    }
    directive.values.insert_or_assign(std::move(key), std::move(value));
  }
  return directive;
}

/// A block whose lines are a list becomes one block an item; the directives go with the first.
void append_items(Block block, std::vector<Block>& blocks) {
  if (block.lines.empty() || list_marker_length(block.lines[0]) == 0) {
    blocks.push_back(std::move(block));
    return;
  }
  Block item{.directives = block.directives, .lines = {}, .line_number = block.line_number};
  for (std::string& line : block.lines) {
    if (!item.lines.empty() && list_marker_length(line) > 0) {
      blocks.push_back(std::move(item));
      item = {.directives = {}, .lines = {}, .line_number = block.line_number};
    }
    item.lines.push_back(std::move(line));
  }
  blocks.push_back(std::move(item));
}

}  // namespace

SourceError::SourceError(int line_number, const std::string& message)
    : std::runtime_error(fmt::format("line {}: {}", line_number, message)) {}

bool Directive::has(std::string_view key) const {
  return values.contains(std::string(key));
}

std::string Directive::value(std::string_view key, std::string_view otherwise) const {
  const auto found = values.find(std::string(key));
  return found == values.end() ? std::string(otherwise) : found->second;
}

double Directive::number(std::string_view key, double otherwise) const {
  const auto found = values.find(std::string(key));
  return found == values.end() ? otherwise : std::strtod(found->second.c_str(), nullptr);
}

const Directive* Block::directive(std::string_view name) const {
  for (const Directive& candidate : directives) {
    if (candidate.name == name) return &candidate;
  }
  return nullptr;
}

std::size_t list_marker_length(std::string_view line) {
  for (std::string_view bullet : {"- ", "• ", "● ", "· "}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  std::size_t at = 0;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
  const bool letter = at == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z';
  if (letter) at = 1;
  const bool closed = at > 0 && at < 4 && at + 1 < line.size() && line[at + 1] == ' ' &&
                      (line[at] == ')' || (line[at] == '.' && !letter));
  return closed ? at + 2 : 0;
}

std::vector<Block> parse_blocks(std::string_view source) {
  std::vector<Block> blocks;
  Block block;
  const auto close = [&] {
    if (block.directives.empty() && block.lines.empty()) return;
    append_items(std::move(block), blocks);
    block = {};
  };
  int line_number = 0;
  while (!source.empty()) {
    const std::size_t end = std::min(source.find('\n'), source.size());
    std::string_view line = trim(source.substr(0, end));
    source.remove_prefix(std::min(end + 1, source.size()));
    ++line_number;
    if (line.starts_with('%')) continue;
    if (line.empty()) {
      close();
      continue;
    }
    if (block.line_number == 0) block.line_number = line_number;
    if (block.lines.empty() && starts_directive(line)) {
      block.directives.push_back(parse_directive(line, line_number));
    } else {
      block.lines.emplace_back(line);
    }
  }
  close();
  return blocks;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    if (!text.empty()) text += ' ';
    text += line;
  }
  for (std::size_t at = 0; (at = text.find("\\\\", at)) != std::string::npos;) {
    std::size_t begin = at;
    std::size_t end = at + 2;
    while (begin > 0 && text[begin - 1] == ' ') --begin;
    while (end < text.size() && text[end] == ' ') ++end;
    text.replace(begin, end - begin, 1, '\n');
    at = begin + 1;
  }
  return text;
}

std::vector<std::string> split_outside_braces(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}') --depth;
    if (depth > 0 || !text.substr(at).starts_with(separator)) continue;
    parts.emplace_back(trim(text.substr(begin, at - begin)));
    begin = at + separator.size();
    at = begin - 1;
  }
  parts.emplace_back(trim(text.substr(begin)));
  return parts;
}

}  // namespace diarium::corpus
