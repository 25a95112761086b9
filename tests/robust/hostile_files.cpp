#include "hostile_files.h"

#include <fmt/format.h>

#include <random>

namespace diarium {
namespace {

std::string stream(const std::string& dictionary, const std::string& content) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary, content.size(),
                     content);
}

/// A PDF of these objects, the first its catalogue.
std::string pdf(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.5\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return out +
         fmt::format("xref\n0 {}\n{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, table, objects.size() + 1, out.size());
}

/// One page: `content` drawn with `resources`, more objects from 5 on.
std::string page(const std::string& content, const std::string& resources = "",
                 const std::vector<std::string>& more = {},
                 const std::string& media_box = "0 0 595 842") {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      fmt::format(
          "<< /Type /Page /Parent 2 0 R /MediaBox [{}] /Contents 4 0 R /Resources << {} >> >>",
          media_box, resources),
      stream("", content)};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf(objects);
}

/// Ten forms that draw the next one ten times each.
std::string nested_forms() {
  std::vector<std::string> forms;
  for (int depth = 0; depth < 10; ++depth) {
    std::string content;
    for (int i = 0; i < 10; ++i) content += "/F Do\n";
    const std::string inner = depth < 9 ? fmt::format("/XObject << /F {} 0 R >>", 6 + depth) : "";
    forms.push_back(stream(
        fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {} >>", inner),
        depth < 9 ? content : "0 0 9 9 re f"));
  }
  return page("/F Do", "/XObject << /F 5 0 R >>", forms);
}

std::string scattered_glyphs(int count) {
  std::string content = "BT /F1 4 Tf\n";
  std::mt19937 random(7);
  for (int i = 0; i < count; ++i)
    content += fmt::format("1 0 0 1 {} {} Tm (a) Tj\n", random() % 595, random() % 842);
  return page(content + "ET", "/Font << /F1 5 0 R >>",
              {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
}

std::string tiny_tiles() {
  return page("/Pattern cs /P scn 0 0 100000 100000 re f", "/Pattern << /P 5 0 R >>",
              {stream("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001"
                      " /YStep 0.001 /Resources << >>",
                      "0 0 1 1 re f")});
}

std::string page_tree_loop() {
  return pdf({"<< /Type /Catalog /Pages 2 0 R >>",
              "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"});
}

std::string huge_image() {
  return page("595 0 0 842 0 0 cm /Im Do", "/XObject << /Im 5 0 R >>",
              {stream("/Type /XObject /Subtype /Image /Width 2147483647 /Height 2147483647"
                      " /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                      "x")});
}

std::string dense_dashes() {
  return page("[0.00001 0.00001] 0 d 0.1 w 0 0 m 595 842 l S\n");
}

/// Says 65 500 x 65 500 pixels; there is nothing behind it.
std::string png_of_great_size() {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xFF\xDC\0\0\xFF\xDC\x01\0\0\0\0\xC4\x1E\x2D\x5A"
         "\0\0\0\0IEND\xAE\x42\x60\x82"s;
}

/// Its directory of pages leads back to itself.
std::string tiff_without_end() {
  using namespace std::string_literals;
  return "II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x03\0\x01\0\0\0\x10\0\0\0"
         "\x08\0\0\0"s;
}

std::string noise(const std::string& start, std::size_t size, unsigned seed) {
  std::string out = start;
  std::mt19937 random(seed);
  while (out.size() < size) out += static_cast<char>(random() & 0xFFU);
  return out;
}

}  // namespace

std::vector<HostileFile> hostile_files() {
  const std::string drawn = "BT /F1 11 Tf 72 700 Td (Almvik) Tj ET";
  const std::string good = page(drawn, "/Font << /F1 5 0 R >>",
                                {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"});
  std::vector<HostileFile> files{
      {"nested_forms.pdf", nested_forms(), ""},
      {"scattered_glyphs.pdf", scattered_glyphs(100'000), "a"},
      {"tiny_tiles.pdf", tiny_tiles(), ""},
      {"page_tree_loop.pdf", page_tree_loop(), {}},
      {"huge_image.pdf", huge_image(), {}},
      {"dense_dashes.pdf", dense_dashes(), ""},
      {"huge_page.pdf", page("0 0 9 9 re f", "", {}, "0 0 1000000000 1000000000"), ""},
      {"no_page_size.pdf", page("0 0 9 9 re f", "", {}, "0 0 0 0"), ""},
      {"great.png", png_of_great_size(), {}},
      {"without_end.tif", tiff_without_end(), {}},
      {"torn.pdf", good.substr(0, good.size() / 2), {}},
      {"empty.pdf", "", {}},
      {"no_kind.pdf", "Detta är ingen PDF.", {}},
      {"noise.pdf", noise("%PDF-1.7\n", 50'000, 1), {}},
      {"noise.jpg", noise("\xFF\xD8\xFF\xE0", 50'000, 2), {}},
      {"noise.docx", noise("PK\x03\x04", 50'000, 3), {}},
      {"name\nwith\x1B[31m a\xE5 break.pdf", good, "Almvik"},
  };
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::string mutant = good;
    std::mt19937 random(seed);
    for (int i = 0; i < 8; ++i) mutant[random() % mutant.size()] = static_cast<char>(random());
    // What is drawn stays, so that it is known what a whole reading says; but a page that names no
    // contents any more is a blank one.
    mutant.replace(good.find(drawn), drawn.size(), drawn);
    const bool names_it = mutant.find("/Contents 4 0 R") != std::string::npos;
    files.push_back({fmt::format("mutant_{}.pdf", seed), mutant, names_it ? "Almvik" : ""});
  }
  return files;
}

}  // namespace diarium
