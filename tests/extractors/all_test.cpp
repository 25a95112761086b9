#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

#include "document_builder.h"
#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "tests/growth.h"

using namespace diarium;

namespace {

/// Text made to be searched in vain: beginnings of everything that is looked for.
const std::vector<std::string> kHostile{
    "Eva Ek (S) yrkar, med instämmande av Bo Al (M), ",
    "Ordföranden ställer proposition och ",
    "Ja-röst för förslag, 7 ja-röster mot 4 ",
    "Följande ledamöter röstar ja: Eva Ek (S), ",
    "Mot beslutet anmäler ",
    "Kommunfullmäktiges beslut 2019-04-25, § 7-9 ",
    "Dnr KS 2019-00012 1.2.4.1, ",
    "Lunden 1:16, 1:17, ",
    "2 kap. 1 § i lagen (2001:453) ",
    "29 690 473 12,5 ",
    "tisdagen den 11 juni 2019 den 12 ",
    "850709 - 19850709-",
    "föreslås Kommunstyrelsen föreslå att lägga ",
    "Sid 7, första stycket, andra meningen: ”",
    "Bilaga 1, a) 1. - ",
    "aaaaaaaaaaaaaaa",
};

enum class Shape { one_paragraph, many_paragraphs };

Document hostile_document(DocumentKind kind, const std::string& part, Shape shape,
                          std::size_t bytes) {
  const std::string line_begin = shape == Shape::one_paragraph ? "" : "\n- ";
  std::string lines = "@ § 1\n#decision Beslut\n";
  while (lines.size() < bytes) lines += line_begin + part;
  return document_of(kind, lines + "\n");
}

/// Checks that four times the text takes at most six times as long.
void check_growth(std::size_t bytes) {
  double slowest = 0;  // seconds
  int steep = 0;
  int searches = 0;
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const RuleBook rules = RuleBook::built_in();
  const auto extractors = all_extractors(rules);
  for (const std::string& part : kHostile) {
    for (const Shape shape : {Shape::one_paragraph, Shape::many_paragraphs}) {
      for (const DocumentKind kind : {DocumentKind::protokoll, DocumentKind::kallelse}) {
        const Document quarter = hostile_document(kind, part, shape, bytes / 4);
        const Document whole = hostile_document(kind, part, shape, bytes);
        for (const auto& extractor : extractors) {
          const test::Growth growth =
              test::growth_of([&] { static_cast<void>(extractor->extract(quarter)); },
                              [&] { static_cast<void>(extractor->extract(whole)); });
          INFO(extractor->name() << ", \"" << part << "\": " << growth.once << " s, "
                                 << growth.fourfold << " s");
          CHECK(growth.ratio() <= 6);
          ++searches;
          if (growth.ratio() > 6) ++steep;
          slowest = std::max(slowest, growth.fourfold);
        }
      }
    }
  }
  // For tools/robustness-report.
  std::printf(
      "ROW 23 | %d searches of hostile text of %.2f MB: the slowest %.2f s a MB; %d took more"
      " than six times as long for four times the text\n",
      searches, megabytes, slowest / megabytes, steep);
}

}  // namespace

TEST_CASE(
    "all extractors: each has a name of its own and a version, and finds nothing in an empty "
    "document") {
  const RuleBook rules = RuleBook::built_in();
  std::set<std::string_view> names;
  for (const auto& extractor : all_extractors(rules)) {
    INFO(extractor->name());
    CHECK(names.insert(extractor->name()).second);
    CHECK(extractor->version() >= 1);
    CHECK(extractor->extract(Document{}).empty());
  }
  CHECK(names.contains("beslutssatser"));
  CHECK(names.contains("signatures"));
}

TEST_CASE("all extractors: badly read words lower the confidence of whatever is found in them") {
  const RuleBook rules = RuleBook::built_in();
  const auto extractors = all_extractors(rules);
  const char* lines = "#decision Socialnämndens beslut\n- Att bevilja 500 kr den 3 maj 2024\n";
  const auto printed = findings_of(document_of(DocumentKind::tjansteskrivelse, lines), extractors);
  const auto scanned =
      findings_of(document_of(DocumentKind::tjansteskrivelse, lines, 0.5), extractors);
  REQUIRE(printed.size() == 3);
  REQUIRE(scanned.size() == 3);
  for (std::size_t i = 0; i < printed.size(); ++i) {
    INFO(printed[i].rule);
    CHECK(printed[i].rule == scanned[i].rule);
    CHECK(scanned[i].confidence < printed[i].confidence);
  }
}

TEST_CASE("all extractors: the time grows with the text and not with its square") {
  check_growth(200'000);
}

TEST_CASE("all extractors: four megabytes of hostile text take linear time", "[.long]") {
  check_growth(4'000'000);
}
