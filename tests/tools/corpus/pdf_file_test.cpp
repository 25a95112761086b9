#include "tools/corpus/pdf_file.h"

#include <catch2/catch.hpp>

#include "tools/corpus/typeset.h"

using namespace diarium::corpus;

TEST_CASE("pdf: the same paper gives the same bytes, without a clock") {
  const auto made = [] {
    const TypesetFile file =
        typeset(".sheet style=plain furniture=none\n.document kind=motion\n\nVi yrkar bifall.\n",
                style_book_of(".style name=plain\n\n.furniture name=none\nrule none |\n"));
    return pdf_of(file.paper, "Motion");
  };
  CHECK(made() == made());
  CHECK(made().starts_with("%PDF-"));
}

TEST_CASE("pdf: a page of pictures has its size and its coding") {
  const std::string pdf = pdf_of({{.coding = PagePicture::Coding::ccitt_g4,
                                   .bytes = "xx",
                                   .width = 10,
                                   .height = 20,
                                   .page_width = 595.2,
                                   .page_height = 841.8}});
  CHECK(pdf.find("/MediaBox [0 0 595.20 841.80]") != std::string::npos);
  CHECK(pdf.find("/CCITTFaxDecode") != std::string::npos);
  CHECK(pdf.find("startxref") != std::string::npos);
}
