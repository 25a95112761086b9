#include "extractors/minutes_reservations.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<std::string> reservations_in(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> reservations;
  for (const Finding& finding :
       MinutesReservations(book).extract(document_of(DocumentKind::protokoll, lines))) {
    const auto& reservation = std::get<Reservation>(finding.record);
    std::string by;
    for (const std::string& name : reservation.by) by += (by.empty() ? "" : ", ") + name;
    reservations.push_back(reservation.item + " | " + by + " | " + reservation.text);
  }
  return reservations;
}

using Reservations = std::vector<std::string>;

}  // namespace

TEST_CASE("reservations: who reserved themselves against which §") {
  CHECK(reservations_in(
            "@ § 42\n#decision Beslut\nTaxan antas.\n"
            "Eva Ek (S) och Bo Al (V) reserverar sig mot beslutet till förmån för eget yrkande.") ==
        Reservations{"§ 42 | Eva Ek (S), Bo Al (V) | Eva Ek (S) och Bo Al (V) reserverar sig mot "
                     "beslutet till förmån för eget yrkande."});
  CHECK(reservations_in("M- och KD-ledamöterna reserverar sig mot beslutet.") ==
        Reservations{
            " | M- och KD-ledamöterna | M- och KD-ledamöterna reserverar sig mot beslutet."});
  CHECK(reservations_in("#reservation Reservation\nMot beslutet reserverar sig SD-gruppen.") ==
        Reservations{" | SD-gruppen | Mot beslutet reserverar sig SD-gruppen."});
}

TEST_CASE("reservations: under the heading names are enough") {
  CHECK(reservations_in(
            "#reservation Reservationer\nEva Ek (S), Bo Al (V)\nVi anser att taxan är för hög.") ==
        Reservations{" | Eva Ek (S), Bo Al (V) | "});
}

TEST_CASE("reservations: names elsewhere are none") {
  CHECK(reservations_in("#decision Beslut\nEva Ek (S) väljs.\nMöjlighet att reservera sig gavs.")
            .empty());
}

TEST_CASE("reservations: in writing, as an attachment, and with the verb first") {
  for (const char* printed : {"Mot beslutet anmäler Eva Ek (S) skriftlig reservation, bilaga 3.",
                              "Eva Ek (S) lämnar in en skriftlig reservation.",
                              "Skriftlig reservation från Eva Ek (S), bilaga 2."}) {
    INFO(printed);
    const auto found = reservations_in(std::string("@ § 1\n#other Övrigt\n") + printed);
    REQUIRE(found.size() == 1);
    CHECK(found[0].starts_with("§ 1 | Eva Ek (S) |"));
  }
}
