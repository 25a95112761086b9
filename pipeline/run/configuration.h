#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/ocr/recogniser.h"
#include "pipeline/read/read.h"

namespace diarium {

/// How workers are kept from the rest of the machine.
enum class SandboxChoice {
  strict,  ///< sandbox.h; a run that can't have it does not begin
  off,     ///< limits of memory and time alone
};

/// How messages of a run are written to stderr.
enum class LogForm { text, keyvalue, json };

/// The settings of a run: `diarium.toml`, then the command line.
struct Configuration {
  // What is read, and into what.
  std::filesystem::path database = "diarium.db";
  std::filesystem::path rules;  ///< folder of *.toml that overlay the shipped rules; empty = none
  OcrChoice ocr = OcrChoice::automatic;  ///< "auto", "always", "never"
  OcrSettings recognition;               ///< ocr_language, ocr_models

  std::string municipality;  ///< "Almviks kommun": stands first in citations; empty = left out
  /// Names that one body has had in time, a list a body: a search for one finds them all.
  std::vector<std::vector<std::string>> renamed_bodies;
  // What a run tells.
  LogForm log = LogForm::text;
  std::filesystem::path status_file;    ///< how far the run is, as JSON; empty = none
  std::filesystem::path metrics_file;   ///< the same for node_exporter; empty = none
  std::filesystem::path report_folder;  ///< reports of all runs; empty = none

  SandboxChoice sandbox = SandboxChoice::strict;

  // How much of the machine a run may take.
  int jobs = 0;               ///< worker processes; 0 = one a core
  int pages_per_task = 16;    ///< a longer file is shared among workers in ranges of so many pages
  int page_seconds = 120;     ///< of the processor for a page, then it is given up; OCR takes 3 s
  int file_seconds = 14'400;  ///< a file that takes longer keeps the pages read until then
  std::size_t memory_mb =
      2048;                ///< address space of a worker; OCR of A4 at 300 dpi takes below 450
  int settle_seconds = 0;  ///< a file that was written to more recently waits for the next run
  int low_disk_mb = 200;   ///< a run ends in good order when less is free beside the archive
  int nice = 0;            ///< 0 to 19: how gladly a run lets others go first
  bool idle_io = false;    ///< reads and writes only when nobody else does
  ReadLimits limits;       ///< file_mb, pages, page_megapixels, render_dpi
};

/// Reads a settings file over the defaults. Throws std::runtime_error that names file, key and what
/// is allowed for an unknown key, a wrong type or a value out of range.
Configuration configuration_of_file(const std::filesystem::path& file);

/// The settings in force as TOML that `configuration_of_file` reads back, each with its unit and
/// reason.
std::string toml_of(const Configuration& configuration);

/// "auto", "always", "never"
std::string_view name_of(OcrChoice choice);
std::optional<OcrChoice> ocr_choice_of(std::string_view name);

/// What a reading depends on besides the file's bytes: reader, OCR and layout versions and
/// settings.
std::string reading_key_of(const Configuration& configuration);

}  // namespace diarium
