// diarium-corpus: makes the sample archive of Almvik with its ground truth.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "corpus_sources.h"
#include "tools/corpus/archive.h"
#include "tools/corpus/bulk.h"

namespace {

namespace fs = std::filesystem;
using diarium::corpus::ArchiveEntry;

struct Options {
  fs::path out;
  fs::path sources;  ///< empty = those that are compiled in
  std::uint32_t seed = 1;
  std::string only;  ///< part of a path
  int size = 0;      ///< pages; 0 = the sample archive
  double scans = 0;  ///< share of the files of a large archive
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

std::string source_named(const Options& options, std::string_view name) {
  if (!options.sources.empty()) return read_file(options.sources / name);
  for (const diarium::EmbeddedFile& file : diarium::corpus_sources()) {
    if (file.name == name) return std::string(file.content);
  }
  throw std::runtime_error("no such source: " + std::string(name));
}

void write_made(const Options& options, const std::string& path,
                const diarium::corpus::MadeFile& made) {
  write_file(options.out / "archive" / path, made.bytes);
  write_file(options.out / "truth" / (path + ".jsonl"), made.truth);
}

void make_archive(const Options& options) {
  const auto lookup = [&](std::string_view name) { return source_named(options, name); };
  for (const ArchiveEntry& entry : diarium::corpus::archive_entries(lookup("archive.txt"))) {
    if (entry.path.find(options.only) == std::string::npos) continue;
    try {
      const auto made = diarium::corpus::make_file(entry, lookup, options.seed);
      write_made(options, entry.path, made);
    } catch (const std::exception& error) {
      throw std::runtime_error(entry.source + ": " + error.what());
    }
    std::cerr << entry.path << '\n';
  }
}

/// A folder for each hundred files; every scan is as a copier makes it.
void make_large_archive(const Options& options) {
  const diarium::corpus::PaperMill mill(
      [&](std::string_view name) { return source_named(options, name); }, options.seed);
  int pages = 0;
  double scans_due = 0;
  for (std::size_t number = 0; pages < options.size; ++number) {
    scans_due += options.scans;
    const bool scanned = scans_due >= 1;
    if (scanned) scans_due -= 1;
    const ArchiveEntry entry{.source = "paper",
                             .form = scanned ? "office" : "born",
                             .path = fmt::format("{:03}/{:06}.pdf", number / 100, number)};
    const auto made = diarium::corpus::make_file(
        entry,
        [&](std::string_view name) {
          return name == "paper" ? mill.paper(number) : source_named(options, name);
        },
        options.seed);
    write_made(options, entry.path, made);
    pages += made.pages;
  }
  std::cerr << pages << " pages\n";
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "Makes the sample archive of the made-up municipality Almvik, with its ground truth."};
  Options options;
  app.add_option("--out", options.out, "folder to write archive/ and truth/ to")->required();
  app.add_option("--seed", options.seed, "of noise and variation; the committed archive has 1");
  app.add_option("--sources", options.sources, "folder of other sources than those compiled in")
      ->check(CLI::ExistingDirectory);
  app.add_option("--only", options.only, "make only files whose path contains this");
  app.add_option("--size", options.size, "an archive of at least so many pages, for benchmarks")
      ->check(CLI::PositiveNumber);
  app.add_option("--scans", options.scans, "share of the files of --size that are scanned")
      ->check(CLI::Range(0.0, 1.0));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 64;
  }
  try {
    options.size > 0 ? make_large_archive(options) : make_archive(options);
  } catch (const std::exception& error) {
    std::cerr << "diarium-corpus: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
