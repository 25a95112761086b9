#include "extractors/rule_book_pattern.h"

#include <algorithm>
#include <stdexcept>

#include "models/unicode.h"

namespace diarium {
namespace {

// RE2's \s knows ASCII only.
constexpr std::string_view kBlankClass = R"( \t\x{00A0}\x{2009}\x{202F})";
// RE2's \b knows ASCII only, and there is no look-around: an edge takes the character beside the
// word.
constexpr std::string_view kBeginEdge = R"((?P<edge_begin_%>^|[^\pL\pN]))";
constexpr std::string_view kEndEdge = R"((?P<edge_end_%>$|[^\pL\pN]))";
// An alternation of a few thousand forms needs more than RE2's 8 MB for its automaton.
constexpr int kAutomatonBytes = 64 << 20;

std::string numbered(std::string_view edge, int number) {
  std::string text(edge);
  return text.replace(text.find('%'), 1, std::to_string(number));
}

/// Walks over a pattern and knows whether it stands in a character class.
class PatternReader {
 public:
  explicit PatternReader(std::string_view pattern) : rest_(pattern) {}
  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] bool in_class() const { return in_class_; }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  /// One character, or a backslash with what it escapes.
  std::string_view take_token() {
    if (rest_.front() == '[' && !in_class_) {
      in_class_ = true;
      // A bracket right after the opening one is an ordinary member.
      return take(rest_.substr(0, 3) == "[^]" ? 3 : rest_.substr(0, 2) == "[]" ? 2 : 1);
    }
    if (rest_.front() == ']') in_class_ = false;
    return take(rest_.front() == '\\' ? 2 : 1);
  }

 private:
  std::string_view rest_;
  bool in_class_ = false;
};

std::string with_edges(std::string_view expanded) {
  std::string result;
  int count = 0;
  for (PatternReader reader(expanded); !reader.done();) {
    const bool in_class = reader.in_class();
    const std::string_view token = reader.take_token();
    if (!in_class && token == R"(\<)") {
      result += numbered(kBeginEdge, ++count);
    } else if (!in_class && token == R"(\>)") {
      result += numbered(kEndEdge, ++count);
    } else {
      result += token;
    }
  }
  return result;
}

std::string quoted(std::string_view form) {
  std::string result;
  for (const char c : squeeze_blanks(form)) {
    if (c == ' ') {
      result += '[' + std::string(kBlankClass) + "]+";
    } else {
      result += re2::RE2::QuoteMeta(re2::StringPiece(&c, 1));
    }
  }
  return result;
}

void name_groups(Rule::Pattern& pattern) {
  const auto count = static_cast<std::size_t>(pattern.expression->NumberOfCapturingGroups());
  pattern.group_names.resize(count + 1);
  for (const auto& [name, number] : pattern.expression->NamedCapturingGroups()) {
    if (name.starts_with("edge_begin_")) {
      pattern.begin_edges.push_back(number);
    } else if (name.starts_with("edge_end_")) {
      pattern.end_edges.push_back(number);
    } else {
      pattern.group_names[static_cast<std::size_t>(number)] = name;
    }
  }
}

}  // namespace

std::string expand_macros(std::string_view pattern, const MacroText& macro) {
  std::string result;
  for (PatternReader reader(pattern); !reader.done();) {
    if (reader.rest().starts_with("%{")) {
      const std::size_t close = reader.rest().find('}');
      if (close == std::string_view::npos) throw std::runtime_error("macro without '}'");
      result += "(?:" + macro(reader.take(close + 1).substr(2, close - 2)) + ")";
    } else if (reader.rest().starts_with(R"(\_)")) {
      // A group, so that a following '?' makes the blanks optional and not lazy.
      const std::string blanks(kBlankClass);
      result += reader.in_class() ? blanks : "(?:[" + blanks + "]+)";
      reader.take(2);
    } else {
      result += reader.take_token();
    }
  }
  return result;
}

std::string alternation_of(const std::vector<Term>& terms) {
  std::vector<std::string_view> forms;
  for (const Term& term : terms) forms.insert(forms.end(), term.forms.begin(), term.forms.end());
  // RE2 takes the first alternative that fits, and a short form may begin a longer one.
  std::stable_sort(forms.begin(), forms.end(), [](std::string_view a, std::string_view b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  std::string result;
  for (const std::string_view form : forms) {
    if (!result.empty()) result += '|';
    result += quoted(form);
  }
  return result;
}

std::unique_ptr<Rule::Pattern> compile_pattern(std::string_view expanded) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kAutomatonBytes);
  auto pattern = std::make_unique<Rule::Pattern>();
  pattern->expression = std::make_unique<re2::RE2>(with_edges(expanded), options);
  if (!pattern->expression->ok()) throw std::runtime_error(pattern->expression->error());
  name_groups(*pattern);
  return pattern;
}

}  // namespace diarium
