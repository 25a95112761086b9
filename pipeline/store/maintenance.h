#pragma once

#include <string>
#include <vector>

#include "pipeline/store/database.h"

namespace diarium {

/// Merges what the full-text indexes keep apart, so that deleted words are gone from them.
void merge_indexes(Database& database);

/// Writes the database file anew and empties its log: what was deleted is gone from both. Throws
/// std::runtime_error when a reader keeps the log from being emptied.
void rewrite_file(Database& database);

/// The full-text indexes that don't say what the text says. Needs a connection that may write,
/// though nothing is written.
std::vector<std::string> damaged_indexes(Database& database);

/// Gives back the memory that holds pages of the file and words that were met: a run that watches
/// folders sleeps for hours.
void give_memory_back(Database& database);

}  // namespace diarium
