#include "pipeline/publish/searchable_pdf.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;
namespace fs = std::filesystem;

namespace {

/// Two blank A4 pages, as a scanner's PDF without its pictures.
std::string blank_pages() {
  QPDF pdf;
  pdf.emptyPDF();
  for (int i = 0; i < 2; ++i) {
    pdf.addPage(pdf.makeIndirectObject(
                    QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] >>")),
                false);
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

/// What a command prints that is given the PDF as a file.
std::string answer(const std::string& pdf, const std::string& command, const std::string& rest) {
  const EmptyFolder folder;
  const fs::path file = folder.path() / "a.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  const fs::path out = folder.path() / "out";
  const std::string line =
      command + " '" + file.string() + "' " + rest + " >'" + out.string() + "' 2>&1";
  CHECK(std::system(line.c_str()) == 0);
  std::ifstream in(out);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("searchable pdf: recognised words are found by others, in their places") {
  const Result<std::string> pdf = searchable_pdf(scanned_memo(), blank_pages());
  REQUIRE(pdf.has_value());
  CHECK(answer(*pdf, "pdftotext -l 1", "-") == "Förslag till beslut\nAtt godkänna planen\n\n\f");
  const std::string boxes = answer(*pdf, "pdftotext -bbox -l 1", "-");
  CHECK(boxes.find("<word xMin=\"138.000000\"") != std::string::npos);
  CHECK(boxes.find("xMax=\"198.000000\"") != std::string::npos);
}

TEST_CASE("searchable pdf: is sound by qpdf and has a bookmark for each document") {
  const Result<std::string> pdf = searchable_pdf(scanned_memo(), blank_pages());
  REQUIRE(pdf.has_value());
  CHECK(answer(*pdf, "qpdf --check", "").find("No syntax or stream encoding errors") !=
        std::string::npos);
  QPDF file;
  file.processMemoryFile("pdf", pdf->data(), pdf->size());
  QPDFObjectHandle outlines = file.getRoot().getKey("/Outlines");
  QPDFObjectHandle first = outlines.getKey("/First");
  CHECK(outlines.getKey("/Count").getIntValue() == 2);
  CHECK(first.getKey("/Title").getUTF8Value() == "Plan för <Almvik> & Lindsäter");
  CHECK(first.getKey("/Next").getKey("/Title").getUTF8Value() == "bilaga");
}

TEST_CASE("searchable pdf: the pages of one document alone") {
  const Result<std::string> pdf = searchable_pdf(scanned_memo(), blank_pages(), {2, 2});
  REQUIRE(pdf.has_value());
  CHECK(answer(*pdf, "pdftotext", "-") == "Bilaga 1\n\n\f");
  QPDF file;
  file.processMemoryFile("pdf", pdf->data(), pdf->size());
  CHECK(file.getRoot().getKey("/Outlines").getKey("/Count").getIntValue() == 1);
}

TEST_CASE("searchable pdf: a page that was recognised turned is shown upright") {
  SourceContents contents = scanned_memo();
  contents.pages[0].rotation = 180;
  const Result<std::string> pdf = searchable_pdf(contents, blank_pages());
  REQUIRE(pdf.has_value());
  CHECK(answer(*pdf, "pdftotext -l 1", "-").find("godkänna planen") != std::string::npos);
  QPDF file;
  file.processMemoryFile("pdf", pdf->data(), pdf->size());
  QPDFObjectHandle page = file.getAllPages().front();
  CHECK(page.getKey("/Rotate").getIntValue() == 180);
}

TEST_CASE("searchable pdf: the same input gives the same bytes") {
  const std::string original = blank_pages();
  CHECK(*searchable_pdf(scanned_memo(), original) == *searchable_pdf(scanned_memo(), original));
}

TEST_CASE("searchable pdf: what can't be shown is refused with a reason") {
  SourceContents contents = scanned_memo();
  CHECK(searchable_pdf(contents, "no PDF").error().code == ErrorCode::damaged);
  contents.source.media_type = "image/png";
  CHECK(searchable_pdf(contents, "no picture").error().code == ErrorCode::damaged);
  contents.source.media_type =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  CHECK(searchable_pdf(contents, "PK").error().code == ErrorCode::unsupported);
}
