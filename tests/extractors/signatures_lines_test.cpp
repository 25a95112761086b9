#include "extractors/signatures_lines.h"

#include <catch2/catch.hpp>
#include <string>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<std::string> lines_of(const char* lines) {
  static const RuleBook rules = RuleBook::built_in();
  static const SignatureGrammar grammar(rules);
  const Document document = document_of(DocumentKind::tjansteskrivelse, lines);
  std::vector<const Paragraph*> block;
  for (const Paragraph& paragraph : document.paragraphs) block.push_back(&paragraph);
  std::vector<std::string> texts;
  for (const SignaturePart& line : signature_lines(document, block, grammar))
    texts.emplace_back(document.text.slice(line.span));
  return texts;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("signature lines: people who sign beside each other are read one after the other") {
  CHECK(lines_of("| Eva Ek\tNils Löw\n  Ordförande\tChef\n") ==
        Lines{"Eva Ek", "Ordförande", "Nils Löw", "Chef"});
  CHECK(lines_of("| För S\n| Eva Ek\n  Ledamot\n") == Lines{"För S", "Eva Ek", "Ledamot"});
}

TEST_CASE("signature lines: some blanks more than between words part two people") {
  CHECK(lines_of("| Eva Ek    Nils Löw\n") == Lines{"Eva Ek", "Nils Löw"});
  CHECK(lines_of("| Eva  Ek\n") == Lines{"Eva Ek"});
}

TEST_CASE("signature lines: a role beside its name is read before it") {
  CHECK(lines_of("| Sekreterare\tEva Ek\n| Ordförande\tNils Löw\n") ==
        Lines{"Sekreterare", "Eva Ek", "Ordförande", "Nils Löw"});
  CHECK(lines_of("| Sekreterare\tOrdförande\n| Eva Ek\tNils Löw\n") ==
        Lines{"Sekreterare", "Eva Ek", "Ordförande", "Nils Löw"});
}

TEST_CASE("signature lines: leaders part a line and are not read") {
  CHECK(lines_of("| Sekreterare ......... Eva Ek\n| ________\n| Ordförande ……………\n") ==
        Lines{"Sekreterare", "Eva Ek", "Ordförande"});
}

TEST_CASE("signature lines: a paragraph beside another one begins a column") {
  static const RuleBook rules = RuleBook::built_in();
  static const SignatureGrammar grammar(rules);
  Document document;
  const auto paragraph = [&](double left, double top, const std::vector<std::string>& lines) {
    Paragraph added{.kind = ParagraphKind::signature};
    for (const std::string& line : lines) {
      if (document.text.size() > 0) document.text.append_gap("\n");
      const Span span = document.text.append(
          line, {.page = 1, .box = {left, top, left + 60, top + 12}, .size = 11});
      added.span = {added.lines.empty() ? span.begin : added.span.begin, span.end};
      added.lines.push_back(span);
      top += 14;
    }
    return added;
  };
  const Paragraph left = paragraph(70, 100, {"Ek", "Centerpartiet"});
  const Paragraph right = paragraph(300, 100, {"Löw", "Moderaterna"});
  const Paragraph below = paragraph(70, 140, {"Al"});
  const std::vector<SignaturePart> parts =
      signature_lines(document, {&left, &right, &below}, grammar);
  REQUIRE(parts.size() == 5);
  CHECK_FALSE(parts[0].ends_column);
  CHECK(parts[1].ends_column);
  CHECK_FALSE(parts[3].ends_column);
}
