#include "pipeline/layout/furniture.h"

#include <catch2/catch.hpp>

#include "models/paper.h"
#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

struct Texts {
  std::vector<std::string> head;
  std::vector<std::string> body;
  std::vector<std::string> foot;
};

Texts zones_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  const Zones zones = zones_of(page, rows_of(page, all_tokens(page)));
  const auto texts = [&](const std::vector<Row>& rows) {
    std::vector<std::string> all;
    for (const Row& row : rows) all.push_back(text_of(page, row));
    return all;
  };
  return {texts(zones.head), texts(zones.body), texts(zones.foot)};
}

using Rows = std::vector<std::string>;

void set_body(Paper& paper, double top = 130) {
  for (int i = 0; i < 20; ++i) paper.set(71, top + 14.4 * i, kFullLine);
}

}  // namespace

TEST_CASE("furniture: a page label and the logo's text are the running head") {
  Paper paper;
  paper.set(480, 40, "Sida 1(2)", {.size = 9});
  paper.picture({40, 50, 66, 76});
  paper.set(71, 68, "ALMVIKS KOMMUN", {.size = 13, .bold = true});
  paper.set(71, 112, "KALLELSE", {.size = 16, .bold = true});
  set_body(paper, 140);
  const Texts zones = zones_on(paper);
  CHECK(zones.head == Rows{"Sida 1(2)", "ALMVIKS KOMMUN"});
  CHECK(zones.body.front() == "KALLELSE");
  CHECK(zones.foot.empty());
}

TEST_CASE("furniture: text that begins high on the page is no running head") {
  Paper paper;
  set_body(paper, 66);
  CHECK(zones_on(paper).head.empty());
}

TEST_CASE("furniture: a letterhead under a rule is the footer") {
  Paper paper;
  set_body(paper);
  paper.rule(71, 765, 520);
  const Type small{.size = 7};
  paper.set(71, 778, "Kommunstyrelsen\tPostadress\tTelefon", small);
  paper.set(71, 788, "540 10 Almvik\t0500-12 30 00", small);
  CHECK(zones_on(paper).foot.size() == 2);
}

TEST_CASE("furniture: a rule above a raised number parts notes from the text, no footer") {
  Paper paper;
  set_body(paper);
  paper.rule(71, 735, 520);
  paper.set(71, 748, "4", {.size = 6, .rise = 3});
  paper.set(80, 748, "Målbilden gäller till 2025.", {.size = 9});
  CHECK(zones_on(paper).foot.empty());
}

TEST_CASE("furniture: a page number alone at the foot is the footer, the text's last line is not") {
  Paper paper;
  for (int i = 0; i < 45; ++i) paper.set(71, 130 + 14.4 * i, kFullLine);
  CHECK(zones_on(paper).foot.empty());
  paper.set(290, 800, "17");
  CHECK(zones_on(paper).foot == Rows{"17"});
}

TEST_CASE("furniture: a page without words has no zones") {
  const Texts zones = zones_on(Paper{});
  CHECK(zones.head.empty());
  CHECK(zones.body.empty());
  CHECK(zones.foot.empty());
}

TEST_CASE("furniture: a running page has the margins of one sheet, not of its whole height") {
  CHECK(y_of_part(0.9, 595, 842) == Approx(757.8));
  CHECK(y_of_part(0.1, 842, 595) == Approx(59.5));
  CHECK(y_of_part(0.1, 595, 6'000) < 110);
  CHECK(y_of_part(0.9, 595, 6'000) > 5'890);
}

}  // namespace diarium::layout
