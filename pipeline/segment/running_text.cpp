#include "pipeline/segment/running_text.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/line_end.h"
#include "pipeline/segment/document_changes.h"
#include "pipeline/segment/document_flowcharts.h"
#include "pipeline/segment/document_tables.h"

namespace diarium {
namespace {

// Indents of one level of a list differ by less, points.
constexpr double kSameIndent = 6.0;

bool runs_on(ParagraphKind kind) {
  return kind != ParagraphKind::table && kind != ParagraphKind::contents &&
         kind != ParagraphKind::header_card && kind != ParagraphKind::signature &&
         kind != ParagraphKind::e_mail_header && kind != ParagraphKind::stamp;
}

/// Writes one paragraph after another to the end of a text.
class Writer {
 public:
  Writer(const std::vector<Page>& pages, Text& text) : pages_(pages), text_(text) {}

  Paragraph write(const Passage& passage) {
    Paragraph paragraph{.kind = passage.kind,
                        .marker = passage.marker,
                        .bold = passage.bold(),
                        .page = pages_[passage.first_page()].number};
    marker_left_ = bare(passage.marker);
    if (bare(passage.text) == marker_left_) {  // nothing but a marker is text
      marker_left_.clear();
      paragraph.marker.clear();
    }
    std::size_t begin = text_.size();
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
      const bool last = i + 1 == passage.lines.size();
      const PassageLine* next = last || !runs_on(passage.kind) ? nullptr : &passage.lines[i + 1];
      begin = write_line(passage.lines[i], next, paragraph);
      if (i == 0) paragraph.span.begin = begin;
      if (!last && !glued_) text_.append_gap(" ");
    }
    paragraph.span.end = text_.size();
    text_.append_gap("\n");
    return paragraph;
  }

 private:
  static std::string bare(std::string_view text) {
    std::string result(text);
    std::erase(result, ' ');
    return result;
  }

  static Piece piece_of(const Word& word, int page) {
    return {.page = page,
            .box = word.box,
            .style = word.style,
            .size = word.size,
            .confidence = word.confidence};
  }

  /// Returns where the text of the line begins: behind a marker.
  std::size_t write_line(const PassageLine& line, const PassageLine* next, Paragraph& paragraph) {
    const Page& page = pages_[line.page];
    std::size_t begin = text_.size();
    bool counts = !glued_;
    glued_ = false;
    for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
      const Word& word = page.words[i];
      if (i > line.words.begin && !word.joined) text_.append_gap(" ");
      if (!counts) {  // the rest of a divided word belongs to the line before
        text_.append(word.text, piece_of(word, page.number));
        if (!paragraph.lines.empty()) paragraph.lines.back().end = text_.size();
        counts = true;
        begin = text_.size() + (i + 1 < line.words.end && !page.words[i + 1].joined ? 1 : 0);
        continue;
      }
      const std::size_t marker = marker_part(word.text);
      if (marker > 0) {
        text_.append(std::string_view(word.text).substr(0, marker), piece_of(word, page.number));
        begin = text_.size() + (marker == word.text.size() ? 1 : 0);
      }
      if (marker < word.text.size()) {
        text_.append(std::string_view(word.text).substr(marker), piece_of(word, page.number));
      }
    }
    if (next != nullptr) divide(page.words[line.words.end - 1], *next);
    if (text_.size() > begin) paragraph.lines.push_back({begin, text_.size()});
    return begin;
  }

  /// How many bytes of a word belong to the marker of its paragraph.
  std::size_t marker_part(std::string_view word) {
    std::size_t part = 0;
    if (marker_left_.starts_with(word)) {
      part = word.size();
    } else if (word.starts_with(marker_left_)) {
      part = marker_left_.size();
    }
    if (part == 0) marker_left_.clear();
    marker_left_.erase(0, part);
    return part;
  }

  void divide(const Word& last, const PassageLine& next) {
    const Word& first = pages_[next.page].words[next.words.begin];
    const LineEnd end = line_end_of(last.text, first.text);
    glued_ = end != LineEnd::blank;
    if (end != LineEnd::divided) return;
    text_.drop_last(last.text.size() - without_hyphen(last.text).size());
  }

  const std::vector<Page>& pages_;
  Text& text_;
  std::string marker_left_;
  bool glued_ = false;  // the next line goes on with the last word
};

/// Levels of headings: the largest letters are 1; bold ones stand above plain ones of their size.
std::map<std::pair<double, bool>, int> heading_levels(const std::vector<Passage>& passages) {
  std::map<std::pair<double, bool>, int> levels;
  for (const Passage& passage : passages) {
    if (passage.kind != ParagraphKind::heading && passage.kind != ParagraphKind::title) continue;
    levels[{std::round(-2 * passage.size()) / 2, !passage.bold()}] = 0;
  }
  int level = 0;
  for (auto& [form, number] : levels) number = ++level;
  return levels;
}

/// Nesting of list items by their indents, as long as the list goes on.
class ListLevels {
 public:
  int level_of(const Passage& item) {
    while (!indents_.empty() && item.indent < indents_.back() - kSameIndent) indents_.pop_back();
    if (indents_.empty() || item.indent > indents_.back() + kSameIndent) {
      indents_.push_back(item.indent);
    }
    return static_cast<int>(indents_.size()) - 1;
  }
  void end() { indents_.clear(); }

 private:
  std::vector<double> indents_;
};

}  // namespace

void write_text(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                Document& document) {
  Writer writer(pages, document.text);
  DocumentTables tables(pages, document);
  const auto levels = heading_levels(passages);
  ListLevels lists;
  for (const bool notes : {false, true}) {
    for (const Passage& passage : passages) {
      if ((passage.kind == ParagraphKind::footnote) != notes) continue;
      Paragraph paragraph = writer.write(passage);
      if (passage.kind == ParagraphKind::heading || passage.kind == ParagraphKind::title) {
        paragraph.level = levels.at({std::round(-2 * passage.size()) / 2, !passage.bold()});
      }
      if (passage.kind == ParagraphKind::list_item) {
        paragraph.level = lists.level_of(passage);
      } else {
        lists.end();
      }
      if (passage.kind == ParagraphKind::table) {
        tables.add(passage, std::move(paragraph));
      } else {
        document.paragraphs.push_back(std::move(paragraph));
      }
    }
  }
  tables.find_captions();
  add_flowcharts(pages, document);
  add_changes(pages, document);
}

}  // namespace diarium
