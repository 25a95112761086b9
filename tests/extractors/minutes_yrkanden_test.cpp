#include "extractors/minutes_yrkanden.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

/// "§ 42 | Eva Ek (S), Bo Al (M) | bifall till motionen"
std::vector<std::string> yrkanden_in(std::string_view lines,
                                     DocumentKind kind = DocumentKind::protokoll) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> yrkanden;
  for (const Finding& finding : MinutesYrkanden(book).extract(document_of(kind, lines))) {
    const auto& yrkande = std::get<Yrkande>(finding.record);
    std::string by;
    for (const std::string& name : yrkande.by) by += (by.empty() ? "" : ", ") + name;
    yrkanden.push_back(yrkande.item + " | " + by + " | " + yrkande.text);
  }
  return yrkanden;
}

using Yrkanden = std::vector<std::string>;

}  // namespace

TEST_CASE("yrkanden: who moved what under which §") {
  CHECK(yrkanden_in("@ § 42\n#yrkanden Yrkanden\n"
                    "Eva Ek (S) yrkar bifall till motionen. Bo Al (M) och Cia Dal (KD) yrkar "
                    "avslag på motionen.\n"
                    "SD-gruppen yrkar på återremiss.") ==
        Yrkanden{"§ 42 | Eva Ek (S) | bifall till motionen",
                 "§ 42 | Bo Al (M), Cia Dal (KD) | avslag på motionen",
                 "§ 42 | SD-gruppen | återremiss"});
}

TEST_CASE("yrkanden: a motion of several points is moved point by point") {
  CHECK(yrkanden_in("#yrkanden Yrkanden\nEva Ek (S) yrkar:\n- att taxan höjs\n- att hamnen "
                    "byggs\nOrdföranden tackar.\n- kaffe") ==
        Yrkanden{" | Eva Ek (S) | att taxan höjs", " | Eva Ek (S) | att hamnen byggs"});
}

TEST_CASE("yrkanden: who agrees moves the same") {
  CHECK(yrkanden_in("#yrkanden Yrkanden\nBo Al (M) instämmer i Eva Eks yrkande.") ==
        Yrkanden{" | Bo Al (M) | instämmer i Eva Eks yrkande"});
}

TEST_CASE("yrkanden: proposals elsewhere and motions of other papers are none") {
  CHECK(yrkanden_in("#matter Ärendet\nEva Ek (S) föreslår en ny taxa.").empty());
  CHECK(yrkanden_in("Eva Ek (S) yrkar bifall.", DocumentKind::motion).empty());
}

TEST_CASE("yrkanden: members' proposals under the heading Förslag till beslut of minutes") {
  CHECK(yrkanden_in("#decision Förslag till beslut\nOrdföranden Eva Ek m.fl. (S) lägger fram ett "
                    "förslag, se beslutet.\nBo Al (M) föreslår att nämnden avslår remissen.") ==
        Yrkanden{" | Eva Ek (S) | ett förslag, se beslutet",
                 " | Bo Al (M) | att nämnden avslår remissen"});
  CHECK(yrkanden_in("#decision Beslut\nOrdföranden föreslår en ny taxa.").empty());
}

TEST_CASE("yrkanden: who agrees stands beside who moves, before or behind the verb") {
  const Yrkanden both{"§ 1 | Eva Ek (S), Bo Al (M) | bifall till motionen"};
  for (const char* printed :
       {"Eva Ek (S) yrkar, med instämmande av Bo Al (M), bifall till motionen.",
        "Eva Ek (S), med instämmande av Bo Al (M), yrkar bifall till motionen.",
        "Eva Ek (S) yrkar bifall till motionen, med instämmande av Bo Al (M).",
        "Bifall till motionen yrkas av Eva Ek (S) och Bo Al (M).",
        "Vidare yrkar Eva Ek (S) och Bo Al (M) bifall till motionen."}) {
    INFO(printed);
    std::vector<std::string> found =
        yrkanden_in(std::string("@ § 1\n#yrkanden Yrkanden\n") + printed);
    REQUIRE(found.size() == 1);
    found[0].replace(found[0].rfind('|') + 2, 1, "b");
    CHECK(found == both);
  }
}

TEST_CASE("yrkanden: the chair may move without a name") {
  CHECK(yrkanden_in("#yrkanden Yrkanden\nOrdföranden yrkar avslag på motionen.") ==
        Yrkanden{" | Ordföranden | avslag på motionen"});
}

TEST_CASE("yrkanden: a name and a colon suffice under the heading") {
  CHECK(yrkanden_in("@ § 42\n#yrkanden Yrkanden\nEva Ek (S): Bifall till förslaget.") ==
        Yrkanden{"§ 42 | Eva Ek (S) | Bifall till förslaget"});
  CHECK(yrkanden_in("@ § 42\n#summary Sammanfattning\nEva Ek (S): Bifall till förslaget.").empty());
}
