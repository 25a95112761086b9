#include "pipeline/store/compounds.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "pipeline/store/analyser.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

const Compounds* compounds() {
  static const std::string kDictionary = find_dictionary();
  if (kDictionary.empty()) {
    std::cout << "skipped: no hunspell-sv\n";
    return nullptr;
  }
  static const Compounds kCompounds(kDictionary);
  return &kCompounds;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : " ") + part;
  return all;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    // "!" marks a word on which people differ.
    if (!line.empty() && line.front() != '#' && !line.ends_with('!')) lines.push_back(line);
  }
  return lines;
}

std::vector<std::string> split_at_bars(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, '|');) parts.push_back(part);
  return parts;
}

}  // namespace

TEST_CASE("compounds: a compound falls into its words") {
  if (compounds() == nullptr) return;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"budgetuppföljning", "budget uppföljning"},
      {"familjecentralen", "familje centralen"},
      {"skolskjuts", "skol skjuts"},
      {"föräldrastöd", "föräldra stöd"},
      {"gatubelysning", "gata belysning"},
      {"vårdnadshavaren", "vårdnads havaren"},
      {"grustäkten", "grus täkten"},
      {"årsbokslut", "års bokslut"},
      {"fritidsgården", "fritids gården"},
  };
  for (const auto& [word, parts] : cases) {
    CAPTURE(word, joined(compounds()->parts_of(word)));
    CHECK(joined(compounds()->parts_of(word)) == parts);
  }
}

TEST_CASE("compounds: derived and plain words stay whole") {
  if (compounds() == nullptr) return;
  for (const std::string word :
       {"ungdomar", "partnerskap", "utgift", "avslag", "hemlös", "år", "kommunen", "trygghet",
        "överenskommelse", "värderingar", "bakgrunden", "fullmäktige", "Almvik", "xyzzy"}) {
    CAPTURE(word, joined(compounds()->parts_of(word)));
    CHECK(compounds()->parts_of(word).empty());
  }
}

TEST_CASE("compounds: lost dots are put back where only one word fits") {
  if (compounds() == nullptr) return;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"foraldrastodet", "föräldrastödet"},
      {"skolnérvaro", "skolnärvaro"},
      {"namnden", "nämnden"},
      {"far", ""},
      {"stark", ""},
      {"xyzzyqw", ""},
      {"föraldrar", ""},
      {"arendet", "ärendet"},
  };
  for (const auto& [damaged, word] : cases) {
    CAPTURE(damaged);
    CHECK(compounds()->restored(damaged).value_or("") == word);
  }
}

TEST_CASE("compounds: of 26 damaged words at least 20 are restored, and none wrongly") {
  if (compounds() == nullptr) return;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"atgarder", "åtgärder"},
      {"forvaltningen", "förvaltningen"},
      {"namndens", "nämndens"},
      {"halsovard", "hälsovård"},
      {"aldreomsorg", "äldreomsorg"},
      {"grundskolenamnden", "grundskolenämnden"},
      {"foreningsbidrag", "föreningsbidrag"},
      {"kopekontrakt", "köpekontrakt"},
      {"oversiktsplan", "översiktsplan"},
      {"miljotillsyn", "miljötillsyn"},
      {"raddningstjanst", "räddningstjänst"},
      {"tillstand", "tillstånd"},
      {"fastighetsagare", "fastighetsägare"},
      {"vagforening", "vägförening"},
      {"skolnérvaro", "skolnärvaro"},
      {"férskola", "förskola"},
      {"névervaningen", ""},
      {"sammantrade", "sammanträde"},
      {"ordforande", "ordförande"},
      {"arsredovisning", "årsredovisning"},
      {"barnfattigdom", ""},
      {"arendet", "ärendet"},
      {"folkhalsoradet", "folkhälsorådet"},
      {"gangbana", "gångbana"},
      {"foraldrastodet", "föräldrastödet"},
      {"budgetar", ""},
  };
  int right = 0;
  for (const auto& [damaged, word] : cases) {
    const std::string restored = compounds()->restored(damaged).value_or("");
    right += restored == word ? 1 : 0;
    CAPTURE(damaged, restored);
    CHECK((restored.empty() || restored == word));
  }
  std::cout << "restored or left alone as they should be: " << right << " of 26\n";
  CHECK(right >= 20);
}

TEST_CASE("compounds: the hand-made gold is met") {
  const std::filesystem::path folder = source_folder() / "../shared/search";
  if (!std::filesystem::exists(folder / "compounds.txt")) {
    std::cout << "skipped: no gold of compounds\n";
    return;
  }
  if (compounds() == nullptr) return;
  double gold = 0;
  double found = 0;
  double emitted = 0;
  double right = 0;
  for (const std::string& line : lines_of(folder / "compounds.txt")) {
    const std::vector<std::string> parts = split_at_bars(line);
    std::vector<std::string> wanted;   // stems of the parts
    std::vector<std::string> allowed;  // and of neighbours put together
    std::string word;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      wanted.push_back(stem_of(parts[i]));
      std::string run;
      for (std::size_t k = i; k < parts.size(); ++k) allowed.push_back(stem_of(run += parts[k]));
      word += parts[i];
    }
    std::vector<std::string> stems;
    for (const std::string& part : compounds()->parts_of(word)) stems.push_back(stem_of(part));
    const auto close = [](const std::string& a, const std::string& b) {
      // The base of a link form: gatu and gata, skol and skola, föräldra and förälder.
      return a == b || (a.substr(0, 4) == b.substr(0, 4) && a.size() >= 3 && b.size() >= 3);
    };
    for (const std::string& stem : wanted) {
      const bool hit = std::any_of(stems.begin(), stems.end(),
                                   [&](const std::string& s) { return close(s, stem); });
      gold += 1;
      found += hit ? 1 : 0;
      if (!hit) WARN(word << ": no " << stem << " in " << joined(stems));
    }
    for (const std::string& stem : stems) {
      emitted += 1;
      const bool good = std::any_of(allowed.begin(), allowed.end(),
                                    [&](const std::string& s) { return close(s, stem); });
      right += good ? 1 : 0;
      if (!good) WARN(word << ": wrong " << stem);
    }
  }
  double whole = 0;
  double cut = 0;
  for (const std::string& word : lines_of(folder / "not_compounds.txt")) {
    whole += 1;
    const auto parts = compounds()->parts_of(word);
    cut += parts.empty() ? 0 : 1;
    if (!parts.empty()) WARN("falsely cut: " << word << ": " << joined(parts));
  }
  std::cout << "compounds: part recall " << found / gold << ", token precision " << right / emitted
            << ", falsely cut " << cut << " of " << whole << '\n';
  CHECK(found / gold >= 0.93);
  CHECK(right / emitted >= 0.95);
  CHECK(cut <= 3);
}

}  // namespace diarium
