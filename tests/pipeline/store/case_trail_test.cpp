#include "pipeline/store/case_trail.h"

#include <catch2/catch.hpp>

#include "sample_archive.h"

namespace diarium {
namespace {

Document paper(const std::string& number, DocumentKind kind, Date date) {
  Document document;
  document.source = kSource;
  document.id = kSource + ".d" + number;
  document.kind = kind;
  document.first_page = 1;
  document.date = date;
  return document;
}

const CaseNumber kCase{.authority = "KS", .year = 2023, .serial = 41, .raw = "KS 2023-00041"};

/// A motion, the memo that answers it, the minutes that decide it in one of two §§, and another
/// case.
class Case {
 public:
  Case() : archive_(Archive::open(folder_ / "a.db")) {
    archive_.add_source(kSha, 1);
    Document motion = paper("1", DocumentKind::motion, {.year = 2023, .month = 2, .day = 1});
    motion.case_numbers = {kCase};
    Document memo =
        paper("2", DocumentKind::tjansteskrivelse, {.year = 2023, .month = 5, .day = 9});
    memo.case_numbers = {{.year = 2023, .serial = 41, .raw = "2023-41"}};
    const Span proposal = add_paragraph(memo, 1, "att avslå motionen");
    Document other =
        paper("3", DocumentKind::tjansteskrivelse, {.year = 2023, .month = 6, .day = 1});
    other.case_numbers = {{.authority = "SN", .year = 2023, .serial = 41}};
    Document minutes = paper("4", DocumentKind::protokoll, {.year = 2023, .month = 9, .day = 4});
    const Span first = add_paragraph(minutes, 1, "§ 1 Annat");
    const Span taken = add_paragraph(minutes, 1, "att godkänna annat");
    const Span second = add_paragraph(minutes, 1, "§ 2 Motion om cykelvägar");
    const Span decided = add_paragraph(minutes, 1, "att avslå motionen");
    archive_.put_understanding(
        kSource, "u", {},
        {.documents = {motion, memo, other, minutes},
         .findings = {{},
                      {clause("att avslå motionen", DecisionStatus::proposed_official, proposal)},
                      {},
                      {paragraph("1", {}, first),
                       clause("att godkänna annat", DecisionStatus::decided, taken),
                       paragraph("2", {kCase}, second),
                       clause("att avslå motionen", DecisionStatus::decided, decided)}}});
  }
  [[nodiscard]] const Archive& archive() const { return archive_; }

 private:
  static Finding clause(const std::string& text, DecisionStatus status, Span span) {
    return {.record = Beslutssats{.text = text, .status = status}, .span = span, .rule = "r"};
  }
  static Finding paragraph(const std::string& number, std::vector<CaseNumber> numbers, Span span) {
    return {.record = MinutesParagraph{.number = number,
                                       .title = "Motion om cykelvägar",
                                       .case_numbers = std::move(numbers)},
            .span = span,
            .rule = "r"};
  }

  TemporaryFolder folder_;
  Archive archive_;
};

}  // namespace

TEST_CASE("case trail: a motion leads to the memo and the § that decides it, oldest first") {
  const Case one;
  const std::vector<TrailStep> steps = trail_of(one.archive(), kSource + ".d1");
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].document == kSource + ".d2");
  REQUIRE(steps[0].clauses.size() == 1);
  CHECK(steps[0].clauses[0].status == "proposed_official");
  CHECK(steps[1].document_kind == "protokoll");
  CHECK(steps[1].paragraph == "2");
  CHECK(steps[1].title == "Motion om cykelvägar");
  REQUIRE(steps[1].clauses.size() == 1);
  CHECK(steps[1].clauses[0].text == "att avslå motionen");
  CHECK(steps[1].clauses[0].status == "decided");
}

TEST_CASE("case trail: another authority's number is another case, and no number none") {
  const Case one;
  const std::vector<TrailStep> steps = trail_of(one.archive(), kSource + ".d3");
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].document == kSource + ".d2");  // which names no authority
  CHECK(trail_of(one.archive(), kSource + ".d4").empty());
  CHECK(trail_of(one.archive(), "nothing").empty());
}

}  // namespace diarium
