#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace diarium {

/// Why a file or page could not be read. The names are the reason codes of `diarium status`.
enum class ErrorCode {
  unreadable,     ///< the file can't be opened: permission, gone, not a regular file
  empty,          ///< no bytes
  unsupported,    ///< bytes of no known kind, whatever the name says
  damaged,        ///< of a known kind, but can't be parsed
  encrypted,      ///< wants a password
  too_large,      ///< over a limit of size, pages or pixels
  timeout,        ///< a page or file took too long
  out_of_memory,  ///< the worker's memory limit
  crashed,        ///< the worker died
  forbidden,      ///< the worker tried what its sandbox forbids
  changed,        ///< it was written to while it was read
  no_text,        ///< nothing on it could be recognised
  internal,       ///< our own fault
};

/// "damaged", "out_of_memory": stable, for the database and for scripts.
std::string_view name_of(ErrorCode code);

/// The code of a name that `name_of` gave; `internal` for any other text.
ErrorCode error_code_of(std::string_view name);

/// What went wrong with a document, and where. Never for a broken environment: that is an
/// exception.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  ///< one line, English, values last
  std::string file;     ///< as displayed; empty where the caller knows it
  int page = 0;         ///< 1-based; 0 = the whole file
};

template <typename T>
using Result = tl::expected<T, Error>;

}  // namespace diarium
