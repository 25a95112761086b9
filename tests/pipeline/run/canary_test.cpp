#include "pipeline/run/canary.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("canary: row 6, text and scan read within the sandbox what is printed") {
  const Configuration configuration;
  Nursery nursery(configuration);
  CHECK_NOTHROW(prove_by_canary(configuration, nursery));
}

TEST_CASE("canary: a run whose workers can't read ends before it has read anything") {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  Configuration configuration;
  configuration.recognition.model_folder = folder.path();
  Nursery nursery(configuration);
  CHECK_THROWS_WITH(prove_by_canary(configuration, nursery),
                    Catch::Matchers::Contains("no OCR model"));
}
