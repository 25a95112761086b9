#include "pipeline/publish/searchable_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

#include "models/unicode.h"
#include "pipeline/publish/invisible_text.h"
#include "pipeline/publish/picture_pdf.h"

namespace diarium {
namespace {

using Object = QPDFObjectHandle;

/// The lines of a ToUnicode map, 100 at most a block.
std::string to_unicode_of(const FontLetters& letters) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Diarium def\n"
      "/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n";
  for (std::size_t begin = 0; begin < letters.size(); begin += 100) {
    const std::size_t end = std::min(begin + 100, letters.size());
    map += fmt::format("{} beginbfchar\n", end - begin);
    for (std::size_t i = begin; i < end; ++i) {
      const auto point = static_cast<std::uint32_t>(letters[i]);
      const std::string utf16 =
          point < 0x10000 ? fmt::format("{:04X}", point)
                          : fmt::format("{:04X}{:04X}", 0xD800 + ((point - 0x10000) >> 10),
                                        0xDC00 + ((point - 0x10000) & 0x3FF));
      map += fmt::format("<{:02X}> <{}>\n", i + 1, utf16);
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// A Type 3 font whose glyphs have a width and no ink.
Object font_of(QPDF& pdf, const FontLetters& letters) {
  Object glyph =
      pdf.makeIndirectObject(Object::newStream(&pdf, fmt::format("{} 0 d0", kGlyphWidth)));
  Object glyphs = Object::newDictionary();
  Object names = Object::newArray();
  Object widths = Object::newArray();
  names.appendItem(Object::newInteger(1));
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::string name = fmt::format("/g{}", i + 1);
    glyphs.replaceKey(name, glyph);
    names.appendItem(Object::newName(name));
    widths.appendItem(Object::newInteger(kGlyphWidth));
  }
  Object font = Object::parse(fmt::format(
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 -250 {} 750] /FontMatrix [.001 0 0 .001 0 0]"
      " /FirstChar 1 /LastChar {} /Resources << >> >>",
      kGlyphWidth, letters.size()));
  font.replaceKey("/CharProcs", glyphs);
  Object encoding = Object::parse("<< /Type /Encoding >>");
  encoding.replaceKey("/Differences", names);
  font.replaceKey("/Encoding", encoding);
  font.replaceKey("/Widths", widths);
  font.replaceKey("/ToUnicode",
                  pdf.makeIndirectObject(Object::newStream(&pdf, to_unicode_of(letters))));
  return pdf.makeIndirectObject(font);
}

PdfBox box_of(const Object::Rectangle& rectangle) {
  return {std::min(rectangle.llx, rectangle.urx), std::min(rectangle.lly, rectangle.ury),
          std::max(rectangle.llx, rectangle.urx), std::max(rectangle.lly, rectangle.ury)};
}

/// A page that gets a layer, and the operators of that layer.
struct Layer {
  QPDFPageObjectHelper page;
  std::string operators;
};

void add_layer(QPDF& pdf, Layer& layer, const std::vector<Object>& fonts) {
  Object resources = layer.page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) {
    resources = Object::newDictionary();
    layer.page.getObjectHandle().replaceKey("/Resources", resources);
  }
  Object named = resources.getKey("/Font");
  named = named.isDictionary() ? named.shallowCopy() : Object::newDictionary();
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    named.replaceKey(fmt::format("/{}", font_name(i)), fonts[i]);
  }
  resources.replaceKey("/Font", named);
  // What the page leaves set must not move the layer.
  layer.page.addPageContents(Object::newStream(&pdf, "q\n"), true);
  layer.page.addPageContents(Object::newStream(&pdf, "\nQ\n" + layer.operators), false);
}

void add_layers(QPDF& pdf, const std::vector<QPDFPageObjectHelper>& pages,
                const SourceContents& contents) {
  InvisibleFonts fonts;
  std::vector<Layer> layers;
  for (const Page& page : contents.pages) {
    if (page.number < 1 || static_cast<std::size_t>(page.number) > pages.size()) continue;
    QPDFPageObjectHelper sheet = pages[static_cast<std::size_t>(page.number) - 1];
    if (page.rotation != 0 && page.origin != Origin::embedded) {
      sheet.getObjectHandle().replaceKey("/Rotate", Object::newInteger(page.rotation));
    }
    Object crop = sheet.getCropBox(false);
    if (!crop.isRectangle()) continue;
    std::string operators = invisible_text_of(page, box_of(crop.getArrayAsRectangle()), fonts);
    if (!operators.empty()) layers.push_back({sheet, std::move(operators)});
  }
  std::vector<Object> objects;
  for (const FontLetters& letters : fonts.fonts()) objects.push_back(font_of(pdf, letters));
  for (Layer& layer : layers) add_layer(pdf, layer, objects);
}

std::string bookmark_title(const Document& document) {
  return document.title.empty() ? std::string(name_of(document.kind)) : document.title;
}

/// After the bookmarks that the file has already.
void add_bookmarks(QPDF& pdf, const std::vector<QPDFPageObjectHelper>& pages,
                   const SourceContents& contents, const PageRange& range) {
  Object root = pdf.getRoot().getKey("/Outlines");
  if (!root.isDictionary()) {
    root = pdf.makeIndirectObject(Object::parse("<< /Type /Outlines /Count 0 >>"));
    pdf.getRoot().replaceKey("/Outlines", root);
  }
  long long count = root.getKey("/Count").isInteger() ? root.getKey("/Count").getIntValue() : 0;
  for (const StoredDocument& stored : contents.documents) {
    const int first = stored.document.first_page;
    if (first < std::max(1, range.first) || first > range.last ||
        static_cast<std::size_t>(first) > pages.size()) {
      continue;
    }
    Object item = pdf.makeIndirectObject(Object::newDictionary());
    item.replaceKey("/Title", Object::newUnicodeString(bookmark_title(stored.document)));
    item.replaceKey("/Parent", root);
    Object place = Object::newArray();
    place.appendItem(pages[static_cast<std::size_t>(first) - 1].getObjectHandle());
    place.appendItem(Object::newName("/Fit"));
    item.replaceKey("/Dest", place);
    Object last = root.getKey("/Last");
    if (last.isDictionary()) {
      item.replaceKey("/Prev", last);
      last.replaceKey("/Next", item);
    } else {
      root.replaceKey("/First", item);
    }
    root.replaceKey("/Last", item);
    count += count < 0 ? -1 : 1;
  }
  root.replaceKey("/Count", Object::newInteger(count));
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  if (!pdf.isEncrypted()) writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

std::string with_layer(const SourceContents& contents, const std::string& original,
                       PageRange range) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("original", original.data(), original.size());
  QPDFPageDocumentHelper document(pdf);
  const std::vector<QPDFPageObjectHelper> pages = document.getAllPages();
  const auto count = static_cast<int>(pages.size());
  if (range.first == 0) range = {1, count};
  add_layers(pdf, pages, contents);
  add_bookmarks(pdf, pages, contents, range);
  for (int number = 1; number <= count; ++number) {
    if (number >= range.first && number <= range.last) continue;
    document.removePage(pages[static_cast<std::size_t>(number) - 1]);
  }
  return written(pdf);
}

}  // namespace

Result<std::string> searchable_pdf(const SourceContents& contents, std::string original,
                                   const PageRange& range) {
  const std::string& type = contents.source.media_type;
  if (type.starts_with("image/")) {
    Result<std::string> pages = pdf_of_picture(original);
    if (!pages) return pages;
    original = std::move(*pages);
  } else if (type != "application/pdf") {
    return tl::unexpected(
        Error{ErrorCode::unsupported, "only PDF and pictures have pages to show"});
  }
  try {
    return with_layer(contents, original, range);
  } catch (const QPDFExc& error) {
    const bool locked = error.getErrorCode() == qpdf_e_password;
    return tl::unexpected(
        Error{locked ? ErrorCode::encrypted : ErrorCode::damaged, error.getMessageDetail()});
  } catch (const std::logic_error& error) {  // qpdf's word for objects of the wrong type
    return tl::unexpected(Error{ErrorCode::damaged, error.what()});
  }
}

}  // namespace diarium
