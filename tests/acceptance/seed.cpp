#include "seed.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "models/unicode.h"
#include "pipeline/layout/lay_out.h"
#include "pipeline/read/read.h"
#include "pipeline/read/transcript_lines.h"
#include "pipeline/read/transcript_marks.h"
#include "pipeline/run/understand.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

std::vector<Page> pages_of(const std::string& path) {
  std::vector<Page> pages;
  const auto file = open_file(path, OcrChoice::never, {});
  for (int number = 1; number <= (*file)->page_count(); ++number) {
    pages.push_back(lay_out(*(*file)->read(number)));
  }
  return pages;
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream stream(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

const Understander& understander() {
  static const Understander instance(RuleBook::built_in());
  return instance;
}

template <typename Wanted>
std::string words_of(const std::string& line, Wanted wanted, const char* between = "") {
  std::string text;
  for (const DocxRun& run : marked_runs(line, {})) {
    if (wanted(run)) text += run.text + between;
  }
  return squeeze_blanks(text);
}

}  // namespace

Seed::Seed(const std::string& path, std::vector<std::string> lines)
    : lines_(std::move(lines)),
      understanding_(understander().understand(pages_of(path), "seed", path)) {}

std::vector<std::string> Seed::references(std::size_t document, std::string_view kind) const {
  std::vector<std::string> normal;
  for (const Reference& reference : records<Reference>(document)) {
    if (reference.reference_kind == kind) normal.push_back(reference.normal);
  }
  return normal;
}

std::vector<std::string> Seed::paragraphs(std::size_t number, ParagraphKind kind) const {
  std::vector<std::string> texts;
  for (const Paragraph& paragraph : document(number).paragraphs) {
    if (paragraph.kind == kind) texts.emplace_back(text_of(document(number), paragraph));
  }
  return texts;
}

std::vector<std::string> Seed::issues(std::size_t number) const {
  std::vector<std::string> codes = document(number).issues;
  for (const Finding& finding : findings(number)) {
    codes.insert(codes.end(), finding.issues.begin(), finding.issues.end());
  }
  return codes;
}

const Section& Seed::section(std::size_t number, std::string_view heading) const {
  for (const Section& section : document(number).sections) {
    if (document(number).text.slice(section.heading) == heading) return section;
  }
  INFO(heading);
  FAIL("no such section");
  return document(number).sections.front();
}

std::string Seed::said(std::size_t line) const {
  std::string text(trim(raw(line)));
  if (const auto heading = marked_heading(text)) text = std::string(heading->text);
  if (const auto item = marked_item(text)) text = std::string(item->text);
  return words_of(text, [](const DocxRun&) { return true; });
}

std::string Seed::bold(std::size_t line) const {
  return words_of(
      raw(line), [](const DocxRun& run) { return run.style.bold; }, " ");
}

std::string Seed::struck(std::size_t line) const {
  return words_of(
      raw(line), [](const DocxRun& run) { return run.style.struck; }, " ");
}

const Seed* seed_of(std::string_view number) {
  static std::map<std::string, std::unique_ptr<Seed>, std::less<>> seeds;
  const std::filesystem::path folder = source_folder() / "../shared/seeds";
  static const bool missing = [&] {
    const bool none = !std::filesystem::is_directory(folder);
    if (none) std::cout << "skipped: " << folder.string() << " is missing\n";
    return none;
  }();
  if (missing) return nullptr;
  std::unique_ptr<Seed>& seed = seeds[std::string(number)];
  if (!seed) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (!entry.path().filename().string().starts_with(number)) continue;
      seed = std::make_unique<Seed>(entry.path().string(), lines_of(entry.path()));
    }
  }
  return seed.get();
}

std::string before(std::string_view text, std::string_view sign) {
  return std::string(text.substr(0, text.find(sign)));
}

std::string after(std::string_view text, std::string_view sign) {
  const std::size_t at = text.find(sign);
  return std::string(at == std::string_view::npos ? text : text.substr(at + sign.size()));
}

bool holds(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace diarium
