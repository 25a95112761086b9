#include "pipeline/read/transcript_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace diarium {
namespace {

using namespace std::string_view_literals;

// Bytes within which a link must end.
constexpr std::size_t kLongestLinkText = 600;
constexpr std::size_t kLongestAddress = 2'000;
constexpr std::size_t kLongestNoteNumber = 3;  // digits

constexpr std::array<std::pair<std::string_view, bool Style::*>, 10> kTags = {{
    {"sup", &Style::superscript},
    {"b", &Style::bold},
    {"strong", &Style::bold},
    {"i", &Style::italic},
    {"em", &Style::italic},
    {"u", &Style::underlined},
    {"ins", &Style::underlined},
    {"s", &Style::struck},
    {"strike", &Style::struck},
    {"del", &Style::struck},
}};

constexpr std::array<std::string_view, 10> kRaisedDigits = {"⁰", "¹", "²", "³", "⁴",
                                                            "⁵", "⁶", "⁷", "⁸", "⁹"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= kLongestNoteNumber &&
         std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// "³" -> 3; nothing for other letters.
std::optional<std::size_t> raised_digit(std::string_view text) {
  for (std::size_t digit = 0; digit < kRaisedDigits.size(); ++digit) {
    if (text.starts_with(kRaisedDigits[digit])) return digit;
  }
  return std::nullopt;
}

/// A link by its parts, and how many bytes it takes up.
struct Link {
  std::string_view text;
  std::string_view address;
  std::size_t size = 0;
};

/// "[text](address)" at the beginning of `text`.
std::optional<Link> link_at(std::string_view text) {
  const std::size_t middle = text.substr(0, kLongestLinkText).find("](");
  if (!text.starts_with('[') || middle == std::string_view::npos) return std::nullopt;
  const std::string_view shown = text.substr(1, middle - 1);
  const std::string_view address = text.substr(middle + 2, kLongestAddress);
  const std::size_t end = address.find(')');
  if (end == std::string_view::npos || shown.find('\n') != std::string_view::npos ||
      shown.find('[') != std::string_view::npos) {
    return std::nullopt;
  }
  return Link{shown, address.substr(0, end), middle + 2 + end + 1};
}

/// Whether a link shows its own address, escaped once or twice over.
bool shows_address(const Link& link) {
  std::string text(link.text);
  std::erase(text, '\\');
  return text == link.address;
}

/// "[footnoteRef:12]" or "[^12]" at the beginning of `text`: the number, and the bytes taken up.
std::optional<std::pair<std::string_view, std::size_t>> note_marker_at(std::string_view text) {
  for (const std::string_view opening : {"[footnoteRef:"sv, "[^"sv}) {
    if (!text.starts_with(opening)) continue;
    const std::size_t end = text.substr(0, opening.size() + kLongestNoteNumber + 1).find(']');
    if (end == std::string_view::npos) continue;
    const std::string_view number = text.substr(opening.size(), end - opening.size());
    if (is_number(number)) return std::pair(number, end + 1);
  }
  return std::nullopt;
}

/// Reads one paragraph from its first byte to its last.
class MarkReader {
 public:
  MarkReader(std::string_view text, const DocxRun& basis) : text_(text), basis_(basis) {
    last_bold_ = text.rfind("**");
    last_struck_ = text.rfind("~~");
    last_italic_ = last_closing_star();
  }

  std::vector<DocxRun> read() {
    while (at_ < text_.size()) {
      if (take_mark()) continue;
      // Every mark begins with one of these bytes; raised digits with one of the last two.
      const std::size_t next =
          std::min(text_.find_first_of("\\*~<[!\xE2\xC2", at_ + 1), text_.size());
      add(text_.substr(at_, next - at_));
      at_ = next;
    }
    return std::move(runs_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  bool take_mark() {
    switch (text_[at_]) {
      case '\\':
        return take_escape();
      case '*':
        return take_pair("**", &Style::bold, last_bold_) || take_star();
      case '~':
        return take_pair("~~", &Style::struck, last_struck_);
      case '<':
        return take_tag();
      case '[':
        return take_note_marker() || take_link();
      case '!':
        if (!rest().starts_with("![") || !link_at(rest().substr(1))) return false;
        ++at_;
        return take_link();
      default:
        return take_raised_digits();
    }
  }

  bool take_escape() {
    constexpr std::string_view kEscaped = "\\`*_{}[]()<>#+-.!|~\"'&:;/$%=?@^,";
    if (at_ + 1 >= text_.size() || kEscaped.find(text_[at_ + 1]) == std::string_view::npos) {
      return false;
    }
    add(text_.substr(at_ + 1, 1));
    at_ += 2;
    return true;
  }

  /// `last` is where the last such mark of the paragraph stands: it can close, not open.
  bool take_pair(std::string_view mark, bool Style::*style, std::size_t last) {
    if (!rest().starts_with(mark)) return false;
    if (!(marked_.*style) && at_ >= last) return false;
    marked_.*style = !(marked_.*style);
    at_ += mark.size();
    return true;
  }

  bool take_star() {
    const bool closes = marked_.italic && at_ > 0 && !is_ascii_blank(text_[at_ - 1]);
    const bool opens = !marked_.italic && at_ + 1 < text_.size() &&
                       !is_ascii_blank(text_[at_ + 1]) && last_italic_ != std::string_view::npos &&
                       at_ < last_italic_;
    if (!closes && !opens) return false;
    marked_.italic = opens;
    ++at_;
    return true;
  }

  /// The last "*" that stands behind a letter and alone: "2 * 3" has none.
  [[nodiscard]] std::size_t last_closing_star() const {
    for (std::size_t i = text_.size(); i-- > 1;) {
      if (text_[i] != '*') continue;
      const bool doubled = text_[i - 1] == '*' || (i + 1 < text_.size() && text_[i + 1] == '*');
      if (!doubled && !is_ascii_blank(text_[i - 1])) return i;
    }
    return std::string_view::npos;
  }

  bool take_tag() {
    constexpr std::size_t kLongestTag = 10;
    const std::size_t end = rest().substr(0, kLongestTag).find('>');
    if (end == std::string_view::npos) return false;
    std::string_view tag = rest().substr(1, end - 1);
    if (tag == "br" || tag == "br/" || tag == "br /") {
      add("\n");
      at_ += end + 1;
      return true;
    }
    const bool closes = tag.starts_with('/');
    if (closes) tag.remove_prefix(1);
    const auto known = std::find_if(kTags.begin(), kTags.end(),
                                    [&](const auto& entry) { return entry.first == tag; });
    if (known == kTags.end()) return false;
    tagged_.*known->second = !closes;
    at_ += end + 1;
    return true;
  }

  bool take_note_marker() {
    const auto marker = note_marker_at(rest());
    if (!marker) return false;
    add_raised(marker->first);
    at_ += marker->second;
    return true;
  }

  bool take_link() {
    const auto link = link_at(rest());
    if (!link) return false;
    DocxRun basis = basis_;
    basis.style = style();
    if (shows_address(*link)) {
      basis.text = link->address;
      runs_.push_back(std::move(basis));
    } else {
      for (DocxRun& run : marked_runs(link->text, basis)) runs_.push_back(std::move(run));
    }
    at_ += link->size;
    fresh_ = true;
    return true;
  }

  bool take_raised_digits() {
    std::string digits;
    std::size_t end = at_;
    while (const auto digit = raised_digit(text_.substr(end))) {
      digits += static_cast<char>('0' + *digit);
      end += kRaisedDigits[*digit].size();
    }
    if (digits.empty()) return false;
    add_raised(digits);
    at_ = end;
    return true;
  }

  [[nodiscard]] Style style() const {
    Style style = basis_.style;
    for (const auto& [name, member] : kTags) {
      style.*member = style.*member || marked_.*member || tagged_.*member;
    }
    return style;
  }

  void add_raised(std::string_view digits) {
    DocxRun run = basis_;
    run.style = style();
    run.style.superscript = true;
    run.text = digits;
    if (is_number(digits)) run.note = std::stoi(std::string(digits));
    runs_.push_back(std::move(run));
    fresh_ = true;
  }

  void add(std::string_view text) {
    const Style now = style();
    if (fresh_ || runs_.empty() || !(runs_.back().style == now)) {
      DocxRun run = basis_;
      run.style = now;
      run.text.clear();
      runs_.push_back(std::move(run));
      fresh_ = false;
    }
    DocxRun& run = runs_.back();
    run.text += text;
    run.note = run.style.superscript && is_number(run.text) ? std::stoi(run.text) : 0;
  }

  std::string_view text_;
  const DocxRun& basis_;
  std::size_t at_ = 0;
  std::size_t last_bold_ = std::string_view::npos;
  std::size_t last_struck_ = std::string_view::npos;
  std::size_t last_italic_ = std::string_view::npos;
  Style marked_;        // by signs
  Style tagged_;        // by tags
  bool fresh_ = false;  // the next letter begins a run
  std::vector<DocxRun> runs_;
};

}  // namespace

std::vector<DocxRun> marked_runs(std::string_view paragraph, const DocxRun& basis) {
  return MarkReader(paragraph, basis).read();
}

}  // namespace diarium
