#include "pipeline/read/symbols.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("symbols: codes of symbol fonts become the signs that are printed") {
  CHECK(printed_symbol(0xF0B7, "Symbol") == U'•');
  CHECK(printed_symbol(0xF0B7, "ABCDEF+SymbolMT") == U'•');
  CHECK(printed_symbol(0xF0A7, "Wingdings") == U'▪');
  CHECK(printed_symbol(U'§', "Wingdings-Regular") == U'▪');
  CHECK(printed_symbol(U'à', "Wingdings") == U'→');
  CHECK(printed_symbol(0xF0FC, "Wingdings") == U'✓');
}

TEST_CASE("symbols: other letters stay what they are") {
  CHECK(printed_symbol(U'§', "Garamond") == U'§');
  CHECK(printed_symbol(U'à', "Symbol") == U'à');
  CHECK(printed_symbol(0xE123, "Garamond") == 0xE123);
  CHECK(printed_symbol(U' ', "Wingdings") == U' ');
}

}  // namespace diarium
