#include "models/error.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("Error: every reason code has a name that leads back to it") {
  for (const ErrorCode code :
       {ErrorCode::unreadable, ErrorCode::empty, ErrorCode::unsupported, ErrorCode::damaged,
        ErrorCode::encrypted, ErrorCode::too_large, ErrorCode::timeout, ErrorCode::out_of_memory,
        ErrorCode::crashed, ErrorCode::forbidden, ErrorCode::changed, ErrorCode::no_text,
        ErrorCode::internal}) {
    CHECK(error_code_of(name_of(code)) == code);
  }
  CHECK(name_of(ErrorCode::out_of_memory) == "out_of_memory");
  CHECK(error_code_of("no such code") == ErrorCode::internal);
}
