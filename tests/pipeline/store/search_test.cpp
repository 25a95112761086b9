#include "pipeline/store/search.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>

#include "pipeline/store/status.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// An archive of one memo with these paragraphs, each a page of its own.
class Paragraphs {
 public:
  explicit Paragraphs(const std::vector<std::string>& texts)
      : archive_(Archive::open(folder_ / "a.db")) {
    archive_.add_source(kSha, 1);
    archive_.put_path({.path = "in/memo.pdf", .display = "in/memo.pdf", .source = kSource});
    Document document;
    document.source = kSource;
    document.id = kSource + ".d1";
    document.first_page = 1;
    for (const std::string& text : texts) {
      const int page = static_cast<int>(document.paragraphs.size()) + 1;
      add_paragraph(document, page, text);
      const std::size_t end = document.paragraphs.size();
      document.sections.push_back({.paragraphs = {end - 1, end}});
    }
    archive_.put_understanding(kSource, "u", {}, {.documents = {document}});
  }
  [[nodiscard]] const Archive& archive() const { return archive_; }
  /// The pages of the hits, best first.
  [[nodiscard]] std::vector<int> pages(std::string_view query) const {
    std::vector<int> pages;
    for (const Hit& hit : search(archive_, query).hits) pages.push_back(hit.page);
    return pages;
  }
  [[nodiscard]] bool finds_compounds() const { return status_of(archive_).finds_compounds; }

 private:
  TemporaryFolder folder_;
  Archive archive_;
};

using Pages = std::vector<int>;

}  // namespace

TEST_CASE("search: a word finds its inflections, exact ones and those in compounds") {
  const Paragraphs memo({"Nämnden följer upp beslutet om hemlöshet", "Årets budget är antagen",
                         "En budgetuppföljning lämnas i maj", "Föräldrastödet byggs ut",
                         "Ingenting om saken"});
  CHECK(memo.pages("hemlös") == Pages{1});
  CHECK(memo.pages("beslut") == Pages{1});
  CHECK(memo.pages("BESLUTEN") == Pages{1});
  CHECK(memo.pages("föräldrastöd") == Pages{4});
  if (!memo.finds_compounds()) {
    std::cout << "skipped: no hunspell-sv, parts of compounds are not searched\n";
    return;
  }
  CHECK(memo.pages("budget") == Pages{2, 3});
  CHECK(memo.pages("uppföljning") == Pages{3});
  CHECK(memo.pages("stöd") == Pages{4});
  CHECK(memo.pages("förälder") == Pages{4});
  const SearchResult result = search(memo.archive(), "budget");
  CHECK(result.hits[0].tier == Tier::exact);
  CHECK(result.hits[1].tier == Tier::compound);
  CHECK(search(memo.archive(), "budget", {.inexact = false}).total == 1);
}

TEST_CASE("search: å ä ö are letters of their own, yet what OCR damaged is found, lower") {
  const Paragraphs memo({"foraldrastodet i kommunen", "föräldrastödet i kommunen", "målet är nått",
                         "ett mal i skogen"});
  CHECK(memo.pages("mål") == Pages{3});
  CHECK(memo.pages("mal") == Pages{4});
  if (!memo.finds_compounds()) {
    std::cout << "skipped: no hunspell-sv, damaged words are not restored\n";
    return;
  }
  CHECK(memo.pages("föräldrastöd") == Pages{2, 1});
  CHECK(search(memo.archive(), "föräldrastöd").hits[1].tier == Tier::restored);
}

TEST_CASE("search: all words must match, with phrases, choices, prefixes and what must not") {
  const Paragraphs memo({"Nämnden beslutar att bevilja bidrag", "Nämnden avslår motionen om bidrag",
                         "Skolan renoveras", "Bidrag beviljas inte"});
  const std::vector<std::pair<std::string, Pages>> cases{
      {"nämnden bidrag", {1, 2}},
      {"nämnden AND bidrag", {1, 2}},
      {"\"bevilja bidrag\"", {1}},
      {"“bevilja bidrag”", {1}},
      {"bidrag -motionen", {1, 4}},
      {"bidrag NOT motionen", {1, 4}},
      {"renover*", {3}},
      {"skolan OR motionen", {2, 3}},
      {"bidrag (motionen OR beviljas) -inte", {1, 2}},
      {"bidrag -\"bevilja bidrag\"", {2, 4}},
      {"flygplats", {}},
  };
  for (const auto& [query, pages] : cases) {
    CAPTURE(query);
    Pages found = memo.pages(query);
    std::sort(found.begin(), found.end());
    CHECK(found == pages);
  }
}

TEST_CASE("search: numbers are found however they are set") {
  const Paragraphs memo(
      {"Kostnaden är 1 100 000 kr", "Ärende SN 2019-00665 den 3 maj", "EU:s stöd"});
  CHECK(memo.pages("1100000") == Pages{1});
  CHECK(memo.pages("\"1 100 000 kr\"") == Pages{1});
  CHECK(memo.pages("2019-00665") == Pages{2});
  CHECK(memo.pages("EU") == Pages{3});
  CHECK(memo.pages("EU:s") == Pages{3});
}

TEST_CASE("search: a form alone, words near each other, and letters that may differ") {
  const Paragraphs memo({"Ledamoten läste förslaget", "Ledamöter från många nämnder läste",
                         "Kommunstyrelsens ordförande", "Stöd till varje liten förening"});
  const std::vector<std::pair<std::string, Pages>> cases{
      {"ledamot", {1, 2}},
      {"=ledamöter", {2}},
      {"=ledamot", {}},
      {"=\"ledamoten läste\"", {1}},
      {"=\"ledamot läste\"", {}},
      {"\"ledamot läste\"", {1}},
      {"\"ledamot läste\"~3", {1, 2}},
      {"\"ledamot läste\"~2", {1}},
      {"\"förening stöd\"~5", {4}},
      {"komunstyrelsens", {}},
      {"komunstyrelsens~1", {3}},
      {"“ledamot läste” INTE nämnd", {1}},
      {"ordförande ELLER förening", {3, 4}},
  };
  for (const auto& [query, pages] : cases) {
    CAPTURE(query);
    Pages found = memo.pages(query);
    std::sort(found.begin(), found.end());
    CHECK(found == pages);
  }
  CHECK(search(memo.archive(), "komunstyrelsens~1").hits[0].tier == Tier::fuzzy);
  CHECK(search(memo.archive(), "komunstyrelsens ordförande").suggestion ==
        "kommunstyrelsens ordförande");
}

TEST_CASE("search: case numbers in a text are found however they are written") {
  const Paragraphs memo({"Ärendet KS 2019-00665 rör vägen", "Dnr KS 2019/665", "SFS 2019:665"});
  for (const std::string query : {"2019-00665", "2019/665", "\"KS 2019-665\"", "KS-2019-00665"}) {
    CAPTURE(query);
    CHECK(memo.pages(query).size() == 2);
  }
  CHECK(memo.pages("2019:665") == Pages{3});
}

TEST_CASE("search: pages of hits follow each other without a gap or an overlap") {
  std::vector<std::string> texts;
  for (int i = 0; i < 25; ++i) texts.push_back(i % 3 == 0 ? "bidrag bidrag" : "ett bidrag");
  const Paragraphs memo(texts);
  const std::vector<int> all = [&] {
    std::vector<int> pages;
    for (const Hit& hit : search(memo.archive(), "bidrag", {.limit = 100}).hits)
      pages.push_back(hit.page);
    return pages;
  }();
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::date}) {
    std::vector<int> read;
    std::string after;
    while (true) {
      const SearchResult part =
          search(memo.archive(), "bidrag", {.limit = 7, .after = after, .sort = sort});
      CHECK(part.total == 25);
      if (part.hits.empty()) break;
      for (const Hit& hit : part.hits) read.push_back(hit.page);
      after = part.hits.back().cursor;
    }
    CHECK(read == all);
  }
  CHECK_THROWS_AS(search(memo.archive(), "bidrag", {.after = "page 2"}), QueryError);
}

TEST_CASE("search: hits tell why they matched, and are counted by what they are") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const SearchResult result = search(archive, "familjecentral", {.facets = true});
  REQUIRE_FALSE(result.hits.empty());
  CHECK(result.hits[0].matched[0].tier == Tier::exact);
  CHECK(result.by_tier[0] == result.total);
  REQUIRE(result.facets.size() == 4);
  CHECK(result.facets[0].field == "kind");
  CHECK(result.facets[1].counts[0].value == "tjansteskrivelse");
  CHECK(result.facets[1].counts[0].hits == result.total);
  CHECK(result.facets[2].counts[0].value == "Socialnämnden");
  CHECK(result.facets[3].counts[0].value == "2024");
  CHECK(result.match.find("familjecentral") != std::string::npos);
  CHECK(result.sql.find("hit_collect") != std::string::npos);
}

TEST_CASE("search: a hit says where it stands, and how to cite it") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const SearchResult result = search(archive, "inrätta kind:beslutssats");
  REQUIRE(result.hits.size() == 1);
  const Hit& hit = result.hits[0];
  CHECK(hit.id == kSource + ".d1.beslutssats.1");
  CHECK(hit.document_kind == "tjansteskrivelse");
  CHECK(hit.title == "Familjecentral i Almvik");
  CHECK(hit.body == "Socialnämnden");
  CHECK(hit.date == "2024-03-05");
  CHECK(hit.case_number == "SN 2024-00012");
  CHECK(hit.path == "in/memo.pdf");
  CHECK(hit.page == 1);
  CHECK(hit.box == Rect{72, 72, 427, 84});
  CHECK(hit.snippet == "att \x02inrätta\x03 en familjecentral");
  CHECK(hit.citation == "Socialnämnden 2024-03-05, SN 2024-00012, s. 1, beslutssats 1");
  const SearchOptions almvik{.municipality = "Almviks kommun"};
  CHECK(search(archive, "inrätta kind:beslutssats", almvik).hits.at(0).citation ==
        "Almviks kommun, " + hit.citation);
  CHECK(result.interpreted == "inrätta kind:beslutssats");
  CHECK(search(archive, "almvik", {.limit = 1}).hits.size() == 1);
  CHECK(search(archive, "almvik", {.limit = 1}).total > 1);
  CHECK(search(archive, "almvik", {.offset = 100}).hits.empty());
}

TEST_CASE("search: a reader searches too, and a document that is taken out is not found") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const Archive reader = Archive::open_read_only(folder / "a.db");
  CHECK(search(reader, "familjecentral").total > 0);
  CHECK(damage_of(archive).empty());
  archive.remove_source(kSource);
  CHECK(search(reader, "familjecentral").total == 0);
  CHECK(damage_of(archive).empty());
}

TEST_CASE("search: one that takes too long is broken off") {
  std::vector<std::string> texts;
  for (int i = 0; i < 3'000; ++i)
    texts.push_back("bidrag till förening nummer " + std::to_string(i));
  const Paragraphs memo(texts);
  const SearchResult all = search(memo.archive(), "bidrag");
  CHECK(all.total == 3'000);
  CHECK_FALSE(all.interrupted);
  CHECK(search(memo.archive(), "bidrag förening nummer",
               {.limit = 3'000, .deadline = std::chrono::milliseconds(1)})
            .interrupted);
}

}  // namespace diarium
