#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"

namespace diarium {

/// A place where a rule matches. Views the text that was searched.
class Match {
 public:
  struct Group {
    std::string_view name;
    std::string_view text;
    Span span;  ///< bytes of the searched text
  };
  Match(Span span, std::vector<Group> groups) : span_(span), groups_(std::move(groups)) {}
  /// Without the edges that stand for Swedish word ends.
  [[nodiscard]] Span span() const { return span_; }
  /// The text of a named group; empty where it took no part.
  [[nodiscard]] std::string_view operator[](std::string_view group) const;
  /// Its span; an empty one where it took no part.
  [[nodiscard]] Span span_of(std::string_view group) const;
  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  Span span_;
  std::vector<Group> groups_;
};

/// One named pattern. In rule files `\<` and `\>` stand for the edges of a Swedish word, `\_` for
/// one or more blanks of any kind, `%{name}` for the alternation of a vocabulary; all else is RE2.
class Rule {
 public:
  Rule();
  Rule(Rule&&) noexcept;
  Rule& operator=(Rule&&) noexcept;
  ~Rule();

  /// "beslutssatser.genitive_heading"
  [[nodiscard]] const std::string& name() const;
  /// How often it is right, 0..1, as written in the rule file.
  [[nodiscard]] double confidence() const;
  /// All matches that don't overlap, in order.
  [[nodiscard]] std::vector<Match> matches(std::string_view text) const;
  /// The first match anywhere.
  [[nodiscard]] std::optional<Match> first(std::string_view text) const;
  /// A match of the whole text, blanks at its ends aside.
  [[nodiscard]] std::optional<Match> whole(std::string_view text) const;

  struct Pattern;

 private:
  friend class RuleBook;
  std::unique_ptr<Pattern> pattern_;
};

/// One entry of a vocabulary: its basic form, the forms it is met in, and further columns by name.
struct Term {
  std::string name;                           ///< "godkänna", "S", "Ordförande"
  std::vector<std::string> forms;             ///< "godkänner", "godkänns"; the name itself is one
  std::map<std::string, std::string> fields;  ///< "code": "APPROVE"
};

/// The rules and vocabularies in force: rules/*.toml as compiled in, overlaid file by file, entry
/// by entry, by those of a folder. Throws std::runtime_error that names file and rule when one
/// breaks.
class RuleBook {
 public:
  /// The rules as shipped.
  static RuleBook built_in();
  /// The same, overlaid by the *.toml files of `folder`.
  static RuleBook overlaid(const std::filesystem::path& folder);

  RuleBook(RuleBook&&) noexcept;
  RuleBook& operator=(RuleBook&&) noexcept;
  ~RuleBook();

  /// "beslutssatser.genitive_heading"; throws std::out_of_range for a name that isn't there.
  [[nodiscard]] const Rule& rule(std::string_view name) const;
  /// "bodies", "parties", "roles", "verbs", "headings"; throws as above.
  [[nodiscard]] const std::vector<Term>& vocabulary(std::string_view name) const;
  /// The term that has `form` among its forms, letter case aside; nullptr if none has.
  [[nodiscard]] const Term* find(std::string_view vocabulary, std::string_view form) const;
  /// Changes when any rule or vocabulary changes; part of the key of an understanding.
  [[nodiscard]] const std::string& fingerprint() const;

  /// What a rule promises: texts that it must and must not match; for tests and `diarium rules`.
  struct Example {
    std::string rule;
    std::string text;
    bool matches = true;
  };
  [[nodiscard]] std::vector<Example> examples() const;
  [[nodiscard]] std::vector<std::string> rule_names() const;

 private:
  RuleBook();
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace diarium
