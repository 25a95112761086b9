#include "pipeline/store/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "pipeline/store/changes.h"
#include "pipeline/store/disk_file.h"
#include "pipeline/store/export_table.h"
#include "pipeline/store/snapshot.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/export_papers.h"

namespace diarium {
namespace {

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

int export_lines(const Arguments& arguments, const Archive& archive) {
  if (arguments.out.empty() && arguments.kinds.empty()) {
    export_jsonl(archive, std::cout);
    return kAllWell;
  }
  if (!arguments.out.empty()) {
    std::filesystem::create_directories(arguments.out);
    remove_left_aside(arguments.out, ".jsonl");
  }
  for (const std::string& kind : kinds_to_export(arguments)) {
    const auto write = [&](std::ostream& out) { export_jsonl(archive, out, kind); };
    if (arguments.out.empty()) {
      write(std::cout);
    } else {
      write_whole_file(arguments.out / (kind + ".jsonl"), write);
    }
  }
  return kAllWell;
}

/// The last line tells the number to ask for next, and that nothing is missing.
int export_changes(const Arguments& arguments) {
  std::int64_t newest = 0;
  {
    Archive writer = Archive::open(arguments.configuration.database);
    newest = note_changes(writer);
  }
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  const auto write = [&](std::ostream& out) {
    changed_lines(archive, arguments.since,
                  [&out](const std::string& line) { out << line << '\n'; });
    out << fmt::format("{{\"kind\":\"changes\",\"since\":{},\"sequence\":{}}}\n", arguments.since,
                       newest);
  };
  if (arguments.out.empty()) {
    write(std::cout);
  } else {
    remove_left_aside(arguments.out.parent_path(), arguments.out.filename().string());
    write_whole_file(arguments.out, write);
  }
  return kAllWell;
}

int export_tables(const Arguments& arguments, const Archive& archive) {
  const std::vector<std::string> kinds = kinds_to_export(arguments);
  const CsvDialect dialect = arguments.excel ? CsvDialect::excel : CsvDialect::rfc4180;
  if (arguments.out.empty()) {
    if (kinds.size() != 1) {
      throw WrongUsage("CSV is one table a kind: name one with --kind, or a folder with --out");
    }
    export_csv(archive, std::cout, kinds.front(), dialect);
    return kAllWell;
  }
  std::filesystem::create_directories(arguments.out);
  for (const char* const ending : {".csv", "datapackage.json"}) {
    remove_left_aside(arguments.out, ending);
  }
  for (const std::string& kind : kinds) {
    write_whole_file(arguments.out / (kind + ".csv"),
                     [&](std::ostream& out) { export_csv(archive, out, kind, dialect); });
  }
  write_whole_file(arguments.out / "datapackage.json", data_package(kinds, dialect));
  return kAllWell;
}

int export_database(const Arguments& arguments, const Archive& archive) {
  if (arguments.out.empty()) throw WrongUsage("sqlite needs --out FILE");
  remove_left_aside(arguments.out.parent_path(), arguments.out.filename().string());
  place_whole_file(arguments.out, [&archive](const std::filesystem::path& aside) {
    write_snapshot(archive, aside);
  });
  return kAllWell;
}

void refuse_what_does_not_fit(const Arguments& arguments, const std::string& format) {
  const bool records = format == "jsonl" || format == "csv";
  if (!records && !arguments.kinds.empty()) {
    throw WrongUsage(fmt::format("--kind goes with jsonl and csv, not with {}", format));
  }
  if (!is_paper_format(format) && !arguments.id.empty()) {
    throw WrongUsage(
        fmt::format("{} takes no ID; `diarium show {}` prints it", format, arguments.id));
  }
  if (arguments.since >= 0 && (format != "jsonl" || !arguments.kinds.empty())) {
    throw WrongUsage("--since goes with jsonl of all kinds");
  }
  if (arguments.excel && format != "csv") throw WrongUsage("--excel goes with --format csv");
}

}  // namespace

int run_export(const Arguments& arguments) {
  const std::string format = arguments.format.empty() ? "jsonl" : arguments.format;
  refuse_what_does_not_fit(arguments, format);
  if (arguments.since >= 0) return export_changes(arguments);
  Archive archive = Archive::open_read_only(arguments.configuration.database);
  if (arguments.unmask) archive.show_personal_numbers();
  if (is_paper_format(format)) return export_papers(arguments, archive);
  if (format == "csv") return export_tables(arguments, archive);
  if (format == "sqlite") return export_database(arguments, archive);
  return export_lines(arguments, archive);
}

}  // namespace diarium
