#include "pipeline/read/pdf_engine.h"

#include <poppler/Error.h>

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("pdf engine: complaints reach who listens, warnings don't count as errors") {
  PdfMessages messages;
  error(errSyntaxWarning, -1, "a warning");
  CHECK_FALSE(messages.any_errors());
  error(errSyntaxError, 17, "Unknown operator 'foo'");
  CHECK(messages.any_errors());
  CHECK_FALSE(messages.any_limits());
  CHECK(messages.first_error() == "Unknown operator 'foo'");
  error(errSyntaxWarning, -1, "Out of memory");
  CHECK(messages.any_limits());
}

TEST_CASE("pdf engine: nobody listens, nothing is printed") {
  { const PdfMessages messages; }
  error(errSyntaxError, -1, "unheard");
  const PdfMessages later;
  CHECK_FALSE(later.any_errors());
}

}  // namespace diarium
