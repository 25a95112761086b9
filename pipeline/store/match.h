#pragma once

#include <string>

#include "pipeline/store/query.h"

namespace diarium {

/// A query for FTS5, made of quoted words alone: nothing of the user's text acts as syntax.
struct MatchExpression {
  std::string match;    ///< empty where the query has no words
  std::string letters;  ///< for the functions of ranking.h, one a phrase
};

enum class Matching { exact, inexact };  ///< inexact: parts of compounds and restored words too

/// Throws QueryError where the query has words but nothing in them is indexed. Words with a
/// distance match what stands in `similar` as well.
MatchExpression match_of(const Query& query, Matching matching);

}  // namespace diarium
