#pragma once

#include <string>

namespace diarium {

class Database;

/// A text as it may leave the archive: personal identity numbers masked, unless the reader has
/// asked to see them. The marks of a snippet stay. As many bytes as before.
std::string text_for_readers(const Database& database, std::string text);

/// The same for each string of a JSON text; numbers and keys stay.
std::string json_for_readers(const Database& database, std::string json);

}  // namespace diarium
