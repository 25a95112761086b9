#include "document_builder.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kLetterWidth = 6;
constexpr double kLineHeight = 14;
constexpr double kWideGap = 120;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<SectionKind> section_kind_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(SectionKind::other); ++i) {
    if (name_of(static_cast<SectionKind>(i)) == name) return static_cast<SectionKind>(i);
  }
  return std::nullopt;
}

/// Length of the list marker at the start of a line, its blank included; 0 for none.
std::size_t marker_length(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "• ", "– "}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || blank < 2 || blank > 3) return 0;
  const char last = line[blank - 1];
  const bool short_label = blank == 2 || (line[0] >= '0' && line[0] <= '9');
  return (last == '.' || last == ')') && short_label && line[0] != '(' && line[0] != '[' ? blank + 1
                                                                                         : 0;
}

class DocumentBuilder {
 public:
  DocumentBuilder(DocumentKind kind, double confidence) : confidence_(confidence) {
    document_.kind = kind;
    document_.first_page = 1;
    document_.sections.push_back({.kind = SectionKind::preamble, .heading = {}, .paragraphs = {}});
  }

  void add(std::string_view line) {
    if (line.empty()) return;
    if (line == "---") {
      ++page_;
      y_ = 0;
    } else if (line.starts_with("  ")) {
      continue_paragraph(line.substr(2));
    } else if (line.starts_with("@ ")) {
      item_ = line.substr(2);
    } else if (line.starts_with("#")) {
      add_heading(line.substr(1));
    } else {
      add_paragraph(line);
    }
  }

  Document finish() {
    for (const std::string_view note : notes_) add_note(note);
    close_section();
    document_.last_page = page_;
    return std::move(document_);
  }

 private:
  void add_heading(std::string_view line) {
    const std::size_t blank = line.find(' ');
    const std::optional<SectionKind> kind = section_kind_of(line.substr(0, blank));
    if (!kind && blank != 0) throw std::invalid_argument("no section kind: " + std::string(line));
    close_section();
    start_paragraph(ParagraphKind::heading, "");
    print(line.substr(blank + 1));
    document_.paragraphs.back().level = 2;
    const std::size_t next = document_.paragraphs.size();
    document_.sections.push_back({.kind = kind.value_or(SectionKind::other),
                                  .heading = document_.paragraphs.back().span,
                                  .paragraphs = {next, next},
                                  .level = 2,
                                  .item = item_});
  }

  void add_paragraph(std::string_view line) {
    constexpr std::array<std::pair<char, ParagraphKind>, 5> kMarks{
        {{'=', ParagraphKind::title},
         {'|', ParagraphKind::signature},
         {'^', ParagraphKind::header_card},
         {'!', ParagraphKind::instruction},
         {'%', ParagraphKind::e_mail_header}}};
    if (line.starts_with("& ")) {
      notes_.push_back(line.substr(2));
      return;
    }
    for (const auto& [mark, kind] : kMarks) {
      if (line.size() < 2 || line[0] != mark || line[1] != ' ') continue;
      start_paragraph(kind, "");
      print(line.substr(2));
      if (kind == ParagraphKind::title) document_.title = line.substr(2);
      return;
    }
    const std::size_t marker = marker_length(line);
    start_paragraph(marker == 0 ? ParagraphKind::body : ParagraphKind::list_item,
                    line.substr(0, marker));
    print(line.substr(marker));
  }

  void add_note(std::string_view note) {
    const std::size_t blank = note.find(' ');
    start_paragraph(ParagraphKind::footnote, note.substr(0, blank + 1));
    print(note.substr(blank + 1));
  }

  void continue_paragraph(std::string_view line) {
    y_ += kLineHeight;
    x_ = 0;
    print(line);
  }

  void start_paragraph(ParagraphKind kind, std::string_view marker) {
    if (document_.text.size() > 0) document_.text.append_gap("\n");
    y_ += 2 * kLineHeight;
    x_ = 0;
    if (!marker.empty()) append(trim(marker), {});
    Paragraph paragraph;
    paragraph.kind = kind;
    paragraph.marker = trim(marker);
    paragraph.page = page_;
    document_.paragraphs.push_back(std::move(paragraph));
  }

  /// One printed line of the last paragraph.
  void print(std::string_view line) {
    Span span;
    for (const std::string_view column : split(line, '\t')) {
      for (const std::string_view word : split(column, ' ')) {
        if (word.empty()) {
          x_ += kLetterWidth;  // one more blank
          continue;
        }
        const Span printed = append_styled(word);
        span = {span.end == 0 ? printed.begin : span.begin, printed.end};
      }
      x_ += kWideGap;
    }
    Paragraph& paragraph = document_.paragraphs.back();
    paragraph.span = {paragraph.lines.empty() ? span.begin : paragraph.span.begin, span.end};
    paragraph.lines.push_back(span);
  }

  Span append_styled(std::string_view word) {
    const std::size_t raised = word.find('^');
    const std::size_t end = raised == 0 ? raised : word.find('^', raised + 1);
    if (raised != 0 && end < word.size()) return append_with_raised(word, raised, end);
    Style style;
    constexpr std::array<std::pair<char, bool Style::*>, 4> kMarks{{{'~', &Style::struck},
                                                                    {'*', &Style::bold},
                                                                    {'_', &Style::underlined},
                                                                    {'^', &Style::superscript}}};
    for (const auto& [mark, member] : kMarks) {
      if (word.size() < 3 || word.front() != mark || word.back() != mark) continue;
      style.*member = true;
      word = word.substr(1, word.size() - 2);
    }
    return append(word, style);
  }

  /// "kommunen^1^." is three pieces that follow each other without a blank.
  Span append_with_raised(std::string_view word, std::size_t raised, std::size_t end) {
    Span span = append(word.substr(0, raised), {});
    joined_ = true;
    span.end = append(word.substr(raised + 1, end - raised - 1), {.superscript = true}).end;
    if (end + 1 < word.size()) span.end = append(word.substr(end + 1), {}).end;
    joined_ = false;
    return span;
  }

  Span append(std::string_view word, Style style) {
    const std::string_view before = document_.text.view();
    if (!before.empty() && before.back() != '\n' && !joined_) document_.text.append_gap(" ");
    const double width = kLetterWidth * static_cast<double>(code_points(word).size());
    const Piece piece{.page = page_,
                      .box = {x_, y_, x_ + width, y_ + 12},
                      .style = style,
                      .size = 11,
                      .confidence = confidence_};
    x_ += width + kLetterWidth;
    return document_.text.append(word, piece);
  }

  void close_section() {
    Section& section = document_.sections.back();
    section.paragraphs.end = document_.paragraphs.size();
  }

  Document document_;
  std::vector<std::string_view> notes_;
  std::string item_;
  double confidence_;
  int page_ = 1;
  bool joined_ = false;  // the next word follows without a blank
  double x_ = 0;
  double y_ = 0;
};

}  // namespace

Document document_of(DocumentKind kind, std::string_view lines, double confidence) {
  DocumentBuilder builder(kind, confidence);
  for (const std::string_view line : split(lines, '\n')) builder.add(line);
  return builder.finish();
}

}  // namespace diarium
