#include "pipeline/publish/picture_pdf.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <list>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace diarium {
namespace {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, PixDeleter>;

const l_uint8* data_of(const std::string& bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

/// A PDF of one page; empty where Leptonica gave up.
std::string pdf_of(L_Compressed_Data* coded) {
  if (coded == nullptr) return {};
  l_uint8* data = nullptr;
  std::size_t size = 0;
  std::string pdf;
  // It frees `coded`, too.
  if (cidConvertToPdfData(coded, nullptr, &data, &size) == 0) {
    pdf.assign(reinterpret_cast<const char*>(data), size);
  }
  lept_free(data);
  return pdf;
}

std::string pdf_of_jpeg(const std::string& bytes) {
  auto* copy = static_cast<l_uint8*>(std::malloc(bytes.size()));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, bytes.data(), bytes.size());
  return pdf_of(l_generateJpegDataMem(copy, bytes.size(), 0));  // takes the copy over
}

std::string pdf_of_pixels(PixPointer pix) {
  if (pix && pixGetSpp(pix.get()) == 4) pix.reset(pixRemoveAlpha(pix.get()));
  if (!pix) return {};
  const int coding = pixGetDepth(pix.get()) == 1 ? L_G4_ENCODE : L_FLATE_ENCODE;
  L_Compressed_Data* coded = nullptr;
  if (pixGenerateCIData(pix.get(), coding, 0, 0, &coded) != 0) return {};
  return pdf_of(coded);
}

/// The pages of a TIFF one after another, as far as they can be decoded.
std::vector<std::string> pdfs_of_tiff(const std::string& bytes) {
  std::vector<std::string> pages;
  for (std::size_t offset = 0;;) {
    PixPointer pix(pixReadMemFromMultipageTiff(data_of(bytes), bytes.size(), &offset));
    if (!pix) break;
    pages.push_back(pdf_of_pixels(std::move(pix)));
    if (offset == 0) break;  // that was the last one
  }
  return pages;
}

std::string joined(const std::vector<std::string>& pages) {
  if (pages.size() == 1) return pages.front();
  QPDF all;
  all.emptyPDF();
  std::list<QPDF> sources;  // must live until all is written
  for (const std::string& page : pages) {
    QPDF& source = sources.emplace_back();
    source.setSuppressWarnings(true);
    source.processMemoryFile("page", page.data(), page.size());
    QPDFPageDocumentHelper(all).addPage(QPDFPageDocumentHelper(source).getAllPages().front(),
                                        false);
  }
  QPDFWriter writer(all);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace

Result<std::string> pdf_of_picture(const std::string& bytes) {
  setMsgSeverity(L_SEVERITY_NONE);  // Leptonica prints what it also returns
  l_int32 format = IFF_UNKNOWN;
  std::vector<std::string> pages;
  if (pixReadHeaderMem(data_of(bytes), bytes.size(), &format, nullptr, nullptr, nullptr, nullptr,
                       nullptr) == 0) {
    if (format == IFF_JFIF_JPEG) {
      pages = {pdf_of_jpeg(bytes)};
    } else if (L_FORMAT_IS_TIFF(format)) {
      pages = pdfs_of_tiff(bytes);
    } else {
      pages = {pdf_of_pixels(PixPointer(pixReadMem(data_of(bytes), bytes.size())))};
    }
  }
  const bool whole = std::none_of(pages.begin(), pages.end(),
                                  [](const std::string& page) { return page.empty(); });
  if (pages.empty() || !whole)
    return tl::unexpected(Error{ErrorCode::damaged, "the picture can't be decoded"});
  return joined(pages);
}

}  // namespace diarium
