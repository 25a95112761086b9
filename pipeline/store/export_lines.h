#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace diarium {

class Database;

/// Takes one line of an export, without its line end.
using LineSink = std::function<void(const std::string&)>;

/// One line for each path of each source, by source, then path.
void source_lines(Database& database, const LineSink& sink);
/// By source and number.
void page_lines(Database& database, const LineSink& sink);
/// By source and order in the file.
void document_lines(Database& database, const LineSink& sink);
/// By document and reading order; of all kinds where `kind` is empty.
void record_lines(Database& database, std::string_view kind, const LineSink& sink);

/// The line of one page, document or record.
std::optional<std::string> line_of(Database& database, const std::string& id);

}  // namespace diarium
