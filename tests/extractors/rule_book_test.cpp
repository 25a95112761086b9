#include "extractors/rule_book.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

using namespace diarium;

namespace {

/// A folder of rule files that vanishes with the test.
class RuleFolder {
 public:
  RuleFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("diarium_rule_book_test_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  RuleFolder(const RuleFolder&) = delete;
  RuleFolder& operator=(const RuleFolder&) = delete;
  ~RuleFolder() { std::filesystem::remove_all(path_); }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name) << content;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string reason_of(const RuleFolder& folder) {
  try {
    RuleBook::overlaid(folder.path());
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("rule book: every shipped rule matches and rejects what it promises") {
  const RuleBook book = RuleBook::built_in();
  REQUIRE_FALSE(book.examples().empty());
  for (const RuleBook::Example& example : book.examples()) {
    INFO(example.rule << ": " << example.text);
    CHECK(book.rule(example.rule).first(example.text).has_value() == example.matches);
  }
}

TEST_CASE("rule book: no form of a shipped vocabulary is empty, no name is there twice") {
  const RuleBook book = RuleBook::built_in();
  for (const char* name : {"bodies", "names", "parties", "roles", "verbs"}) {
    std::map<std::string, int> names;
    for (const Term& term : book.vocabulary(name)) {
      INFO(name << ": " << term.name);
      CHECK(++names[term.name] == 1);
      for (const std::string& form : term.forms) CHECK_FALSE(form.empty());
    }
  }
}

TEST_CASE("rule book: a term is found by any of its forms, in any case") {
  const RuleBook book = RuleBook::built_in();
  const struct {
    const char* vocabulary;
    const char* form;
    const char* name;
  } kRows[] = {
      {"parties", "socialdemokraterna", "S"},
      {"parties", "sd", "SD"},
      {"verbs", "ÅTERREMITTERAS", "återremittera"},
      {"verbs", "godkännes", "godkänna"},
      {"bodies", "KSAU", "Kommunstyrelsens arbetsutskott"},
      {"roles", "2:e  vice ordförande", "Vice ordförande"},
  };
  for (const auto& row : kRows) {
    INFO(row.form);
    const Term* term = book.find(row.vocabulary, row.form);
    REQUIRE(term != nullptr);
    CHECK(term->name == row.name);
  }
  CHECK(book.find("verbs", "promenera") == nullptr);
  CHECK(book.find("no such vocabulary", "S") == nullptr);
}

TEST_CASE("rule book: unknown rules and vocabularies are refused by name") {
  const RuleBook book = RuleBook::built_in();
  CHECK_THROWS_AS(book.rule("bodies.nothing"), std::out_of_range);
  CHECK_THROWS_AS(book.vocabulary("nothing"), std::out_of_range);
}

TEST_CASE("rule book: a folder replaces, adds and removes single entries") {
  const RuleFolder folder;
  folder.write("parties.toml", R"(
[[term]]
name = "ALM"
label = "Almvikslistan"
forms = ["Almvikslistan"]
[[term]]
name = "KP"
remove = true
[[term]]
name = "C"
label = "Bondeförbundet"
forms = ["Bondeförbundet"]
)");
  const RuleBook plain = RuleBook::built_in();
  const RuleBook book = RuleBook::overlaid(folder.path());
  CHECK(book.find("parties", "almvikslistan")->name == "ALM");
  CHECK(book.find("parties", "KP") == nullptr);
  CHECK(book.find("parties", "C")->fields.at("label") == "Bondeförbundet");
  CHECK(book.find("parties", "Centerpartiet") == nullptr);
  CHECK(book.find("parties", "Moderaterna")->name == "M");
  CHECK(book.fingerprint() != plain.fingerprint());
  CHECK(plain.fingerprint() == RuleBook::built_in().fingerprint());
  CHECK(plain.fingerprint().size() == 16);
}

TEST_CASE("rule book: a folder's new rule may use a shipped vocabulary and a shipped rule") {
  const RuleFolder folder;
  folder.write("local.toml", R"(
[rule.party_of_body]
pattern = '''\<%{parties}\_i\_%{bodies.compound}\>'''
match = ["För Centerpartiet i Socialnämnden"]
reject = ["Centerpartiet i Almvik"]
)");
  const RuleBook book = RuleBook::overlaid(folder.path());
  const auto match = book.rule("local.party_of_body").first("(Centerpartiet i Socialnämnden)");
  REQUIRE(match.has_value());
  CHECK(match->span() == Span{1, 31});
}

TEST_CASE("rule book: a broken rule fails at start and says which") {
  const struct {
    const char* content;
    const char* said;
  } kRows[] = {
      {"[rule.bent]\npattern = '(x'\nmatch = ['x']\nreject = ['y']", "missing )"},
      {"[rule.bent]\npattern = '%{nothing}'\nmatch = ['x']\nreject = ['y']",
       "unknown macro: nothing"},
      {"[rule.bent]\npattern = '%{zz.bent}'\nmatch = ['x']\nreject = ['y']", "nested too deep"},
  };
  for (const auto& row : kRows) {
    const RuleFolder folder;
    folder.write("zz.toml", row.content);
    const std::string reason = reason_of(folder);
    INFO(reason);
    CHECK(reason.find("zz.toml") != std::string::npos);
    CHECK(reason.find("bent") != std::string::npos);
    CHECK(reason.find(row.said) != std::string::npos);
  }
}

TEST_CASE("rule book: a folder that isn't there is refused") {
  CHECK_THROWS_AS(RuleBook::overlaid("/no/such/folder"), std::runtime_error);
}
