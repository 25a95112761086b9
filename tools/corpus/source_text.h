#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace diarium::corpus {

/// ".sats lemma=godkänna class=noting": a name, and values by key; a bare word has an empty value.
struct Directive {
  std::string name;
  std::map<std::string, std::string> values;

  [[nodiscard]] bool has(std::string_view key) const;
  /// The value of `key`, or `otherwise`.
  [[nodiscard]] std::string value(std::string_view key, std::string_view otherwise) const;
  [[nodiscard]] std::string value(std::string_view key) const { return value(key, ""); }
  [[nodiscard]] double number(std::string_view key, double otherwise) const;
};

/// What stands between two empty lines of a source: directives, then lines of text.
struct Block {
  std::vector<Directive> directives;
  std::vector<std::string> lines;
  int line_number = 0;  ///< 1-based, of its first line

  /// Null where the block has none of that name.
  [[nodiscard]] const Directive* directive(std::string_view name) const;
};

/// A source that breaks the rules of tools/corpus/README.md; says the line.
struct SourceError : std::runtime_error {
  SourceError(int line_number, const std::string& message);
};

/// Cuts a source into blocks. Each list item becomes a block of its own. Throws SourceError.
std::vector<Block> parse_blocks(std::string_view source);

/// "- ", "• ", "3. ", "a) " at the start of a line: the bytes of the marker with its blank; 0
/// without.
std::size_t list_marker_length(std::string_view line);

/// The lines joined by blanks; two backslashes become '\n'.
std::string joined_lines(const std::vector<std::string>& lines);

/// `text` cut at `separator`, outside of { }, each part without blanks at its ends.
std::vector<std::string> split_outside_braces(std::string_view text, std::string_view separator);

}  // namespace diarium::corpus
