#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/archive.h"

namespace diarium {

/// How a table is written.
enum class CsvDialect {
  rfc4180,  ///< commas, CR LF, UTF-8
  excel,  ///< as a Swedish Excel opens it by a double click: semicolons, a byte order mark, and an
          ///< apostrophe before a text that it would take for a formula
};

/// The head line of the table of a kind; throws std::invalid_argument for an unknown one.
std::vector<std::string> table_columns(std::string_view kind);

/// The export lines of one kind as a table with a head line, quoted by RFC 4180; lists of texts are
/// joined by "; ". Throws std::invalid_argument for an unknown kind, std::runtime_error when `out`
/// fails.
void export_csv(const Archive& archive, std::ostream& out, std::string_view kind,
                CsvDialect dialect = CsvDialect::rfc4180);

/// A Frictionless data package (datapackage.json) that describes the tables "KIND.csv" of these
/// kinds: each column with its type, what it holds, and the name that the open data of the Riksdag
/// has for it, where there is one.
std::string data_package(const std::vector<std::string>& kinds, CsvDialect dialect);

}  // namespace diarium
