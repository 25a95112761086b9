#pragma once

#include "extractors/beslutssatser_openers.h"
#include "models/document.h"
#include "models/record.h"

namespace diarium {

/// Where the clauses of a section are looked for.
enum class ClauseSource {
  none,
  heading,  ///< it stands under the heading of a decision
  openers,  ///< only behind openers and labels in its text
};

/// Which openers count in running text.
struct OpenerKinds {
  bool labels = false;     ///< "Att:"
  bool proposing = false;  ///< "föreslås Kommunstyrelsen besluta"
  bool deciding = false;   ///< "Kommunstyrelsen beslutar"
  bool moving = false;     ///< "Vi yrkar att"
};

/// Whether members of a body speak in such documents: motions, alternative proposals.
bool is_by_members(DocumentKind kind);

/// Minutes and extracts of them: what stands there under "Beslut" is decided.
bool is_minutes(DocumentKind kind);

ClauseSource clause_source_of(const Document& document, const Section& section);

OpenerKinds openers_allowed(const Document& document, bool under_heading);

/// "Förslag till beslut" in minutes repeats what was proposed to the body; only what it proposes to
/// another is its own.
bool is_proposal_in_minutes(const Document& document, const Opener& opener);

/// Whether numbered items that begin with "Att" are clauses though nothing announces them.
bool brings_clauses_in_items(DocumentKind kind);

/// From the kind of document alone: a heading "Nämndens beslut" says nothing about what is decided.
DecisionStatus status_of(DocumentKind kind, const Opener& opener);

}  // namespace diarium
