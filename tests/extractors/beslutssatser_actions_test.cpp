#include "extractors/beslutssatser_actions.h"

#include <catch2/catch.hpp>

#include "models/unicode.h"

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

std::string codes_of(const ClauseMeaning& meaning) {
  std::string codes;
  for (const Action& action : meaning.actions) codes += (codes.empty() ? "" : " ") + action.code;
  return codes;
}

}  // namespace

TEST_CASE("actions: the deciding verbs of a clause in all their forms") {
  const ClauseVerbs verbs(rules());
  const struct {
    const char* clause;
    const char* lemma;
    const char* codes;
    const char* clause_class;
  } kRows[] = {
      {"Att godkänna rapporten", "godkänna", "APPROVE", "substantive"},
      {"Socialnämnden godkänner rapporten och översänder den till Kommunstyrelsen.", "godkänna",
       "APPROVE FORWARD", "substantive"},
      {"Socialnämnden beslutar godkänna ”Uppföljning av uppdraget att anta en plan” och översänder "
       "den till KS.",
       "godkänna", "APPROVE FORWARD", "substantive"},
      {"Redovisade delegationsbeslut läggs till handlingarna.", "lägga till handlingarna", "FILE",
       "noting"},
      {"Lägga informationen om handlingsplanen till handlingarna. Kommunstyrelsen förutsätter att "
       "den följs.",
       "lägga till handlingarna", "FILE DECLARE", "noting"},
      {"att motionen avslås", "avslå", "REJECT", "substantive"},
      {"att motionen därmed anses besvarad", "anse besvarad", "ANSWERED", "substantive"},
      {"Dagordningen godkännes.", "godkänna", "APPROVE", "substantive"},
      {"att ge Kulturförvaltningen i uppdrag att utreda frågan", "uppdra", "INSTRUCT",
       "substantive"},
      {"Att förslaget att anta planen avslås", "avslå", "REJECT", "substantive"},
      {"att återremittera ärendet", "återremittera", "REMIT_BACK", "procedural"},
      {"att välja Eva Ek (S) till ledamot", "välja", "APPOINT", "election"},
      {"Avsägelsen beviljas.", "bevilja avsägelse", "RELEASE", "election"},
      {"att bevilja föreningen bidrag", "bevilja", "GRANT", "substantive"},
      {"Informationen noteras.", "notera", "NOTE", "noting"},
      {"Ärendet utgår.", "utgå", "WITHDRAW", "procedural"},
      {"att för egen del tillskriva bolaget med en uppmaning om att tänka om", "tillskriva",
       "WRITE_TO", "substantive"},
      {"Kommande års fokus ska vara att ingen är ensam.", "", "DECLARE", "declaration"},
      {"Hur går det för Almvik?", "", "", "question"},
      {"att uppdra åt Miljönämnden att ta fram en plan och att anta den", "uppdra", "INSTRUCT",
       "substantive"},
      {"Paragrafen förklaras omedelbart justerad.", "förklara omedelbart justerad", "PROCEDURE",
       "procedural"},
  };
  for (const auto& row : kRows) {
    INFO(row.clause);
    const ClauseMeaning meaning = verbs.meaning_of(row.clause);
    CHECK(codes_of(meaning) == row.codes);
    CHECK(meaning.clause_class == row.clause_class);
    if (!meaning.actions.empty()) CHECK(meaning.actions[0].lemma == row.lemma);
  }
}

TEST_CASE("actions: who is to do it") {
  const ClauseVerbs verbs(rules());
  const struct {
    const char* clause;
    const char* assignee;
  } kRows[] = {
      {"att uppdra åt kommunledningskontoret att bereda ärendet", "kommunledningskontoret"},
      {"Kommunstyrelsen uppdrar Näringslivsenheten att analysera läget, samt föreslå åtgärder.",
       "Näringslivsenheten"},
      {"att kommunledningskontoret uppdras att ta fram en lägesbild", "kommunledningskontoret"},
      {"att ge socialnämnden i uppdrag att återkomma", "Socialnämnden"},
      {"att bemyndiga ordföranden att teckna avtalet", "ordföranden"},
      {"att socialnämnden får i uppdrag att återkomma", "Socialnämnden"},
      {"Det uppdras åt Kultur- och fritidsnämnden att utreda", "Kultur- och fritidsnämnden"},
  };
  for (const auto& row : kRows) {
    INFO(row.clause);
    const ClauseMeaning meaning = verbs.meaning_of(row.clause);
    REQUIRE_FALSE(meaning.actions.empty());
    CHECK(meaning.actions[0].assignee == row.assignee);
  }
}

TEST_CASE("actions: a second task is an action of its own, for the same assignee") {
  const ClauseVerbs verbs(rules());
  for (const char* const clause :
       {"Socialnämnden uppdrar åt kansliet att analysera utfallet, samt föreslå åtgärder.",
        "att uppdra åt kansliet att analysera utfallet och att föreslå åtgärder",
        "Kansliet uppdras att dels analysera utfallet, dels föreslå åtgärder."}) {
    INFO(clause);
    const std::vector<Action> actions = verbs.meaning_of(clause).actions;
    REQUIRE(actions.size() == 2);
    CHECK(actions[0].lemma == "uppdra");
    CHECK(actions[1].lemma == "föreslå");
    CHECK(actions[1].code == "INSTRUCT");
    CHECK(to_lower(actions[1].assignee) == "kansliet");
  }
  const auto looked = verbs.meaning_of(
      "att ge kansliet i uppdrag att se över taxan, samt att ta fram en plan, och därefter vila");
  REQUIRE(looked.actions.size() == 2);
  CHECK(looked.actions[1].lemma == "ta fram");
}

TEST_CASE("actions: what goes on within a task is no second one") {
  const ClauseVerbs verbs(rules());
  for (const char* const clause :
       {"att uppdra åt kansliet att visa hur skolor ska planera och redovisa sina mål",
        "att uppdra åt kansliet att ta fram mål för vård, omsorg samt övriga nämnder",
        "att godkänna planen, samt redovisa den"}) {
    INFO(clause);
    CHECK(verbs.meaning_of(clause).actions.size() == 1);
  }
}

TEST_CASE("actions: who receives it") {
  const ClauseVerbs verbs(rules());
  const struct {
    const char* clause;
    const char* recipient;
  } kRows[] = {
      {"att översända rapporten till kommunstyrelsen", "Kommunstyrelsen"},
      {"att överlämna ”Brev till Eva” till Barn- och utbildningsnämnden för beslut",
       "Barn- och utbildningsnämnden"},
      {"att överlämna yttrandet till Länsstyrelsen i Almviks län, som svar",
       "Länsstyrelsen i Almviks län"},
      {"att tillskriva regeringen med en begäran", "regeringen"},
      {"att godkänna förslag till rapportering till Kommunstyrelsen", ""},
  };
  for (const auto& row : kRows) {
    INFO(row.clause);
    const ClauseMeaning meaning = verbs.meaning_of(row.clause);
    REQUIRE(meaning.actions.size() == 1);
    CHECK(meaning.actions[0].recipient == row.recipient);
  }
}

TEST_CASE("actions: refusals are told from acts") {
  const ClauseVerbs verbs(rules());
  CHECK(verbs.meaning_of("att inte bevilja bidraget").actions.at(0).negated);
  CHECK(verbs.meaning_of("Nämnden godkänner ej rapporten").actions.at(0).negated);
  CHECK_FALSE(verbs.meaning_of("att godkänna att planen inte följs").actions.at(0).negated);
}

TEST_CASE("actions: the body that acts is the subject") {
  const ClauseVerbs verbs(rules());
  CHECK(verbs.meaning_of("Socialnämnden beviljar ansökan.").subject == "Socialnämnden");
  CHECK(verbs.meaning_of("att kommunfullmäktige beslutar anta planen").subject ==
        "Kommunfullmäktige");
  CHECK(verbs
            .meaning_of(
                "Lägga rapporten till handlingarna. Kommunstyrelsen förutsätter att den följs.")
            .subject == "Kommunstyrelsen");
  CHECK(verbs.meaning_of("att socialnämnden uppdras att återkomma").subject.empty());
  CHECK(verbs.meaning_of("att socialnämnden får i uppdrag att återkomma").subject.empty());
  CHECK(verbs.meaning_of("Nämnden beviljar ansökan.").subject.empty());
}
