#include "extractors/minutes_attendance.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

/// "Beslutande | Eva Ek | S | ordförande | replaces"
std::vector<std::string> attendance_in(std::string_view lines,
                                       DocumentKind kind = DocumentKind::protokoll) {
  static const RuleBook book = RuleBook::built_in();
  std::vector<std::string> attendance;
  for (const Finding& finding : MinutesAttendance(book).extract(document_of(kind, lines))) {
    const auto& person = std::get<Attendance>(finding.record);
    attendance.push_back(person.group + " | " + person.name + " | " + person.party + " | " +
                         person.role + " | " + person.replaces);
  }
  return attendance;
}

using People = std::vector<std::string>;

}  // namespace

TEST_CASE("attendance: members with roles, substitutes with whom they replace") {
  CHECK(attendance_in(
            "#attendance Beslutande:\nEva Ek (S), ordförande\n  Bo Al (M) §§ 1-9\n"
            "  Cia Dal (V) tjg för Dan Ed (V)\n#attendance Ersättare\nGun Falk (C), Hugo Is (L)") ==
        People{"Beslutande | Eva Ek | S | ordförande | ", "Beslutande | Bo Al | M |  | ",
               "Beslutande | Cia Dal | V |  | Dan Ed (V)", "Ersättare | Gun Falk | C |  | ",
               "Ersättare | Hugo Is | L |  | "});
}

TEST_CASE("attendance: officials by name and what they are") {
  CHECK(attendance_in("#attendance Övriga närvarande\nEva Ek, förvaltningschef\nBo Al "
                      "sekreterare\nKaffe serveras") ==
        People{"Övriga närvarande | Eva Ek |  | förvaltningschef | ",
               "Övriga närvarande | Bo Al |  | sekreterare | "});
}

TEST_CASE("attendance: a group may be named on the line of its first name") {
  CHECK(attendance_in("#attendance Närvaro\nErsättare: Eva Ek (S)\nVakant (M)") ==
        People{"Ersättare | Eva Ek | S |  | "});
}

TEST_CASE("attendance: other sections and documents list nobody") {
  CHECK(attendance_in("#decision Beslut\nEva Ek (S), ordförande").empty());
  CHECK(attendance_in("#attendance Beslutande\nEva Ek (S)", DocumentKind::kallelse).empty());
}

TEST_CASE(
    "attendance: labels beside the names of the first page, up to what begins something else") {
  CHECK(attendance_in(
            "Plats och tid Rådhuset kl. 13.00\nBeslutande Eva Ek (S), ordförande\nBo Al (M)\n"
            "Övriga Cia Dal, ekonomichef, § 62\nJusterare Eva Ek (S)\nDan Ed (V)") ==
        People{"Beslutande | Eva Ek | S | ordförande | ", "Beslutande | Bo Al | M |  | ",
               "Övriga | Cia Dal |  | ekonomichef | "});
}

TEST_CASE("attendance: a party that came to stand on the next line belongs to the name before it") {
  CHECK(attendance_in(
            "#attendance Närvarande\nEva Ek (C), ordf.\n  Bo Al (KD) i stället för Cia Dal\n"
            "  (KD)\n  Dan Ed (S)") == People{"Närvarande | Eva Ek | C | ordf. | ",
                                              "Närvarande | Bo Al | KD |  | Cia Dal (KD)",
                                              "Närvarande | Dan Ed | S |  | "});
}

TEST_CASE("attendance: offices before names, a plain för, and labels that end a list") {
  CHECK(attendance_in(
            "#attendance Ledamöter\nOrdförande Eva Ek (S)\n  1:e vice ordförande Bo Al (M)\n"
            "#attendance Tjänstgörande ersättare\nCia Dal (V) för Dan Ed (V)\n"
            "#attendance Övriga\nStadsdirektör Gun Falk, §§ 1–2\nParagraf 45–48\nHugo Is, "
            "sekreterare") == People{"Ledamöter | Eva Ek | S | Ordförande | ",
                                     "Ledamöter | Bo Al | M | 1:e vice ordförande | ",
                                     "Tjänstgörande ersättare | Cia Dal | V |  | Dan Ed (V)",
                                     "Övriga | Gun Falk |  | Stadsdirektör | "});
}
