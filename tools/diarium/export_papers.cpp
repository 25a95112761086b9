#include "tools/diarium/export_papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>

#include "pipeline/publish/akoma_ntoso.h"
#include "pipeline/publish/alto.h"
#include "pipeline/publish/iiif.h"
#include "pipeline/publish/searchable_pdf.h"
#include "pipeline/run/painting.h"
#include "pipeline/run/sha256.h"
#include "pipeline/store/disk_file.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/export_selection.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

/// A file of the export: its name below --out, and what writes it.
struct Sheaf {
  std::string name;
  std::function<void(std::ostream&)> write;
};

std::vector<StoredRecord> records_on(const SourceContents& contents, int page) {
  std::vector<StoredRecord> records;
  std::copy_if(contents.records.begin(), contents.records.end(), std::back_inserter(records),
               [page](const StoredRecord& record) { return record.page == page; });
  return records;
}

std::string display_of(const SourceContents& contents) {
  return contents.paths.empty() ? contents.source.id : contents.paths.front().display;
}

std::vector<Sheaf> texts_of(const SourceContents& contents) {
  std::vector<Sheaf> sheaves;
  for (const Page& page : contents.pages) {
    sheaves.push_back({fmt::format("{}.p{}.txt", contents.source.id, page.number),
                       [&page](std::ostream& out) { out << text_of(page); }});
  }
  return sheaves;
}

std::vector<Sheaf> altos_of(const SourceContents& contents) {
  std::vector<Sheaf> sheaves;
  for (const Page& page : contents.pages) {
    const std::string id = fmt::format("{}.p{}", contents.source.id, page.number);
    sheaves.push_back(
        {id + ".xml", [&contents, &page, id](std::ostream& out) {
           write_alto(page, records_on(contents, page.number), {display_of(contents), id}, out);
         }});
  }
  return sheaves;
}

/// Beside the manifests, of the pages whose original is still what was read.
PictureSizes write_pictures(const Arguments& arguments, const SourceContents& contents) {
  PictureSizes sizes;
  PagesToPaint pages{.sha256 = contents.source.sha256};
  for (const Page& page : contents.pages) pages.rotation[page.number] = page.rotation;
  for (const PathEntry& entry : contents.paths) {
    pages.file = entry.path;
    const auto take = [&](int page, const PageJpeg& picture) {
      write_whole_file(arguments.out / picture_name(contents.source.id, page), picture.bytes);
      sizes[page] = {picture.width, picture.height};
    };
    if (paint_pages(pages, arguments.configuration, take) > 0) break;
  }
  return sizes;
}

std::vector<Sheaf> manifests_of(const Arguments& arguments, const SourceContents& contents) {
  PictureSizes pictures;
  if (!arguments.out.empty()) pictures = write_pictures(arguments, contents);
  const auto write = [&contents, pictures, base = arguments.base](std::ostream& out) {
    write_iiif_manifest(contents, pictures, base, out);
  };
  return {{contents.source.id + ".manifest.json", write}};
}

std::vector<Sheaf> akns_of(const SourceContents& contents) {
  std::vector<Sheaf> sheaves;
  for (const StoredDocument& stored : contents.documents) {
    const bool decides = std::any_of(contents.records.begin(), contents.records.end(),
                                     [&](const StoredRecord& record) {
                                       return record.document == stored.document.id &&
                                              std::holds_alternative<Beslutssats>(record.record);
                                     });
    if (!decides) continue;
    sheaves.push_back({stored.document.id + ".akn.xml", [&](std::ostream& out) {
                         write_akoma_ntoso(stored, contents.records, out);
                       }});
  }
  return sheaves;
}

std::vector<Sheaf> sheaves_of(const Arguments& arguments, const SourceContents& contents) {
  if (arguments.format == "text") return texts_of(contents);
  if (arguments.format == "alto") return altos_of(contents);
  if (arguments.format == "iiif") return manifests_of(arguments, contents);
  return akns_of(contents);
}

/// To stdout only where it is one file, or text, whose pages part at form feeds.
void print(const Arguments& arguments, const std::vector<Sheaf>& sheaves) {
  if (arguments.format != "text" && sheaves.size() != 1) {
    throw WrongUsage(fmt::format("{} is one file a {}: name a folder with --out, or one with ID",
                                 arguments.format,
                                 arguments.format == "alto" ? "page" : "document"));
  }
  for (std::size_t i = 0; i < sheaves.size(); ++i) {
    if (i > 0) std::cout << '\f';
    sheaves[i].write(std::cout);
  }
}

/// The bytes of the first of its files that is still what was read.
std::optional<std::string> original_of(const SourceContents& contents) {
  for (const PathEntry& entry : contents.paths) {
    const Result<std::string> digest = sha256_of_file(entry.path);
    if (!digest || *digest != contents.source.sha256) continue;
    std::ifstream in(entry.path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in) return bytes;
  }
  return std::nullopt;
}

int export_pdf(const Arguments& arguments, const Archive& archive) {
  if (arguments.id.empty() || arguments.out.empty()) {
    throw WrongUsage("a searchable PDF needs an ID (of a source or document) and --out FILE");
  }
  const Selection selection = selection_of(archive, arguments.id);
  const SourceContents contents = contents_of(archive, selection.source);
  const SourceContents chosen = selected_contents(archive, selection);
  PageRange range;
  if (chosen.pages.size() != contents.pages.size() && !chosen.pages.empty()) {
    range = {chosen.pages.front().number, chosen.pages.back().number};
  }
  std::optional<std::string> original = original_of(contents);
  if (!original) {
    std::cerr << fmt::format("diarium: {}: the original is gone or has changed since it was read\n",
                             display_of(contents));
    return kRunFailed;
  }
  const Result<std::string> pdf = searchable_pdf(contents, std::move(*original), range);
  if (!pdf) {
    std::cerr << fmt::format("diarium: {}: {}\n", display_of(contents), pdf.error().message);
    return kRunFailed;
  }
  remove_left_aside(arguments.out.parent_path(), arguments.out.filename().string());
  write_whole_file(arguments.out, *pdf);
  return kAllWell;
}

}  // namespace

bool is_paper_format(const std::string& format) {
  return format == "text" || format == "alto" || format == "iiif" || format == "akn" ||
         format == "pdf";
}

int export_papers(const Arguments& arguments, const Archive& archive) {
  if (arguments.format == "pdf") return export_pdf(arguments, archive);
  const std::vector<Selection> selections = selections_of(archive, arguments.id);
  if (!arguments.out.empty()) {
    fs::create_directories(arguments.out);
    for (const char* const ending : {".txt", ".xml", ".manifest.json", ".jpg"}) {
      remove_left_aside(arguments.out, ending);
    }
  }
  bool first = true;
  for (const Selection& selection : selections) {
    const SourceContents contents = selected_contents(archive, selection);
    const std::vector<Sheaf> sheaves = sheaves_of(arguments, contents);
    if (arguments.out.empty()) {
      if (selections.size() > 1 && arguments.format != "text") {
        throw WrongUsage(
            fmt::format("{} of a whole archive needs a folder: --out DIR", arguments.format));
      }
      if (!first && !sheaves.empty()) std::cout << '\f';
      print(arguments, sheaves);
      first = first && sheaves.empty();
      continue;
    }
    for (const Sheaf& sheaf : sheaves) write_whole_file(arguments.out / sheaf.name, sheaf.write);
  }
  return kAllWell;
}

}  // namespace diarium
