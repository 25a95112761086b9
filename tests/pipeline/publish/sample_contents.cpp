#include "tests/pipeline/publish/sample_contents.h"

#include <stdlib.h>

#include <stdexcept>

namespace diarium {

EmptyFolder::EmptyFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "diarium_publish_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

EmptyFolder::~EmptyFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<Word> words_at(double y, const std::vector<std::string>& texts) {
  std::vector<Word> words;
  double x = 72;
  for (const std::string& text : texts) {
    words.push_back({.text = text,
                     .box = {x, y - 9, x + 60, y + 3},
                     .baseline = y,
                     .size = 12,
                     .confidence = 0.9});
    x += 66;
  }
  return words;
}

Page page_of_lines(int number, const std::vector<std::vector<std::string>>& lines) {
  Page page{.number = number, .width = 595, .height = 842, .origin = Origin::ocr};
  double y = 100;
  for (const auto& texts : lines) {
    const std::size_t begin = page.words.size();
    Rect box;
    for (const Word& word : words_at(y, texts)) {
      box = united(box, word.box);
      page.words.push_back(word);
    }
    page.lines.push_back(
        {.words = {begin, page.words.size()}, .box = box, .baseline = y, .size = 12});
    y += 18;
  }
  Rect all;
  for (const Line& line : page.lines) all = united(all, line.box);
  page.blocks = {{.lines = {0, page.lines.size()}, .box = all}};
  return page;
}

SourceContents scanned_memo() {
  SourceContents contents;
  contents.source = {.id = "0123456789abcdef",
                     .sha256 = std::string(64, '0'),
                     .media_type = "application/pdf",
                     .pages = 2,
                     .status = SourceStatus::indexed};
  contents.paths = {{.path = "in/memo.pdf", .display = "in/memo.pdf"}};
  contents.pages = {
      page_of_lines(1, {{"Förslag", "till", "beslut"}, {"Att", "godkänna", "planen"}}),
      page_of_lines(2, {{"Bilaga", "1"}})};
  Document memo;
  memo.source = contents.source.id;
  memo.id = "0123456789abcdef.d1";
  memo.kind = DocumentKind::tjansteskrivelse;
  memo.title = "Plan för <Almvik> & Lindsäter";
  memo.first_page = 1;
  memo.last_page = 1;
  memo.body = "Socialnämnden";
  memo.date = Date{.year = 2024, .month = 3, .day = 5};
  memo.case_numbers = {{.authority = "SN", .year = 2024, .serial = 12, .raw = "SN 2024-00012"}};
  Document appendix;
  appendix.source = contents.source.id;
  appendix.id = "0123456789abcdef.d2";
  appendix.kind = DocumentKind::bilaga;
  appendix.first_page = appendix.last_page = 2;
  contents.documents = {{memo, "Förslag till beslut\nAtt godkänna planen\nEva Ek\n"},
                        {appendix, "Bilaga 1\n"}};
  contents.records = {{.id = memo.id + ".beslutssats.1",
                       .document = memo.id,
                       .record = Beslutssats{.n = 1,
                                             .text = "Att godkänna planen",
                                             .status = DecisionStatus::proposed_official},
                       .span = {21, 41},
                       .page = 1,
                       .box = {72, 109, 264, 121}},
                      {.id = memo.id + ".signature.1",
                       .document = memo.id,
                       .record = Signature{.name = "Eva Ek"},
                       .span = {42, 48},
                       .page = 1,
                       .box = {72, 200, 264, 212}}};
  return contents;
}

}  // namespace diarium
