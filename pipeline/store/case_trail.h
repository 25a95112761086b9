#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/archive.h"

namespace diarium {

/// A clause on the way of a case.
struct TrailClause {
  std::string id;
  std::string text;
  std::string status;   ///< "decided", "recommended", "proposed_official", ...
  std::string decider;  ///< "Kommunfullmäktige"; empty where none is named
};

/// A paper of the same case: an answer, an opinion, the § of the minutes that decides it.
struct TrailStep {
  std::string document;  ///< id
  std::string document_kind;
  std::string title;      ///< of the §, else of the document
  std::string body;       ///< "Socialnämnden"
  std::string date;       ///< ISO 8601; empty where none is known
  std::string paragraph;  ///< "42" of minutes; else empty
  std::vector<TrailClause> clauses;
};

/// What became of a document: the other papers with its case number, oldest first, with their
/// clauses. None for a document without a case number.
std::vector<TrailStep> trail_of(const Archive& archive, std::string_view document);

}  // namespace diarium
