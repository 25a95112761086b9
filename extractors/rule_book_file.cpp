#include "extractors/rule_book_file.h"

#include <fmt/core.h>

#include <toml++/toml.h>
#include <algorithm>
#include <stdexcept>

namespace diarium {
namespace {

/// Reads the entries of one file and says which of them is wrong.
class FileReader {
 public:
  explicit FileReader(std::string_view file) : file_(file) {}

  WrittenFile read(std::string_view content) {
    const toml::table root = parsed(content);
    WrittenFile written;
    for (const auto& [key, node] : root) {
      entry_ = std::string(key.str());
      if (key == "rule") {
        read_rules(table_of(node), written);
      } else if (key == "term") {
        read_terms(node, written);
      } else {
        fail("is neither [rule.NAME] nor [[term]]");
      }
    }
    return written;
  }

 private:
  [[noreturn]] void fail(std::string_view reason) const {
    throw std::runtime_error(fmt::format("{}: {}: {}", file_, entry_, reason));
  }

  toml::table parsed(std::string_view content) const {
    try {
      return toml::parse(content, file_);
    } catch (const toml::parse_error& error) {
      throw std::runtime_error(
          fmt::format("{}: line {}: {}", file_, error.source().begin.line, error.description()));
    }
  }

  const toml::table& table_of(const toml::node& node) const {
    if (!node.is_table()) fail("is not a table");
    return *node.as_table();
  }

  std::string string_of(const toml::node& node) const {
    const auto text = node.value_exact<std::string>();
    if (!text) fail("holds something else than a text");
    return *text;
  }

  std::vector<std::string> strings_of(const toml::node& node) const {
    if (!node.is_array()) fail("holds a single value where a list is due");
    std::vector<std::string> texts;
    for (const toml::node& element : *node.as_array()) texts.push_back(string_of(element));
    return texts;
  }

  void read_rules(const toml::table& rules, WrittenFile& written) {
    for (const auto& [key, node] : rules) {
      entry_ = std::string(key.str());
      const toml::table& table = table_of(node);
      if (table["remove"].value_or(false)) {
        written.removed_rules.push_back(entry_);
      } else {
        written.rules.emplace(entry_, rule_of(table));
      }
    }
  }

  WrittenRule rule_of(const toml::table& table) const {
    WrittenRule rule;
    for (const auto& [key, node] : table) {
      if (key == "pattern") {
        rule.pattern = string_of(node);
      } else if (key == "confidence") {
        rule.confidence = node.value<double>().value_or(-1);
      } else if (key == "match") {
        rule.match = strings_of(node);
      } else if (key == "reject") {
        rule.reject = strings_of(node);
      } else {
        fail(fmt::format("has an unknown key: {}", key.str()));
      }
    }
    if (rule.pattern.empty()) fail("has no pattern");
    if (rule.match.empty() || rule.reject.empty()) fail("needs match and reject examples");
    if (rule.confidence < 0 || rule.confidence > 1) fail("has a confidence outside 0..1");
    return rule;
  }

  void read_terms(const toml::node& node, WrittenFile& written) {
    if (!node.is_array_of_tables()) fail("must be written as [[term]]");
    for (const toml::node& element : *node.as_array()) {
      const toml::table& table = table_of(element);
      entry_ = table["name"].value_or(std::string("[[term]] without a name"));
      if (!table.contains("name")) fail("every term needs one");
      if (table["remove"].value_or(false)) {
        written.removed_terms.push_back(entry_);
      } else {
        written.terms.push_back(term_of(table));
      }
    }
  }

  Term term_of(const toml::table& table) const {
    Term term;
    for (const auto& [key, node] : table) {
      if (key == "name") {
        term.name = string_of(node);
      } else if (key == "forms") {
        term.forms = strings_of(node);
      } else {
        term.fields.emplace(key.str(), string_of(node));
      }
    }
    if (std::find(term.forms.begin(), term.forms.end(), term.name) == term.forms.end()) {
      term.forms.insert(term.forms.begin(), term.name);
    }
    return term;
  }

  std::string file_;
  std::string entry_;
};

}  // namespace

WrittenFile parse_rule_file(std::string_view file, std::string_view content) {
  return FileReader(file).read(content);
}

void lay_over(WrittenFile& base, const WrittenFile& overlay) {
  for (const std::string& name : overlay.removed_rules) base.rules.erase(name);
  for (const auto& [name, rule] : overlay.rules) base.rules.insert_or_assign(name, rule);
  for (const std::string& name : overlay.removed_terms) {
    std::erase_if(base.terms, [&](const Term& term) { return term.name == name; });
  }
  for (const Term& term : overlay.terms) {
    const auto same = std::find_if(base.terms.begin(), base.terms.end(),
                                   [&](const Term& other) { return other.name == term.name; });
    if (same == base.terms.end()) {
      base.terms.push_back(term);
    } else {
      *same = term;
    }
  }
}

}  // namespace diarium
