#include "pipeline/read/transcript_blocks.h"
#include "tests/growth.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

/// "# " heading, "- " marker, "^" note, "|" table; '/' for a kept line end, '%' for a page end.
std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> result;
  for (const TranscriptBlock& block : transcript_blocks(text)) {
    std::string line;
    if (const auto* paragraph = std::get_if<TranscriptParagraph>(&block)) {
      line = std::string(static_cast<std::size_t>(paragraph->outline + 1), '#') +
             (paragraph->marker.empty() ? "" : paragraph->marker + ' ') + paragraph->text;
    } else if (const auto* note = std::get_if<TranscriptNote>(&block)) {
      line = '^' + std::to_string(note->number) + ' ' + note->text;
    } else {
      line = "|";
    }
    for (char& c : line) c = c == '\n' ? '/' : c == '\f' ? '%' : c;
    result.push_back(line);
  }
  return result;
}

using Blocks = std::vector<std::string>;

const std::string kLong =
    "Almviks kommun har under många år arbetat med att plantera träd längs gatorna i tätorten, och "
    "nämnden vill nu att arbetet ska gå fortare.";

}  // namespace

TEST_CASE("transcript blocks: blank lines part paragraphs, close lines stay together") {
  CHECK(shown("Eva Ek\nOrdförande\n\nNils Löw  \nDirektör") ==
        Blocks{"Eva Ek/Ordförande", "Nils Löw/Direktör"});
  CHECK(shown("## Ärendet\n1. Plan\nDnr 2024-1\n2. Program\n- Att") ==
        Blocks{"##Ärendet", "1. Plan/Dnr 2024-1", "2. Program", "- Att"});
  CHECK(shown("Rubrik\n======\n\nText\n----\n") == Blocks{"#Rubrik", "##Text"});
}

TEST_CASE("transcript blocks: where paragraphs are lines, every line is a block") {
  CHECK(shown("Bakgrund\n" + kLong + "\n" + kLong + "\nEva Ek\nNils Löw") ==
        Blocks{"####Bakgrund", kLong, kLong, "Eva Ek", "Nils Löw"});
  CHECK(shown(kLong + "\n" + kLong + "\n● Plantera träd\nlängs Storgatan\nTack") ==
        Blocks{kLong, kLong, "● Plantera träd/längs Storgatan", "Tack"});
}

TEST_CASE("transcript blocks: a sentence that a page end, a rule or a note cuts goes on") {
  const std::string cut = "Nämnden vill att arbetet med gatornas träd i år ska gå fortare och";
  CHECK(shown(cut + "\n\nkosta mindre.") == Blocks{cut + " kosta mindre."});
  CHECK(shown(cut + "\n\fkosta mindre.") == Blocks{cut + "%kosta mindre."});
  CHECK(shown(cut + "\n\n---\n\n¹ Se planen.\n\nkosta mindre.") ==
        Blocks{cut + " kosta mindre.", "^1 Se planen."});
  CHECK(shown(cut + "\n\nKostnaden växer.") == Blocks{cut, "Kostnaden växer."});
  CHECK(shown(cut + ", samt\n\natt anta planen") == Blocks{cut + ", samt", "att anta planen"});
  CHECK(shown("sida ett\n\f\nsida två") == Blocks{"sida ett%", "sida två"});
}

TEST_CASE("transcript blocks: a note takes the address under it along") {
  CHECK(shown("<sup>1</sup> Planen "
              "(2020).\nAlmvik.\n\n[www.almvik.se](http://www.almvik.se)\n\nText") ==
        Blocks{"^1 Planen (2020). Almvik. [www.almvik.se](http://www.almvik.se)", "Text"});
  CHECK(shown("Planen[footnoteRef:1] gäller. [1:  Antagen.]") ==
        Blocks{"Planen[footnoteRef:1] gäller.", "^1 Antagen."});
}

TEST_CASE("transcript blocks: a short line alone over text is a heading where none is marked") {
  CHECK(shown("Resurser\n\n" + kLong) == Blocks{"####Resurser", kLong});
  CHECK(shown("Resurser\n\n² Se planen.\n\n" + kLong) ==
        Blocks{"####Resurser", "^2 Se planen.", kLong});
  CHECK(shown("Resurser\n\nKort text.") == Blocks{"Resurser", "Kort text."});
  CHECK(shown("# Plan\n\nResurser\n\n" + kLong) == Blocks{"#Plan", "Resurser", kLong});
  CHECK(shown("För Centerpartiet,\n\n" + kLong) == Blocks{"För Centerpartiet,", kLong});
}

TEST_CASE("transcript blocks: columns made of blanks keep their blanks") {
  CHECK(shown("Eva Ek             Nils Löw\nOrdförande         Direktör") ==
        Blocks{"Eva Ek             Nils Löw/Ordförande         Direktör"});
  CHECK(shown("                   Almvik 2024-05-14") ==
        Blocks{"                   Almvik 2024-05-14"});
  CHECK(shown("  Nämnden vill.  Den har bestämt sig.") ==
        Blocks{"Nämnden vill.  Den har bestämt sig."});
}

TEST_CASE("transcript blocks: tables and entries of contents") {
  CHECK(shown("Text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText") == Blocks{"Text", "|", "Text"});
  CHECK(shown("1\tInledning.....\t3\n2\tMål.....\t5\n3\tSlut......\t9") ==
        Blocks{"1 Inledning..... 3", "2 Mål..... 5", "3 Slut...... 9"});
}

TEST_CASE("transcript blocks: time grows with the text, not faster") {
  const auto reading = [](const std::string& lines, std::size_t size) {
    std::string text = kLong.substr(0, kLong.size() - 1);
    while (text.size() < size) text += lines;
    return [text] { CHECK_FALSE(transcript_blocks(text).empty()); };
  };
  for (const std::string lines :
       {"[1: a\tb|\n¹ x\n\na\tb\n", "\n\noch", "\noch[1: se där]", "\n\noch[1: se där]"}) {
    CAPTURE(lines);
    CHECK(test::growth_of(reading(lines, 100'000), reading(lines, 400'000)).ratio() <= 6);
  }
}

}  // namespace diarium
