#include "pipeline/store/trouble.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace diarium {

std::string words_of_trouble(const std::exception& error) {
  const auto* const failure = dynamic_cast<const SQLite::Exception*>(&error);
  if (failure == nullptr) return error.what();
  switch (failure->getErrorCode()) {
    case SQLITE_FULL:
      return "the disk of the archive is full; what was stored until now is kept: make room and "
             "run "
             "again";
    case SQLITE_IOERR:
      return "the disk of the archive fails (see the system's log); what was stored until now is "
             "kept";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "the archive is damaged: `diarium verify` tells where, `diarium restore` puts back a "
             "backup";
    case SQLITE_BUSY:
      return "another process keeps the archive to itself; try again when it is done";
    case SQLITE_READONLY:
      return "the archive may not be written by this user";
    default:
      return error.what();
  }
}

}  // namespace diarium
