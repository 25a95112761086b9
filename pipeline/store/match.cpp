#include "pipeline/store/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "pipeline/store/analyser.h"

namespace diarium {
namespace {

/// Writes the nodes of a query in order; letters_ grows with each phrase written.
class Writer {
 public:
  explicit Writer(Matching matching) : matching_(matching) {}

  /// Empty where nothing in the node is indexed: "§", "&".
  std::string write(const QueryNode& node, bool must_match) {
    switch (node.type) {
      case QueryNode::Type::word:
        return word(node, must_match);
      case QueryNode::Type::phrase:
        return phrase(node, must_match);
      case QueryNode::Type::prefix:
        return prefix(node.text, must_match);
      case QueryNode::Type::field:
        return {};
      case QueryNode::Type::any:
        return any(node.parts, must_match);
      case QueryNode::Type::all:
        break;
    }
    return all(node.parts, must_match);
  }

  /// What fields narrow or leave out is a matter of filters.h: this finds at least all that they
  /// let through.
  std::string all(const std::vector<QueryNode>& parts, bool must_match) {
    std::string wanted = joined(parts, false, " AND ", must_match);
    if (wanted.empty()) return {};
    const std::string unwanted = joined(parts, true, " OR ", false);
    return unwanted.empty() ? wanted : fmt::format("({} NOT {})", wanted, unwanted);
  }

  [[nodiscard]] const std::string& letters() const { return letters_; }

 private:
  static std::vector<std::string> forms_in(const std::string& text) {
    std::vector<std::string> forms;
    for (const IndexedWord& word : indexed_words(text)) forms.push_back(word.form);
    return forms;
  }
  static std::string forms_of(const std::string& text) {
    return fmt::format("{}", fmt::join(forms_in(text), " "));
  }

  std::string word(const QueryNode& node, bool must_match) {
    const std::string form = forms_of(node.text);
    const bool one = form.find(' ') == std::string::npos;
    if (!one || form.empty() || !must_match || node.exact) return phrase(node, must_match);
    std::string choices = fmt::format(R"("{}")", form);
    letters_ += 's';
    if (matching_ == Matching::inexact) {
      choices += fmt::format(R"( OR "+{0}" OR "~{0}")", form);
      letters_ += "cr";
    }
    for (const std::string& similar : node.similar) {
      choices += fmt::format(R"( OR "={}")", forms_of(similar));
      letters_ += 'f';
    }
    return '(' + choices + ')';
  }

  std::string phrase(const QueryNode& node, bool must_match) {
    const std::vector<std::string> forms = forms_in(node.text);
    if (forms.empty()) return {};
    const char letter = must_match ? 's' : '-';
    const std::string_view sign = node.exact ? "=" : "";
    if (node.type != QueryNode::Type::phrase || node.distance == 0 || forms.size() == 1) {
      letters_ += letter;
      return fmt::format(R"("{}{}")", sign, fmt::join(forms, " "));
    }
    std::string near;
    for (const std::string& form : forms) near += fmt::format(R"("{}{}" )", sign, form);
    letters_.append(forms.size(), letter);
    return fmt::format("NEAR({}, {})", near, node.distance);
  }

  std::string prefix(const std::string& text, bool must_match) {
    const std::string forms = forms_of(text);
    if (forms.empty()) return {};
    letters_ += must_match ? 's' : '-';
    return fmt::format(R"("={}" *)", forms);
  }

  std::string any(const std::vector<QueryNode>& parts, bool must_match) {
    return joined(parts, false, " OR ", must_match);
  }

  std::string joined(const std::vector<QueryNode>& parts, bool negated, std::string_view with,
                     bool must_match) {
    std::string text;
    for (const QueryNode& part : parts) {
      if (part.negated != negated || (negated && has_fields(part))) continue;
      const std::string written = write(part, must_match);
      if (written.empty()) continue;
      if (!text.empty()) text += with;
      text += written;
    }
    return text.empty() ? text : '(' + text + ')';
  }

  Matching matching_;
  std::string letters_;
};

}  // namespace

MatchExpression match_of(const Query& query, Matching matching) {
  if (std::none_of(query.terms.begin(), query.terms.end(), has_words)) return {};
  Writer writer(matching);
  MatchExpression expression;
  expression.match = writer.all(query.terms, true);
  expression.letters = writer.letters();
  if (expression.match.empty()) throw QueryError("there is no letter or digit to search for", 0);
  return expression;
}

}  // namespace diarium
