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

/// Writes what a document is found by: its passages (the index follows by itself) and its mentions.
/// The rows of the document and of its records must stand already.
void put_passages(Database& database, const Document& document,
                  const std::vector<IdentifiedFinding>& findings);

/// Lower case, blanks squeezed: how names, bodies and parties are compared.
std::string mention_of(std::string_view text);

}  // namespace diarium
