#include "tests/pipeline/read/written_pdf.h"

#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <map>

// Fontconfig, which Poppler asks for fonts, keeps what it has found until the process ends.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}

namespace diarium::test {
namespace {

constexpr int kFirstPage = 10;  // object numbers
constexpr int kFirstContent = 40;
constexpr int kFirstFurther = 100;

std::string page_object(const WrittenPage& page, int content) {
  return fmt::format(
      "<< /Type /Page /Parent 2 0 R /MediaBox {} {} /Contents {} 0 R /Resources << {} /Font << /F1 "
      "3 0 R /F2 4 0 R "
      "/F3 5 0 R {} >> >> >>",
      page.media_box, page.attributes, content, page.resources, page.fonts);
}

}  // namespace

std::string stream_object(std::string_view entries, std::string_view bytes) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, bytes.size(), bytes);
}

std::string written_pdf(const std::vector<WrittenPage>& pages,
                        const std::vector<std::string>& objects, std::string_view catalogue) {
  std::map<int, std::string> all;
  std::string kids;
  for (int i = 0; i < static_cast<int>(pages.size()); ++i) {
    const WrittenPage& page = pages[static_cast<std::size_t>(i)];
    kids += fmt::format("{} 0 R ", kFirstPage + i);
    all[kFirstPage + i] = page_object(page, kFirstContent + i);
    all[kFirstContent + i] = stream_object("", page.content);
  }
  all[1] = fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalogue);
  all[2] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  int number = 3;
  for (const char* const font : {"Helvetica", "Helvetica-Bold", "Times-Italic"}) {
    all[number++] = fmt::format(
        "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>", font);
  }
  number = kFirstFurther;
  for (const std::string& object : objects) all[number++] = object;

  std::string pdf = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 1\n0000000000 65535 f \n");
  for (const auto& [id, body] : all) {
    table += fmt::format("{} 1\n{:010} 00000 n \n", id, pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", id, body);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     all.rbegin()->first + 1, start);
}

std::string page_of(std::string_view content) {
  return written_pdf({WrittenPage{.content = std::string(content)}});
}

Sheet sheet_of(const std::string& file, OcrChoice choice, const ReadLimits& limits) {
  const ScratchFile scratch("sheet", file);
  const auto reader = open_file(scratch.path(), choice, limits);
  REQUIRE(reader);
  Result<Sheet> sheet = (*reader)->read(1);
  REQUIRE(sheet);
  return *std::move(sheet);
}

std::vector<std::string> texts_of(const Sheet& sheet) {
  std::vector<std::string> texts;
  for (const Word& word : sheet.words) texts.push_back((word.joined ? "+" : "") + word.text);
  return texts;
}

ScratchFile::ScratchFile(std::string_view name, std::string_view bytes)
    : path_(std::filesystem::temp_directory_path() / fmt::format("diarium-{}-{}", getpid(), name)) {
  std::ofstream(path_, std::ios::binary) << bytes;
}

ScratchFile::~ScratchFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace diarium::test
