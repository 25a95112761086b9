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

/// Puts the passages that were written since the last time into the full-text index: at the end of
/// each transaction, and before a source that is among them is taken out.
void index_passages(Database& database);

/// Lower case, blanks squeezed: how names, bodies and parties are compared.
std::string mention_of(std::string_view text);

}  // namespace diarium
