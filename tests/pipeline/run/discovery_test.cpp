#include "pipeline/run/discovery.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <vector>

#include "temporary_archive.h"

using namespace diarium;

namespace {

struct Walked {
  std::vector<std::string> names;
  std::vector<Error> unreadable;
  std::vector<std::string> passed_over;
};

Walked walk(const std::filesystem::path& root) {
  Walked walked;
  discover(
      root, [&](const FoundFile& file) { walked.names.push_back(file.path.filename().string()); },
      [&](const Error& error) { walked.unreadable.push_back(error); },
      [&](const std::filesystem::path& path) {
        walked.passed_over.push_back(path.filename().string());
      });
  return walked;
}

}  // namespace

TEST_CASE("discovery: regular files of all folders, in the order of names") {
  const TemporaryFolder folder;
  folder.write("b/2.pdf", "x");
  folder.write("a/1.pdf", "x");
  folder.write("b/1.pdf", "x");
  CHECK(walk(folder.path()).names == std::vector<std::string>{"1.pdf", "1.pdf", "2.pdf"});
  CHECK(walk(folder.path() / "a" / "1.pdf").names == std::vector<std::string>{"1.pdf"});
  CHECK(walk(folder.path().string() + "/a/").names == std::vector<std::string>{"1.pdf"});
}

TEST_CASE("discovery: links and pipes are passed over and told; hidden and lock files are not") {
  const TemporaryFolder folder;
  folder.write("a.pdf", "x");
  folder.write(".hidden.pdf", "x");
  folder.write("~$a.docx", "x");
  std::filesystem::create_symlink(folder.path() / "a.pdf", folder.path() / "link.pdf");
  std::filesystem::create_directory_symlink("/", folder.path() / "loop");
  REQUIRE(::mkfifo((folder.path() / "pipe.pdf").c_str(), 0600) == 0);
  const Walked walked = walk(folder.path());
  CHECK(walked.names == std::vector<std::string>{"a.pdf"});
  CHECK(walked.passed_over == std::vector<std::string>{"link.pdf", "loop", "pipe.pdf"});
}

TEST_CASE("discovery: a file that is still being copied or downloaded is left out") {
  const TemporaryFolder folder;
  for (const char* const name : {"a.pdf.part", "b.pdf.filepart", "c.pdf.crdownload", "d.partial"})
    folder.write(name, "x");
  CHECK(walk(folder.path()).names.empty());
  folder.write("part.pdf", "x");
  CHECK(walk(folder.path()).names == std::vector<std::string>{"part.pdf"});
}

TEST_CASE("discovery: what is gone is told, and the walk goes on") {
  const TemporaryFolder folder;
  const Walked walked = walk(folder.path() / "gone");
  REQUIRE(walked.unreadable.size() == 1);
  CHECK(walked.unreadable[0].code == ErrorCode::unreadable);
}

TEST_CASE("discovery: names are bytes, shown safely") {
  CHECK(display_form("/arkiv/kallelse å.pdf") == "/arkiv/kallelse å.pdf");
  CHECK(display_form("/arkiv/rad\nbrytning.pdf") == "/arkiv/rad\\x0Abrytning.pdf");
  CHECK(display_form("/arkiv/\xE5.pdf") == "/arkiv/\\xE5.pdf");
}
