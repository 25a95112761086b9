#pragma once

#include <ostream>
#include <span>

#include "pipeline/store/contents.h"

namespace diarium {

/// A document as Akoma Ntoso 3.0 (OASIS LegalDocML): its identification, title, case number and
/// date, its running text with each beslutssats as a container of its own, and who signed it.
/// `records` are all records of the document; those of other documents are passed over.
/// A document without a date gets 0001-01-01, named "unknown", since the format demands one; an
/// impossible or unprecise date likewise, its printed form stays in the text.
/// Throws std::runtime_error when `out` fails.
void write_akoma_ntoso(const StoredDocument& document, std::span<const StoredRecord> records,
                       std::ostream& out);

}  // namespace diarium
