#pragma once

#include <string>
#include <vector>

#include "pipeline/store/query.h"

namespace diarium {

class Database;

/// Remembers how the words of the index are spelled.
void put_words(Database& database, const std::vector<std::string>& forms);

/// Forgets words, and names to narrow by, that stand nowhere any more.
void drop_unused_words(Database& database);

/// Forms of the index that differ from `form` in at most `distance` letters (a swap of neighbours
/// is one; å ä a and ö o are alike, for OCR loses their dots), without `form` itself: the closest
/// first, then the commonest. At most 20. Nothing for words of less than three letters.
std::vector<std::string> similar_words(Database& database, const std::string& form, int distance);

/// Fills in `similar` for the words of a query that ask for it.
void find_similar_words(Database& database, Query& query);

/// The query with each word that stands nowhere replaced by the closest that does;
/// empty where there is nothing to replace.
std::string suggestion_for(Database& database, const Query& query);

}  // namespace diarium
