#include "pipeline/segment/e_mail_head.h"

#include <algorithm>
#include <set>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kWindow = 6;  // lines
constexpr std::size_t kFewestLabels = 3;

struct HeadLine {
  std::size_t passage;
  std::size_t page;
  std::string label;  // lower case; empty for a line without one
};

std::vector<HeadLine> head_lines(const std::vector<Passage>& passages, const RuleBook& rules) {
  const Rule& header = rules.rule("document_parts.e_mail_header");
  std::vector<HeadLine> lines;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    for (const PassageLine& line : passages[i].lines) {
      const auto match = header.whole(line.text);
      lines.push_back(
          {i, line.page, match ? to_lower(squeeze_blanks((*match)["label"])) : std::string()});
    }
  }
  return lines;
}

/// One behind the last labelled line of the head that begins at `begin`; `begin` itself for none.
std::size_t end_of_head(const std::vector<HeadLine>& lines, std::size_t begin) {
  std::set<std::string> labels;
  std::size_t end = begin;
  for (std::size_t i = begin; i < lines.size() && i < begin + kWindow + labels.size(); ++i) {
    if (lines[i].page != lines[begin].page) break;
    if (lines[i].label.empty()) continue;
    // The same label again belongs to the next head.
    if (!labels.insert(lines[i].label).second) break;
    end = i + 1;
  }
  return labels.size() >= kFewestLabels ? end : begin;
}

}  // namespace

void mark_e_mail_heads(std::vector<Passage>& passages, const RuleBook& rules) {
  const std::vector<HeadLine> lines = head_lines(passages, rules);
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end = lines[i].label.empty() ? i : end_of_head(lines, i);
    for (std::size_t k = i; k < end; ++k) {
      passages[lines[k].passage].kind = ParagraphKind::e_mail_header;
    }
    i = std::max(end, i + 1);
  }
}

std::string e_mail_field(const std::vector<Passage>& passages,
                         const std::vector<std::string_view>& labels, const RuleBook& rules) {
  const Rule& header = rules.rule("document_parts.e_mail_header");
  std::string value;
  bool within = false;
  for (const Passage& passage : passages) {
    if (passage.kind != ParagraphKind::e_mail_header) {
      if (within) break;
      continue;
    }
    for (const PassageLine& line : passage.lines) {
      const auto match = header.whole(line.text);
      if (match && within) return value;
      if (match) {
        const std::string label = to_lower(squeeze_blanks((*match)["label"]));
        within = std::find(labels.begin(), labels.end(), label) != labels.end();
        if (within) value = squeeze_blanks((*match)["value"]);
      } else if (within) {
        value = squeeze_blanks(value + " " + line.text);
      }
    }
  }
  return value;
}

}  // namespace diarium
