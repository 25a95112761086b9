#include "extractors/rule_book.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <fstream>
#include <future>
#include <mutex>
#include <set>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "extractors/rule_book_file.h"
#include "extractors/rule_book_pattern.h"
#include "models/unicode.h"
#include "rule_files.h"

namespace diarium {
namespace {

using WrittenFiles = std::map<std::string, WrittenFile>;  // by file name without ".toml"

std::string stem_of(std::string_view file) {
  return std::filesystem::path(file).stem().string();
}

WrittenFiles read_built_in() {
  WrittenFiles files;
  for (const EmbeddedFile& file : rule_files()) {
    files.emplace(stem_of(file.name), parse_rule_file(file.name, file.content));
  }
  return files;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) throw std::runtime_error(fmt::format("cannot read rule file: {}", path.string()));
  return content.str();
}

void overlay_folder(WrittenFiles& files, const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw std::runtime_error(fmt::format("no folder with rules: {}", folder.string()));
  }
  std::set<std::filesystem::path> paths;  // in the same order on every machine
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") paths.insert(entry.path());
  }
  for (const std::filesystem::path& path : paths) {
    lay_over(files[path.stem().string()], parse_rule_file(path.string(), content_of(path)));
  }
}

/// Expands the macros of rules: vocabularies by the name of their file, rules as "file.rule".
class Expander {
 public:
  explicit Expander(const WrittenFiles& files) : files_(files) {}

  std::string expand(std::string_view pattern, int depth = 0) const {
    // Rules that name each other would go round for ever.
    if (depth > 8) throw std::runtime_error("macros are nested too deep");
    return expand_macros(pattern, [&](std::string_view name) { return text_of(name, depth); });
  }

 private:
  std::string text_of(std::string_view name, int depth) const {
    const std::size_t dot = name.find('.');
    const auto file = files_.find(std::string(name.substr(0, dot)));
    if (file == files_.end()) throw std::runtime_error(fmt::format("unknown macro: {}", name));
    if (dot == std::string_view::npos) return alternation_of(file->second.terms);
    const auto rule = file->second.rules.find(std::string(name.substr(dot + 1)));
    if (rule == file->second.rules.end()) {
      throw std::runtime_error(fmt::format("unknown macro: {}", name));
    }
    return expand(rule->second.pattern, depth + 1);
  }

  const WrittenFiles& files_;
};

/// FNV-1a, 64 bits: the same on every machine, and no library needed for what is no secret.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0xFF);  // in no UTF-8 text: "ab" + "c" is not "a" + "bc"
  }
  [[nodiscard]] std::string hex() const { return fmt::format("{:016x}", value_); }

 private:
  void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001B3; }
  std::uint64_t value_ = 0xCBF29CE484222325;
};

std::string fingerprint_of(const WrittenFiles& files) {
  Hash hash;
  for (const auto& [file, written] : files) {
    hash.add(file);
    for (const auto& [name, rule] : written.rules) {
      hash.add(name);
      hash.add(rule.pattern);
      hash.add(fmt::format("{}", rule.confidence));
    }
    for (const Term& term : written.terms) {
      hash.add(term.name);
      for (const std::string& form : term.forms) hash.add(form);
      for (const auto& [key, value] : term.fields) {
        hash.add(key);
        hash.add(value);
      }
    }
  }
  return hash.hex();
}

std::string key_of(std::string_view form) {
  return to_lower(squeeze_blanks(form));
}

using FormIndex = std::unordered_map<std::string, const Term*>;

}  // namespace

struct RuleBook::Content {
  explicit Content(WrittenFiles written);

  WrittenFiles files;
  std::map<std::string, Rule, std::less<>> rules;  // by full name
  std::map<std::string, FormIndex, std::less<>> forms;
  std::string fingerprint;

 private:
  void compile();
  void index_forms();
};

RuleBook::Content::Content(WrittenFiles written)
    : files(std::move(written)), fingerprint(fingerprint_of(files)) {
  index_forms();
  compile();
}

void RuleBook::Content::index_forms() {
  for (const auto& [file, written] : files) {
    FormIndex& index = forms[file];
    // A name is worth more than another term's form; else the first in the file counts.
    for (const Term& term : written.terms) index.emplace(key_of(term.name), &term);
    for (const Term& term : written.terms) {
      for (const std::string& form : term.forms) index.emplace(key_of(form), &term);
    }
  }
}

void RuleBook::Content::compile() {
  const Expander expander(files);
  // Half of what a small run costs: each core compiles its share.
  struct Task {
    std::string name;
    const WrittenRule* rule;
  };
  std::vector<Task> all;
  for (const auto& [file, written] : files) {
    for (const auto& [name, rule] : written.rules) all.push_back({file + '.' + name, &rule});
  }
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  const auto compile_some = [&] {
    for (std::size_t i = next++; i < all.size(); i = next++) {
      const auto& [name, written] = all[i];
      Rule rule;
      try {
        rule.pattern_ = compile_pattern(expander.expand(written->pattern));
      } catch (const std::runtime_error& error) {
        const std::size_t dot = name.find('.');
        throw std::runtime_error(fmt::format("{}.toml: rule {}: {}", name.substr(0, dot),
                                             name.substr(dot + 1), error.what()));
      }
      rule.pattern_->name = name;
      rule.pattern_->confidence = written->confidence;
      const std::lock_guard lock(mutex);
      rules.emplace(rule.pattern_->name, std::move(rule));
    }
  };
  std::vector<std::future<void>> others;
  for (unsigned core = 1; core < std::thread::hardware_concurrency(); ++core) {
    others.push_back(std::async(std::launch::async, compile_some));
  }
  compile_some();
  for (std::future<void>& other : others) other.get();
}

RuleBook::RuleBook() = default;
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;
RuleBook::~RuleBook() = default;

RuleBook RuleBook::built_in() {
  RuleBook book;
  book.content_ = std::make_unique<Content>(read_built_in());
  return book;
}

RuleBook RuleBook::overlaid(const std::filesystem::path& folder) {
  WrittenFiles files = read_built_in();
  overlay_folder(files, folder);
  RuleBook book;
  book.content_ = std::make_unique<Content>(std::move(files));
  return book;
}

const Rule& RuleBook::rule(std::string_view name) const {
  const auto found = content_->rules.find(name);
  if (found == content_->rules.end()) throw std::out_of_range(fmt::format("no rule: {}", name));
  return found->second;
}

const std::vector<Term>& RuleBook::vocabulary(std::string_view name) const {
  const auto found = content_->files.find(std::string(name));
  if (found == content_->files.end()) {
    throw std::out_of_range(fmt::format("no vocabulary: {}", name));
  }
  return found->second.terms;
}

const Term* RuleBook::find(std::string_view vocabulary, std::string_view form) const {
  const auto index = content_->forms.find(vocabulary);
  if (index == content_->forms.end()) return nullptr;
  const auto found = index->second.find(key_of(form));
  return found == index->second.end() ? nullptr : found->second;
}

const std::string& RuleBook::fingerprint() const {
  return content_->fingerprint;
}

std::vector<RuleBook::Example> RuleBook::examples() const {
  std::vector<Example> examples;
  for (const auto& [file, written] : content_->files) {
    for (const auto& [name, rule] : written.rules) {
      const std::string full_name = file + '.' + name;
      for (const std::string& text : rule.match) examples.push_back({full_name, text, true});
      for (const std::string& text : rule.reject) examples.push_back({full_name, text, false});
    }
  }
  return examples;
}

std::vector<std::string> RuleBook::rule_names() const {
  std::vector<std::string> names;
  for (const auto& [name, rule] : content_->rules) names.push_back(name);
  return names;
}

}  // namespace diarium
