#include "pipeline/segment/own_case_numbers.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::string numbers_of(std::string_view lines, std::string_view card = "",
                       std::string_view rest = "") {
  std::string printed;
  const Document document = documents_in(lines).at(0);
  for (const CaseNumber& number : own_case_numbers(document, card, rest, shipped_rules()))
    printed += (printed.empty() ? "" : " ") + number.raw;
  return printed;
}

}  // namespace

TEST_CASE("own case numbers: the card's before those of the meeting's line and the head") {
  CHECK(numbers_of("Dnr KS 2024/12\n# Park\nText.", "2024/14") == "2024/14");
  CHECK(numbers_of("Dnr KS 2024/12\n# Park\nText.", "", "Dnr 2024/13") == "2024/13");
  CHECK(numbers_of("Dnr KS 2024/12\n# Park\nText.") == "KS 2024/12");
}

TEST_CASE("own case numbers: alone on a line, or labelled at the end of one, above what is said") {
  CHECK(numbers_of("KSF-2021-0187\n# Park\nText.") == "KSF-2021-0187");
  CHECK(numbers_of("Motion om träd (KS 2024/12)\nText.") == "KS 2024/12");
  CHECK(numbers_of("# Lista\nPeriod: maj 2024. Dnr SN/2024:7\n## Beslut\nText.") == "SN/2024:7");
  CHECK(numbers_of("# Park\nDen anlades år 1990 enligt det beslut som finns i handlingarna, och "
                   "sköts om sedan dess.\nDnr KS 2024/12")
            .empty());
}

TEST_CASE("own case numbers: not the number of whoever is written to") {
  CHECK(numbers_of("Er beteckning: KS 2024/0519\n# Park\nText.").empty());
}

TEST_CASE("own case numbers: below a heading of minutes they are those of a §") {
  CHECK(numbers_of("# Protokoll\n## § 1 Park\nDnr KS 2024/12\n## Beslut\nDet antas.\n## § 2 "
                   "Ny\n## Beslut\nDet antas.")
            .empty());
}

TEST_CASE("own case numbers: in the stamp of the receipt, wherever it is") {
  CHECK(numbers_of(
            "# Motion om träd\nVi vill ha fler träd i parken, och det redan nästa år.\n1. Fler "
            "träd\n\nALMVIKS KOMMUN\n  Ankom 2024-09-05\n  Dnr KS 2024/0519") == "KS 2024/0519");
}
