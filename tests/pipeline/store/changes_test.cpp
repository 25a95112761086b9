#include "pipeline/store/changes.h"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <vector>

#include "models/json.h"
#include "pipeline/store/export.h"
#include "sample_archive.h"

using namespace diarium;

namespace {

/// Lines of an export by id, and path for sources.
using Export = std::map<std::string, std::string>;

std::string key_of(const std::string& line) {
  auto members = flat_members(line);
  return members["id"] + (members["kind"] == "source" ? members["path"] : "");
}

Export exported(const Archive& archive) {
  std::ostringstream out;
  export_jsonl(archive, out);
  std::istringstream lines(out.str());
  Export all;
  for (std::string line; std::getline(lines, line);) all[key_of(line)] = line;
  return all;
}

std::vector<std::string> changes_since(const Archive& archive, std::int64_t sequence) {
  std::vector<std::string> lines;
  changed_lines(archive, sequence, [&lines](const std::string& line) { lines.push_back(line); });
  return lines;
}

void bring_up_to_date(Export& copy, const std::vector<std::string>& changes) {
  for (const std::string& line : changes) {
    if (flat_members(line).contains("deleted")) {
      copy.erase(key_of(line));
    } else {
      copy[key_of(line)] = line;
    }
  }
}

/// The sample understood anew: one finding less, another title.
void change_sample(Archive& archive) {
  SampleFile file = sample_file(kSource);
  file.understanding.findings.front().pop_back();
  file.understanding.documents.front().title = "Familjecentral i Lindsäter";
  archive.put_understanding(kSource, "u2", file.pages, file.understanding);
}

}  // namespace

TEST_CASE("changes: the first time everything is new, the second time nothing") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  CHECK(note_changes(archive) == 1);
  Export copy;
  bring_up_to_date(copy, changes_since(archive, 0));
  CHECK(copy == exported(archive));
  put_sample(archive);
  CHECK(note_changes(archive) == 1);
  CHECK(changes_since(archive, 1).empty());
}

TEST_CASE("changes: an old export and the changes since then make the export of now") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::int64_t then = note_changes(archive);
  Export copy = exported(archive);
  change_sample(archive);
  const std::int64_t now = note_changes(archive);
  CHECK(now == then + 1);
  const std::vector<std::string> changes = changes_since(archive, then);
  CHECK(changes.front() ==
        "{\"kind\":\"paragraph\",\"id\":\"" + kSource + ".d1.paragraph.1\",\"deleted\":true}");
  CHECK(changes.size() == 2);
  bring_up_to_date(copy, changes);
  CHECK(copy == exported(archive));
}

TEST_CASE("changes: a file that is taken out leaves a stone for each of its lines") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::int64_t then = note_changes(archive);
  Export copy = exported(archive);
  archive.remove_source(kSource);
  note_changes(archive);
  bring_up_to_date(copy, changes_since(archive, then));
  CHECK(copy == exported(archive));
  put_sample(archive);
  note_changes(archive);
  bring_up_to_date(copy, changes_since(archive, then));
  CHECK(copy == exported(archive));
}

TEST_CASE("changes: a copy of one file under another name is a line of its own") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::int64_t then = note_changes(archive);
  archive.put_path({.path = "in/copy.pdf",
                    .display = "in/copy.pdf",
                    .bytes = 4'096,
                    .source = kSource,
                    .status = PathStatus::duplicate});
  note_changes(archive);
  const std::vector<std::string> changes = changes_since(archive, then);
  REQUIRE(changes.size() == 1);
  CHECK(flat_members(changes.front()).at("path") == "in/copy.pdf");
}
