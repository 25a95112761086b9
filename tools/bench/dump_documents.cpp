// Prints the documents of a file as segmented, to be looked at beside the rendered pages:
//   dump_documents FILE [--brief]
// Fields, sections and paragraphs with their kinds; --brief leaves the paragraphs out. Scanned
// pages are recognised first.
#include <fmt/core.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extractors/extractor.h"
#include "models/date.h"
#include "pipeline/layout/lay_out.h"
#include "pipeline/ocr/recogniser.h"
#include "pipeline/read/read.h"
#include "pipeline/segment/segment.h"

namespace {

using diarium::Document;
using diarium::Page;
using diarium::ParagraphKind;

std::string_view name_of(ParagraphKind kind) {
  constexpr std::string_view kNames[] = {"body",      "title",       "heading",     "list_item",
                                         "table",     "contents",    "header_card", "e_mail_header",
                                         "signature", "instruction", "footnote",    "caption",
                                         "stamp",     "figure"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string shown(const std::optional<diarium::Date>& date) {
  return date ? iso_of(*date) : std::string("-");
}

void print_fields(const Document& document) {
  fmt::print("##### {} pages {}-{} {} ({:.2f}, next {})\n", document.id, document.first_page,
             document.last_page, name_of(document.kind), document.confidence,
             document.runner_up ? name_of(*document.runner_up) : "-");
  fmt::print("  title:   {}\n  body:    {}   date: {}   meeting: {}\n", document.title,
             document.body, shown(document.date), shown(document.meeting_date));
  std::string numbers;
  for (const auto& number : document.case_numbers) numbers += number.raw + "; ";
  std::string parties;
  for (const std::string& party : document.parties) parties += party + ' ';
  fmt::print("  cases:   {}   officer: {}   code: {}   parties: {}\n", numbers,
             document.case_officer, document.agenda_code, parties);
  fmt::print("  item:    {}   parent: {}   variant of: {}   tables: {}\n  from:   ",
             document.agenda_item, document.parent, document.variant_of, document.tables.size());
  for (const auto& [field, provenance] : document.provenance) {
    fmt::print(" {}={}", field, diarium::name_of(provenance));
  }
  fmt::print("\n");
}

void print_paragraphs(const Document& document) {
  std::size_t next = 0;
  for (const diarium::Section& section : document.sections) {
    for (; next < section.paragraphs.begin; ++next) {
      const diarium::Paragraph& heading = document.paragraphs[next];
      fmt::print("  [{} {}] {}\n", name_of(heading.kind), heading.level,
                 text_of(document, heading));
    }
    fmt::print("  == {} {} <{}>\n", name_of(section.kind), section.item,
               document.text.slice(section.heading));
    for (; next < section.paragraphs.end; ++next) {
      const diarium::Paragraph& paragraph = document.paragraphs[next];
      fmt::print("    [{}{}{}, {} lines] {}\n", name_of(paragraph.kind),
                 paragraph.marker.empty() ? "" : " " + paragraph.marker,
                 paragraph.level > 0 ? fmt::format(" level {}", paragraph.level) : "",
                 paragraph.lines.size(), text_of(document, paragraph));
    }
  }
}

std::vector<Page> pages_of(diarium::FileReader& file) {
  std::unique_ptr<diarium::Recogniser> recogniser;
  std::vector<Page> pages;
  for (int number = 1; number <= file.page_count(); ++number) {
    auto sheet = file.read(number);
    if (!sheet) continue;
    if (wants_recognition(*sheet)) {
      if (!recogniser) recogniser = std::make_unique<diarium::Recogniser>(diarium::OcrSettings{});
      *sheet = recogniser->recognise(*std::move(sheet));
    }
    pages.push_back(diarium::lay_out(*std::move(sheet)));
  }
  return pages;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool brief = std::erase(arguments, "--brief") > 0;
  if (arguments.size() != 1) {
    fmt::print(stderr, "usage: dump_documents FILE [--brief]\n");
    return 64;
  }
  auto file = diarium::open_file(arguments[0], diarium::OcrChoice::automatic, {});
  if (!file) {
    fmt::print(stderr, "dump_documents: {}\n", file.error().message);
    return 1;
  }
  const std::vector<Page> pages = pages_of(**file);
  const diarium::RuleBook rules = diarium::RuleBook::built_in();
  const auto start = std::chrono::steady_clock::now();
  diarium::Understanding understanding = diarium::segment(pages, "file", arguments[0], rules);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  const auto extractors = diarium::all_extractors(rules);
  for (std::size_t i = 0; i < understanding.documents.size(); ++i) {
    for (const auto& extractor : extractors) {
      for (diarium::Finding& finding : extractor->extract(understanding.documents[i])) {
        understanding.findings[i].push_back(std::move(finding));
      }
    }
  }
  diarium::link(understanding);
  fmt::print("{} pages, {} documents, cut in {:.1f} ms\n", pages.size(),
             understanding.documents.size(), time.count());
  for (const Document& document : understanding.documents) {
    print_fields(document);
    if (!brief) print_paragraphs(document);
  }
  return 0;
}
