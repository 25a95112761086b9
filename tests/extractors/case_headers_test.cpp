#include "extractors/case_headers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

/// "SBN/2023/41 1.2.4.1 = SBN 2023-00041 1.2.4.1" for each number of the text.
std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> numbers;
  for (const FoundCaseNumber& found : parse_case_numbers(text, rules())) {
    const std::string& classification = found.number.classification;
    numbers.push_back(normal_form(found.number) +
                      (classification.empty() ? "" : " " + classification) + " = " +
                      found.number.raw);
  }
  return numbers;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("case numbers: every way in which diaries number their cases") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Dnr SBN 2023-00041 1.2.4.1", "SBN/2023/41 1.2.4.1 = SBN 2023-00041 1.2.4.1"},
      {"Dnr 2023-00041 1.1.3.25", "2023/41 1.1.3.25 = 2023-00041 1.1.3.25"},
      {"(Dr nr: KS 2023-00665 1.4.2.0)", "KS/2023/665 1.4.2.0 = KS 2023-00665 1.4.2.0"},
      {"Dnr 2024–000311.2.4.1", "2024/31 1.2.4.1 = 2024–000311.2.4.1"},
      {"Dnr 2018-00096", "2018/96 = 2018-00096"},
      {"2021-00792 1.1.2.25 Programområde 1", "2021/792 1.1.2.25 = 2021-00792 1.1.2.25"},
      {"UN-2025-87", "UN/2025/87 = UN-2025-87"},
      {"TN-2024/211", "TN/2024/211 = TN-2024/211"},
      {"KS/2021:123", "KS/2021/123 = KS/2021:123"},
      {"i ärende KS 2018/14 den", "KS/2018/14 = KS 2018/14"},
      {"KS2014/143", "KS/2014/143 = KS2014/143"},
      {"KSF-2022-00486", "KSF/2022/486 = KSF-2022-00486"},
      {"Ärendenummer SLK-2026-00676:2", "SLK/2026/676 = SLK-2026-00676:2"},
      {"KS-2026-0456-3", "KS/2026/456 = KS-2026-0456"},
      {"KSF-2023-024-539", "KSF/2023/539 024 = KSF-2023-024-539"},
      {"Dnr. 2011/KS 0206 001", "KS/2011/206 001 = 2011/KS 0206 001"},
      {"Dnr 2012-KS0123", "KS/2012/123 = 2012-KS0123"},
      {"DNR: KU.2017.3", "KU/2017/3 = KU.2017.3"},
      {"Diarienummer 00322/2026", "2026/322 = 00322/2026"},
      {"Dnr 00123/20212.6.", "2021/123 2.6 = 00123/20212.6"},
      {"Dnr 2007/555", "2007/555 = 2007/555"},
      {"Ks 123/2025", "KS/2025/123 = Ks 123/2025"},
      {"Dnr Bun 2019/12", "BUN/2019/12 = Bun 2019/12"},
      {"Vår beteckning\nKoF 2023/7", "KOF/2023/7 = KoF 2023/7"},
      {"i ärende 1.6.2-4471/2024 den", "2024/4471 1.6.2 = 1.6.2-4471/2024"},
      {"Diarienummer 0412/25", "2025/412 = 0412/25"},
      {"Dnr KS 24/0123", "KS/2024/123 = KS 24/0123"},
      {"Dnr\u00A0SN\u00A02023-00012", "SN/2023/12 = SN 2023-00012"},
  };
  for (const auto& [printed, number] : cases) {
    INFO(printed);
    CHECK(numbers_in(printed) == Numbers{number});
  }
}

TEST_CASE("case numbers: several behind one label all count") {
  CHECK(numbers_in("Dnr 2023/14, 2023/15 och 2024/3") ==
        Numbers{"2023/14 = 2023/14", "2023/15 = 2023/15", "2024/3 = 2024/3"});
}

TEST_CASE("case numbers: dates, laws, telephones and years are none") {
  for (const std::string text :
       {"Protokoll 2019-04-16", "KS 2019-04-25 § 79", "2007/555", "läsåret 2018/2019", "HT 2018/19",
        "10. Drogpolitiska programmet", "socialtjänstlagen (2001:453)", "SOU 2017:47",
        "EU 2016/679", "033-35 84 69", "den 11/6 2019", "Nr 3/2025", "Dnr till handlingarna",
        "AFS 2001:1", "2018-2020", "KF 2018/2019", "fastigheten Lunden 1:16"}) {
    INFO(text);
    CHECK(numbers_in(text) == Numbers{});
  }
}

TEST_CASE("case numbers: each becomes a reference without its label") {
  Document document;
  document.text.append("Dnr", {});
  document.text.append_gap(" ");
  document.text.append("KFN", {});
  document.text.append_gap(" ");
  document.text.append("2023-00012", {});
  const std::vector<Finding> findings = CaseHeaders(rules()).extract(document);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].record == Record(Reference{"case_number", "KFN 2023-00012", "KFN/2023/12"}));
  CHECK(findings[0].span == Span{4, 18});
  CHECK(findings[0].rule == "case_headers.unit_year_dash");
}
