#pragma once

// In a loadable extension SQLite is reached through the table that the program hands over, for it
// may have a SQLite of its own.
#ifdef DIARIUM_SQLITE_EXTENSION
#include <sqlite3ext.h>
extern const sqlite3_api_routines*
    sqlite3_api;  // NOLINT: the macros of sqlite3ext.h want this name
#else
#include <sqlite3.h>
#endif
