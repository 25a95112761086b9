#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pipeline/read/docx_content.h"

namespace diarium {

struct TranscriptTable {
  std::size_t lines = 0;  ///< how many lines of the transcript it takes up
  DocxTable table;
};

/// The table that begins with the first of `lines`: cells parted by "|", or by tabs in two lines or
/// more. Its type is as small as its widest words want. Nothing where no table begins.
std::optional<TranscriptTable> table_at(std::span<const std::string> lines);

/// "1\tInledning.....\t3" -> "1 Inledning..... 3": an entry of a table of contents, whose dots lead
/// to a page number. Nothing for other lines.
std::optional<std::string> contents_entry(std::string_view line);

}  // namespace diarium
