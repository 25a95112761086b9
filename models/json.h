#pragma once

#include <string>
#include <string_view>

#include "models/error.h"
#include "models/page.h"
#include "models/record.h"

namespace diarium {

/// The fields of a record as one JSON object, by the names of the export contract, without `kind` and
/// the fields of its place; absent values are left out.
std::string json_of(const Record& record);

/// The record that `json_of` wrote. Error `damaged` for JSON that isn't one.
Result<Record> record_of_json(std::string_view kind, std::string_view json);

/// The fields of a document by the names of the export contract, without its text.
std::string json_of(const Document& document);

/// A page as compact bytes (CBOR), for storage and for frames between processes. Lengths are kept to
/// 1/64 point, angles and confidences to 1/1000; what was decoded encodes to the same bytes again.
std::string encode(const Page& page);

/// The page that `encode` wrote; every index within is checked. Error `damaged` otherwise.
Result<Page> decode_page(std::string_view bytes);

}  // namespace diarium
