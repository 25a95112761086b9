// diarium-corpus: makes the sample archive of Almvik with its ground truth.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

#include "corpus_sources.h"
#include "tools/corpus/archive.h"

namespace {

namespace fs = std::filesystem;
using diarium::corpus::ArchiveEntry;

struct Options {
  fs::path out;
  fs::path sources;  ///< empty = those that are compiled in
  std::uint32_t seed = 1;
  std::string only;  ///< part of a path
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

void make_archive(const Options& options) {
  const auto lookup = [&](std::string_view name) { return source_named(options, name); };
  for (const ArchiveEntry& entry : diarium::corpus::archive_entries(lookup("archive.txt"))) {
    if (entry.path.find(options.only) == std::string::npos) continue;
    try {
      const auto made = diarium::corpus::make_file(entry, lookup, options.seed);
      write_file(options.out / "archive" / entry.path, made.bytes);
      write_file(options.out / "truth" / (entry.path + ".jsonl"), made.truth);
    } catch (const std::exception& error) {
      throw std::runtime_error(entry.source + ": " + error.what());
    }
    std::cerr << entry.path << '\n';
  }
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
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 64;
  }
  try {
    make_archive(options);
  } catch (const std::exception& error) {
    std::cerr << "diarium-corpus: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
