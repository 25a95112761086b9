#include "pipeline/segment/kind_label.h"

#include <array>

#include "models/unicode.h"
#include "pipeline/segment/headings.h"

namespace diarium {
namespace {

// Longer lines are sentences. Bytes.
constexpr std::size_t kLongestLabel = 300;

struct Prefix {
  const Term* term = nullptr;
  std::size_t size = 0;  // bytes of the lower-case line
};

/// The longest form that the line begins with and that a word ends with.
Prefix longest_prefix(std::string_view lower_line, const RuleBook& rules) {
  Prefix best;
  for (const Term& term : rules.vocabulary("document_kinds")) {
    for (const std::string& form : term.forms) {
      const std::string lower_form = to_lower(form);
      if (lower_form.size() <= best.size || !lower_line.starts_with(lower_form)) continue;
      const std::string_view rest = lower_line.substr(lower_form.size());
      if (!rest.empty() && (is_letter(first_point(rest)) || rest.front() == '-')) continue;
      best = {&term, lower_form.size()};
    }
  }
  return best;
}

bool is_number_or_code(std::string_view rest, const RuleBook& rules) {
  if (rest.empty()) return true;
  if (rest.find_first_not_of("0123456789. ") == std::string_view::npos) return true;
  return rules.rule("document_kinds.agenda_code").whole(rest).has_value();
}

/// "– Ta fram en plan" -> "Ta fram en plan"; empty where no sign parts label and title.
std::string titled(std::string_view rest) {
  static constexpr std::array<std::string_view, 4> kSigns{":", "–", "—", "- "};
  const std::size_t number = rest.find_first_not_of("0123456789. ");
  if (number != std::string_view::npos) rest = rest.substr(number);
  for (const std::string_view sign : kSigns) {
    if (rest.starts_with(sign)) return std::string(trim(rest.substr(sign.size())));
  }
  return {};
}

bool relates(std::string_view lower_rest) {
  static constexpr std::array<std::string_view, 12> kWords{
      "till ", "av ",       "från ", "om ", "angående ", "gällande ",
      "ang ",  "avseende ", "över ", "(",   "för ",      "ang. "};
  for (const std::string_view word : kWords) {
    if (lower_rest.starts_with(word)) return true;
  }
  return false;
}

std::optional<KindLabel> meeting_label(std::string_view line, const RuleBook& rules) {
  const auto match = rules.rule("document_kinds.for_meeting").whole(line);
  if (!match) return std::nullopt;
  const auto label = kind_label_of((*match)["label"], rules);
  if (!label) return std::nullopt;
  KindLabel result = *label;
  result.form = LabelForm::meeting;
  result.body = (*match)["body"];
  result.date = (*match)["date"];
  return result;
}

/// "Delegationsbeslut" names one, "Delegationsbeslut juni 2024" the list of them.
bool counts_alone(const Term& term) {
  const auto label = term.fields.find("label");
  return label != term.fields.end() && label->second == "alone";
}

KindLabel label_of(const Prefix& prefix) {
  const auto label = prefix.term->fields.find("label");
  return {.kind = document_kind_of(prefix.term->name).value_or(DocumentKind::ovrigt),
          .opens = label == prefix.term->fields.end() || label->second != "no"};
}

}  // namespace

std::optional<KindLabel> kind_label_of(std::string_view printed, const RuleBook& rules) {
  if (printed.size() > kLongestLabel) return std::nullopt;
  if (auto label = meeting_label(printed, rules)) return label;
  const std::string line = without_letter_spacing(printed).value_or(squeeze_blanks(printed));
  const std::string lower = to_lower(line);
  const Prefix prefix = longest_prefix(lower, rules);
  if (prefix.term == nullptr) return std::nullopt;
  KindLabel label = label_of(prefix);
  // Lower case has as many bytes in Swedish, but not in every language.
  const std::string_view rest =
      lower.size() == line.size() ? trim(std::string_view(line).substr(prefix.size)) : "";
  const std::string_view bare = rest.ends_with(':') ? rest.substr(0, rest.size() - 1) : rest;
  if (is_number_or_code(bare, rules)) return label;
  if (counts_alone(*prefix.term)) return std::nullopt;
  label.title = titled(rest);
  // "Motion till kommunfullmäktige i Almvik: Fler träd"
  const bool addressed = rest.starts_with("till ") || rest.starts_with("i ");
  const std::size_t colon = rest.find(": ");
  if (label.title.empty() && addressed && colon != std::string_view::npos)
    label.title = trim(rest.substr(colon + 1));
  label.form = !label.title.empty()      ? LabelForm::titled
               : relates(to_lower(rest)) ? LabelForm::related
                                         : LabelForm::prefix;
  return label;
}

std::optional<KindMention> kind_named_in(std::string_view text, const RuleBook& rules) {
  const std::string lower = to_lower(squeeze_blanks(text));
  std::optional<KindMention> longest;
  for (const Term& term : rules.vocabulary("document_kinds")) {
    const auto kind = document_kind_of(term.name);
    for (const std::string& form : term.forms) {
      const std::size_t at = lower.find(to_lower(form));
      const bool begins_word = at == 0 || (at != std::string::npos && lower[at - 1] == ' ');
      if (!kind || !begins_word || (longest && form.size() < longest->form.size())) continue;
      longest = KindMention{*kind, form};
    }
  }
  return longest;
}

std::string agenda_code_of(std::string_view line, const RuleBook& rules) {
  const auto match = rules.rule("document_kinds.agenda_code").first(line);
  return match ? std::string((*match)["code"]) : std::string();
}

}  // namespace diarium
