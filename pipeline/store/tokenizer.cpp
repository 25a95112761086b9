#include "pipeline/store/tokenizer.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/ranking.h"
#include "pipeline/store/sqlite_api.h"

namespace diarium {
namespace {

using TokenSink = int (*)(void*, int, const char*, int, int, int);

int emit(TokenSink sink, void* context, std::string_view token, const Span& span, int flags) {
  return sink(context, flags, token.data(), static_cast<int>(token.size()),
              static_cast<int>(span.begin), static_cast<int>(span.end));
}

/// A text that is indexed: each word's stem, and at the same place what else it is found by.
int tokenize_text(Analyser& analyser, std::string_view text, void* context, TokenSink sink) {
  for (const IndexedWord& word : indexed_words(text)) {
    int flags = 0;
    for (std::string_view tokens = analyser.tokens_of(word.form); !tokens.empty();) {
      const std::string_view token = tokens.substr(0, tokens.find(' '));
      if (const int rc = emit(sink, context, token, word.span, flags); rc != SQLITE_OK) return rc;
      tokens.remove_prefix(std::min(token.size() + 1, tokens.size()));
      flags = FTS5_TOKEN_COLOCATED;
    }
  }
  return SQLITE_OK;
}

/// A word or phrase of a query. A sign before it says which tokens it wants: "=form", "+part",
/// "~restored".
int tokenize_query(Analyser& analyser, std::string_view text, void* context, TokenSink sink) {
  const char sign = text.empty() ? ' ' : text.front();
  const bool signed_text = sign == '=' || sign == '+' || sign == '~';
  for (const IndexedWord& word : indexed_words(text)) {
    std::string token = sign == '=' ? word.form : analyser.stem(word.form);
    if (signed_text) token.insert(token.begin(), sign);
    if (const int rc = emit(sink, context, token, word.span, 0); rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

int create(void* analyser, const char**, int, Fts5Tokenizer** tokenizer) {
  *tokenizer = static_cast<Fts5Tokenizer*>(analyser);
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}  // the database owns the analyser

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
             TokenSink sink) noexcept {
  try {
    const std::string_view view(text == nullptr ? "" : text, static_cast<std::size_t>(size));
    Analyser& analyser = *static_cast<Analyser*>(static_cast<void*>(tokenizer));
    if ((flags & FTS5_TOKENIZE_QUERY) != 0) return tokenize_query(analyser, view, context, sink);
    // Spans must be bytes of what SQLite gave; its texts were made well-formed when they were read.
    if (!is_utf8(view)) return SQLITE_OK;
    return tokenize_text(analyser, view, context, sink);
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const std::exception&) {
    return SQLITE_ERROR;  // the dictionary vanished under way
  }
}

fts5_api* api_of(sqlite3* connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

void register_search(sqlite3* connection, Analyser& analyser) {
  fts5_api* api = api_of(connection);
  fts5_tokenizer functions{.xCreate = create, .xDelete = destroy, .xTokenize = tokenize};
  if (api == nullptr || api->iVersion < 2 ||
      api->xCreateTokenizer(api, "sv", static_cast<void*>(&analyser), &functions, nullptr) !=
          SQLITE_OK ||
      !register_ranking(*api)) {
    throw std::runtime_error("this SQLite has no full-text search (FTS5)");
  }
}

}  // namespace diarium
