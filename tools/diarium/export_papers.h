#pragma once

#include "pipeline/store/archive.h"
#include "tools/diarium/arguments.h"

namespace diarium {

/// Whether `diarium export` has this format for pages and documents rather than for records.
bool is_paper_format(const std::string& format);

/// Exports pages and documents in the format that `arguments` name: text, alto, iiif, akn or pdf.
/// Returns the exit code. Throws WrongUsage where the id or --out don't fit the format.
int export_papers(const Arguments& arguments, const Archive& archive);

}  // namespace diarium
