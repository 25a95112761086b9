// The house rules that a compiler can't see: which way includes run, that every source has its
// test, that files stay short and are named by what they hold.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/source_folder.h"

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = diarium::source_folder();

std::vector<fs::path> files_below(const std::string& folder,
                                  const std::set<std::string>& extensions) {
  std::vector<fs::path> files;
  if (!fs::exists(kRoot / folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / folder)) {
    if (entry.is_regular_file() && extensions.contains(entry.path().extension().string())) {
      files.push_back(fs::relative(entry.path(), kRoot));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::ifstream in(kRoot / file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> includes_of(const fs::path& file) {
  static const std::string kStart = "#include \"";
  std::vector<std::string> included;
  for (const std::string& line : lines_of(file)) {
    if (!line.starts_with(kStart)) continue;
    included.push_back(line.substr(kStart.size(), line.find('"', kStart.size()) - kStart.size()));
  }
  return included;
}

/// What a folder may include besides itself; the lower layers, and for run/ the stages it composes.
const std::map<std::string, std::vector<std::string>> kMayInclude{
    {"models", {}},
    {"extractors", {"models/"}},
    {"pipeline/read", {"models/"}},
    {"pipeline/ocr", {"models/"}},
    {"pipeline/layout", {"models/"}},
    {"pipeline/segment", {"models/", "extractors/"}},
    {"pipeline/store", {"models/", "extractors/", "pipeline/segment/"}},
    {"pipeline/publish", {"models/", "pipeline/store/"}},
    {"pipeline/run", {"models/", "extractors/", "pipeline/"}},
    {"tools", {"models/", "extractors/", "pipeline/"}},
};

const std::set<std::string> kSourceExtensions{".h", ".cpp"};

}  // namespace

TEST_CASE("layers: no include runs upward or sideways") {
  for (const auto& [folder, allowed] : kMayInclude) {
    for (const fs::path& file : files_below(folder, kSourceExtensions)) {
      for (const std::string& included : includes_of(file)) {
        if (included.find('/') == std::string::npos) continue;  // generated beside the target
        const bool own = included.starts_with(folder + "/");
        const bool lower = std::any_of(allowed.begin(), allowed.end(), [&](const auto& prefix) {
          return included.starts_with(prefix);
        });
        INFO(file.string() << " includes " << included);
        CHECK((own || lower));
      }
    }
  }
}

TEST_CASE("layers: every source of the library has a test of the same place and name") {
  for (const std::string folder : {"models", "extractors", "pipeline"}) {
    for (const fs::path& file : files_below(folder, {".cpp"})) {
      const fs::path test =
          kRoot / "tests" / file.parent_path() / (file.stem().string() + "_test.cpp");
      INFO(file.string() << " has no " << fs::relative(test, kRoot).string());
      CHECK(fs::exists(test));
    }
  }
}

TEST_CASE("layers: files hold one idea, of at most 400 lines, and a name that tells it") {
  for (const std::string folder : {"models", "extractors", "pipeline", "tools", "tests"}) {
    for (const fs::path& file : files_below(folder, kSourceExtensions)) {
      INFO(file.string());
      CHECK(lines_of(file).size() <= 400);
      const std::string stem = file.stem().string();
      for (const std::string vague :
           {"util", "utils", "helper", "helpers", "common", "misc", "manager"}) {
        CHECK_FALSE((stem == vague || stem.ends_with("_" + vague)));
      }
    }
  }
}

TEST_CASE("layers: third-party types stay in the files that DESIGN names") {
  const std::map<std::string, std::vector<std::string>> homes{
      {"<poppler/", {"pipeline/read/"}},
      {"<tesseract/", {"pipeline/ocr/", "tools/bench/recognition_cost"}},
      {"<allheaders.h", {"pipeline/ocr/", "pipeline/read/", "tools/corpus/"}},
      {"<leptonica/",
       {"pipeline/ocr/", "pipeline/read/", "pipeline/publish/picture_pdf", "tools/corpus/"}},
      {"<re2/", {"extractors/rule_book"}},
      {"<toml++/", {"extractors/rule_book", "pipeline/run/configuration"}},
      {"<SQLiteCpp/", {"pipeline/store/", "tools/bench/"}},
      {"<sqlite3.h", {"pipeline/store/"}},
      {"<qpdf/", {"pipeline/publish/"}},
      {"<CLI/", {"tools/"}},
  };
  for (const std::string folder : {"models", "extractors", "pipeline", "tools"}) {
    for (const fs::path& file : files_below(folder, kSourceExtensions)) {
      for (const std::string& line : lines_of(file)) {
        if (!line.starts_with("#include <")) continue;
        for (const auto& [header, places] : homes) {
          if (line.find(header) == std::string::npos) continue;
          INFO(file.string() << ": " << line);
          CHECK(std::any_of(places.begin(), places.end(), [&](const std::string& place) {
            return file.string().starts_with(place);
          }));
        }
        if (file.extension() == ".h") {
          INFO(file.string() << ": JSON stays out of headers");
          CHECK(line.find("<nlohmann/") == std::string::npos);
        }
      }
    }
  }
}
