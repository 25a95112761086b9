#include "tools/corpus/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <stdexcept>

#include "tools/corpus/source_text.h"

namespace diarium::corpus {
namespace {

constexpr std::size_t kMotionEvery = 5;

}  // namespace

/// One paper's choices.
class PaperMill::Filler {
 public:
  Filler(const PaperMill& mill, std::uint32_t seed) : mill_(mill), engine_(seed) {}

  std::string fill(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; (at = text.find("$[")) != std::string_view::npos;) {
      const std::size_t end = text.find(']', at);
      if (end == std::string_view::npos) throw std::invalid_argument("a choice that never ends");
      out += text.substr(0, at);
      out += choice(std::string(text.substr(at + 2, end - at - 2)));
      text.remove_prefix(end + 1);
    }
    return out += text;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }

  std::string choice(const std::string& wanted) {
    const std::size_t blank = wanted.find(' ');
    if (blank != std::string::npos) return number(wanted.substr(blank + 1));
    const std::size_t sign = wanted.find('#');
    const std::string list = wanted.substr(0, sign);
    if (sign == std::string::npos) return picked(list);
    const std::size_t dot = wanted.find('.', sign);
    std::string& kept = kept_[wanted.substr(0, dot)];
    if (kept.empty()) kept = picked(list);
    if (dot == std::string::npos) return kept;
    return split_outside_braces(kept, " / ").at(std::stoul(wanted.substr(dot + 1)) - 1);
  }

  std::string number(const std::string& range) {
    const auto low = static_cast<std::uint32_t>(std::atoi(range.c_str()));
    const auto high = static_cast<std::uint32_t>(std::atoi(range.c_str() + range.find('-') + 1));
    return std::to_string(low + below(high - low + 1));
  }

  std::string picked(const std::string& name) {
    const auto list = std::ranges::find(mill_.lists_, name, &WordList::name);
    if (list == mill_.lists_.end()) throw std::invalid_argument("no such list: " + name);
    std::string text = fill(list->choices[below(static_cast<std::uint32_t>(list->choices.size()))]);
    // A choice that begins with a directive has its text after a bar.
    if (const std::size_t bar = text.find('|'); text.starts_with('.') && bar != std::string::npos) {
      text[bar] = '\n';
    }
    return text;
  }

  const PaperMill& mill_;
  std::mt19937 engine_;
  std::map<std::string, std::string> kept_;
};

PaperMill::PaperMill(const SourceLookup& sources, std::uint32_t seed)
    : memo_(sources("mall_skrivelse.txt")), motion_(sources("mall_motion.txt")), seed_(seed) {
  const std::string words = sources("ordlistor.txt");
  for (std::string_view rest = words; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.starts_with('%')) continue;
    if (line.starts_with(".list name=")) {
      lists_.push_back({.name = line.substr(11), .choices = {}});
    } else if (lists_.empty()) {
      throw SourceError(1, "words before the first .list");
    } else {
      lists_.back().choices.push_back(line);
    }
  }
}

std::string PaperMill::filled(std::string_view text, std::uint32_t choice_seed) const {
  return Filler(*this, choice_seed).fill(text);
}

std::string PaperMill::paper(std::size_t number) const {
  const std::string& form = number % kMotionEvery == kMotionEvery - 1 ? motion_ : memo_;
  return filled(form, seed_ * 2654435761U + static_cast<std::uint32_t>(number));
}

}  // namespace diarium::corpus
