#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

/// The command line, taken apart; each command reads its part. Paths are as given.
struct Arguments {
  std::string command;
  Configuration configuration;  ///< settings file, then options
  bool json = false;

  // ingest, retry, reextract; kinds: reextract
  std::vector<std::filesystem::path> paths;
  bool trace = false;
  std::string reason;
  std::string until;  ///< "06:00"; empty = no end
  bool watch = false;

  // verify, backup, restore, forget
  int sample = 0;  ///< 0 = all
  std::filesystem::path file;
  bool allow_return = false;

  // search
  std::string query;
  std::vector<std::string> kinds;
  std::string body;
  std::string party;
  std::string from;
  std::string to;
  int limit = 20;
  std::string format;  ///< search: text, jsonl, csv; export: also sqlite, alto, iiif, akn, pdf
  std::string sort;    ///< relevance, date
  std::string after;   ///< cursor of a hit
  std::filesystem::path batch;
  bool facets = false;
  bool trail = false;
  bool explain = false;

  // show, export, evaluate, rules
  std::string id;
  std::filesystem::path out;
  std::filesystem::path truth;
  bool self_test = false;
  bool excel = false;
  std::int64_t since = -1;  ///< number of a change; -1: not asked for changes
  std::string base;         ///< address that ids of IIIF begin with
  std::string text;
  bool unmask = false;  ///< search, show, export: personal identity numbers in full
};

/// Exit codes of all commands.
inline constexpr int kAllWell = 0;
inline constexpr int kSomeFailed = 1;  ///< some files were set aside; search: no hits
inline constexpr int kRunFailed = 2;   ///< the run itself failed: disk, database, model, rules
inline constexpr int kWrongUsage = 64;

/// A path, query or id on the command line that makes no sense: exit code kWrongUsage.
struct WrongUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What `parse_arguments` answers when there is nothing to run: help was asked for, or the line is
/// wrong.
struct Stop {
  int exit_code = kAllWell;
};

/// Parses the command line; prints help to stdout and complaints to stderr itself.
/// Exactly one of the two is set. Throws std::runtime_error for a broken settings file.
struct ParsedArguments {
  std::optional<Arguments> arguments;
  Stop stop;
};
ParsedArguments parse_arguments(int count, const char* const* values);

}  // namespace diarium
