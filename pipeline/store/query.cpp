#include "pipeline/store/query.h"

#include <fmt/format.h>

#include <algorithm>

namespace diarium {
namespace {

std::string distance_of(const QueryNode& node) {
  return node.distance > 0 ? fmt::format("~{}", node.distance) : std::string();
}

/// "1.002..2.5" -> "1,002..2,5": who types a point before three digits means thousands.
std::string with_decimal_commas(std::string amounts) {
  for (std::size_t at = 0; (at = amounts.find('.', at)) != std::string::npos;) {
    const bool range = amounts.compare(at, 2, "..") == 0;
    if (!range) amounts[at] = ',';
    at += range ? 2 : 1;
  }
  return amounts;
}

std::string to_string(const SearchFilter& filter) {
  const std::string value =
      filter.field == "amount" ? with_decimal_commas(filter.value) : filter.value;
  const bool bare = value.find_first_of(" ()") == std::string::npos;
  return fmt::format("{}{}:{}", filter.negated ? "-" : "", filter.field,
                     bare ? value : '"' + value + '"');
}

std::string to_string(const QueryNode& node) {
  const std::string sign = std::string(node.negated ? "-" : "") + (node.exact ? "=" : "");
  if (node.type == QueryNode::Type::word) return sign + node.text + distance_of(node);
  if (node.type == QueryNode::Type::phrase) return sign + '"' + node.text + '"' + distance_of(node);
  if (node.type == QueryNode::Type::field) return sign + to_string(node.filter);
  if (node.type == QueryNode::Type::prefix) return sign + node.text + '*';
  // A group of one says no more than what stands in it.
  if (node.type == QueryNode::Type::all && node.parts.size() == 1 && !node.parts[0].negated) {
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

bool has_fields(const QueryNode& node) {
  return node.type == QueryNode::Type::field ||
         std::any_of(node.parts.begin(), node.parts.end(), has_fields);
}

bool has_words(const QueryNode& node) {
  if (node.type == QueryNode::Type::field) return false;
  if (node.type != QueryNode::Type::all && node.type != QueryNode::Type::any) return true;
  return std::any_of(node.parts.begin(), node.parts.end(),
                     [](const QueryNode& part) { return !part.negated && has_words(part); });
}

std::string to_string(const Query& query) {
  std::string text;
  for (const QueryNode& term : query.terms) {
    if (!text.empty()) text += ' ';
    text += to_string(term);
  }
  for (const SearchFilter& filter : query.filters) {
    if (!text.empty()) text += ' ';
    text += to_string(filter);
  }
  return text;
}

}  // namespace diarium
