#include "extractors/footnote_markers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

std::vector<std::string> numbers_of(const std::vector<FootnoteMarker>& markers) {
  std::vector<std::string> numbers;
  for (const FootnoteMarker& marker : markers) numbers.push_back(marker.number);
  return numbers;
}

std::vector<std::string> raised_in(std::string_view lines) {
  return numbers_of(raised_markers(document_of(DocumentKind::rapport, lines), rules()));
}

std::vector<std::string> suspects_in(std::string_view lines, double confidence) {
  const Document document = document_of(DocumentKind::rapport, lines, confidence);
  return numbers_of(suspected_markers(document, rules()));
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("footnote markers: raised figures and asterisks behind words") {
  CHECK(raised_in("Hamnen^1^ växer.^2^ Taxan ^3^ höjs^*^") == Numbers{"1", "2", "3", "*"});
  CHECK(raised_in("Hamnen¹ växer.²³") == Numbers{"1", "23"});
  CHECK(raised_in("Hamnen^1)^ växer") == Numbers{"1"});
}

TEST_CASE("footnote markers: exponents, units and ordinals are none") {
  CHECK(raised_in("1200 m^2^ år 2030^2^ och 3 km² samt 2030² 5^th^").empty());
}

TEST_CASE("footnote markers: the figure of a note is not its own anchor") {
  CHECK(raised_in("Hamnen växer\n& ^1^ Se bilaga").empty());
}

TEST_CASE("footnote markers: what OCR may have made of raised figures") {
  CHECK(suspects_in("Planen1 för hamnen! gäller", 0.9) == Numbers{"1", ""});
  CHECK(suspects_in("Planen för hamnen! gäller", 1.0).empty());
  CHECK(suspects_in("Den ”nya hamnen” gäller. Sluta! Nu", 0.9).empty());
}

TEST_CASE("footnote markers: figures of all forms are told apart from marks") {
  CHECK(plain_marker("¹²") == "12");
  CHECK(plain_marker("12)") == "12");
  CHECK(plain_marker("*") == "*");
  CHECK(plain_marker("!").empty());
}
