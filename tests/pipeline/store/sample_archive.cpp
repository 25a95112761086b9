#include "sample_archive.h"

#include <unistd.h>

#include <sstream>

namespace diarium {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "diarium_store_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Page page_of(int number, const std::vector<std::string>& lines) {
  Page page{.number = number, .width = 595.25, .height = 842};
  double y = 72;
  for (const std::string& line : lines) {
    const std::size_t begin = page.words.size();
    double x = 72;
    std::istringstream words(line);
    for (std::string word; words >> word; x += 60) {
      page.words.push_back(
          {.text = word, .box = {x, y, x + 55, y + 12}, .baseline = y + 10, .size = 11});
    }
    page.lines.push_back({.words = {begin, page.words.size()}, .box = {72, y, x, y + 12}});
    y += 14;
  }
  page.blocks = {{.lines = {0, page.lines.size()}}};
  return page;
}

Span add_paragraph(Document& document, int page, const std::string& paragraph) {
  const std::size_t begin = document.text.size();
  double x = 72;
  std::istringstream words(paragraph);
  for (std::string word; words >> word; x += 60) {
    if (document.text.size() != begin) document.text.append_gap(" ");
    document.text.append(word, {.page = page, .box = {x, 72, x + 55, 84}});
  }
  const Span span{begin, document.text.size()};
  document.text.append_gap("\n");
  document.paragraphs.push_back({.span = span, .lines = {span}, .page = page});
  return span;
}

std::vector<Finding> one_of_each_kind(Span span) {
  const CaseNumber number{.authority = "SN", .year = 2024, .serial = 12, .raw = "SN 2024-00012"};
  const std::vector<Record> records{
      Beslutssats{.n = 1,
                  .text = "att inrätta en familjecentral",
                  .status = DecisionStatus::proposed_official,
                  .decider = "Socialnämnden",
                  .via = {"Kommunstyrelsen"},
                  .actions = {{.lemma = "inrätta", .code = "ESTABLISH"}},
                  .amounts = {"1 200 000 kr"}},
      Signature{.name = "Eva Ek", .party = "S", .party_provenance = "stated", .role = "Ordförande"},
      TableRecord{.pages = {1},
                  .caption = "Kostnader",
                  .header_rows = 1,
                  .cells = {{.text = "År"}, {.row = 1, .text = "20,5", .value = 20.5, .unit = "%"}},
                  .checks = {{.name = "column_sum", .holds = true, .expected = 7, .printed = 7}}},
      Footnote{
          .marker = "1", .text = "Se utredningen.", .anchor = "familjecentral", .anchor_page = 1},
      Amendment{.operation = "replace", .old_text = "skola", .new_text = "förskola"},
      AgendaItem{
          .number = "9", .title = "Familjecentral", .case_number = number, .documents = {"x.d2"}},
      Attachment{.number = "1", .title = "Utredning", .present = true},
      Recipient{.explicit_none = true},
      Reference{.reference_kind = "law", .raw = "5 kap. 1 § SoL", .normal = "2001:453 5:1"},
      DateRecord{.date = {.year = 2019, .month = 4, .day = 31}, .raw = "2019-04-31"},
      AmountRecord{.value = 1.2e6, .unit = "SEK", .raw = "1 200 000 kr"},
      EMail{.from = "Eva Ek", .sent = Date{.year = 2021, .month = 5, .day = 3}, .to = {"Bo Berg"}},
      FlowchartRecord{{.nodes = {{.id = "n1", .text = "Ansökan", .box = {1, 2, 3.5, 4}}},
                       .edges = {{.from = "n1", .to = "n1", .directed = true}}}},
      Vote{.item = "§ 42", .yes = 31, .no = 0, .yes_names = {"Eva Ek (S)"}, .verified = true},
      Yrkande{.by = {"Bo Berg (M)"}, .text = "avslag"},
      Reservation{.by = {"Bo Berg (M)"}, .text = "till förmån för eget yrkande"},
      Attendance{.name = "Eva Ek", .party = "S", .group = "Beslutande"},
      MinutesParagraph{.number = "42", .title = "Familjecentral", .case_numbers = {number}},
  };
  std::vector<Finding> findings;
  for (const Record& record : records) {
    findings.push_back({.record = record, .span = span, .rule = "sample.rule", .confidence = 0.9});
  }
  findings[9].issues = {"invalid_date"};
  return findings;
}

SampleFile sample_file(const std::string& source) {
  SampleFile file;
  file.pages = {page_of(1, {"Almviks kommun", "Att inrätta en familjecentral i Almvik"}),
                page_of(2, {"Bakgrund", "Socialnämnden har utrett föräldrastödet"})};
  Document memo;
  memo.source = source;
  memo.id = source + ".d1";
  memo.kind = DocumentKind::tjansteskrivelse;
  memo.title = "Familjecentral i Almvik";
  memo.first_page = 1;
  memo.last_page = 2;
  memo.body = "Socialnämnden";
  memo.date = Date{.year = 2024, .month = 3, .day = 5};
  memo.case_numbers = {{.authority = "SN", .year = 2024, .serial = 12, .raw = "SN 2024-00012"}};
  memo.parties = {"S"};
  memo.provenance = {{"date", Provenance::stated}};
  memo.issues = {"page_gap"};
  const Span clause = add_paragraph(memo, 1, "Att inrätta en familjecentral i Almvik");
  add_paragraph(memo, 2, "Socialnämnden har utrett föräldrastödet");
  file.understanding.documents = {std::move(memo)};
  file.understanding.findings = {one_of_each_kind(clause)};
  file.understanding.furniture = {{{0, 14}}, {}};
  return file;
}

void put_sample(Archive& archive) {
  const std::string source = archive.add_source(kSha, 4'096);
  archive.put_path({.path = "in/memo.pdf",
                    .display = "in/memo.pdf",
                    .bytes = 4'096,
                    .mtime_ns = 1,
                    .source = source,
                    .status = PathStatus::processed});
  archive.begin_attempt(source);
  const SampleFile file = sample_file(source);
  for (const Page& page : file.pages) archive.put_reading(source, "r1", page);
  archive.put_understanding(source, "u1", file.pages, file.understanding);
  archive.finish_source(source, {.media_type = "application/pdf", .pages = 2});
}

}  // namespace diarium
