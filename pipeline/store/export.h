#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "models/embedded_file.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// "source", "page", "document" and the kinds of records, in the order of an export.
std::span<const std::string_view> exported_kinds();

/// Writes one JSON object a line: sources (one line a path), pages, documents, then records in
/// reading order. All of it is one state of the archive. Throws std::runtime_error when `out`
/// fails.
void export_jsonl(const Archive& archive, std::ostream& out);
/// The lines of one kind; throws std::invalid_argument for an unknown one.
void export_jsonl(const Archive& archive, std::ostream& out, std::string_view kind);

/// Hands the lines of one kind, without line ends, to `sink`: one state of the archive. Throws
/// std::invalid_argument for an unknown kind.
void for_each_line(const Archive& archive, std::string_view kind,
                   const std::function<void(const std::string&)>& sink);

/// The export line of a page, document or record, without line end; nothing for an unknown id.
std::optional<std::string> json_of_id(const Archive& archive, std::string_view id);

/// A JSON Schema (draft 2020-12) for each kind: "beslutssats.schema.json".
std::span<const EmbeddedFile> export_schemas();

}  // namespace diarium
