#include "tools/bench/clause_mill.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string_view>

#include "pipeline/store/compounds.h"

namespace diarium {
namespace {

struct Noun {
  std::string_view stem;
  std::array<std::string_view, 5> endings;
};

constexpr std::array<std::string_view, 5> kEn{"", "en", "er", "erna", "ens"};
constexpr std::array<std::string_view, 5> kAr{"", "en", "ar", "arna", "ens"};
constexpr std::array<std::string_view, 5> kEt{"", "et", "en", "ets", ""};

constexpr std::array<Noun, 44> kNouns{{
    {"stöd", kEt},
    {"plan", kEn},
    {"avgift", kEn},
    {"bidrag", kEt},
    {"beslut", kEt},
    {"förslag", kEt},
    {"avtal", kEt},
    {"nämnd", kEn},
    {"verksamhet", kEn},
    {"uppföljning", kAr},
    {"utredning", kAr},
    {"upphandling", kAr},
    {"förvaltning", kAr},
    {"uppdrag", kEt},
    {"yttrande", {"", "t", "n", "ts", ""}},
    {"ärende", {"", "t", "n", "ts", ""}},
    {"budget", kAr},
    {"prognos", kEn},
    {"strategi", {"", "n", "er", "erna", "ns"}},
    {"rapport", kEn},
    {"insats", kEn},
    {"kostnad", kEn},
    {"intäkt", kEn},
    {"lokal", kEn},
    {"väg", kAr},
    {"skog", kAr},
    {"bostad", {"", "en", "", "ens", ""}},
    {"mål", kEt},
    {"resurs", kEn},
    {"tjänst", kEn},
    {"tillsyn", {"", "en", "ens", "", ""}},
    {"taxa", {"", "n", "", "ns", ""}},
    {"enhet", kEn},
    {"miljö", {"", "n", "er", "erna", "ns"}},
    {"trafik", {"", "en", "ens", "", ""}},
    {"förening", kAr},
    {"investering", kAr},
    {"prövning", kAr},
    {"delegation", kEn},
    {"reglemente", {"", "t", "n", "ts", ""}},
    {"riktlinje", {"", "n", "r", "rna", "ns"}},
    {"policy", {"", "n", "er", "", "ns"}},
    {"organisation", kEn},
    {"samverkan", {"", "", "", "", ""}},
}};

constexpr std::array<std::string_view, 40> kFirsts{
    "skol",       "barn",      "kultur", "fritids",    "miljö",      "bygg",      "trafik",
    "vatten",     "avfalls",   "budget", "personal",   "arbetslivs", "folkhälso", "närings",
    "turist",     "idrotts",   "äldre",  "omsorgs",    "hemtjänst",  "förskole",  "gymnasie",
    "bostads",    "mark",      "gatu",   "park",       "energi",     "klimat",    "beredskaps",
    "brand",      "säkerhets", "kommun", "stads",      "familje",    "ungdoms",   "biblioteks",
    "livsmedels", "väg",       "hamn",   "fastighets", "it"};

constexpr std::array<std::string_view, 20> kVerbs{
    "godkänna",   "anta",      "avslå",   "bifalla",    "återremittera", "bevilja", "uppdra",
    "fastställa", "överlämna", "notera",  "utse",       "förlänga",      "teckna",  "upphäva",
    "remittera",  "avsluta",   "inrätta", "finansiera", "utreda",        "besvara"};

constexpr std::array<std::string_view, 16> kSmall{"för", "i",    "och", "till", "med",    "av",
                                                  "om",  "den",  "på",  "från", "enligt", "under",
                                                  "att", "samt", "vid", "inom"};

constexpr std::array<std::string_view, 20> kSyllables{
    "ba", "re", "vi",  "lo",  "mu",  "sta", "kri", "fe",  "jo",  "ne",
    "ra", "ti", "hul", "das", "gro", "pel", "sko", "ven", "lin", "öst"};

std::string joined(std::string_view a, std::string_view b) {
  return std::string(a) + std::string(b);
}

}  // namespace

std::size_t ClauseMill::common(std::size_t size) {
  constexpr double kLargest = 4294967296.0;
  const double part = static_cast<double>(random_()) / kLargest;
  const auto index = static_cast<std::size_t>(std::pow(static_cast<double>(size), part)) - 1;
  return std::min(index, size - 1);
}

std::string ClauseMill::noun() {
  const std::size_t index = common(kNouns.size() + dictionary_.size());
  // Half of all words are not inflected.
  const std::size_t ending = below(2) == 0 ? 0 : below(kEn.size());
  if (index >= kNouns.size()) {
    return joined(dictionary_[index - kNouns.size()], kEn.at(ending));
  }
  const Noun& noun = kNouns.at(index);
  return joined(noun.stem, noun.endings.at(ending));
}

std::string ClauseMill::compound() {
  return joined(kFirsts.at(common(kFirsts.size())), noun());
}

std::string ClauseMill::verb() {
  return std::string(kVerbs.at(common(kVerbs.size())));
}

std::string ClauseMill::name() {
  std::string name;
  for (std::size_t i = 3 + below(2); i > 0; --i) name += kSyllables.at(below(kSyllables.size()));
  if (name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

std::string ClauseMill::clause() {
  std::string text = "att ";
  text += verb();
  for (std::size_t i = 4 + below(5); i > 0; --i) {
    const std::size_t dice = below(20);
    text += ' ';
    text += dice == 0 ? name() : dice < 8 ? compound() : noun();
    text += ' ';
    text += kSmall.at(common(kSmall.size()));
  }
  text += ' ';
  text += std::to_string(2010 + below(16));
  return text;
}

std::vector<std::string> ClauseMill::paper(std::size_t clauses) {
  constexpr std::size_t kDamagedEvery = 16;
  const bool bad = below(kDamagedEvery) == 0;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < clauses; ++i) texts.push_back(bad ? damaged(clause()) : clause());
  return texts;
}

std::vector<std::string> dictionary_words(std::size_t most) {
  std::vector<std::string> words;
  std::ifstream in(find_dictionary() + ".dic");
  for (std::string line; std::getline(in, line);) {
    line.resize(std::min(line.find('/'), line.size()));
    const bool plain = line.size() > 3 && std::none_of(line.begin(), line.end(), [](char c) {
                         return (c >= 'A' && c <= 'Z') || (c > 0 && c < 'A');
                       });
    if (plain) words.push_back(std::move(line));
  }
  std::shuffle(words.begin(), words.end(), std::mt19937(1));
  words.resize(std::min(words.size(), most));
  return words;
}

std::string damaged(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\xC3' || i + 1 == text.size()) {
      out += text[i];
    } else if (text[++i] == '\xB6') {
      out += i % 3 == 0 ? "é" : "o";
    } else {
      out += 'a';
    }
  }
  return out;
}

}  // namespace diarium
