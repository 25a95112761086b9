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

namespace {

/// "Eva Ek | §§ 1-9", with the § where it is told of one alone.
People presence_in(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  People present;
  for (const Finding& finding :
       MinutesAttendance(book).extract(document_of(DocumentKind::protokoll, lines))) {
    const auto& person = std::get<Attendance>(finding.record);
    present.push_back((person.item.empty() ? "" : person.item + " " + person.group + ": ") +
                      person.name + (person.party.empty() ? "" : " (" + person.party + ")") +
                      " | " + person.presence);
  }
  return present;
}

}  // namespace

TEST_CASE("attendance: when somebody was there, as it is printed") {
  CHECK(presence_in("#attendance Beslutande:\nEva Ek (S), ordförande, §§ 12–18\n"
                    "  Bo Al (M), kl. 13.00–15.20\n  Cia Dal (V) fr.o.m. § 5 tjg för Dan Ed (V)\n"
                    "  Gun Falk (C) tjg för Hugo Is (C), §§ 1-4, 6 och 9\n  Ida Jo (L), ej § 7\n"
                    "  Kaj Lo (KD) 45-55\n  Mia No (MP)\n"
                    "#attendance Övriga\nOla Pil, ekonomichef, § 62\nPia Ros, sekreterare") ==
        People{"Eva Ek (S) | §§ 12–18", "Bo Al (M) | kl. 13.00–15.20", "Cia Dal (V) | fr.o.m. § 5",
               "Gun Falk (C) | §§ 1-4, 6 och 9", "Ida Jo (L) | ej § 7", "Kaj Lo (KD) | 45-55",
               "Mia No (MP) | ", "Ola Pil | § 62", "Pia Ros | "});
}

TEST_CASE("attendance: a list that runs on in its lines") {
  CHECK(presence_in("Beslutande: Eva Ek (S), ordförande, Bo Al (M), §§ 1–9, Cia Dal (V),\n"
                    "  Dan Ed (C) och Gun Falk (L)\n"
                    "Övriga: Hugo Is, ekonomichef, Ida Jo, sekreterare") ==
        People{"Eva Ek (S) | ", "Bo Al (M) | §§ 1–9", "Cia Dal (V) | ", "Dan Ed (C) | ",
               "Gun Falk (L) | ", "Hugo Is | ", "Ida Jo | "});
}

TEST_CASE("attendance: who has an interest in a matter or takes no part in a decision") {
  CHECK(presence_in("@ § 42\n# Jäv\nEva Ek (S) anmäler jäv och deltar inte i handläggningen.\n"
                    "@ § 43\n#abstention Deltar ej i beslutet\nSD-gruppen deltar ej i beslutet.\n"
                    "@ § 44\n#recusal Jäv\nBo Al (M)\n"
                    "@ § 45\n# Ärendet\nUngdomar deltar inte i föreningslivet.\n"
                    "På grund av jäv deltar inte Cia Dal (V) i beslutet.") ==
        People{"§ 42 Jäv: Eva Ek (S) | deltar inte i handläggningen",
               "§ 43 Deltar ej: SD-gruppen | deltar ej i beslutet", "§ 44 Jäv: Bo Al (M) | ",
               "§ 45 Jäv: Cia Dal (V) | deltar inte i beslutet"});
}
