#pragma once

#include <ostream>
#include <span>
#include <string>

#include "models/page.h"
#include "pipeline/store/contents.h"

namespace diarium {

/// What an ALTO file says of where its page comes from.
struct AltoSource {
  std::string file_name;  ///< of the original, as displayed
  std::string page_id;    ///< "<source>.p3"
};

/// One page as ALTO 4.4 (https://www.loc.gov/standards/alto/): each word with its box in tenths of
/// a millimetre from the top left corner of the upright page, its style (bold, italics,
/// superscript, underline, strikethrough) and, where OCR read it, its confidence; divided words
/// with SUBS_CONTENT. Running heads stand in the top margin, footers in the bottom margin, tables
/// and all else as text blocks in reading order. `records` of this page become tags, named by their
/// kind, of the lines that they stand on. Throws std::runtime_error when `out` fails.
void write_alto(const Page& page, std::span<const StoredRecord> records, const AltoSource& source,
                std::ostream& out);

}  // namespace diarium
