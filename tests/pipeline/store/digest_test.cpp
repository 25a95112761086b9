#include "pipeline/store/digest.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

std::string digest_of(const std::vector<std::string>& fields) {
  Digest digest;
  for (const std::string& field : fields) digest.add_field(field);
  return digest.hex();
}

}  // namespace

TEST_CASE("digest: SHA-256 as published") {
  Digest digest;
  digest.add("a");
  digest.add("bc");
  CHECK(digest.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("digest: fields that read the same when joined differ") {
  CHECK(digest_of({"ab", "c"}) != digest_of({"a", "bc"}));
  CHECK(digest_of({"ab", ""}) != digest_of({"ab"}));
}

}  // namespace diarium
