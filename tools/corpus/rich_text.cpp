#include "tools/corpus/rich_text.h"

#include <array>
#include <stdexcept>

#include "models/unicode.h"

namespace diarium::corpus {
namespace {

struct Toggle {
  std::string_view sign;
  bool Style::*flag;
};
constexpr std::array<Toggle, 5> kToggles{{{"**", &Style::bold},
                                          {"''", &Style::italic},
                                          {"__", &Style::underlined},
                                          {"~~", &Style::struck},
                                          {"^^", &Style::superscript}}};

constexpr std::string_view kSoftHyphen = "\u00AD";

class RichParser {
 public:
  explicit RichParser(std::string_view markup) : rest_(markup) {}

  RichText parse() {
    while (!rest_.empty()) step();
    if (!open_.empty())
      throw std::invalid_argument("a mark that never ends: {" + open_.back().mark.kind);
    return std::move(out_);
  }

 private:
  struct OpenMark {
    Mark mark;
    Style before;
  };

  void step() {
    if (rest_[0] == '\\' && rest_.size() > 1) {
      rest_.remove_prefix(1);
      if (rest_[0] == '-') return put_soft_hyphen();
      put(rest_.substr(0, 1));
      return;
    }
    if (rest_[0] == '{') return open();
    if (rest_[0] == '}' && !open_.empty()) return close();
    for (const Toggle& toggle : kToggles) {
      if (!rest_.starts_with(toggle.sign)) continue;
      style_.*toggle.flag = !(style_.*toggle.flag);
      if (toggle.flag == &Style::struck) mark_struck();
      rest_.remove_prefix(toggle.sign.size());
      return;
    }
    put(rest_.substr(0, 1));
  }

  /// ~~struck~~ is a deletion, whoever reads it.
  void mark_struck() {
    if (style_.struck) {
      struck_from_ = out_.text.size();
    } else {
      out_.marks.push_back({"del", "", {struck_from_, out_.text.size()}});
    }
  }

  void put_soft_hyphen() {
    rest_.remove_prefix(1);
    append(kSoftHyphen);
  }

  void put(std::string_view bytes) {
    append(bytes);
    rest_.remove_prefix(bytes.size());
  }

  void append(std::string_view bytes) {
    const std::size_t begin = out_.text.size();
    out_.text += bytes;
    if (style_ == Style{}) return;
    if (!out_.styles.empty() && out_.styles.back().span.end == begin &&
        out_.styles.back().style == style_) {
      out_.styles.back().span.end = out_.text.size();
    } else {
      out_.styles.push_back({{begin, out_.text.size()}, style_});
    }
  }

  void open() {
    const std::size_t bar = rest_.find('|');
    if (bar == std::string_view::npos) throw std::invalid_argument("a mark without a bar");
    const std::string_view head = rest_.substr(1, bar - 1);
    const std::size_t equals = std::min(head.find('='), head.size());
    OpenMark opened{.mark = {.kind = std::string(head.substr(0, equals)),
                             .value = std::string(head.substr(std::min(equals + 1, head.size()))),
                             .span = {out_.text.size(), 0}},
                    .before = style_};
    const bool underlined = opened.mark.value == "underlined";
    if (opened.mark.kind == "ins") (underlined ? style_.underlined : style_.bold) = true;
    if (opened.mark.kind == "fn") style_.superscript = true;
    open_.push_back(std::move(opened));
    rest_.remove_prefix(bar + 1);
  }

  void close() {
    OpenMark closed = std::move(open_.back());
    open_.pop_back();
    closed.mark.span.end = out_.text.size();
    style_ = closed.before;
    out_.marks.push_back(std::move(closed.mark));
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  RichText out_;
  Style style_;
  std::size_t struck_from_ = 0;
  std::vector<OpenMark> open_;
};

std::string text_without(const RichText& text, Span span, bool deletions_too) {
  std::string kept;
  for (std::size_t at = span.begin; at < span.end; ++at) {
    bool left_out = false;
    for (const Mark& mark : text.marks) {
      const bool skipped = mark.kind == "fn" || (deletions_too && mark.kind == "del");
      left_out = left_out || (skipped && mark.span.contains(at));
    }
    if (!left_out) kept += text.text[at] == '\n' ? ' ' : text.text[at];
  }
  for (std::size_t at; (at = kept.find(kSoftHyphen)) != std::string::npos;) {
    kept.erase(at, kSoftHyphen.size());
  }
  return squeeze_blanks(kept);
}

}  // namespace

Style RichText::style_at(std::size_t byte) const {
  for (const StyledSpan& styled : styles) {
    if (styled.span.contains(byte)) return styled.style;
  }
  return {};
}

std::vector<Mark> RichText::marks_of(std::string_view kind) const {
  std::vector<Mark> found;
  for (const Mark& mark : marks) {
    if (mark.kind == kind) found.push_back(mark);
  }
  return found;
}

RichText parse_rich(std::string_view markup) {
  return RichParser(markup).parse();
}

std::string clean_text(const RichText& text, Span span) {
  return text_without(text, span, true);
}

std::string printed_text(const RichText& text, Span span) {
  return text_without(text, span, false);
}

}  // namespace diarium::corpus
