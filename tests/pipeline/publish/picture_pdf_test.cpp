#include "pipeline/publish/picture_pdf.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>

using namespace diarium;

namespace {

std::string picture(int format, int depth = 8) {
  Pix* pix = pixCreate(200, 100, depth);
  pixSetAll(pix);
  pixSetResolution(pix, 100, 100);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix, format);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  pixDestroy(&pix);
  return bytes;
}

std::size_t pages_of(const std::string& pdf) {
  QPDF file;
  file.setSuppressWarnings(true);  // Leptonica leaves a blank out
  file.processMemoryFile("picture", pdf.data(), pdf.size());
  return QPDFPageDocumentHelper(file).getAllPages().size();
}

}  // namespace

TEST_CASE("picture pdf: PNG, JPEG and TIFF become a page each") {
  for (const auto& bytes : {picture(IFF_PNG), picture(IFF_PNG, 32), picture(IFF_PNG, 1),
                            picture(IFF_JFIF_JPEG), picture(IFF_TIFF_G4, 1)}) {
    const Result<std::string> pdf = pdf_of_picture(bytes);
    REQUIRE(pdf.has_value());
    CHECK(pages_of(*pdf) == 1);
  }
}

TEST_CASE("picture pdf: a JPEG keeps its bytes") {
  const std::string bytes = picture(IFF_JFIF_JPEG);
  const Result<std::string> pdf = pdf_of_picture(bytes);
  REQUIRE(pdf.has_value());
  CHECK(pdf->find(bytes) != std::string::npos);
}

TEST_CASE("picture pdf: what is no picture is damaged") {
  for (const std::string bytes : {"", "GIF89a", "\x89PNG\r\n\x1a\n"}) {
    const Result<std::string> pdf = pdf_of_picture(bytes);
    REQUIRE_FALSE(pdf.has_value());
    CHECK(pdf.error().code == ErrorCode::damaged);
  }
}
