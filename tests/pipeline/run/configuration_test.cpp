#include "pipeline/run/configuration.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("configuration: a settings file overrides the defaults it names") {
  const TemporaryFolder folder;
  const auto file = folder.write(
      "diarium.toml", "jobs = 3\nocr = \"never\"\nfile_mb = 10\ndatabase = \"arkiv.db\"\n");
  const Configuration configuration = configuration_of_file(file);
  CHECK(configuration.jobs == 3);
  CHECK(configuration.ocr == OcrChoice::never);
  CHECK(configuration.limits.file_bytes == std::size_t{10} << 20U);
  CHECK(configuration.database == "arkiv.db");
  CHECK(configuration.page_seconds == Configuration{}.page_seconds);
}

TEST_CASE("configuration: what is printed reads back the same") {
  Configuration configuration;
  configuration.jobs = 2;
  configuration.rules = "regler \"våra\"";
  configuration.limits.page_pixels = 40e6;
  configuration.municipality = "Almviks kommun";
  configuration.renamed_bodies = {{"Arbetslivsnämnden", "Arbetsmarknadsnämnden"}, {"A", "B", "C"}};
  const TemporaryFolder folder;
  const Configuration read =
      configuration_of_file(folder.write("diarium.toml", toml_of(configuration)));
  CHECK(toml_of(read) == toml_of(configuration));
  CHECK(read.renamed_bodies == configuration.renamed_bodies);
}

TEST_CASE("configuration: a wrong file is refused with its line and what is allowed") {
  using Catch::Matchers::Contains;
  const TemporaryFolder folder;
  const auto complaint = [&](const std::string& text) -> std::string {
    try {
      configuration_of_file(folder.write("diarium.toml", text));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "accepted";
  };
  CHECK_THAT(complaint("jobs = 1\njobz = 3\n"), Contains("diarium.toml:2") && Contains("jobz"));
  CHECK_THAT(complaint("ocr = \"maybe\"\n"), Contains("ocr must be") && Contains("always"));
  CHECK_THAT(complaint("jobs = -1\n"), Contains("jobs must be 0 to 1024"));
  CHECK_THAT(complaint("jobs = [\n"), Contains("diarium.toml:"));
  for (const char* bodies : {"renamed_bodies = 1", "renamed_bodies = [[\"A\"]]",
                             "renamed_bodies = [[\"A\", 2]]", "renamed_bodies = [\"A\", \"B\"]"}) {
    CHECK_THAT(complaint(bodies), Contains("renamed_bodies must be lists of names"));
  }
}

TEST_CASE("configuration: a file of settings that can't be read is named") {
  CHECK_THROWS_WITH(configuration_of_file("/none/diarium.toml"),
                    "can't read the settings in /none/diarium.toml");
}

TEST_CASE("configuration: a reading's key changes with what it depends on, and with nothing else") {
  Configuration configuration;
  const std::string key = reading_key_of(configuration);
  configuration.jobs = 7;
  CHECK(reading_key_of(configuration) == key);
  configuration.recognition.language = "swe";
  CHECK(reading_key_of(configuration) != key);
}
