#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.h"
#include "models/page.h"
#include "models/record.h"

namespace diarium {

/// The fields of a record as one JSON object, by the names of the export contract, without `kind`
/// and the fields of its place; absent values are left out.
std::string json_of(const Record& record);

/// The record that `json_of` wrote. Error `damaged` for JSON that isn't one.
Result<Record> record_of_json(std::string_view kind, std::string_view json);

/// The fields of a document by the names of the export contract, without its text.
std::string json_of(const Document& document);

/// The names of all fields that `json_of` may write for this kind of record, or for `document`, in
/// order; none for an unknown kind.
std::vector<std::string> field_names(std::string_view kind);

/// A text as JSON, in quotes.
std::string quoted_json(std::string_view text);

/// The members of a JSON object as plain texts, for a table: texts without quotes, lists of texts
/// joined by "; ", all else as JSON. Throws std::invalid_argument for what is no object.
std::map<std::string, std::string> flat_members(std::string_view json);

/// A page as compact bytes (CBOR), for storage and for frames between processes. Lengths are kept
/// to 1/64 point, angles and confidences to 1/1000; what was decoded encodes to the same bytes
/// again.
std::string encode(const Page& page);

/// The page that `encode` wrote; every index within is checked. Error `damaged` otherwise.
Result<Page> decode_page(std::string_view bytes);

}  // namespace diarium
