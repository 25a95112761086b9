#include "pipeline/segment/header_card.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

struct Marked {
  std::vector<Page> pages;
  std::vector<Passage> passages;
};

Marked marked(std::string_view lines) {
  Marked result{pages_of(lines), {}};
  result.passages = passages_in(result.pages);
  mark_header_cards(result.passages, result.pages, shipped_rules());
  return result;
}

std::size_t card_passages(const Marked& marked) {
  return texts_of(marked.passages, ParagraphKind::header_card).size();
}

}  // namespace

TEST_CASE("header card: officer, date, body and number, block by block") {
  const auto [pages, passages] = marked(
      "Eva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n"
      "Dnr SN 2024-00070 1.2.4.1\n# Budgetuppföljning\nText som följer.");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Eva Ek");
  CHECK(card.role == "Handläggare");
  CHECK(card.has_contact);
  CHECK(card.date == "2024-06-11");
  CHECK(card.body == "Socialnämnden");
  CHECK(card.number == "SN 2024-00070 1.2.4.1");
  CHECK(card.opens_memo());
  CHECK(passages.back().kind == ParagraphKind::body);
}

TEST_CASE("header card: the same printed in columns, line by line") {
  const auto [pages, passages] =
      marked("Eva Ek {} Datum {} Instans\nHandläggare {} 2024-06-11 {} Socialnämnden\n# Budget");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Eva Ek");
  CHECK(card.date == "2024-06-11");
  CHECK(card.body == "Socialnämnden");
}

TEST_CASE("header card: values behind their labels") {
  const auto [pages, passages] =
      marked("Handläggare: Eva Ek\nDatum: 2024-06-11\nDiarienummer: KS/2024:12\n# Budget\nText.");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Eva Ek");
  CHECK(card.date == "2024-06-11");
  CHECK(card.number == "KS/2024:12");
}

TEST_CASE("header card: name, role and telephone above a title suffice") {
  CHECK(card_passages(marked("Eva Ek\n  Handläggare\n  033-35 38 85\n# Delegationsbeslut juni")) ==
        1);
}

TEST_CASE("header card: a role that no list knows, by its form") {
  CHECK(card_passages(
            marked("Eva Ek\n  Skolskjutssamordnare\n  033-35 38 85\n# Skolskjuts i norr")) == 1);
}

TEST_CASE("header card: name and role on one line, the other side's number passed over") {
  const auto [pages, passages] = marked(
      "Socialförvaltningen\n  Eva Ek, controller\n  033-35 38 85\nDatum 2024-04-22\n  Vår "
      "beteckning KS/2023:207\n  Er "
      "beteckning TRV 2023/88412\n  Till Socialnämnden\n# Budget");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Eva Ek");
  CHECK(card.role == "controller");
  CHECK(card.number == "KS/2023:207");
  CHECK(card.date == "2024-04-22");
  CHECK(card.body == "Socialnämnden");
}

TEST_CASE("header card: an author's block heads a report") {
  const auto [pages, passages] =
      marked("Socialförvaltningen\n  Eva Ek\n  eva.ek@almvik.se\n# Vägen ut\nText.");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.names_author());
  CHECK_FALSE(card.opens_memo());
  CHECK(card.officer == "Eva Ek");
}

TEST_CASE("header card: signatures and letter endings are none") {
  CHECK(card_passages(marked("Text.\nEva Ek\n  Ordförande\nNils Löw\n  Förvaltningschef")) == 0);
  CHECK(card_passages(marked("Text.\nEva Ek\n  Ombudsman\n  eva.ek@facket.se\n  033-35 38 "
                             "85\nStorgatan 1, 123 45 Almvik")) == 0);
  CHECK(card_passages(marked("Text.\nNästa stycke.")) == 0);
}

TEST_CASE("header card: begins behind those who sign the paper before") {
  const auto [pages, passages] = marked(
      "Eva Ek\n  Ordförande\n\nNils Löw\n  Förvaltningschef\n\nSiv Alm\n  Handläggare\n  033-35 38 "
      "85\n# Fler träd\nText.");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Siv Alm");
  CHECK(texts_of(passages, ParagraphKind::header_card) ==
        std::vector<std::string>{"Siv Alm Handläggare 033-35 38 85"});
}

TEST_CASE("header card: name and telephone at the foot of a page, Datum and Dnr on the next") {
  const auto [pages, passages] = marked(
      "Text.\nSiv Alm\n  Handläggare\n  033-35 38 85\n---\nDatum\n  2024-06-11\nInstans\n  "
      "Socialnämnden\n# Fler träd");
  const HeaderCard card = card_of(passages, pages, shipped_rules());
  CHECK(card.officer == "Siv Alm");
  CHECK(card.body == "Socialnämnden");
}
