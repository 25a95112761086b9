#include "tools/corpus/archive.h"

#include <algorithm>
#include <stdexcept>

#include "tools/corpus/docx_file.h"
#include "tools/corpus/pdf_file.h"
#include "tools/corpus/scan.h"
#include "tools/corpus/source_text.h"
#include "tools/corpus/truth.h"
#include "tools/corpus/typeset.h"

namespace diarium::corpus {
namespace {

/// What a document has from the papers around it, it hasn't without them.
void forget_inherited(Document& document) {
  const auto inherited = [&](const char* field) {
    const auto from = document.provenance.find(field);
    return from != document.provenance.end() && from->second == Provenance::agenda;
  };
  if (inherited("meeting_date")) document.meeting_date.reset();
  if (inherited("date")) document.date.reset();
  if (inherited("case_numbers")) document.case_numbers.clear();
  if (!document.provenance.contains("body") && document.kind != DocumentKind::tjansteskrivelse)
    document.body.clear();
  document.agenda_item.clear();
  document.parent.clear();
}

/// The truth of pages `first` to `last` alone, numbered from 1.
Truth cut(Truth truth, int first, int last) {
  const auto outside = [&](int page) { return page < first || page > last; };
  std::erase_if(truth.records, [&](const TruthRecord& record) { return outside(record.page); });
  std::erase_if(truth.documents, [&](const Document& document) {
    return document.last_page < first || document.first_page > last;
  });
  const std::vector<Document> kept = truth.documents;
  for (Document& document : truth.documents) {
    const bool alone = std::none_of(kept.begin(), kept.end(), [&](const Document& other) {
      return other.id == document.parent;
    });
    if (!document.parent.empty() && alone) forget_inherited(document);
    document.first_page = std::max(document.first_page, first) - first + 1;
    document.last_page = std::min(document.last_page, last) - first + 1;
  }
  for (TruthRecord& record : truth.records) {
    record.page -= first - 1;
    if (auto* table = std::get_if<TableRecord>(&record.record)) {
      for (int& page : table->pages) page -= first - 1;
    }
    if (auto* note = std::get_if<Footnote>(&record.record)) note->anchor_page -= first - 1;
  }
  truth.pages.erase(truth.pages.begin() + last, truth.pages.end());
  truth.pages.erase(truth.pages.begin(), truth.pages.begin() + first - 1);
  return truth;
}

/// Lets the boxes lean with their pages.
void lean(Truth& truth, const std::vector<ScannedPage>& scans) {
  for (TruthRecord& record : truth.records) {
    const auto at = static_cast<std::size_t>(record.page - 1);
    record.box = leaning(record.box, scans[at].skew, truth.pages[at]);
    if (auto* chart = std::get_if<FlowchartRecord>(&record.record)) {
      for (FlowNode& node : chart->chart.nodes) {
        node.box = leaning(node.box, scans[at].skew, truth.pages[at]);
      }
    }
  }
  for (std::size_t at = 0; at < truth.pages.size(); ++at) {
    truth.pages[at] = scanned_truth(std::move(truth.pages[at]), scans[at]);
  }
}

std::uint32_t seed_of(std::string_view path, int page, std::uint32_t seed) {
  std::uint32_t mixed = seed * 2654435761U;
  for (const char byte : path) mixed = mixed * 31 + static_cast<unsigned char>(byte);
  return mixed + static_cast<std::uint32_t>(page);
}

std::string media_type_of(std::string_view form) {
  if (form == "jpeg") return "image/jpeg";
  if (form == "png") return "image/png";
  if (form == "docx") {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return form == "tiff" ? "image/tiff" : "application/pdf";
}

std::string bytes_of(const std::vector<ScannedPage>& scans, const ScanRecipe& recipe) {
  if (recipe.name == "jpeg") return jpeg_of(scans.at(0), recipe.jpeg_quality);
  if (recipe.name == "png") return png_of(scans.at(0));
  if (recipe.name == "tiff") return tiff_of(scans);
  std::vector<PagePicture> pictures;
  for (const ScannedPage& scan : scans) pictures.push_back(coded(scan, recipe));
  return pdf_of(pictures);
}

}  // namespace

std::vector<ArchiveEntry> archive_entries(std::string_view source) {
  std::vector<ArchiveEntry> entries;
  for (const Block& block : parse_blocks(source)) {
    for (const Directive& file : block.directives) {
      if (file.name != "file") throw SourceError(block.line_number, "not a .file");
      entries.push_back({.source = file.value("source"),
                         .form = file.value("form", "born"),
                         .path = file.value("path"),
                         .first_page = static_cast<int>(file.number("first", 1)),
                         .last_page = static_cast<int>(file.number("last", 0))});
    }
  }
  return entries;
}

MadeFile make_file(const ArchiveEntry& entry, const SourceLookup& sources, std::uint32_t seed) {
  const StyleBook book = style_book_of(sources("styles.txt"));
  TypesetFile file = typeset(sources(entry.source), book);
  MadeFile made;
  if (entry.form == "born") {
    made.bytes = pdf_of(file.paper, file.truth.documents.at(0).title);
  } else if (entry.form == "docx") {
    made.bytes = docx_of(sources(entry.source));
    file.truth = docx_truth(std::move(file.truth), sources(entry.source));
  } else {
    const ScanRecipe* recipe = scan_recipe(entry.form);
    if (recipe == nullptr) throw std::invalid_argument("not a form: " + entry.form);
    const int last = entry.last_page == 0 ? file.paper.page_count() : entry.last_page;
    std::vector<ScannedPage> scans;
    for (int page = entry.first_page; page <= last; ++page) {
      scans.push_back(scan_page(file.paper.page(page), *recipe, seed_of(entry.path, page, seed)));
    }
    file.truth = cut(std::move(file.truth), entry.first_page, last);
    lean(file.truth, scans);
    made.bytes = bytes_of(scans, *recipe);
  }
  made.pages = static_cast<int>(file.truth.pages.size());
  made.truth = jsonl_of(file.truth, entry.path, media_type_of(entry.form), made.bytes);
  return made;
}

}  // namespace diarium::corpus
