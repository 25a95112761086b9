#pragma once

#include <cstddef>
#include <string_view>

namespace diarium {

/// What may be built of foreign CBOR: a tree takes many times the room of its bytes.
struct CborLimits {
  std::size_t depth = 0;   ///< of arrays within each other
  std::size_t values = 0;  ///< in all, arrays included
};

/// Whether bytes are one CBOR value (RFC 8949) of whole numbers, truths, texts and arrays alone,
/// each of a length that is told before it, within the limits. Reads without recursion: a parser
/// that builds a tree goes a step deeper for each byte of texts within texts.
bool is_plain_cbor(std::string_view bytes, const CborLimits& limits);

}  // namespace diarium
