#include "extractors/printed_items.h"

#include <algorithm>
#include <string_view>

#include "extractors/sections.h"
#include "models/line_forms.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// Length of a number that stands before the text itself: "1." of "1.Karta"; 0 for none.
std::size_t number_length(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 2 || digits >= text.size()) return 0;
  if (text[digits] != '.' && text[digits] != ')') return 0;
  const std::string_view behind = text.substr(digits + 1);
  return behind.empty() || is_digit(first_point(behind)) ? 0 : digits + 1;
}

PrintedItem item_of(const Document& document, Span span, std::string_view marker) {
  PrintedItem item{.number = may_be_misread_one(marker) ? "1" : std::string(number_of(marker)),
                   .span = span};
  const std::string_view text = document.text.slice(span);
  if (const std::size_t length = number_length(text); length > 0) {
    item.number = number_of(text.substr(0, length));
    item.span.begin += length;
  }
  const std::string_view left = document.text.slice(item.span);
  const std::string_view kept = trim(left);
  item.span.begin +=
      kept.empty() ? left.size() : static_cast<std::size_t>(kept.data() - left.data());
  item.span.end = item.span.begin + kept.size();
  return item;
}

/// The lines of a paragraph, each with those that go on it.
std::vector<Span> entries_of(const Document& document, const Paragraph& paragraph) {
  std::vector<Span> entries;
  for (const Span& line : paragraph.lines) {
    const bool goes_on = !entries.empty() && is_lower(first_point(document.text.slice(line)));
    if (goes_on) {
      entries.back().end = line.end;
    } else {
      entries.push_back(line);
    }
  }
  if (entries.empty()) entries.push_back(paragraph.span);
  return entries;
}

/// One behind the last list item of a section; what follows is no part of its list. The section's
/// end where nothing is a list item.
std::size_t end_of_list(const Document& document, const Section& section) {
  const std::size_t last = std::min(section.paragraphs.end, document.paragraphs.size());
  for (std::size_t i = last; i > section.paragraphs.begin; --i) {
    if (document.paragraphs[i - 1].kind == ParagraphKind::list_item) return i;
  }
  return last;
}

/// "1.Karta" and below it "2 Foto": the full stop was not read.
void read_bare_numbers(const Document& document, std::vector<PrintedItem>& items) {
  for (std::size_t i = 1; i < items.size(); ++i) {
    PrintedItem& item = items[i];
    if (!item.number.empty() || items[i - 1].number.empty()) continue;
    const std::string next = std::to_string(number_in(items[i - 1].number) + 1);
    if (!document.text.slice(item.span).starts_with(next + " ")) continue;
    item.number = next;
    item.span.begin += next.size() + 1;
  }
}

void add_items(const Document& document, const Paragraph& paragraph,
               std::vector<PrintedItem>& items) {
  if (paragraph.kind == ParagraphKind::list_item) {
    items.push_back(item_of(document, paragraph.span, paragraph.marker));
  } else if (paragraph.kind == ParagraphKind::body) {
    for (const Span& entry : entries_of(document, paragraph)) {
      items.push_back(item_of(document, entry, ""));
    }
  }
}

}  // namespace

std::vector<PrintedItem> items_in(const Document& document, SectionKind kind) {
  std::vector<PrintedItem> items;
  for (const Section& section : document.sections) {
    if (section.kind != kind) continue;
    const std::size_t end = end_of_list(document, section);
    for (std::size_t i = section.paragraphs.begin; i < end; ++i) {
      add_items(document, document.paragraphs[i], items);
    }
  }
  std::erase_if(items, [](const PrintedItem& item) { return item.span.empty(); });
  read_bare_numbers(document, items);
  return items;
}

}  // namespace diarium
