#include "extractors/sections.h"

#include <algorithm>

#include "models/unicode.h"

namespace diarium {
namespace {

bool is_text(const Paragraph& paragraph) {
  return paragraph.kind == ParagraphKind::body || paragraph.kind == ParagraphKind::list_item;
}

bool is_number_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<const Paragraph*> paragraphs_in(const Document& document, SectionKind kind) {
  std::vector<const Paragraph*> found;
  for (const Section& section : document.sections) {
    if (section.kind != kind) continue;
    const std::size_t end = std::min(section.paragraphs.end, document.paragraphs.size());
    for (std::size_t i = section.paragraphs.begin; i < end; ++i) {
      const Paragraph& paragraph = document.paragraphs[i];
      if (is_text(paragraph) && !paragraph.span.empty()) found.push_back(&paragraph);
    }
  }
  return found;
}

bool is_content(const Paragraph& paragraph) {
  return paragraph.kind != ParagraphKind::instruction;
}

const Paragraph* paragraph_at(const Document& document, std::size_t at) {
  const auto after = std::partition_point(document.paragraphs.begin(), document.paragraphs.end(),
                                          [&](const Paragraph& p) { return p.span.end <= at; });
  return after != document.paragraphs.end() && after->span.contains(at) ? &*after : nullptr;
}

std::string_view number_of(std::string_view marker) {
  std::size_t begin = 0;
  while (begin < marker.size() && !is_number_letter(marker[begin])) ++begin;
  std::size_t end = begin;
  while (end < marker.size() && is_number_letter(marker[end])) ++end;
  return marker.substr(begin, end - begin);
}

}  // namespace diarium
