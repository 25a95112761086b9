// A page as CBOR: one array of arrays, without names. The order of elements is the order of the
// functions `array_of` here; a change of it needs a new kFormat.
#include <array>
#include <cmath>
#include <new>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "models/cbor_shape.h"
#include "models/json.h"
#include "models/unicode.h"

namespace diarium {
namespace {

using Json = nlohmann::json;

constexpr int kFormat = 4;
constexpr int kWithBookmarks = 3;    // knew no tracked changes
constexpr int kWithFlowcharts = 2;   // knew no bookmarks
constexpr int kOldestFormat = 1;     // knew no flowcharts
constexpr double kLengthSteps = 64;  // of a point: dyadic, so that decoding is exact
constexpr double kFractionSteps = 1'000;
constexpr double kFarthest = 1e9;  // points and degrees; nothing printable lies beyond

std::int64_t steps_of(double value, double steps) {
  if (!std::isfinite(value)) return 0;
  return std::llround(std::clamp(value, -kFarthest, kFarthest) * steps);
}
std::int64_t length(double points) {
  return steps_of(points, kLengthSteps);
}
std::int64_t fraction(double value) {
  return steps_of(value, kFractionSteps);
}

Json array_of(const Rect& box) {
  return {length(box.left), length(box.top), length(box.right), length(box.bottom)};
}
Json array_of(const Span& span) {
  return {span.begin, span.end};
}

unsigned flags_of(const Word& word) {
  const std::array flags{word.style.bold,       word.style.italic,      word.style.struck,
                         word.style.underlined, word.style.superscript, word.joined};
  unsigned bits = 0;
  for (std::size_t i = 0; i < flags.size(); ++i) bits |= flags[i] ? 1U << i : 0U;
  return bits;
}

Json array_of(const Word& word) {
  Json array{word.text,         array_of(word.box), length(word.baseline),
             length(word.size), flags_of(word),     fraction(word.confidence)};
  if (!word.raw.empty()) array.push_back(word.raw);
  return array;
}

Json array_of(const Line& line) {
  return {array_of(line.words), array_of(line.box), length(line.baseline), length(line.size),
          line.bold};
}

Json array_of(const Block& block) {
  return {static_cast<int>(block.kind), array_of(block.lines), array_of(block.box), block.marker,
          length(block.indent),         block.table,           block.column,        block.columns};
}

Json array_of(const Cell& cell) {
  return {cell.row,           cell.column, cell.row_span, cell.column_span,
          array_of(cell.box), cell.text,   cell.words,    cell.bold};
}

Json array_of(const Ruling& ruling) {
  return array_of(ruling.box);
}
Json array_of(const Picture& picture) {
  return array_of(picture.box);
}
Json array_of(const Area& area) {
  return {array_of(area.box), area.filled, fraction(area.darkness)};
}
Json array_of(const std::string& text) {
  return text;
}
Json array_of(const FlowNode& node) {
  return {node.id, node.text, array_of(node.box), node.shape};
}
Json array_of(const FlowEdge& edge) {
  return {edge.from, edge.to, edge.directed, edge.label};
}
Json array_of(const Bookmark& bookmark) {
  return {bookmark.title, bookmark.level, length(bookmark.y)};
}
Json array_of(const TrackedChange& change) {
  return {change.inserted, change.author, change.made_on, array_of(change.box)};
}
Json array_of(const Table& table);
Json array_of(const Flowchart& chart);

template <typename T>
Json array_of(const std::vector<T>& values) {
  Json array = Json::array();
  for (const T& value : values) array.push_back(array_of(value));
  return array;
}

Json array_of(const Table& table) {
  return {array_of(table.box),        table.rows,  table.columns,
          table.header_rows,          table.ruled, fraction(table.confidence),
          array_of<Cell>(table.cells)};
}

Json array_of(const Flowchart& chart) {
  return {array_of<FlowNode>(chart.nodes), array_of<FlowEdge>(chart.edges), chart.mermaid};
}

/// Reads the elements of an array one after another; throws when one is missing, of another type or
/// out of range.
class Elements {
 public:
  explicit Elements(const Json& array) : array_(array) {
    if (!array.is_array()) throw std::invalid_argument("not an array");
  }
  const Json& next() { return array_.at(next_++); }
  [[nodiscard]] bool more() const { return next_ < array_.size(); }
  std::string text() {
    const auto& text = next().get_ref<const std::string&>();
    if (!is_utf8(text)) throw std::invalid_argument("not UTF-8");
    return text;
  }
  bool flag() { return next().get<bool>(); }
  std::int64_t whole(std::int64_t lowest, std::int64_t highest) {
    const Json& json = next();
    if (!json.is_number_integer()) throw std::invalid_argument("not a whole number");
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX) {
      throw std::out_of_range("number too large");
    }
    const auto value = json.get<std::int64_t>();
    if (value < lowest || value > highest) throw std::out_of_range("number out of range");
    return value;
  }
  int number(int lowest, int highest) { return static_cast<int>(whole(lowest, highest)); }
  std::size_t index(std::size_t size) {
    return static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(size)));
  }
  double points() {
    constexpr auto kMost = static_cast<std::int64_t>(kFarthest * kLengthSteps);
    return static_cast<double>(whole(-kMost, kMost)) / kLengthSteps;
  }
  double thousandths(double lowest, double highest) {
    return static_cast<double>(whole(fraction(lowest), fraction(highest))) / kFractionSteps;
  }
  Rect box() { return Elements(next()).sides(); }
  Rect sides() {
    const double left = points();
    const double top = points();
    const double right = points();
    return {left, top, right, points()};
  }
  Span span(std::size_t size) {
    Elements ends(next());
    Span span;
    span.begin = ends.index(size);
    span.end = ends.index(size);
    if (span.end < span.begin) throw std::out_of_range("a span ends before it begins");
    return span;
  }

 private:
  const Json& array_;
  std::size_t next_ = 0;
};

constexpr int kMostCells = 10'000;   // rows or columns of a table on one page
constexpr int kMostColumns = 1'000;  // of text, side by side

template <typename T, typename Read>
std::vector<T> vector_of(const Json& array, Read read) {
  if (!array.is_array()) throw std::invalid_argument("not an array");
  std::vector<T> values;
  values.reserve(array.size());
  for (const Json& element : array) {
    Elements elements(element);
    values.push_back(read(elements));
  }
  return values;
}

Word word_of(Elements& elements) {
  Word word;
  word.text = elements.text();
  word.box = elements.box();
  word.baseline = elements.points();
  word.size = elements.points();
  const int bits = elements.number(0, 63);
  const std::array flags{&word.style.bold,       &word.style.italic,      &word.style.struck,
                         &word.style.underlined, &word.style.superscript, &word.joined};
  for (std::size_t i = 0; i < flags.size(); ++i) *flags[i] = ((bits >> i) & 1) != 0;
  word.confidence = elements.thousandths(0, 1);
  if (elements.more()) word.raw = elements.text();
  if (word.text.empty()) throw std::invalid_argument("a word without letters");
  return word;
}

Line line_of(Elements& elements, std::size_t words) {
  Line line;
  line.words = elements.span(words);
  line.box = elements.box();
  line.baseline = elements.points();
  line.size = elements.points();
  line.bold = elements.flag();
  return line;
}

Block block_of(Elements& elements, const Page& page) {
  Block block;
  block.kind = static_cast<BlockKind>(elements.number(0, static_cast<int>(BlockKind::figure)));
  block.lines = elements.span(page.lines.size());
  block.box = elements.box();
  block.marker = elements.text();
  block.indent = elements.points();
  block.table = elements.number(-1, static_cast<int>(page.tables.size()) - 1);
  block.column = elements.number(0, kMostColumns);
  block.columns = elements.number(0, kMostColumns);
  return block;
}

Cell cell_of(Elements& elements, const Table& table, std::size_t words) {
  Cell cell;
  cell.row = elements.number(0, table.rows - 1);
  cell.column = elements.number(0, table.columns - 1);
  cell.row_span = elements.number(1, table.rows - cell.row);
  cell.column_span = elements.number(1, table.columns - cell.column);
  cell.box = elements.box();
  cell.text = elements.text();
  Elements indices(elements.next());
  while (indices.more()) {
    const std::size_t word = indices.index(words);
    if (word == words) throw std::out_of_range("a cell of a word that is not there");
    cell.words.push_back(word);
  }
  cell.bold = elements.flag();
  return cell;
}

Table table_of(Elements& elements, std::size_t words) {
  Table table;
  table.box = elements.box();
  table.rows = elements.number(0, kMostCells);
  table.columns = elements.number(0, kMostCells);
  table.header_rows = elements.number(0, table.rows);
  table.ruled = elements.flag();
  table.confidence = elements.thousandths(0, 1);
  table.cells = vector_of<Cell>(
      elements.next(), [&table, words](Elements& cell) { return cell_of(cell, table, words); });
  return table;
}

FlowNode node_of(Elements& elements) {
  return {elements.text(), elements.text(), elements.box(), elements.text()};
}

FlowEdge edge_of(Elements& elements) {
  return {elements.text(), elements.text(), elements.flag(), elements.text()};
}

Flowchart flowchart_of(Elements& elements) {
  Flowchart chart;
  chart.nodes = vector_of<FlowNode>(elements.next(), node_of);
  chart.edges = vector_of<FlowEdge>(elements.next(), edge_of);
  chart.mermaid = elements.text();
  return chart;
}

Bookmark bookmark_of(Elements& elements) {
  Bookmark bookmark;
  bookmark.title = elements.text();
  bookmark.level = elements.number(-1, kDeepestBookmark);
  bookmark.y = elements.points();
  if (bookmark.title.empty()) throw std::invalid_argument("a bookmark without a name");
  return bookmark;
}

TrackedChange change_of(Elements& elements) {
  return {elements.flag(), elements.text(), elements.text(), elements.box()};
}

/// Lines must part the words, and blocks the lines, in order: all that comes after relies on it.
template <typename Part>
void check_order(const std::vector<Part>& parts, Span Part::*span) {
  std::size_t end = 0;
  for (const Part& part : parts) {
    if ((part.*span).begin < end) throw std::out_of_range("lines or blocks overlap");
    end = (part.*span).end;
  }
}

void read_content(Elements& elements, Page& page) {
  page.words = vector_of<Word>(elements.next(), word_of);
  const std::size_t words = page.words.size();
  page.lines =
      vector_of<Line>(elements.next(), [words](Elements& line) { return line_of(line, words); });
  page.tables = vector_of<Table>(elements.next(),
                                 [words](Elements& table) { return table_of(table, words); });
  page.blocks =
      vector_of<Block>(elements.next(), [&page](Elements& block) { return block_of(block, page); });
  check_order(page.lines, &Line::words);
  check_order(page.blocks, &Block::lines);
}

void read_drawings(Elements& elements, Page& page) {
  page.rulings = vector_of<Ruling>(elements.next(),
                                   [](Elements& ruling) { return Ruling{.box = ruling.sides()}; });
  page.areas = vector_of<Area>(elements.next(), [](Elements& area) {
    Area read;
    read.box = area.box();
    read.filled = area.flag();
    read.darkness = area.thousandths(0, 1);
    return read;
  });
  page.pictures = vector_of<Picture>(
      elements.next(), [](Elements& picture) { return Picture{.box = picture.sides()}; });
}

// A page of the densest plan has some hundred thousand values.
constexpr CborLimits kLimits{.depth = 8, .values = 4'000'000};

Json tree_of(std::string_view bytes) {
  if (!is_plain_cbor(bytes, kLimits)) throw std::invalid_argument("not the bytes of a page");
  return Json::from_cbor(bytes.begin(), bytes.end());
}

Page page_of(Elements elements) {
  const int format = elements.number(0, INT32_MAX);
  if (format < kOldestFormat || format > kFormat) throw std::invalid_argument("of another format");
  Page page;
  page.number = elements.number(1, INT32_MAX);
  page.width = elements.points();
  page.height = elements.points();
  page.rotation = elements.number(0, 359);
  page.skew = elements.thousandths(-360, 360);
  page.origin = static_cast<Origin>(elements.number(0, static_cast<int>(Origin::mixed)));
  read_content(elements, page);
  read_drawings(elements, page);
  Elements issues(elements.next());
  while (issues.more()) page.issues.push_back(issues.text());
  if (format == kOldestFormat) return page;
  page.flowcharts = vector_of<Flowchart>(elements.next(), flowchart_of);
  if (format == kWithFlowcharts) return page;
  page.bookmarks = vector_of<Bookmark>(elements.next(), bookmark_of);
  if (format == kWithBookmarks) return page;
  page.changes = vector_of<TrackedChange>(elements.next(), change_of);
  return page;
}

}  // namespace

std::string encode(const Page& page) {
  const Json array{kFormat,
                   page.number,
                   length(page.width),
                   length(page.height),
                   page.rotation,
                   fraction(page.skew),
                   static_cast<int>(page.origin),
                   array_of(page.words),
                   array_of(page.lines),
                   array_of(page.tables),
                   array_of(page.blocks),
                   array_of(page.rulings),
                   array_of(page.areas),
                   array_of(page.pictures),
                   array_of(page.issues),
                   array_of(page.flowcharts),
                   array_of(page.bookmarks),
                   array_of(page.changes)};
  std::string bytes;
  Json::to_cbor(array, bytes);
  return bytes;
}

Result<Page> decode_page(std::string_view bytes) {
  try {
    const Json json = tree_of(bytes);
    return page_of(Elements(json));
  } catch (const std::bad_alloc&) {
    throw;  // says nothing of the page, which would be lost for it
  } catch (const std::exception& error) {
    return tl::unexpected(Error{.code = ErrorCode::damaged,
                                .message = std::string("not a stored page: ") + error.what()});
  }
}

}  // namespace diarium
