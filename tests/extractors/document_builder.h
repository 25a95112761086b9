#pragma once

#include <string_view>

#include "models/document.h"

namespace diarium {

/// A document from lines of text, as segment/ would hand it over. The first letters of a line say
/// what it is:
///
///     = Title                           the document's title
///     # Heading                         a heading; opens a section of kind `other`
///     #decision Nämndens beslut         the same, with the section's kind by its name
///     @ § 42                            the following sections belong to this item of minutes
///     - item   * item   1. item   a) item   • item
///     | Eva Ek (S)                      signature
///     ^ Handläggare                     header card
///     ! Ta bort denna text              instruction of a template
///     & 1 Text of a note                footnote with its marker
///     % Från: Eva Ek                    header of an e-mail
///       goes on                         two blanks: a further printed line of the paragraph above
///     ---                               a new page
///     anything else                     body
///
/// ~word~ is struck, *word* bold, _word_ underlined, ^word^ superscript ("kommunen^1^." is joined);
/// a tab leaves a wide gap on the page. Empty lines part nothing: each line is a paragraph of its
/// own. Words stand on a grid of 6 points, lines 14 apart.
Document document_of(DocumentKind kind, std::string_view lines, double confidence = 1.0);

}  // namespace diarium
