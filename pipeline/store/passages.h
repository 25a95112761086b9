#pragma once

#include <string>
#include <vector>

#include "models/document.h"
#include "models/record.h"

namespace diarium {

class Database;

/// A finding and the id of its record.
struct IdentifiedFinding {
  std::string id;
  const Finding* finding = nullptr;
};

/// Writes what a document is found by: its passages and its mentions.
/// The rows of the document and of its records must stand already.
void put_passages(Database& database, const Document& document,
                  const std::vector<IdentifiedFinding>& findings);

/// Puts the passages of a source, all written, into the full-text index. Once after each time that
/// they are written: no trigger does it.
void index_passages(Database& database, std::string_view source);

/// Lower case, blanks squeezed: how names, bodies and parties are compared.
std::string mention_of(std::string_view text);

}  // namespace diarium
