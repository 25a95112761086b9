#include "pipeline/segment/title_match.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("title match: the same matter under slightly other words") {
  const std::vector<std::pair<const char*, const char*>> same{
      {"Anmälningsärenden i juni 2024", "Anmälningsärenden juni 2024"},
      {"Bilaga Plan för träd.", "Plan för träd"},
      {"1. Målbild – Fler träd", "Målbild fler träd"},
      {"PLAN FÖR TRÄD", "Plan för träd"},
  };
  for (const auto& [a, b] : same) {
    INFO(a);
    CHECK(title_likeness(a, b) >= kSameTitle);
  }
}

TEST_CASE("title match: other matters") {
  const std::vector<std::pair<const char*, const char*>> other{
      {"Plan för träd", "Budget 2025"},
      {"", ""},
      {"Bilaga 1", "Bilaga 1"},
      {"Delegationsbeslut juni 2024", "Anmälningsärenden juni 2024"}};
  for (const auto& [a, b] : other) {
    INFO(a);
    CHECK(title_likeness(a, b) < kSameTitle);
  }
}

TEST_CASE("title match: titles that have a word in common") {
  CHECK(share_a_word("Bilaga Ansökan från Läxklubben", "Ansökan om bidrag"));
  CHECK_FALSE(share_a_word("Bilaga 1 om en plan", "Bilaga 1 om en plan"));
  CHECK_FALSE(share_a_word("Budget 202425", "Karta 202425"));
}
