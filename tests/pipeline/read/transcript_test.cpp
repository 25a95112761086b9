#include "pipeline/read/transcript.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

std::string text_of(const DocxParagraph& paragraph) {
  std::string text;
  for (const DocxRun& run : paragraph.runs) text += run.text;
  return text;
}

}  // namespace

TEST_CASE("transcript: notes find the nearest marker of their number, in every document anew") {
  const DocxContent content = transcript_content(
      "Planen¹ gäller.\n\n¹ Antagen 2020.\n\nProgrammet<sup>1</sup> gäller.\n\n[^1]: Antaget "
      "2021.");
  REQUIRE(content.notes.size() == 2);
  CHECK(content.notes.at(1).marker == "1");
  CHECK(text_of(content.notes.at(1).paragraphs[0]) == "Antagen 2020.");
  CHECK(text_of(content.notes.at(2).paragraphs[0]) == "Antaget 2021.");
  CHECK(content.blocks.size() == 2);
}

TEST_CASE("transcript: a note that nothing points to and a number without a note stay in place") {
  const DocxContent content = transcript_content("Ytan är 30 m².\n\n¹ Antagen 2020.");
  CHECK(content.notes.empty());
  REQUIRE(content.blocks.size() == 2);
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[0])) == "Ytan är 30 m2.");
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[1])) == "1 Antagen 2020.");
}

TEST_CASE("transcript: opens as pages with words") {
  auto file = open_transcript(MediaType::markdown, "# Plan\n\nText\n\f\nMer", {});
  REQUIRE(file);
  CHECK((*file)->media_type() == MediaType::markdown);
  REQUIRE((*file)->page_count() == 2);
  CHECK((*file)->read(1)->words.front().size == 18);
  CHECK((*file)->read(2)->words.front().text == "Mer");
  CHECK_FALSE((*file)->read(3));
}

TEST_CASE("transcript: what is no text or too long is refused") {
  const auto code_of = [](const std::string& bytes, const ReadLimits& limits) {
    return open_transcript(MediaType::text, bytes, limits).error().code;
  };
  CHECK(code_of(std::string(10, '\0'), {}) == ErrorCode::unsupported);
  CHECK(code_of("sida\f\nsida\f\nsida", ReadLimits{.pages = 2}) == ErrorCode::too_large);
  CHECK(code_of(std::string(std::size_t{5} << 20U, 'a'), {}) == ErrorCode::too_large);
}

}  // namespace diarium
