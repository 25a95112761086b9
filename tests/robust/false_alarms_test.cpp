// Good documents that a careful reader might take for hostile ones.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>

#include "night.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

/// A scan among the lines of a plan, on a sheet of A0: 139 megapixels at 300 dpi.
std::string plan_in_a0(const std::string& scan_in_a_page) {
  const std::size_t image = scan_in_a_page.find("8 0 obj");
  const std::string picture =
      scan_in_a_page.substr(image + 7, scan_in_a_page.find("endobj", image) - image - 7);
  std::string content = "q 340 0 0 200 2900 60 cm /Im Do Q\n2 w 20 20 3330 2344 re S\n";
  for (int line = 1; line < 20; ++line)
    content += fmt::format("100 {0} m 2600 {0} l S\n", line * 110);
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 3370 2384] /Contents 4 0 R"
      " /Resources << /XObject << /Im 5 0 R >> >> >>",
      fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content), picture};
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return fmt::format("{0}xref\n0 6\n{1}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{2}\n%%EOF\n",
                     pdf, table, pdf.size());
}

/// Documents below `folder` that a reader must take: their kinds, and not beginning with "~".
std::vector<fs::path> documents_below(const fs::path& folder, int every_nth) {
  const std::set<std::string> kinds{".pdf", ".docx", ".png", ".tif", ".jpg", ".eml", ".html"};
  std::vector<fs::path> files;
  int number = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!kinds.contains(entry.path().extension().string())) continue;
    if (number++ % every_nth == 0) files.push_back(entry.path());
  }
  return files;
}

/// What was refused, in words.
std::vector<std::string> refused_in(const fs::path& database) {
  std::vector<std::string> refused;
  const Archive archive = Archive::open_read_only(database);
  for (const SourceStatus status : {SourceStatus::quarantined, SourceStatus::partial}) {
    for (const Source& source : archive.sources(status)) {
      for (const PathEntry& entry : archive.paths_of(source.id))
        refused.push_back(fmt::format("{}: {}", entry.display, source.message));
    }
  }
  return refused;
}

}  // namespace

TEST_CASE("row 4: a plan in A0 is read at a lower resolution, and not refused") {
  const TemporaryFolder folder;
  write_scan(folder);
  const std::string scan = *bytes_of_file(folder.path() / "arkiv/scan.pdf");
  folder.write("plan/a0.pdf", plan_in_a0(scan));
  Configuration patient = settings_of_night();
  patient.page_seconds = 120;
  patient.ocr = OcrChoice::always;  // the sheet as a whole, not the scan in its corner
  const RunReport report = night({folder.path() / "plan"}, folder.path() / "a.db", patient);
  CHECK(report.indexed == 1);
  const std::string everything = everything_in(folder.path() / "a.db");
  const bool read = everything.find("Almvik") != std::string::npos;
  CHECK(read);
  tell_row(4, fmt::format("a scan on a sheet of A0: {} of 1 indexed, its words {}", report.indexed,
                          read ? "read" : "not read"));
}

TEST_CASE("row 4: no good document is refused") {
  const TemporaryFolder folder;
  Configuration patient = settings_of_night();
  patient.page_seconds = 120;
  patient.memory_mb = 2048;
  patient.ocr = times(0, 1) == 0 ? OcrChoice::never : OcrChoice::automatic;
  std::vector<fs::path> files = documents_below(source_folder() / "corpus/archive", 1);
  const fs::path real = source_folder() / "../shared/real";
  for (const char* const part :
       {"tables_icdar2013", "scan_riksdag", "flow_miwg", "docx", "scans"}) {
    if (!fs::exists(real / part)) {
      std::cout << "skipped: no " << (real / part).string() << '\n';
      continue;
    }
    for (fs::path& file : documents_below(real / part, times(10, 1))) {
      // It has no trailer on purpose; Poppler's own programs don't open it either.
      if (file.filename() != "invalid.pdf") files.push_back(std::move(file));
    }
  }
  const RunReport report = night(files, folder.path() / "a.db", patient);
  const std::vector<std::string> refused = refused_in(folder.path() / "a.db");
  CHECK(refused == std::vector<std::string>{});
  CHECK(report.left == 0);
  tell_row(4, fmt::format("{} good documents: {} refused or read in part", report.files(),
                          refused.size()));
}
