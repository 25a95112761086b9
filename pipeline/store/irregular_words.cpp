#include "pipeline/store/irregular_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

#include "irregular_words_file.h"

namespace diarium {
namespace {

/// What makes a verb of a verb: "avslå", "föreslå", "uppdra".
constexpr std::array<std::string_view, 40> kParticles{
    "an",   "av",    "be",    "bi",  "bord", "bort",  "del",   "efter", "er",   "fast",
    "fort", "fram",  "från",  "för", "före", "förut", "genom", "god",   "in",   "inne",
    "kvar", "med",   "miss",  "mot", "ned",  "ner",   "om",    "på",    "sam",  "till",
    "und",  "undan", "under", "upp", "ut",   "utan",  "vid",   "å",     "åter", "över"};

using Forms = std::unordered_map<std::string_view, std::string_view>;

struct IrregularWords {
  Forms verbs;
  Forms words;
  std::multimap<std::string_view, std::string_view> also;
  std::vector<std::pair<std::string_view, std::string_view>> endings;  // plural, singular
};

/// "skriva: skrev skrivit"
void add_line(std::string_view line, std::string_view section, IrregularWords& all) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) throw std::logic_error("no colon in: " + std::string(line));
  const std::string_view regular = line.substr(0, colon);
  for (std::string_view rest = line.substr(colon + 1); !rest.empty();) {
    rest.remove_prefix(1);  // the blank before each form
    const std::string_view form = rest.substr(0, rest.find(' '));
    rest.remove_prefix(form.size());
    if (section == "[endings]") {
      all.endings.emplace_back(form, regular);
    } else if (section == "[also]") {
      all.also.emplace(form, regular);
    } else {
      (section == "[verbs]" ? all.verbs : all.words).emplace(form, regular);
    }
  }
}

IrregularWords read() {
  IrregularWords all;
  std::string_view section;
  std::string_view rest = irregular_words_file().front().content;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      section = line;
    } else {
      add_line(line, section, all);
    }
  }
  return all;
}

const IrregularWords& irregular_words() {
  static const IrregularWords kWords = read();
  return kWords;
}

std::optional<std::string> verb_of(std::string_view form) {
  const Forms& verbs = irregular_words().verbs;
  if (const auto found = verbs.find(form); found != verbs.end()) return std::string(found->second);
  for (const std::string_view particle : kParticles) {
    if (!form.starts_with(particle)) continue;
    const auto found = verbs.find(form.substr(particle.size()));
    if (found != verbs.end()) return std::string(particle) + std::string(found->second);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> regular_form(std::string_view form, FormOf use) {
  const Forms& words = irregular_words().words;
  if (const auto found = words.find(form); found != words.end()) return std::string(found->second);
  return use == FormOf::word ? verb_of(form) : std::nullopt;
}

std::vector<std::string> other_words_of(std::string_view form) {
  std::vector<std::string> others;
  const auto add = [&others](std::string_view particle, std::string_view rest) {
    const auto [begin, end] = irregular_words().also.equal_range(rest);
    for (auto one = begin; one != end; ++one) {
      others.push_back(std::string(particle) + std::string(one->second));
    }
  };
  add({}, form);
  for (const std::string_view particle : kParticles) {
    if (form.starts_with(particle)) add(particle, form.substr(particle.size()));
  }
  return others;
}

std::string with_singular_ending(std::string_view word) {
  for (const auto& [plural, singular] : irregular_words().endings) {
    if (!word.ends_with(plural) || word.ends_with("allmän")) continue;
    return std::string(word.substr(0, word.size() - plural.size())) + std::string(singular);
  }
  return std::string(word);
}

}  // namespace diarium
