#include "tools/corpus/typeset.h"

#include <fmt/format.h>

#include <deque>
#include <optional>

#include "models/unicode.h"
#include "tools/corpus/setters.h"

namespace diarium::corpus {
namespace {

constexpr std::size_t kContentsPasses = 3;  // page numbers in a list of contents settle in two

struct HeadingPlace {
  std::string document;
  std::string text;
  int level = 0;
  int page_label = 0;
  bool operator==(const HeadingPlace&) const = default;
};

struct SourceNote {
  std::string marker;
  std::string markup;
  bool used = false;
};

/// A note that was given to the flow: what its record needs once it is set.
struct OpenNote {
  std::string document;
  SetText note;
  SetText anchor;
  Span marker;
};

int heading_level(std::string_view line) {
  int level = 0;
  while (level < 4 && line.size() > static_cast<std::size_t>(level) &&
         line[static_cast<std::size_t>(level)] == '#')
    ++level;
  return level > 0 && line.substr(static_cast<std::size_t>(level)).starts_with(' ') ? level : 0;
}

class Compositor {
 public:
  Compositor(const StyleBook& book, std::vector<HeadingPlace> contents)
      : book_(book), contents_(std::move(contents)), flow_(file_.paper) {}

  void compose(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (const Directive* note = block.directive("note")) {
        notes_.push_back({note->value("marker"), joined_lines(block.lines)});
      }
    }
    for (const Block& block : blocks) {
      try {
        if (block.directive("note") == nullptr) place(block);
      } catch (const std::invalid_argument& error) {
        throw SourceError(block.line_number, error.what());
      }
    }
    flow_.finish();
    for (auto& [id, open] : open_notes_) {
      open.note.setting = flow_.notes().at(id);
      keeper_.keep_note(open.document, open.note, open.anchor, open.marker);
    }
  }

  [[nodiscard]] const std::vector<HeadingPlace>& headings() const { return headings_; }

  TypesetFile finish() {
    file_.truth = keeper_.finish();
    for (int number = 1; number <= file_.paper.page_count(); ++number) {
      const PaperPage& page = file_.paper.page(number);
      file_.truth.pages.push_back(
          {.width = page.width, .height = page.height, .lines = page.lines});
    }
    return std::move(file_);
  }

 private:
  void place(const Block& block) {
    arrange(block);
    if (block.lines.empty()) return;
    if (const Directive* columns = block.directive("columns")) {
      flow_.skip(block.directive("tight") ? 0 : gap());
      for (const SetText& set : set_columns(flow_, block, *columns)) keeper_.keep(block, set);
    } else if (const Directive* signatures = block.directive("signatures")) {
      place_signatures(block, *signatures);
    } else if (const Directive* stamp = block.directive("stamp")) {
      for (const SetText& set : set_stamp(flow_, block, *stamp)) keeper_.keep_marks(set);
    } else if (const Directive* table = block.directive("table")) {
      place_table(block, *table);
    } else if (const Directive* flowchart = block.directive("flowchart")) {
      place_flowchart(block, *flowchart);
    } else if (block.directive("email") != nullptr) {
      place_email(block);
    } else if (block.directive("verbatim") != nullptr) {
      place_lines(block);
    } else {
      place_text(block);
    }
  }

  /// What a block orders before its text: a new paper, document, page, region.
  void arrange(const Block& block) {
    for (const Directive& directive : block.directives) {
      if (directive.name == "sheet") begin_sheet(directive);
      if (directive.name == "document") keeper_.begin_document(directive);
      if (directive.name == "page") flow_.new_page();
      if (directive.name == "skip") flow_.skip(directive.number("points", 12));
      if (directive.name == "under" && block.lines.empty()) keeper_.begin_region(&directive);
      if (directive.name == "contents") place_contents(directive);
      if (directive.name == "line") place_rule();
    }
  }

  void begin_sheet(const Directive& sheet) {
    const auto style = book_.styles.find(sheet.value("style"));
    const auto furniture = book_.furniture.find(sheet.value("furniture"));
    if (style == book_.styles.end() || furniture == book_.furniture.end()) {
      throw std::invalid_argument("a sheet without a known style and furniture");
    }
    flow_.begin_sheet(style->second, furniture->second, sheet);
  }

  [[nodiscard]] double gap() const { return flow_.style().paragraph_gap; }

  void place_rule() {
    flow_.skip(6);
    flow_.paper().rule(flow_.page(), {flow_.style().left, flow_.y()},
                       {kA4Width - flow_.style().right, flow_.y()}, 0.6);
    flow_.skip(6);
  }

  /// The look of a block: that of its kind, changed by its ".look".
  static TextLook changed(TextLook look, const Block& block) {
    if (block.directive("instruction") != nullptr) {
      look.italic = true;
      look.grey = 0.35;
    }
    const Directive* change = block.directive("look");
    if (change == nullptr) return look;
    look.size = change->number("size", look.size);
    look.grey = change->number("grey", look.grey);
    look.family = change->value("family", look.family);
    look.leading = change->number("leading", look.leading);
    look.bold = look.bold || change->has("bold");
    look.italic = look.italic || change->has("italic");
    if (change->has("centre")) look.alignment = Alignment::centre;
    if (change->has("right")) look.alignment = Alignment::right;
    if (change->has("left")) look.alignment = Alignment::left;
    return look;
  }

  void place_text(const Block& block) {
    const int level = heading_level(block.lines[0]);
    if (level > 0) return place_heading(block, level);
    if (const Directive* region = block.directive("under")) keeper_.begin_region(region);
    std::string markup = joined_lines(block.lines);
    Lettering lettering{.look = changed(flow_.style().body, block)};
    lettering.marker_look = lettering.look;
    if (const Directive* field = block.directive("field")) {
      lettering.indent = field->number("indent", 130);
      lettering.marker = parse_rich(field->value("label"));
      lettering.marker_look.bold = !field->has("light");
      lettering.look.alignment = Alignment::left;
    } else if (const std::size_t marker = list_marker_length(markup); marker > 0) {
      const Directive* nested = block.directive("level");
      lettering.marker_indent = (nested ? nested->number("n", 1) : 0) * flow_.style().indent + 4;
      lettering.indent = lettering.marker_indent + flow_.style().indent;
      lettering.marker = parse_rich(trim(markup.substr(0, marker)));
      markup.erase(0, marker);
    }
    if (const Directive* indent = block.directive("indent")) {
      lettering.indent += indent->number("points", 30);
    }
    lettering.text = parse_rich(markup);
    set_and_keep(block, std::move(lettering), block.directive("tight") ? 0 : gap());
  }

  void place_heading(const Block& block, int level) {
    Lettering lettering{
        .text = parse_rich(joined_lines(block.lines).substr(static_cast<std::size_t>(level) + 1)),
        .look = changed(flow_.style().headings[static_cast<std::size_t>(level - 1)], block)};
    lettering.keep_below = 2.2 * flow_.style().body.size * flow_.style().body.leading;
    keeper_.begin_region(block.directive("under"));
    const std::string printed = printed_text(lettering.text, {0, lettering.text.text.size()});
    const SetText set = set_and_keep(block, std::move(lettering), flow_.style().heading_gap);
    if (level == 1) keeper_.keep_title(set);
    headings_.push_back({keeper_.document_id(), printed, level, flow_.page_label()});
    flow_.skip(level == 1 ? 6 : 2);
  }

  SetText set_and_keep(const Block& block, Lettering lettering, double space_above) {
    flow_.skip(space_above);
    std::vector<int> ids;
    const std::vector<Mark> markers = lettering.text.marks_of("fn");
    for (const Mark& mark : markers) {
      ids.push_back(wait_for_note(lettering, mark));
    }
    const SetText set = set_lettering(flow_, std::move(lettering));
    for (std::size_t at = 0; at < ids.size(); ++at) {
      OpenNote& open = open_notes_.at(ids[at]);
      open.anchor = set;
      open.document = keeper_.document_id();
    }
    keeper_.keep(block, set);
    return set;
  }

  /// Gives the note of a marker to the text that carries it. Returns the note's id.
  int wait_for_note(Lettering& lettering, const Mark& mark) {
    const std::string marker(lettering.text.slice(mark.span));
    for (SourceNote& note : notes_) {
      if (note.used || note.marker != marker) continue;
      note.used = true;
      const RichText text = parse_rich("{fn|" + marker + "} " + note.markup);
      const int id = static_cast<int>(open_notes_.size());
      lettering.notes.push_back(
          {.id = id,
           .anchor = mark.span.begin,
           .text = ShapedText(text, flow_.style().note, flow_.style().text_width())});
      open_notes_[id] = {
          .document = "", .note = {text, {}, marker}, .anchor = {}, .marker = mark.span};
      return id;
    }
    throw std::invalid_argument("a marker without its .note: " + marker);
  }

  void place_signatures(const Block& block, const Directive& signatures) {
    flow_.skip(signatures.number("above", 16));
    if (signatures.has("group")) {
      set_and_keep({.directives = {}, .lines = {}, .line_number = block.line_number},
                   {.text = parse_rich(signatures.value("group")),
                    .look = changed(flow_.style().body, block),
                    .keep_below = 40},
                   0);
      flow_.skip(signatures.number("gap", 6));
    }
    for (const SetText& set : set_signatures(flow_, block, signatures)) keeper_.keep(block, set);
  }

  void place_table(const Block& block, const Directive& table) {
    if (table.has("caption")) {
      TextLook look = flow_.style().body;
      look.bold = true;
      set_and_keep({.directives = {}, .lines = {}, .line_number = block.line_number},
                   {.text = parse_rich(table.value("caption")), .look = look, .keep_below = 60},
                   gap());
    }
    flow_.skip(gap());
    SetTable set = set_table(flow_, block, table);
    set.record.caption = table.value("caption");
    for (const SetText& cell : set.cells) {
      block.directive("vote") ? keeper_.keep(block, cell) : keeper_.keep_table_marks(cell);
    }
    keeper_.keep_record(std::move(set.record), set.place);
    flow_.skip(gap());
  }

  void place_flowchart(const Block& block, const Directive& flowchart) {
    flow_.skip(gap());
    SetFlowchart set = set_flowchart(flow_, block, flowchart);
    for (const SetText& text : set.texts) keeper_.keep_marks(text);
    keeper_.keep_record(std::move(set.record), set.place);
  }

  /// "Från: ..." lines of a printed e-mail.
  void place_email(const Block& block) {
    EMail mail;
    Place place;
    for (const std::string& line : block.lines) {
      const std::size_t colon = line.find(':');
      const std::string label = line.substr(0, colon + 1);
      Lettering lettering{.text = parse_rich(trim(line.substr(colon + 1))),
                          .look = flow_.style().body,
                          .indent = 62,
                          .marker = parse_rich(label),
                          .marker_look = flow_.style().body};
      lettering.marker_look.bold = true;
      const SetText set =
          set_and_keep({.directives = {}, .lines = {}, .line_number = 0}, std::move(lettering), 1);
      const std::string value = printed_text(set.text, set.whole());
      const Place here = place_of(set.setting, set.whole());
      if (place.page == 0) place = here;
      place.box = united(place.box, here.box);
      if (label == "Från:" || label == "From:") mail.from = value;
      if (label == "Till:" || label == "To:") mail.to = split_outside_braces(value, ";");
      if (label == "Kopia:" || label == "Cc:") mail.cc = split_outside_braces(value, ";");
      if (label == "Ämne:" || label == "Subject:") mail.subject = value;
      if (label == "Skickat:" || label == "Sent:") mail.sent_raw = value;
      for (const Mark& mark : set.text.marks_of("sent")) mail.sent = date_of_iso(mark.value);
    }
    keeper_.keep_record(std::move(mail), place);
    flow_.skip(14);
  }

  /// Each line of the block on a line of its own, without gaps.
  void place_lines(const Block& block) {
    flow_.skip(gap());
    for (const std::string& line : block.lines) {
      Block single{
          .directives = block.directives, .lines = {line}, .line_number = block.line_number};
      set_and_keep(single, {.text = parse_rich(line), .look = changed(flow_.style().body, block)},
                   0);
    }
  }

  void place_contents(const Directive& directive) {
    const int deepest = static_cast<int>(directive.number("levels", 2));
    for (const HeadingPlace& heading : contents_) {
      if (heading.document != keeper_.document_id()) continue;
      if (heading.level < 2 || heading.level > deepest || heading.text == "Innehåll" ||
          heading.text == "Innehållsförteckning") {
        continue;
      }
      place_contents_line(heading);
    }
  }

  void place_contents_line(const HeadingPlace& heading) {
    TextLook look = flow_.style().body;
    look.alignment = Alignment::left;
    const double left = flow_.style().left + 14.0 * (heading.level - 2);
    const double right = kA4Width - flow_.style().right;
    const ShapedText title(parse_rich(heading.text), look, right - left - 60);
    const ShapedText number(parse_rich(std::to_string(heading.page_label)), look, 40);
    const ShapedText dot(parse_rich("."), look, 40);
    flow_.need(title.height());
    const double last_line = flow_.y() + title.height() - title.line_height();
    const int page = flow_.page();
    const double dots_left = left + title.lines().back().width + 3;
    const double dots_right = right - number.width() - 3;
    const auto count = static_cast<std::size_t>((dots_right - dots_left) / dot.width());
    const ShapedText dots(parse_rich(std::string(count, '.')), look, right);
    flow_.paper().draw(page, Zone::body, title, {left, flow_.y()});
    flow_.paper().draw(page, Zone::body, dots, {dots_left, last_line});
    flow_.paper().draw(page, Zone::body, number, {right - number.width(), last_line});
    flow_.paper().join_last_lines(page, Zone::body, 3);
    flow_.advance(title.height() + 2);
  }

  const StyleBook& book_;
  std::vector<HeadingPlace> contents_;  ///< headings as an earlier pass placed them
  TypesetFile file_;
  Flow flow_;
  TruthKeeper keeper_;
  std::vector<SourceNote> notes_;
  std::map<int, OpenNote> open_notes_;
  std::vector<HeadingPlace> headings_;
};

}  // namespace

StyleBook style_book_of(std::string_view source) {
  StyleBook book;
  for (const Block& block : parse_blocks(source)) {
    if (const Directive* style = block.directive("style")) {
      book.styles[style->value("name")] = style_of(*style);
    }
    if (const Directive* furniture = block.directive("furniture")) {
      book.furniture[furniture->value("name")] = furniture_of(block);
    }
  }
  return book;
}

TypesetFile typeset(std::string_view source, const StyleBook& book) {
  const std::vector<Block> blocks = parse_blocks(source);
  std::vector<HeadingPlace> contents;
  for (std::size_t pass = 1;; ++pass) {
    Compositor compositor(book, contents);
    compositor.compose(blocks);
    const bool has_contents = source.find(".contents") != std::string_view::npos;
    if (!has_contents || pass == kContentsPasses || contents == compositor.headings()) {
      return compositor.finish();
    }
    contents = compositor.headings();
  }
}

}  // namespace diarium::corpus
