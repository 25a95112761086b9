#include "tools/corpus/pdf_file.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

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

/// Writes the objects of a PDF and, at the end, where each of them begins.
class PdfWriter {
 public:
  void object(const std::string& body) {
    offsets_.push_back(bytes_.size());
    bytes_ += fmt::format("{} 0 obj\n{}\nendobj\n", offsets_.size(), body);
  }
  void stream(const std::string& entries, const std::string& content) {
    object(fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, content.size(),
                       content));
  }
  std::string finish() {
    const std::size_t table = bytes_.size();
    bytes_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets_.size() + 1);
    for (const std::size_t offset : offsets_) bytes_ += fmt::format("{:010} 00000 n \n", offset);
    bytes_ += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                          offsets_.size() + 1, table);
    return std::move(bytes_);
  }

 private:
  std::string bytes_ = "%PDF-1.5\n";
  std::vector<std::size_t> offsets_;
};

std::string image_entries(const PagePicture& picture) {
  std::string entries = fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} ",
                                    picture.width, picture.height);
  if (picture.coding == PagePicture::Coding::jpeg) {
    return entries + fmt::format("/ColorSpace /{} /BitsPerComponent 8 /Filter /DCTDecode",
                                 picture.colour ? "DeviceRGB" : "DeviceGray");
  }
  return entries + fmt::format(
                       "/ColorSpace /DeviceGray /BitsPerComponent 1 {}"
                       "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {} /Rows {} >>",
                       picture.inverted ? "/Decode [1 0] " : "", picture.width, picture.height);
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
  PdfWriter pdf;
  pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
  std::string kids;
  for (std::size_t at = 0; at < pictures.size(); ++at) kids += fmt::format("{} 0 R ", 3 + 3 * at);
  pdf.object(fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pictures.size(), kids));
  for (std::size_t at = 0; at < pictures.size(); ++at) {
    const PagePicture& picture = pictures[at];
    const std::size_t first = 3 + 3 * at;
    pdf.object(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {:.2f} {:.2f}] "
                    "/Resources << /XObject << /P {} 0 R >> >> /Contents {} 0 R >>",
                    picture.page_width, picture.page_height, first + 2, first + 1));
    pdf.stream(
        "", fmt::format("{:.2f} 0 0 {:.2f} 0 0 cm /P Do", picture.page_width, picture.page_height));
    pdf.stream(image_entries(picture), picture.bytes);
  }
  return pdf.finish();
}

}  // namespace diarium::corpus
