#include "pipeline/store/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tools/diarium/commands.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> kinds_to_export(const Arguments& arguments) {
  const auto all = exported_kinds();
  for (const std::string& kind : arguments.kinds) {
    if (std::find(all.begin(), all.end(), kind) == all.end()) {
      throw WrongUsage(fmt::format("unknown kind: {}; there are {}", kind, fmt::join(all, ", ")));
    }
  }
  return arguments.kinds.empty() ? std::vector<std::string>(all.begin(), all.end())
                                 : arguments.kinds;
}

void write_kind(const Archive& archive, const std::string& kind, const std::string& format,
                std::ostream& out) {
  if (format == "csv") {
    export_csv(archive, out, kind);
  } else {
    export_jsonl(archive, out, kind);
  }
}

/// Written aside and renamed, so that a reader never meets half a file.
void write_file(const Archive& archive, const std::string& kind, const std::string& format,
                const fs::path& folder) {
  const fs::path file = folder / fmt::format("{}.{}", kind, format);
  const fs::path aside = file.string() + ".part";
  std::ofstream out(aside, std::ios::binary);
  write_kind(archive, kind, format, out);
  out.close();
  if (!out) throw std::runtime_error(fmt::format("can't write {}", aside.string()));
  fs::rename(aside, file);
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::string format = arguments.format.empty() ? "jsonl" : arguments.format;
  const std::vector<std::string> kinds = kinds_to_export(arguments);
  if (format == "csv" && arguments.out.empty() && kinds.size() != 1) {
    throw WrongUsage("CSV is one table a kind: name one with --kind, or a folder with --out");
  }
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  if (arguments.out.empty() && arguments.kinds.empty()) {
    export_jsonl(archive, std::cout);
    return kAllWell;
  }
  if (!arguments.out.empty()) fs::create_directories(arguments.out);
  for (const std::string& kind : kinds) {
    if (arguments.out.empty()) {
      write_kind(archive, kind, format, std::cout);
    } else {
      write_file(archive, kind, format, arguments.out);
    }
  }
  return kAllWell;
}

}  // namespace diarium
