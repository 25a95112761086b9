#include "pipeline/store/query.h"

#include <fmt/format.h>

namespace diarium {
namespace {

std::string distance_of(const QueryNode& node) {
  return node.distance > 0 ? fmt::format("~{}", node.distance) : std::string();
}

std::string to_string(const QueryNode& node) {
  const std::string sign = std::string(node.negated ? "-" : "") + (node.exact ? "=" : "");
  if (node.type == QueryNode::Type::word) return sign + node.text + distance_of(node);
  if (node.type == QueryNode::Type::phrase) return sign + '"' + node.text + '"' + distance_of(node);
  if (node.type == QueryNode::Type::prefix) return sign + node.text + '*';
  // A group of one says no more than what stands in it.
  if (node.type == QueryNode::Type::all && node.parts.size() == 1) {
    return sign + to_string(node.parts.front());
  }
  std::string joined;
  for (const QueryNode& part : node.parts) {
    if (!joined.empty()) joined += node.type == QueryNode::Type::any ? " OR " : " ";
    joined += to_string(part);
  }
  return sign + '(' + joined + ')';
}

}  // namespace

std::string to_string(const Query& query) {
  std::string text;
  for (const QueryNode& term : query.terms) {
    if (!text.empty()) text += ' ';
    text += to_string(term);
  }
  for (const SearchFilter& filter : query.filters) {
    if (!text.empty()) text += ' ';
    const bool bare = filter.value.find(' ') == std::string::npos;
    text += fmt::format("{}{}:{}", filter.negated ? "-" : "", filter.field,
                        bare ? filter.value : '"' + filter.value + '"');
  }
  return text;
}

}  // namespace diarium
