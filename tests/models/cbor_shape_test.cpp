#include "models/cbor_shape.h"

#include <catch2/catch.hpp>
#include <string>

using namespace std::string_view_literals;

namespace diarium {

constexpr CborLimits kSmall{.depth = 3, .values = 100};

TEST_CASE("CBOR: whole numbers, truths, texts and arrays are plain") {
  for (const std::string_view bytes :
       {"\x00"sv, "\x18\xFF"sv, "\x1B\x00\x00\x00\x00\x00\x00\x00\x01"sv, "\x29"sv, "\xF4"sv,
        "\xF5"sv, "\x63\xC3\xA5h"sv, "\x60"sv, "\x80"sv, "\x82\x01\x81\xF5"sv}) {
    CHECK(is_plain_cbor(bytes, kSmall));
  }
}

TEST_CASE("CBOR: all else is refused, and so is what is cut or goes on") {
  for (const std::string_view bytes :
       {""sv, "\x00\x00"sv, "\x18"sv, "\x62h"sv, "\x82\x01"sv,
        "\x43"sv
        "abc"sv,
        "\xA0"sv, "\xC0\x00"sv, "\xF6"sv, "\xF9\x00\x00"sv, "\x9F\xFF"sv, "\x7F\x60\xFF"sv,
        "\x1C"sv, "\x7B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv,
        "\x9B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00"sv}) {
    CHECK_FALSE(is_plain_cbor(bytes, kSmall));
  }
}

TEST_CASE("CBOR: arrays may lie so deep and no deeper") {
  CHECK(is_plain_cbor("\x81\x81\x81\x01"sv, kSmall));
  CHECK(is_plain_cbor("\x81\x81\x80"sv, kSmall));
  CHECK_FALSE(is_plain_cbor("\x81\x81\x81\x80"sv, kSmall));
  CHECK_FALSE(is_plain_cbor(std::string(1'000'000, '\x81'), kSmall));
}

TEST_CASE("CBOR: so many values and no more") {
  const std::string hundred = "\x98\x63" + std::string(99, '\0');
  CHECK(is_plain_cbor(hundred, kSmall));
  CHECK_FALSE(is_plain_cbor("\x98\x64" + std::string(100, '\0'), kSmall));
}

}  // namespace diarium
