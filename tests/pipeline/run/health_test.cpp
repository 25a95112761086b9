#include "pipeline/run/health.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "temporary_archive.h"

using namespace diarium;

namespace {

Examination found(const std::vector<Examination>& all, const std::string& what) {
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const Examination& one) { return one.what == what; });
  REQUIRE(it != all.end());
  return *it;
}

}  // namespace

TEST_CASE("health: a sound machine can run, and says what it was tried on") {
  const TemporaryFolder folder;
  Configuration configuration;
  configuration.database = folder.path() / "a.db";
  for (const Examination& one : examine(configuration)) {
    CAPTURE(one.what, one.words);
    CHECK(one.health != Health::broken);
    CHECK_FALSE(one.words.empty());
  }
}

TEST_CASE("health: missing models and a file that is no archive are told, and the rest is tried") {
  const TemporaryFolder folder;
  Configuration configuration;
  configuration.database = folder.path() / "a.db";
  configuration.recognition.model_folder = "/usr/share/fonts";
  configuration.low_disk_mb = 0;
  std::ofstream(configuration.database) << "Detta är inget arkiv, men det är en fil.";
  const auto all = examine(configuration);
  CHECK(found(all, "OCR models").health == Health::broken);
  CHECK(found(all, "canary").health == Health::broken);
  CHECK(found(all, "archive").health == Health::broken);
  CHECK(found(all, "free space").health == Health::well);
}
