#include "tools/corpus/pdf_file.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace diarium::corpus {
namespace {

// A fixed hour: the same paper must give the same bytes.
constexpr const char* kCreated = "2024-03-01T08:00:00Z";

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_surface_t* surface) {
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(fmt::format("cannot write a PDF: {}",
                                         cairo_status_to_string(cairo_surface_status(surface))));
  }
}

void attach(cairo_surface_t* surface, const char* type, const std::string& bytes) {
  auto* copy = static_cast<unsigned char*>(std::malloc(bytes.size()));
  std::memcpy(copy, bytes.data(), bytes.size());
  cairo_surface_set_mime_data(surface, type, copy, bytes.size(), std::free, copy);
}

/// A surface whose pixels nobody looks at, because its coded bytes go into the PDF as they are.
Surface coded_surface(const PagePicture& picture) {
  const bool fax = picture.coding == PagePicture::Coding::ccitt_g4;
  const cairo_format_t format = fax ? CAIRO_FORMAT_A1 : CAIRO_FORMAT_RGB24;
  Surface surface(cairo_image_surface_create(format, picture.width, picture.height));
  if (fax) {
    attach(surface.get(), CAIRO_MIME_TYPE_CCITT_FAX, picture.bytes);
    attach(surface.get(), CAIRO_MIME_TYPE_CCITT_FAX_PARAMS,
           fmt::format("Columns={} Rows={} K=-1 EndOfLine=false EncodedByteAlign=false "
                       "BlackIs1=false",
                       picture.width, picture.height));
  } else {
    attach(surface.get(), CAIRO_MIME_TYPE_JPEG, picture.bytes);
  }
  return surface;
}

}  // namespace

std::string pdf_of(const Paper& paper, const std::string& title) {
  std::string bytes;
  Surface pdf(cairo_pdf_surface_create_for_stream(append, &bytes, kA4Width, kA4Height));
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, kCreated);
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_MOD_DATE, kCreated);
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  Ink ink(cairo_create(pdf.get()));
  for (int number = 1; number <= paper.page_count(); ++number) {
    const PaperPage& page = paper.page(number);
    cairo_pdf_surface_set_size(pdf.get(), page.width, page.height);
    cairo_set_source_surface(ink.get(), page.drawing.get(), 0, 0);
    cairo_paint(ink.get());
    cairo_show_page(ink.get());
  }
  ink.reset();
  cairo_surface_finish(pdf.get());
  check(pdf.get());
  return bytes;
}

std::string pdf_of(const std::vector<PagePicture>& pictures) {
  std::string bytes;
  Surface pdf(cairo_pdf_surface_create_for_stream(append, &bytes, kA4Width, kA4Height));
  cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, kCreated);
  Ink ink(cairo_create(pdf.get()));
  for (const PagePicture& picture : pictures) {
    cairo_pdf_surface_set_size(pdf.get(), picture.page_width, picture.page_height);
    const Surface surface = coded_surface(picture);
    cairo_save(ink.get());
    cairo_scale(ink.get(), picture.page_width / picture.width,
                picture.page_height / picture.height);
    cairo_set_source_surface(ink.get(), surface.get(), 0, 0);
    cairo_paint(ink.get());
    cairo_restore(ink.get());
    cairo_show_page(ink.get());
  }
  ink.reset();
  cairo_surface_finish(pdf.get());
  check(pdf.get());
  return bytes;
}

}  // namespace diarium::corpus
