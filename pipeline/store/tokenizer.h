#pragma once

struct sqlite3;

namespace diarium {

class Analyser;

/// Makes FTS5 of this connection know the tokenizer "sv" and the functions hit_score, hit_tier and
/// hit_places. `analyser` must outlive the connection. Throws std::runtime_error without FTS5.
void register_search(sqlite3* connection, Analyser& analyser);

}  // namespace diarium
