#include "extractors/signatures_rows.h"

#include <catch2/catch.hpp>
#include <string>

#include "document_builder.h"

using namespace diarium;

namespace {

using Rows = std::vector<std::string>;

/// "Eva Ek (S), Ordförande"
Rows rows_in(const char* lines) {
  static const RuleBook rules = RuleBook::built_in();
  static const PersonNames names(rules);
  const Document document = document_of(DocumentKind::protokoll, lines);
  Rows rows;
  for (const Finding& finding : attesters_in_rows(document, rules, names)) {
    const auto& signature = std::get<Signature>(finding.record);
    CHECK(signature.role_kind == "attester");
    CHECK(document.text.slice(finding.span).starts_with(signature.name));
    const std::string party = signature.party.empty() ? "" : " (" + signature.party + ")";
    rows.push_back(signature.name + party + ", " + signature.role);
  }
  return rows;
}

}  // namespace

TEST_CASE("rows of attesters: each row names a role and who has it") {
  CHECK(rows_in("Plats Biblioteket\nSekreterare Agneta Lönn\nOrdförande Sven Ek (L)\n"
                "Justerande Eivor Dal (S) och Nils Hed (KD)\nParagrafer 31–32\n") ==
        Rows{"Agneta Lönn, Sekreterare", "Sven Ek (L), Ordförande", "Eivor Dal (S), Justerande",
             "Nils Hed (KD), Justerande"});
}

TEST_CASE("rows of attesters: a name below the room for a hand belongs to its label") {
  CHECK(rows_in("Sekreterare\n  Olof Stark\n\nUtsedd justerare\n  Gösta Palm\n") ==
        Rows{"Olof Stark, Sekreterare", "Gösta Palm, Utsedd justerare"});
}

TEST_CASE("rows of attesters: where nobody attests, or one row stands alone, none is") {
  CHECK(rows_in("Ordförande Sven Ek (L)\nSekreterare Agneta Lönn\n").empty());
  CHECK(rows_in("Justerare Eivor Dal (S)\n").empty());
  CHECK(rows_in("Justering Digital signering\nSekreterare Agneta Lönn\n").empty());
}

TEST_CASE("rows of attesters: within a § the words are somebody's") {
  CHECK(rows_in("@ § 3\n#other Val\nSekreterare Agneta Lönn\nJusterare Eivor Dal (S)\n").empty());
}
