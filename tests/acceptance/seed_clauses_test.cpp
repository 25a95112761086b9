// DOMAIN.md 24.1: the 29 clauses, C01 to C29.
#include <catch2/catch.hpp>
#include <optional>

#include "extractors/beslutssatser_text.h"
#include "seed.h"

using namespace diarium;

namespace {

/// What must come out of one clause.
struct Wanted {
  const char* id;
  const char* seed;
  std::size_t document;
  std::size_t n;     // among the clauses of the document
  std::size_t line;  // that the clause fills
  std::vector<const char*> codes;
  const char* decider;
  std::vector<std::string> via;
  DecisionStatus status;
};

constexpr const char* kBoard = "Kommunstyrelsen";
constexpr const char* kCouncil = "Kommunfullmäktige";
constexpr const char* kWork = "Arbetslivsnämnden";
constexpr DecisionStatus kMember = DecisionStatus::proposed_member;
constexpr DecisionStatus kOfficial = DecisionStatus::proposed_official;

const std::vector<Wanted>& wanted() {
  static const std::vector<Wanted> all = {
      {"C01", "000", 1, 1, 7, {"FILE", "DECLARE"}, kBoard, {}, kMember},
      {"C02", "000", 1, 2, 9, {"DECLARE"}, kBoard, {}, kMember},
      {"C03", "000", 2, 1, 29, {"APPROVE"}, kBoard, {}, kMember},
      {"C04", "000", 3, 1, 40, {"APPROVE"}, kBoard, {}, kMember},
      {"C05", "000", 3, 2, 41, {"APPROVE"}, kBoard, {}, kMember},
      {"C06", "000", 3, 3, 42, {"APPROVE"}, kBoard, {}, kMember},
      {"C07", "000", 3, 4, 43, {"APPROVE"}, kBoard, {}, kMember},
      {"C08", "000", 3, 5, 44, {"APPROVE"}, kBoard, {}, kMember},
      {"C09", "000", 4, 1, 201, {"ADOPT"}, kCouncil, {kBoard}, kMember},
      {"C10", "000", 5, 1, 217, {"ADOPT"}, kCouncil, {kBoard}, kMember},
      {"C11", "000", 6, 1, 239, {"INSTRUCT", "INSTRUCT"}, kBoard, {}, kMember},
      {"C12", "000", 7, 1, 261, {"INSTRUCT"}, kBoard, {}, kMember},
      {"C13", "000", 7, 2, 263, {"WRITE_TO"}, kBoard, {}, kMember},
      {"C14", "000", 8, 1, 284, {"INSTRUCT"}, kBoard, {}, kMember},
      {"C15", "001", 2, 1, 61, {"APPROVE"}, kWork, {}, kOfficial},
      {"C16", "001", 3, 1, 87, {"APPROVE", "FORWARD"}, kWork, {}, kOfficial},
      {"C17", "001", 5, 1, 251, {"APPROVE", "FORWARD"}, kWork, {}, kOfficial},
      {"C18", "001", 7, 1, 359, {"GRANT"}, kWork, {}, kOfficial},
      {"C19", "001", 9, 1, 424, {"FILE"}, kWork, {}, kOfficial},
      {"C20", "001", 10, 1, 462, {"FILE"}, kWork, {}, kOfficial},
      {"C21", "002", 1, 1, 7, {"APPROVE"}, kBoard, {}, kMember},
      {"C22", "002", 1, 2, 8, {"APPROVE"}, kBoard, {}, kMember},
      {"C23", "002", 1, 3, 9, {"APPROVE"}, kBoard, {}, kMember},
      {"C24", "002", 1, 4, 10, {"APPROVE"}, kBoard, {}, kMember},
      {"C25", "002", 1, 5, 11, {"APPROVE"}, kBoard, {}, kMember},
      {"C26", "003", 1, 1, 4, {"ADOPT"}, kBoard, {}, kMember},
      {"C27", "003", 1, 2, 5, {"INSTRUCT"}, kBoard, {}, kMember},
      {"C28", "004", 1, 1, 9, {"FILE"}, kBoard, {}, kMember},
      {"C29", "004", 1, 2, 11, {"DECLARE"}, kBoard, {}, kMember},
  };
  return all;
}

/// The line without what isn't of the clause: labels, anchors, what it announces.
std::string clause_on(const Seed& seed, const Wanted& want) {
  std::string text = seed.said(want.line);
  for (const char* behind : {" Följande texter", " [Beslutets"}) text = before(text, behind);
  for (const char* label : {"Att: ", "Beslut]", "BeslutSlut]"}) {
    if (text.find(label) < 40) text = after(text, label);
  }
  return without_quotes(without_joiner(text));
}

std::optional<Beslutssats> clause_of(const Wanted& want) {
  const Seed* seed = seed_of(want.seed);
  if (seed == nullptr || seed->documents() < want.document) return std::nullopt;
  const auto clauses = seed->records<Beslutssats>(want.document);
  return want.n > clauses.size() ? std::nullopt : std::optional(clauses[want.n - 1]);
}

std::optional<Beslutssats> clause(std::string_view id) {
  for (const Wanted& want : wanted()) {
    if (want.id == id) return clause_of(want);
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("seeds C01-C29: text, verbs, decider and status of every clause") {
  for (const Wanted& want : wanted()) {
    const Seed* seed = seed_of(want.seed);
    if (seed == nullptr) return;
    INFO(want.id);
    const auto clause = clause_of(want);
    CHECK(clause);
    if (!clause) continue;
    CHECK(clause->text == clause_on(*seed, want));
    std::vector<const char*> codes;
    for (const Action& action : clause->actions) codes.push_back(action.code.c_str());
    CHECK(std::vector<std::string>(codes.begin(), codes.end()) ==
          std::vector<std::string>(want.codes.begin(), want.codes.end()));
    CHECK(clause->decider == want.decider);
    CHECK(clause->via == want.via);
    CHECK(clause->status == want.status);
  }
}

TEST_CASE("seeds C01-C29: no other clause is found, none of them is decided") {
  if (seed_of("000") == nullptr) return;
  std::size_t found = 0;
  for (const char* number : {"000", "001", "002", "003", "004"}) {
    const Seed& seed = *seed_of(number);
    for (std::size_t d = 1; d <= seed.documents(); ++d)
      found += seed.records<Beslutssats>(d).size();
  }
  CHECK(found == 29);
}

TEST_CASE("seeds C01-C29: what some of them say besides") {
  const Seed* bundle = seed_of("000");
  if (bundle == nullptr) return;
  CHECK(clause("C01")->verbatim.starts_with('"'));
  CHECK(clause("C03")->quoted_addition == after(before(bundle->raw(30).substr(1), "\""), "- "));
  CHECK(clause("C08")->actions[0].recipient.empty());
  CHECK(clause("C10")->quoted_addition == without_quotes(bundle->said(219)));
  CHECK(clause("C11")->actions[0].assignee == "Näringslivsenheten");
  CHECK(clause("C11")->actions[1].assignee == "Näringslivsenheten");
  CHECK(clause("C11")->actions[1].lemma == "föreslå");
  CHECK(clause("C12")->actions[0].assignee == "Stadsledningskansliet");
  CHECK(clause("C12")->verbatim.ends_with(", samt"));
  CHECK(clause("C13")->scope == "för egen del");
  CHECK(clause("C14")->actions[0].assignee == "stadsledningskansliet");
  CHECK(clause("C16")->actions[1].recipient == kBoard);
  CHECK(clause("C17")->actions[1].recipient == "Fritids- och folkhälsonämnden");
  CHECK(clause("C18")->amounts == std::vector<std::string>{"245,000 kr"});
  CHECK(holds(seed_of("001")->issues(7), "comma_thousands"));
  CHECK(clause("C19")->clause_class == "noting");
  CHECK(clause("C20")->clause_class == "noting");
  CHECK(clause("C29")->clause_class == "declaration");
}
