// DOMAIN.md 24.2 and 24.4: the amended copy, as Markdown in the bundle and alone as plain text.
#include <catch2/catch.hpp>
#include <map>

#include "models/word_runs.h"
#include "seed.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

bool has_paragraph_with(const Seed& seed, std::size_t document, const std::string& part) {
  for (const Paragraph& paragraph : seed.document(document).paragraphs) {
    if (text_of(seed.document(document), paragraph).find(part) != std::string_view::npos)
      return true;
  }
  return false;
}

std::string last_words(const std::string& text) {
  return text.substr(text.rfind(' ', text.size() - 12) + 1);
}

/// The amendments that begin on a line: "delete old", "insert new", "replace old > new".
Texts amendments_with(const Seed& seed, std::size_t document, const std::string& words) {
  Texts found;
  for (const Amendment& amendment : seed.records<Amendment>(document)) {
    if (words != amendment.old_text && words != amendment.new_text) continue;
    found.push_back(amendment.operation + ' ' + amendment.old_text +
                    (amendment.operation == "replace" ? " > " : "") + amendment.new_text);
  }
  return found;
}

const Finding* amendment_of(const Seed& seed, std::size_t document, const std::string& words) {
  for (const Finding& finding : seed.findings(document)) {
    const auto* amendment = std::get_if<Amendment>(&finding.record);
    if (amendment != nullptr && (amendment->new_text == words || amendment->old_text == words))
      return &finding;
  }
  return nullptr;
}

/// Cells of a table by row and column.
std::map<std::pair<int, int>, TableCell> cells_of(const TableRecord& table) {
  std::map<std::pair<int, int>, TableCell> cells;
  for (const TableCell& cell : table.cells) cells[{cell.row, cell.column}] = cell;
  return cells;
}

/// Both forms of the same paper: which seed, which document, and the line of its first clause.
struct Copy {
  const char* seed;
  std::size_t document;
};
constexpr Copy kCopies[] = {{"000", 3}, {"002", 1}};

/// The number of a line up to 76 of the plain copy by that of the Markdown one.
std::size_t line_in(const Copy& copy, std::size_t line) {
  if (copy.document == 3) return line;
  return line - 33;
}

}  // namespace

TEST_CASE("seeds 000 and 002: kind, title and sections whatever the markup") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  const Seed& plain = *seed_of("002");
  SECTION("A00-08: three glued bold runs are label, title and opener") {
    CHECK(seed->document(3).kind == DocumentKind::alternativt_forslag);
    CHECK(seed->document(3).title == before(after(seed->raw(38), "****"), "****"));
    CHECK(seed->document(3).body == "Kommunstyrelsen");
  }
  SECTION("A00-09: headings in bold, of two ranks, and a bold paragraph") {
    const auto headings = seed->paragraphs(3, ParagraphKind::heading);
    for (const std::size_t line : {46, 54, 118, 168, 176, 181}) {
      INFO(line);
      CHECK(holds(headings, seed->said(line)));
    }
    CHECK(seed->section(3, seed->said(54)).kind == SectionKind::matter);
    CHECK(seed->section(3, seed->said(181)).kind == SectionKind::recipients);
  }
  SECTION("A02-02: no label: the kind by signature and struck words, not surely") {
    CHECK(plain.document(1).title == plain.said(3));
    CHECK(plain.document(1).kind == DocumentKind::alternativt_forslag);
    CHECK(plain.document(1).confidence < 0.95);
  }
  SECTION("A02-03: headings are plain lines") {
    const auto headings = plain.paragraphs(1, ParagraphKind::heading);
    for (const std::size_t line : {13, 21, 83, 132, 140, 145}) {
      INFO(line);
      CHECK(holds(headings, plain.said(line)));
    }
  }
  SECTION("A02-01: the same structure in both copies") {
    const auto kinds_in = [](const Document& document) {
      std::vector<SectionKind> kinds;
      for (const Section& section : document.sections) {
        if (section.kind != SectionKind::preamble) kinds.push_back(section.kind);
      }
      return kinds;
    };
    auto bundled = kinds_in(seed->document(3));
    if (!bundled.empty() && bundled.front() == SectionKind::other) bundled.erase(bundled.begin());
    CHECK(bundled == kinds_in(plain.document(1)));
    CHECK(plain.records<Footnote>(1).size() == seed->records<Footnote>(3).size());
    CHECK(plain.records<TableRecord>(1).size() == seed->records<TableRecord>(3).size());
  }
  SECTION("A02-01: the copies are near repeats of each other") {
    const WordRuns bundled = word_runs_of(seed->document(3).text.view());
    const WordRuns alone = word_runs_of(plain.document(1).text.view());
    CHECK(alike(bundled, alone) >= 0.7);
    CHECK(alike(marks_of(bundled), marks_of(alone)) >= 0.3);
  }
  SECTION("A02-07: a word that differs is kept in each") {
    CHECK(has_paragraph_with(plain, 1, "inläring"));
    CHECK(has_paragraph_with(*seed, 3, "inlärning"));
    CHECK_FALSE(has_paragraph_with(plain, 1, "inlärning"));
  }
}

TEST_CASE("seeds 000 and 002: sentences and lists that pages and notes cut") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  SECTION("A00-11: a page end amid a sentence") {
    CHECK(has_paragraph_with(*seed, 3,
                             last_words(seed->said(50)) + ' ' + before(seed->said(52), ".")));
  }
  SECTION("A00-13: a list that a page end parts is one list of six items") {
    const auto items = seed->paragraphs(3, ParagraphKind::list_item);
    for (const std::size_t line : {68, 69, 70, 72, 73, 74}) {
      INFO(line);
      CHECK(holds(items, seed->said(line)));
    }
  }
  SECTION("A00-16: a note amid a sentence") {
    CHECK(has_paragraph_with(*seed, 3,
                             last_words(seed->said(84)) + ' ' + before(seed->said(90), ".")));
  }
  SECTION("A00-20: a blank before the full stop stays") {
    CHECK(has_paragraph_with(*seed, 3, last_words(seed->said(98))));
  }
  SECTION("A00-25: a number at the beginning of a line is no list item") {
    CHECK(holds(seed->paragraphs(3, ParagraphKind::body), seed->said(130)));
    const auto amounts = seed->records<AmountRecord>(3);
    REQUIRE(amounts.size() >= 2);
    CHECK(amounts[0].value == 29690473);
    CHECK(amounts[1].value == 14153429);
  }
  SECTION("A00-35: a misspelt word stays") {
    CHECK(has_paragraph_with(*seed, 3, "Valfärdsbokslutet"));
  }
}

TEST_CASE("seeds 000 and 002: footnotes") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  for (const Copy& copy : kCopies) {
    const Seed& paper = *seed_of(copy.seed);
    INFO(copy.seed);
    const auto notes = paper.records<Footnote>(copy.document);
    SECTION(std::string("A00-15, A02-04: notes hang on their words ") + copy.seed) {
      REQUIRE(notes.size() == 3);
      const bool marked = copy.document == 3;
      const std::string mark = marked ? "<sup>" : "¹";
      const std::string sentence = before(paper.raw(line_in(copy, 76)), mark);
      CHECK(notes[0].anchor == sentence.substr(sentence.rfind(' ') + 1));
      CHECK(notes[0].text == after(paper.said(marked ? 88 : 53), " "));
      CHECK(holds(paper.references(copy.document, "sou"), "SOU 2017:47"));
    }
    SECTION(std::string("A00-23, A02-04: a heading before notes owns the text behind them ") +
            copy.seed) {
      const std::size_t heading = copy.document == 3 ? 118 : 83;
      const Document& document = paper.document(copy.document);
      const Section& section = paper.section(copy.document, paper.said(heading));
      REQUIRE(section.paragraphs.size() > 0);
      CHECK(text_of(document, document.paragraphs[section.paragraphs.begin]) ==
            paper.said(copy.document == 3 ? 128 : 91));
    }
    SECTION(std::string("A00-24, A02-05: the address is part of the note, once, unescaped ") +
            copy.seed) {
      REQUIRE(notes.size() == 3);
      const std::string address = paper.said(copy.document == 3 ? 126 : 89);
      CHECK(notes[2].text.ends_with(' ' + address));
      CHECK(address.find('\\') == std::string::npos);
    }
  }
}

TEST_CASE("seeds 000 and 002: struck and added words") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  for (const Copy& copy : kCopies) {
    const Seed& paper = *seed_of(copy.seed);
    const auto line = [&](std::size_t number) { return line_in(copy, number); };
    const auto of = [&](const std::string& words) {
      return amendments_with(paper, copy.document, words);
    };
    const auto uncertain = [&](const std::string& words) {
      const Finding* finding = amendment_of(paper, copy.document, words);
      return finding != nullptr && holds(finding->issues, "amendment_uncertain") &&
             finding->confidence < 0.7 && !std::get<Amendment>(finding->record).hypothesis.empty();
    };
    SECTION(std::string("A00-10, A02-09: struck before a plain word ") + copy.seed) {
      for (const std::size_t number : {48, 70}) {
        const std::string old = paper.struck(line(number));
        CHECK(of(old) == Texts{"delete " + old});
      }
    }
    SECTION(std::string("A00-14, A02-09: a bold item among plain ones ") + copy.seed) {
      CHECK(of(paper.said(line(74))) == Texts{"insert " + paper.said(line(74))});
    }
    SECTION(std::string("A00-17, A02-09: bold words of an item ") + copy.seed) {
      const std::string added = paper.bold(copy.document == 3 ? 94 : 59);
      CHECK(of(added) == Texts{"insert " + added});
    }
    SECTION(std::string("A00-18, A02-09: struck, then bold ") + copy.seed) {
      const std::size_t number = copy.document == 3 ? 96 : 61;
      CHECK(of(paper.struck(number)) ==
            Texts{"replace " + paper.struck(number) + " > " + paper.bold(number)});
    }
    SECTION(std::string("A00-19, A02-09: two adjectives in one bold run ") + copy.seed) {
      CHECK(uncertain(paper.bold(copy.document == 3 ? 98 : 63)));
    }
    SECTION(std::string("A00-21, A02-09: struck and bold apart ") + copy.seed) {
      const std::size_t number = copy.document == 3 ? 107 : 72;
      CHECK(of(paper.struck(number)) == Texts{"delete " + paper.struck(number)});
      CHECK(of(paper.bold(number)) == Texts{"insert " + paper.bold(number)});
    }
    SECTION(std::string("A00-22, A02-09: two adjectives in a sentence with a note ") + copy.seed) {
      CHECK(uncertain(paper.bold(copy.document == 3 ? 112 : 77)));
    }
    SECTION(std::string("A00-32, A02-09: two adjectives struck ") + copy.seed) {
      CHECK(uncertain(paper.struck(copy.document == 3 ? 150 : 115)));
    }
  }
}

TEST_CASE("seeds 000 and 002: tables") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  for (const Copy& copy : kCopies) {
    const Seed& paper = *seed_of(copy.seed);
    const auto tables = paper.records<TableRecord>(copy.document);
    INFO(copy.seed);
    REQUIRE(tables.size() == 2);
    auto cells = cells_of(tables[0]);
    SECTION(std::string("A00-27, A02-06: the total row stands one column to the right ") +
            copy.seed) {
      CHECK(cells[{1, 0}].text == "FoF");
      CHECK(cells[{13, 0}].text == "FOU Projektavtal CVS");
      CHECK(cells[{14, 2}].value == 29690473);
      CHECK(cells[{14, 3}].value == 5368381);
      CHECK(holds(paper.issues(copy.document), "total_row_shift"));
    }
    SECTION(std::string("A00-28: words glued in a heading stay ") + copy.seed) {
      CHECK(cells[{0, 8}].text.find("medelatt") != std::string::npos);
      CHECK(cells[{0, 0}].text == cells[{0, 1}].text);
    }
    SECTION(std::string("A00-29: nought is not nothing ") + copy.seed) {
      CHECK(cells[{7, 4}].value == 0.0);
      CHECK_FALSE(cells[{7, 3}].value);
    }
    SECTION(std::string("A00-30: numbers in a label are none ") + copy.seed) {
      CHECK(cells[{9, 0}].text == "Processledare 3 st á 50%");
      CHECK_FALSE(cells[{9, 0}].value);
    }
    SECTION(std::string("A00-31, A00-33: bold totals and captions are not added words ") +
            copy.seed) {
      for (const Amendment& amendment : paper.records<Amendment>(copy.document)) {
        CHECK(amendment.new_text.find("537") == std::string::npos);
        CHECK(amendment.new_text.find("29 690") == std::string::npos);
      }
      CHECK(tables[1].caption == paper.said(copy.document == 3 ? 152 : 117));
    }
    SECTION(std::string("A00-34, A02-06: seven rows that don't agree with their caption ") +
            copy.seed) {
      auto shares = cells_of(tables[1]);
      CHECK(shares[{1, 1}].value == 45.0);
      CHECK(shares[{1, 1}].unit == "%");
      CHECK(shares[{1, 2}].value == 7500000.0);
      CHECK(shares[{6, 2}].value == 16000000.0);
      CHECK(holds(paper.issues(copy.document), "caption_total_mismatch"));
      CHECK(holds(paper.issues(copy.document), "percent_amount_mismatch"));
      CHECK_FALSE(holds(paper.issues(copy.document), "total_mismatch"));
    }
  }
}

TEST_CASE("seeds 000 and 002: what the copy rests on, cites and goes to") {
  const Seed* seed = seed_of("000");
  if (seed == nullptr) return;
  SECTION("A00-12: a decision of the past is cited, no clause") {
    CHECK(holds(seed->references(3, "decision"), "Kommunstyrelsen 2021-03"));
  }
  SECTION("A00-26: a case number in passing isn't the paper's own") {
    CHECK(holds(seed->references(3, "case_number"), "KS/2019/665"));
    CHECK(holds(seed->references(3, "classification"), "1.4.2.0"));
    CHECK(seed->document(3).case_numbers.empty());
  }
  SECTION("A00-36: attachments behind two list markers") {
    const auto attachments = seed->records<Attachment>(3);
    REQUIRE(attachments.size() == 2);
    CHECK(attachments[0].number == "1");
    CHECK(attachments[0].title == after(seed->said(178), "1."));
    CHECK(attachments[1].title == after(seed->said(179), "2."));
    CHECK(attachments[1].present == false);
  }
  for (const Copy& copy : kCopies) {
    const Seed& paper = *seed_of(copy.seed);
    SECTION(std::string("A00-37: all boards and companies ") + copy.seed) {
      const auto recipients = paper.records<Recipient>(copy.document);
      REQUIRE(recipients.size() == 1);
      CHECK(recipients[0].name == paper.said(copy.document == 3 ? 183 : 147));
    }
    SECTION(std::string("A00-38, A02-08: party by the group's line, body by the role ") +
            copy.seed) {
      const std::size_t first = copy.document == 3 ? 187 : 151;
      const auto signers = paper.records<Signature>(copy.document);
      REQUIRE(signers.size() == 2);
      CHECK(signers[0].name == paper.said(first));
      CHECK(signers[0].role == paper.said(first + 1));
      CHECK(signers[1].name == paper.said(first + 3));
      CHECK(signers[1].body == "Kommunstyrelsen");
      for (const Signature& signer : signers) {
        CHECK(signer.party == "SD");
        CHECK(signer.party_provenance == "heading");
      }
    }
  }
}
