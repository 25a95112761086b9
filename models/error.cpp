#include "models/error.h"

#include <array>
#include <utility>

namespace diarium {
namespace {

constexpr std::array<std::pair<ErrorCode, std::string_view>, 13> kNames{{
    {ErrorCode::unreadable, "unreadable"},
    {ErrorCode::empty, "empty"},
    {ErrorCode::unsupported, "unsupported"},
    {ErrorCode::damaged, "damaged"},
    {ErrorCode::encrypted, "encrypted"},
    {ErrorCode::too_large, "too_large"},
    {ErrorCode::timeout, "timeout"},
    {ErrorCode::out_of_memory, "out_of_memory"},
    {ErrorCode::crashed, "crashed"},
    {ErrorCode::forbidden, "forbidden"},
    {ErrorCode::changed, "changed"},
    {ErrorCode::no_text, "no_text"},
    {ErrorCode::internal, "internal"},
}};

}  // namespace

std::string_view name_of(ErrorCode code) {
  for (const auto& [value, name] : kNames) {
    if (value == code) return name;
  }
  return "internal";
}

ErrorCode error_code_of(std::string_view name) {
  for (const auto& [value, text] : kNames) {
    if (text == name) return value;
  }
  return ErrorCode::internal;
}

}  // namespace diarium
