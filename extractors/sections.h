#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "models/document.h"

namespace diarium {

/// The paragraphs that stand in sections of `kind`, in reading order: lists and running text,
/// without left-over template instructions, notes, stamps and drawings.
std::vector<const Paragraph*> paragraphs_in(const Document& document, SectionKind kind);

/// Whether `paragraph` holds what somebody wrote for this document: no template instruction.
bool is_content(const Paragraph& paragraph);

/// The paragraph that holds the byte `at` of the document's text; nullptr between paragraphs.
const Paragraph* paragraph_at(const Document& document, std::size_t at);

/// A list marker without its punctuation: "9" of "9.", "a" of "a)"; empty for a bullet.
std::string_view number_of(std::string_view marker);

}  // namespace diarium
