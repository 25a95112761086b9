#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "pipeline/store/archive.h"
#include "pipeline/store/export.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/evaluation/scored_file.h"
#include "tools/diarium/evaluation/scores.h"
#include "tools/diarium/evaluation/self_test.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

/// "bundles/kallelse.pdf" of "TRUTH/bundles/kallelse.pdf.jsonl", with its records.
std::map<std::string, ScoredFile> truths_below(const fs::path& folder) {
  if (!fs::is_directory(folder))
    throw std::runtime_error(fmt::format("no folder of ground truth: {}", folder.string()));
  std::map<std::string, ScoredFile> truths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".jsonl") continue;
    std::ifstream lines(entry.path());
    try {
      truths[fs::relative(entry.path(), folder).replace_extension().string()] = scored_truth(lines);
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(fmt::format("{}: {}", entry.path().string(), error.what()));
    }
  }
  if (truths.empty()) throw std::runtime_error(fmt::format("no *.jsonl below {}", folder.string()));
  return truths;
}

std::map<std::string, ScoredFile> archive_files(const Configuration& configuration) {
  Archive archive = Archive::open_read_only(configuration.database);
  archive.show_personal_numbers();  // the truth has what is printed
  std::stringstream lines;
  export_jsonl(archive, lines);
  std::map<std::string, ScoredFile> files = scored_files(lines);
  for (const Source& source : archive.sources()) {
    const Readings readings = archive.readings(source.id);
    for (const PathEntry& path : archive.paths_of(source.id)) {
      for (const Page& page : readings.pages)
        files[path.display].pages[page.number].words = scored_words(page);
    }
  }
  return files;
}

/// The file of the archive whose path ends with the truth's; nullptr if there is none.
const ScoredFile* file_for(const std::map<std::string, ScoredFile>& files,
                           const std::string& name) {
  for (const auto& [path, file] : files) {
    if (path == name || path.ends_with("/" + name)) return &file;
  }
  return nullptr;
}

void print_row(const std::string& name, const KindScore& score) {
  std::string fields;
  for (const auto& [field, tally] : score.fields) {
    fields += fmt::format(" {} {:.2f}", field, tally.share());
  }
  fmt::print("{:<14}{:>6}{:>9.3f}{:>9.3f}{:>8.3f}{:>8.3f}  {}\n", name,
             score.soft.found + score.soft.missed, score.soft.precision(), score.soft.recall(),
             score.soft.f1(), score.strict.f1(), fields);
}

void print_curve(const char* name, const Calibration& calibration) {
  fmt::print("\n{:<22}{:>9}{:>9}{:>12}\n", name, "findings", "right", "from here on");
  for (std::size_t bin = Calibration::kBins; bin-- > 0;) {
    const FieldTally& tally = calibration.bins.at(bin);
    if (tally.all == 0) continue;
    const double least = static_cast<double>(bin) / Calibration::kBins;
    fmt::print("confidence from {:.2f}  {:>9}{:>9.3f}{:>12.3f}\n", least, tally.all, tally.share(),
               calibration.from(least).share());
  }
}

void print_marks(const char* name, const MarkScores& marks) {
  if (marks.empty()) return;
  fmt::print("{:<17}{:>6}{:>11}{:>9}{:>8}\n", name, "truth", "precision", "recall", "F1");
  for (const auto& [look, score] : marks) {
    const Tally& tally = score.tally;
    fmt::print("  {:<15}{:>6}{:>11.3f}{:>9.3f}{:>8.3f}\n", look, tally.found + tally.missed,
               tally.precision(), tally.recall(), tally.f1());
  }
  fmt::print("\n");
}

void print_table(const Scores& scores) {
  fmt::print("{} files", scores.files);
  if (scores.files_missing > 0)
    fmt::print(", {} of them not in the archive (they count as empty)", scores.files_missing);
  fmt::print("\n\ntext            CER {:.4f}   WER {:.4f}\n", scores.text.cer(), scores.text.wer());
  fmt::print("document starts F1 {:.3f}\n", scores.document_starts.f1());
  fmt::print("table cells     F1 {:.3f}\n\n", scores.table_cells.f1());
  print_marks("words in print", scores.marks_in_print);
  print_marks("words in scans", scores.marks_in_scans);
  fmt::print("{:<14}{:>6}{:>9}{:>9}{:>8}{:>8}   fields right, of the paired\n", "kind", "truth",
             "precision", "recall", "F1", "strict");
  for (const auto& [kind, score] : scores.kinds) print_row(kind, score);
  print_curve("findings in scans", scores.scanned);
  print_curve("findings in print", scores.printed);
}

nlohmann::json json_of(const Calibration& calibration) {
  nlohmann::json bins = nlohmann::json::array();
  for (const FieldTally& bin : calibration.bins) {
    bins.push_back({{"all", bin.all}, {"right", bin.right}});
  }
  return bins;
}

nlohmann::json json_of(const Tally& tally) {
  return {{"found", tally.found},           {"missed", tally.missed},   {"extra", tally.extra},
          {"precision", tally.precision()}, {"recall", tally.recall()}, {"f1", tally.f1()}};
}

nlohmann::json json_of(const MarkScores& marks) {
  nlohmann::json looks = nlohmann::json::object();
  for (const auto& [look, score] : marks) {
    looks[look] = json_of(score.tally);
    looks[look]["missed"] = score.missed;
    looks[look]["extra"] = score.extra;
  }
  return looks;
}

void print_json(const Scores& scores) {
  nlohmann::json out{{"files", scores.files},
                     {"files_missing", scores.files_missing},
                     {"cer", scores.text.cer()},
                     {"wer", scores.text.wer()},
                     {"document_starts", json_of(scores.document_starts)},
                     {"table_cells", json_of(scores.table_cells)}};
  out["words"] = {{"printed", json_of(scores.marks_in_print)},
                  {"scanned", json_of(scores.marks_in_scans)}};
  for (const auto& [kind, score] : scores.kinds) {
    nlohmann::json& entry = out["kinds"][kind];
    entry = {{"soft", json_of(score.soft)},
             {"strict", json_of(score.strict)},
             {"missed", score.missed},
             {"extra", score.extra}};
    for (const auto& [field, tally] : score.fields) {
      entry["fields"][field] = tally.share();
    }
  }
  out["confidence"] = {{"scanned", json_of(scores.scanned)}, {"printed", json_of(scores.printed)}};
  for (const auto& [rule, tally] : scores.rules) {
    out["rules"][rule] = {{"all", tally.all}, {"right", tally.right}};
  }
  std::cout << out.dump(1) << '\n';
}

int run_self_test(const std::map<std::string, ScoredFile>& truths) {
  std::vector<ScoredFile> files;
  for (const auto& [name, truth] : truths) files.push_back(truth);
  const std::vector<std::string> wrong = self_test(files);
  for (const std::string& line : wrong) std::cerr << "diarium: self-test: " << line << '\n';
  std::cout << (wrong.empty() ? "self-test passed: perfect records score 1, damaged ones less\n"
                              : "self-test failed\n");
  return wrong.empty() ? kAllWell : kRunFailed;
}

}  // namespace

int run_evaluate(const Arguments& arguments) {
  const auto truths = truths_below(arguments.truth);
  if (arguments.self_test) return run_self_test(truths);
  const auto files = archive_files(arguments.configuration);
  Scores scores;
  for (const auto& [name, truth] : truths) {
    const ScoredFile* found = file_for(files, name);
    if (found == nullptr) ++scores.files_missing;
    add_to_scores(scores, truth, found == nullptr ? ScoredFile{} : *found);
  }
  if (arguments.json) {
    print_json(scores);
  } else {
    print_table(scores);
  }
  return kAllWell;
}

}  // namespace diarium
