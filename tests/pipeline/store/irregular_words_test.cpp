#include "pipeline/store/irregular_words.h"

#include <catch2/catch.hpp>
#include <iostream>
#include <vector>

#include "pipeline/store/analyser.h"

namespace diarium {
namespace {

using Family = std::vector<std::string>;

}  // namespace

TEST_CASE("irregular words: all forms of a word stem alike") {
  Analyser analyser;
  if (analyser.dictionary().empty()) {
    std::cout << "skipped: no hunspell-sv\n";
    return;
  }
  const std::vector<Family> families{
      {"stå", "står", "stod", "stått"},
      {"avstå", "avstår", "avstod", "avstått"},
      {"förstå", "förstod"},
      {"se", "ser", "såg", "sett", "ses"},
      {"anse", "anser", "ansåg", "anses"},
      {"gå", "går", "gick", "gått"},
      {"framgå", "framgår", "framgick"},
      {"ta", "tar", "tog", "tagit", "tas"},
      {"ge", "ger", "gav", "gett", "givit", "ges"},
      {"få", "får", "fick", "fått"},
      {"säga", "säger", "sade", "sagt"},
      {"göra", "gör", "gjorde", "gjort", "gjorts"},
      {"vilja", "vill", "ville", "velat"},
      {"bli", "blir", "blev", "blivit"},
      {"skriva", "skriver", "skrev", "skrivits"},
      {"finna", "finns", "fanns", "fann"},
      {"hålla", "håller", "höll", "hölls", "hållit"},
      {"avslå", "avslår", "avslog", "avslagits"},
      {"stryka", "stryks", "strök", "struken"},
      {"dra", "drar", "dragit"},
      {"stor", "stora", "större", "störst", "största"},
      {"liten", "mindre", "minsta", "små"},
      {"god", "bättre", "bästa"},
      {"lång", "långa", "längre", "längsta"},
      {"hög", "höga", "högre", "högsta"},
      {"låg", "lägre", "lägsta"},
      {"ung", "unga", "yngre", "yngsta"},
      {"gammal", "gamla", "äldre", "äldsta"},
      {"många", "flera", "flesta"},
      {"fot", "foten", "fötter", "fötterna"},
      {"natt", "natten", "nätter"},
      {"bonde", "bönder", "bönderna"},
      {"son", "sonen", "söner", "sönerna"},
      {"mor", "moder", "mödrar"},
      {"bror", "broder", "bröder"},
      {"öga", "ögat", "ögon", "ögonen"},
      {"öra", "örat", "öron"},
      {"skogsbrand", "skogsbrands", "skogsbränder"},
      {"grannland", "grannlandet", "grannländer"},
  };
  for (const Family& family : families) {
    for (const std::string& form : family) {
      CAPTURE(form, family[0], analyser.stem(form), analyser.stem(family[0]));
      CHECK(analyser.stem(form) == analyser.stem(family[0]));
    }
  }
}

TEST_CASE("irregular words: other words keep apart from them") {
  Analyser analyser;
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"förslagen", "föreslå"}, {"var", "vår"},       {"fåren", "få"},       {"skall", "skola"},
      {"val", "välja"},         {"slag", "slå"},      {"band", "binda"},     {"steg", "stiga"},
      {"bort", "böra"},         {"åt", "äta"},        {"allmän", "man"},     {"modern", "moder"},
      {"uppdrag", "uppdra"},    {"drog", "dra"},      {"avdragen", "avdra"}, {"lag", "lägga"},
      {"personer", "son"},      {"kalender", "land"},
  };
  for (const auto& [one, other] : pairs) {
    CAPTURE(one, other);
    CHECK(analyser.stem(one) != analyser.stem(other));
  }
}

TEST_CASE("irregular words: a form of a verb is no part of a compound") {
  CHECK(regular_form("såg", FormOf::word) == "se");
  CHECK(regular_form("såg", FormOf::part) == std::nullopt);
  CHECK(regular_form("städer", FormOf::part) == "stad");
  CHECK(regular_form("beslut", FormOf::word) == std::nullopt);
}

TEST_CASE("irregular words: plurals with another vowel end compounds") {
  CHECK(with_singular_ending("tjänstemän") == "tjänsteman");
  CHECK(with_singular_ending("nämndledamöter") == "nämndledamot");
  CHECK(with_singular_ending("skogsbränder") == "skogsbrand");
  CHECK(with_singular_ending("allmän") == "allmän");
  CHECK(with_singular_ending("bilaga") == "bilaga");
}

}  // namespace diarium
