#include "pipeline/segment/own_body.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/segment.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Document first_of(std::string_view lines) {
  const std::vector<Page> pages = pages_of(lines);
  return segment(pages, "0123456789abcdef", "fil.pdf", shipped_rules()).documents.at(0);
}

}  // namespace

TEST_CASE("own body: a motion is put to the council, whatever board it names") {
  const Document motion = first_of(
      "# Motion om träd\nJag yrkar\natt träden bekostas ur kommunstyrelsens ram.\nEva Ek (M)");
  CHECK(motion.body == "Kommunfullmäktige");
  CHECK(motion.provenance.at("body") == Provenance::inferred);
  const Document regional = first_of(
      "# Motion om tåg\nJag yrkar\natt regionfullmäktige beslutar om tåg i kommunen.\nEva Ek (M)");
  CHECK(regional.body == "Regionfullmäktige");
}

TEST_CASE("own body: the stamp of the board that received a motion is not its body") {
  CHECK(first_of("ALMVIKS KOMMUN\nKommunstyrelsen\nInk. 2024-04-14\n\n# Motion om träd\nJag "
                 "yrkar\natt träden vattnas.\nEva Ek (M)")
            .body == "Kommunfullmäktige");
}

TEST_CASE("own body: a dissent names its board above its title") {
  const Document alone = first_of(
      "Fritidsnämnden i Almvik\nBilaga till § 31\n\n# SÄRSKILT YTTRANDE\nVi har inte motsatt oss "
      "rampen.\nEva Ek (M)");
  CHECK(alone.body == "Fritidsnämnden");
  const Document dated = first_of(
      "Bilaga 1 Regionstyrelsen 2024-05-22, § 88\n\n# Reservation\nVi reserverar oss.\nEva Ek (M)");
  CHECK(dated.body == "Regionstyrelsen");
  REQUIRE(dated.meeting_date.has_value());
  CHECK(dated.meeting_date->day == 22);
}
