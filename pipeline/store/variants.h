#pragma once

#include <string>

#include "models/document.h"
#include "models/word_runs.h"

namespace diarium {

class Database;

/// Looks for papers of other files that this one nearly repeats, or is repeated by, and notes them
/// as pairs. `marks`: of its runs. The document's row must stand already.
void put_variants(Database& database, const Document& document, const WordRuns& marks);

/// The earliest document, by date and id, that a document nearly repeats in another file; empty for
/// none.
std::string variant_of(Database& database, const std::string& document);

}  // namespace diarium
