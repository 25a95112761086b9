#pragma once

#include <string>
#include <string_view>

#include "tools/corpus/truth.h"

namespace diarium::corpus {

/// A word processor's file of a source without drawings: real numbering, footnotes, struck text.
/// Throws SourceError.
std::string docx_of(std::string_view source);

/// The truth of that file: one page without boxes, each paragraph or cell a line.
Truth docx_truth(Truth typeset, std::string_view source);

}  // namespace diarium::corpus
