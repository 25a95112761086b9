#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/page.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Pages of A4 from lines of text, as layout/ would hand them over. The first letters of a line say
/// what it is:
///
///     ^ Sida 1(2)      running head          _ Postadress     footer
///     # Titel          heading of 16 points  ## Rubrik        heading of 12 points, bold
///     - punkt  1. punkt                      list item
///     & 1 Not          footnote              ~ 2024-03-01     stamp
///     [] Ruta          text of a figure      . Inledning 3    entry of contents
///     | a | b |        row of a table        < left | right   two blocks side by side
///     *fet rad*        a bold line
///       goes on        two blanks: a further line of the block above
///     ---              a new page
///
/// `{}` goes on to the next column of a card. Empty lines leave space. A word that begins with "~"
/// is struck.
std::vector<Page> pages_of(std::string_view lines);

/// The passages of such pages, furniture left out.
std::vector<Passage> passages_in(const std::vector<Page>& pages);

/// The rules as shipped, compiled once.
const RuleBook& shipped_rules();

/// The texts of the passages of one kind.
std::vector<std::string> texts_of(const std::vector<Passage>& passages, ParagraphKind kind);

/// The texts of the paragraphs of one kind.
std::vector<std::string> texts_of(const Document& document, ParagraphKind kind);

/// The documents that `segment` makes of such pages.
std::vector<Document> documents_in(std::string_view lines, const std::string& path = "fil.pdf");

}  // namespace diarium
