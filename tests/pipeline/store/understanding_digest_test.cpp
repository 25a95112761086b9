#include "pipeline/store/understanding_digest.h"

#include <catch2/catch.hpp>

#include "sample_archive.h"

namespace diarium {

TEST_CASE("understanding digest: the same understanding has the same digest") {
  const SampleFile file = sample_file(kSource);
  const std::string digest = digest_of(file.pages, file.understanding);
  CHECK(digest.size() == 32);
  CHECK(digest_of(file.pages, sample_file(kSource).understanding) == digest);
}

TEST_CASE("understanding digest: whatever is stored changes it") {
  const SampleFile file = sample_file(kSource);
  const std::string digest = digest_of(file.pages, file.understanding);
  const auto changed = [&](auto change) {
    SampleFile other = sample_file(kSource);
    change(other);
    return digest_of(other.pages, other.understanding) != digest;
  };
  CHECK(changed([](SampleFile& f) { f.pages[0].words[0].text = "Annat"; }));
  CHECK(changed([](SampleFile& f) { f.pages[1].issues.emplace_back("partial_page"); }));
  CHECK(changed([](SampleFile& f) { f.understanding.furniture.clear(); }));
  CHECK(changed([](SampleFile& f) { f.understanding.documents[0].title += "x"; }));
  CHECK(changed([](SampleFile& f) { f.understanding.documents[0].confidence = 0.25; }));
  CHECK(changed([](SampleFile& f) {
    f.understanding.documents[0].provenance["body"] = Provenance::inferred;
  }));
  CHECK(changed([](SampleFile& f) { f.understanding.findings[0].pop_back(); }));
  CHECK(changed([](SampleFile& f) { ++f.understanding.findings[0][0].span.end; }));
  CHECK(changed([](SampleFile& f) { f.understanding.findings[0][0].confidence = 0.25; }));
  CHECK(changed([](SampleFile& f) { f.understanding.findings[0][0].rule = "another"; }));
  CHECK(changed([](SampleFile& f) {
    for (Finding& finding : f.understanding.findings[0]) {
      if (auto* clause = std::get_if<Beslutssats>(&finding.record)) clause->scope = "egen del";
    }
  }));
}

}  // namespace diarium
