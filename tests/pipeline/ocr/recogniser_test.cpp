#include "pipeline/ocr/recogniser.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "drawn_page.h"

using namespace diarium;

namespace {

const std::vector<PrintedLine> kMemo{
    {.text = "Socialnämnden föreslås besluta", .baseline = 50, .size = 14},
    {.text = "Årets överskott på 4 % enligt § 12 läses av Åsa Öberg (S).", .baseline = 80},
    {.text = "Frågor ställs till nämndens kansli före den 3 juni 2024.", .baseline = 96},
    {.text = "Nämnden ger förvaltningen i uppdrag att följa upp målen för", .baseline = 124},
    {.text = "äldreomsorgen och återkomma i september med en rapport.", .baseline = 140},
    {.text = "Ärendet har beretts tillsammans med kulturförvaltningen.", .baseline = 168},
};

Recogniser& recogniser() {
  static Recogniser warm{OcrSettings{}};
  return warm;
}

Sheet read_back(const std::vector<PrintedLine>& lines, const ScanLook& look,
                const std::vector<Rect>& drawn = {}) {
  return recogniser().recognise(scanned_sheet(drawn_page(lines, look, drawn), look));
}

const Word* word_named(const Sheet& sheet, const std::string& text) {
  const auto found = std::find_if(sheet.words.begin(), sheet.words.end(),
                                  [&](const Word& word) { return word.text == text; });
  return found == sheet.words.end() ? nullptr : &*found;
}

void check_near(const Rect& box, const Rect& printed) {
  CHECK(std::fabs(box.left - printed.left) < 2);
  CHECK(std::fabs(box.top - printed.top) < 2);
  CHECK(std::fabs(box.right - printed.right) < 2);
  CHECK(std::fabs(box.bottom - printed.bottom) < 2);
}

std::string text_of(const Sheet& sheet) {
  std::string text;
  for (const Word& word : sheet.words) text += word.text + ' ';
  return text;
}

// Letters and places of a memo that isn't skewed.
void check_memo(const Sheet& sheet) {
  INFO(text_of(sheet));
  for (const std::string text : {"Socialnämnden", "Årets", "överskott", "%", "§", "Öberg", "2024.",
                                 "äldreomsorgen", "september"}) {
    INFO(text);
    CHECK(word_named(sheet, text) != nullptr);
  }
  for (const std::size_t line : {0U, 2U, 4U}) {
    const std::string first = kMemo[line].text.substr(0, kMemo[line].text.find(' '));
    const Word* word = word_named(sheet, first);
    INFO(first);
    REQUIRE(word != nullptr);
    check_near(word->box, printed_box(kMemo[line], first));
    CHECK(std::fabs(word->baseline - kMemo[line].baseline) < 1);
    CHECK(word->size == Approx(kMemo[line].size).epsilon(0.2));
    CHECK(word->confidence > 0.6);
  }
}

}  // namespace

TEST_CASE("recogniser: the bullets of a list are read as bullets, copied and faxed") {
  const ScanLook look = GENERATE(ScanLook{}, ScanLook{.dpi_y = 98});
  std::vector<PrintedLine> list = kMemo;
  for (PrintedLine& line : list) line.text = "• " + line.text;
  const Sheet sheet = read_back(list, look);
  INFO(text_of(sheet));
  CHECK(std::count_if(sheet.words.begin(), sheet.words.end(), [](const Word& word) {
          return word.text == "•";
        }) == static_cast<long>(list.size()));
}

TEST_CASE("recogniser: words of a scan keep their letters and their places") {
  const Sheet sheet = read_back(kMemo, {});
  check_memo(sheet);
  CHECK(sheet.origin == Origin::ocr);
  CHECK(sheet.rotation == 0);
  CHECK_FALSE(sheet.raster);
}

TEST_CASE("recogniser: a page that lay turned on the glass comes back upright") {
  for (const int turns : {1, 2, 3}) {
    const ScanLook look{.quarter_turns = turns};
    const Sheet sheet = read_back(kMemo, look);
    INFO("quarter turns " << turns);
    CHECK(sheet.rotation == (360 - 90 * turns) % 360);
    CHECK(sheet.width == Approx(look.width));
    CHECK(sheet.height == Approx(look.height));
    check_memo(sheet);
  }
}

TEST_CASE("recogniser: a leaning page is read straight, its words stay where they lean") {
  const ScanLook look{.skew = 2};
  const Sheet sheet = read_back(kMemo, look);
  CHECK(sheet.skew == Approx(2).margin(0.2));
  const Word* first = word_named(sheet, "Nämnden");
  const Word* last = word_named(sheet, "målen");
  REQUIRE(first != nullptr);
  REQUIRE(last != nullptr);
  const double run = last->box.centre().x - first->box.centre().x;
  CHECK((last->baseline - first->baseline) / run == Approx(0.035).margin(0.008));
  // Turned back around the centre of the page, the word stands where it was printed.
  const Point centre{look.width / 2, look.height / 2};
  const Point leant = first->box.centre();
  const double angle = -2 * 3.14159265 / 180;
  const Point straight{
      centre.x + (leant.x - centre.x) * std::cos(angle) - (leant.y - centre.y) * std::sin(angle),
      centre.y + (leant.x - centre.x) * std::sin(angle) + (leant.y - centre.y) * std::cos(angle)};
  const Point printed = printed_box(kMemo[3], "Nämnden").centre();
  CHECK(std::fabs(straight.x - printed.x) < 2);
  CHECK(std::fabs(straight.y - printed.y) < 2);
}

TEST_CASE("recogniser: a photo with a shadow over half the page is read") {
  check_memo(read_back(kMemo, {.dpi_x = 150, .dpi_y = 150, .in_colour = true, .shadow = true}));
}

TEST_CASE("recogniser: a fax has half as many lines as columns") {
  const Sheet sheet = read_back(kMemo, {.dpi_x = 204, .dpi_y = 98});
  INFO(text_of(sheet));
  const Word* word = word_named(sheet, "äldreomsorgen");
  REQUIRE(word != nullptr);
  check_near(word->box, printed_box(kMemo[4], "äldreomsorgen"));
}

TEST_CASE("recogniser: numbers of a list stand before their items") {
  std::vector<PrintedLine> agenda;
  const std::vector<std::string> items{
      "Upprop",      "Val av justerare", "Allmänhetens frågestund", "Budget för nästa år",
      "Information", "Övriga frågor"};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const double baseline = 40 + 24.0 * static_cast<double>(i);
    agenda.push_back({.text = std::to_string(i + 1) + ".", .left = 40, .baseline = baseline});
    agenda.push_back({.text = items[i], .left = 64, .baseline = baseline});
  }
  const Sheet sheet = read_back(agenda, {});
  INFO(text_of(sheet));
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Word* number = word_named(sheet, std::to_string(i + 1) + ".");
    REQUIRE(number != nullptr);
    CHECK(number->baseline == Approx(agenda[2 * i].baseline).margin(1));
  }
}

TEST_CASE(
    "recogniser: raised numbers of notes are words of their own, joined to what they hang on") {
  std::vector<PrintedLine> lines = kMemo;
  lines[1].text =
      "Årets överskott" + raised("1") + " på 4 % enligt § 12 läses av Åsa Öberg (S)." + raised("2");
  lines.push_back({.text = raised("1") + " Enligt bokslutet.", .baseline = 240, .size = 9});
  lines.push_back({.text = raised("2") + " Ledamot sedan 2018.", .baseline = 254, .size = 9});
  const Sheet sheet = read_back(lines, {});
  INFO(text_of(sheet));
  std::string raised;
  for (const Word& word : sheet.words) {
    if (word.style.superscript) raised += (word.joined ? "+" : " ") + word.text;
  }
  CHECK(raised == "+1+2 1 2");
  CHECK(word_named(sheet, "överskott") != nullptr);
  CHECK(word_named(sheet, "(S).") != nullptr);
}

TEST_CASE("recogniser: lines in boxes beside each other are not mixed") {
  const std::vector<PrintedLine> chart{{.text = "Utveckla stödet", .left = 50, .baseline = 60},
                                       {.text = "till föräldrar", .left = 50, .baseline = 74},
                                       {.text = "Samverka mellan", .left = 210, .baseline = 67},
                                       {.text = "skola och hem", .left = 210, .baseline = 81}};
  std::vector<Rect> drawn;
  for (const Rect& box : {Rect{40, 40, 150, 100}, Rect{200, 45, 310, 105}}) {
    drawn.push_back({box.left, box.top, box.right, box.top + 1});
    drawn.push_back({box.left, box.bottom - 1, box.right, box.bottom});
    drawn.push_back({box.left, box.top, box.left + 1, box.bottom});
    drawn.push_back({box.right - 1, box.top, box.right, box.bottom});
  }
  const Sheet sheet = read_back(chart, {}, drawn);
  INFO(text_of(sheet));
  CHECK(sheet.rulings.size() == 8);
  for (const PrintedLine& line : chart) {
    const std::string first = line.text.substr(0, line.text.find(' '));
    const Word* word = word_named(sheet, first);
    INFO(first);
    REQUIRE(word != nullptr);
    check_near(word->box, printed_box(line, first));
  }
}

TEST_CASE("recogniser: what was read before does not change what is read now") {
  const ScanLook look;
  const Raster raster = drawn_page({kMemo[1]}, look);
  const Sheet before = recogniser().recognise(scanned_sheet(raster, look));
  (void)read_back({kMemo[0], kMemo[4]}, {.dpi_x = 150, .dpi_y = 150});
  CHECK(recogniser().recognise(scanned_sheet(raster, look)).words == before.words);
}

TEST_CASE("recogniser: a blank page has no words, a broken raster an issue") {
  CHECK(read_back({}, {}).words.empty());
  Sheet broken{.raster = Raster{.width = 10, .height = 10}};
  broken = recogniser().recognise(std::move(broken));
  CHECK(broken.words.empty());
  CHECK(broken.issues == std::vector<std::string>{"unreadable_raster"});
}

TEST_CASE("recogniser: the words of a picture join those of its page, at their place") {
  const ScanLook look;
  Sheet page;
  page.width = 595;
  page.height = 842;
  page.words = {{.text = "Figur", .box = {72, 90, 100, 102}, .baseline = 100, .size = 12}};
  page.pictures = {{{80, 300, 500, 600}, drawn_page(kMemo, look)}};
  const Sheet sheet = recogniser().recognise(page);
  CHECK(sheet.origin == Origin::mixed);
  CHECK(sheet.words[0].text == "Figur");
  CHECK_FALSE(sheet.pictures[0].raster);
  const Word* word = word_named(sheet, "överskott");
  REQUIRE(word != nullptr);
  const Rect printed = printed_box(kMemo[1], "överskott");
  check_near(word->box,
             {printed.left + 80, printed.top + 300, printed.right + 80, printed.bottom + 300});
}

TEST_CASE("recogniser: a picture without letters says nothing") {
  Sheet page;
  page.pictures = {{{0, 0, 420, 300}, drawn_page({}, ScanLook{}, {{50, 50, 300, 200}})}};
  const Sheet sheet = recogniser().recognise(page);
  CHECK(sheet.words.empty());
  CHECK(sheet.origin == Origin::embedded);
}

TEST_CASE("recogniser: a sheet without raster comes back as it is") {
  Sheet sheet{.number = 3, .words = {{.text = "Beslut"}}};
  sheet = recogniser().recognise(std::move(sheet));
  CHECK(sheet.number == 3);
  CHECK(sheet.origin == Origin::embedded);
  CHECK(sheet.words.size() == 1);
}
