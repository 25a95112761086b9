#include "pipeline/read/read.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {

using namespace std::string_view_literals;

TEST_CASE("media type: the first bytes count, not the name") {
  CHECK(media_type_of("%PDF-1.7\n") == MediaType::pdf);
  CHECK(media_type_of("\x01\x02 junk of a mail program\r\n%PDF-1.3") == MediaType::pdf);
  CHECK(media_type_of("\x89PNG\r\n\x1A\n\0\0"sv) == MediaType::png);
  CHECK(media_type_of("\xFF\xD8\xFF\xE0"sv) == MediaType::jpeg);
  CHECK(media_type_of("\0\0\0\x0CjP  \r\n\x87\n\0"sv) == MediaType::jp2);
  CHECK(media_type_of("II*\0\x08"sv) == MediaType::tiff);
  CHECK(media_type_of("MM\0*\0"sv) == MediaType::tiff);
  CHECK(media_type_of("").error().code == ErrorCode::empty);
  CHECK(media_type_of("Kommunstyrelsens beslut").error().code == ErrorCode::unsupported);
  CHECK(media_type_of(std::string(2'000, ' ') + "%PDF-1.7").error().code == ErrorCode::unsupported);
}

TEST_CASE("media type: a word processor's file with a password says so") {
  const std::string container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(500, ' ');
  const auto stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  CHECK(media_type_of(container).error().code == ErrorCode::unsupported);
  CHECK(media_type_of(container + std::string(stream)).error().code == ErrorCode::encrypted);
}

TEST_CASE("open: a text is one by its name, but a PDF is a PDF") {
  const auto type_of = [](std::string_view name, std::string_view bytes) {
    const test::ScratchFile file(name, bytes);
    const auto reader = open_file(file.path(), OcrChoice::automatic, {});
    return reader ? (*reader)->media_type() : MediaType::pdf;
  };
  CHECK(type_of("avskrift.txt", "Bara text") == MediaType::text);
  CHECK(type_of("Avskrift.MD", "# Bara text") == MediaType::markdown);
  CHECK(transcript_type_of("a.pdf") == std::nullopt);
  CHECK(transcript_type_of("a") == std::nullopt);
  CHECK(name_of(MediaType::markdown) == "text/markdown");
}

TEST_CASE("open: every file that can't be read says why") {
  const auto code_of = [](std::string_view name, std::string_view bytes) {
    const test::ScratchFile file(name, bytes);
    const auto reader =
        open_file(file.path(), OcrChoice::automatic, ReadLimits{.file_bytes = 1'000});
    REQUIRE_FALSE(reader);
    CHECK(reader.error().file == file.path().string());
    return reader.error().code;
  };
  CHECK(code_of("tom.pdf", "") == ErrorCode::empty);
  CHECK(code_of("text.pdf", "Bara text") == ErrorCode::unsupported);
  CHECK(code_of("text.csv", "Bara text") == ErrorCode::unsupported);
  CHECK(code_of("program.txt", std::string_view("\x7F"
                                                "ELF\0",
                                                5)) == ErrorCode::unsupported);
  CHECK(code_of("trasig.pdf", "%PDF-1.4\nslut") == ErrorCode::damaged);
  CHECK(code_of("stor.pdf", std::string(1'001, 'x')) == ErrorCode::too_large);
  CHECK(open_file("/finns/inte.pdf", OcrChoice::automatic, {}).error().code ==
        ErrorCode::unreadable);
  CHECK(open_file("/tmp", OcrChoice::automatic, {}).error().code == ErrorCode::unreadable);
}

}  // namespace diarium
