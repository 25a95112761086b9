#include "extractors/beslutssatser_actions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// How far from its verb the rest of a verb phrase may stand. Bounds the work on endless clauses.
constexpr std::size_t kWordsBehind = 60;
constexpr std::size_t kWordsBefore = 12;
constexpr std::size_t kAssigneeWords = 25;
constexpr std::size_t kRecipientWords = 8;
// An infinitive further from the start of its sentence doesn't lead it.
constexpr std::size_t kLeadWords = 6;

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_decide(std::string_view word) {
  return is_one_of(word, {"beslutar", "besluta", "beslutas", "beslutade"});
}

bool is_and(std::string_view word) {
  return is_one_of(word, {"och", "samt", "dels"});
}

bool is_not(std::string_view word) {
  return is_one_of(word, {"inte", "ej", "icke"});
}

/// "Kansliet får i uppdrag": active in form, yet the subject is told what to do.
bool receives_task(std::string_view word) {
  return is_one_of(word, {"får", "fick", "få"});
}

/// May stand in front of the infinitive that a clause begins with: "att för egen del inte bevilja".
bool is_lead(std::string_view word) {
  return is_and(word) || is_not(word) || is_decide(word) ||
         is_one_of(word,
                   {"att", "för", "egen", "del", "därutöver", "även", "också", "därmed", "vidare"});
}

bool ends_recipient(std::string_view word) {
  return is_one_of(word, {"för", "som", "samt", "senast", "inför", "med", "att", "under", "om"});
}

/// An "att" behind such a verb begins the task, not a clause beside it.
bool hands_task_on(std::string_view code) {
  return is_one_of(code, {"INSTRUCT", "REQUEST", "AUTHORISE", "WRITE_TO", "DECLARE"});
}

std::vector<std::string> parts_of(std::string_view alternatives) {
  std::vector<std::string> parts;
  while (!alternatives.empty()) {
    const std::size_t end = std::min(alternatives.find('|'), alternatives.size());
    parts.emplace_back(alternatives.substr(0, end));
    alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
  }
  return parts;
}

std::string field_of(const Term& term, const std::string& name) {
  const auto field = term.fields.find(name);
  return field == term.fields.end() ? std::string() : field->second;
}

bool ends_phrase(std::string_view gap) {
  return gap.find_first_of(".;:") != std::string_view::npos;
}

/// The words around `at`, each between blanks.
std::string words_around(const ClauseWords& clause, Span sentence, std::size_t at) {
  const std::size_t begin = at - std::min(at - sentence.begin, kWordsBefore);
  const std::size_t end = std::min(sentence.end, at + kWordsBehind);
  std::string around = " ";
  for (std::size_t i = begin; i < end; ++i) {
    if (i != at) around += clause.words[i].lower + ' ';
  }
  return around;
}

}  // namespace

ClauseVerbs::ClauseVerbs(const RuleBook& rules)
    : rules_(rules), bodies_(rules), shall_(rules.rule("beslutssatser.shall")) {
  for (const Term& term : rules.vocabulary("verbs")) {
    for (const std::string& form : term.forms) {
      if (form.find(' ') != std::string::npos) continue;  // the name of a verb of several words
      verbs_[to_lower(form)].push_back(
          {.term = &term, .form = form_of(form), .needs = parts_of(field_of(term, "needs"))});
    }
  }
}

ClauseVerbs::Form ClauseVerbs::form_of(std::string_view form) {
  const bool past_e = form.ends_with("de") || form.ends_with("te");
  if (form.ends_with("s")) return Form::passive;
  if (form.ends_with("r")) return Form::present;
  if (form.ends_with("a") || form.ends_with("å") || (form.ends_with("e") && !past_e)) {
    return Form::infinitive;
  }
  return Form::past;
}

const ClauseVerbs::Verb* ClauseVerbs::verb_at(const ClauseWords& clause, Span sentence,
                                              std::size_t at) const {
  if (clause.words[at].quoted) return nullptr;
  const auto found = verbs_.find(clause.words[at].lower);
  if (found == verbs_.end()) return nullptr;
  const Verb* plain = nullptr;
  std::string around;
  for (const Verb& verb : found->second) {
    if (verb.needs.empty()) {
      if (plain == nullptr) plain = &verb;
      continue;
    }
    if (around.empty()) around = words_around(clause, sentence, at);
    const bool met =
        std::any_of(verb.needs.begin(), verb.needs.end(), [&](const std::string& need) {
          return around.find(' ' + need + ' ') != std::string::npos;
        });
    if (met) return &verb;
  }
  return plain;
}

bool ClauseVerbs::is_infinitive(std::string_view word) const {
  const auto found = verbs_.find(to_lower(word));
  return found != verbs_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [](const Verb& verb) { return verb.form == Form::infinitive; });
}

bool ClauseVerbs::hands_on(const ClauseMeaning& meaning) {
  return !meaning.actions.empty() && hands_task_on(meaning.actions.front().code);
}

/// The deciding verb of a sentence and those that are coordinated with it.
std::vector<ClauseVerbs::Hit> ClauseVerbs::hits_in(const ClauseWords& clause, Span sentence) const {
  const auto& words = clause.words;
  std::vector<Hit> all;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (const Verb* verb = verb_at(clause, sentence, i)) all.push_back({verb, i, sentence});
  }
  const auto leads = [&](std::size_t at) {
    if (at - sentence.begin > kLeadWords) return false;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(sentence.begin);
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(at);
    return std::all_of(begin, end, [](const ClauseWord& word) { return is_lead(word.lower); }) ||
           std::any_of(begin, end, [](const ClauseWord& word) { return is_decide(word.lower); });
  };
  // A verb in the lead, else the first finite one: "förslaget att anta planen avslås" rejects.
  const auto rank = [&](const Hit& hit) {
    if (hit.verb->form == Form::infinitive) return leads(hit.word) ? 0 : 2;
    return hit.verb->form == Form::past ? 3 : 1;
  };
  const auto first = std::min_element(
      all.begin(), all.end(), [&](const Hit& a, const Hit& b) { return rank(a) < rank(b); });
  // A later sentence only explains unless a verb in force stands in it.
  if (first == all.end() || (sentence.begin > 0 && rank(*first) > 1)) return {};
  std::vector<Hit> hits{*first};
  const bool finite = first->verb->form != Form::infinitive;
  const bool hands_on = hands_task_on(field_of(*first->verb->term, "code"));
  const bool decides =
      !finite && std::any_of(words.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                             words.begin() + static_cast<std::ptrdiff_t>(first->word),
                             [](const ClauseWord& word) { return is_decide(word.lower); });
  std::size_t i = first->word + 1;
  bool within = false;  // in a clause that hangs on the verb
  for (auto next = first + 1; next != all.end(); ++next) {
    for (; i < next->word; ++i) {
      if (words[i].lower == "att" && (hands_on || !is_and(words[i - 1].lower))) within = true;
    }
    const std::string& before = words[next->word - 1].lower;
    // "beslutar godkänna rapporten och översänder den": the second verb stands beside "beslutar".
    const bool beside_decides = decides && next->verb->form == Form::present && is_and(before);
    if (beside_decides) hits.push_back(*next);
    if (next->verb->form != first->verb->form) continue;
    const bool behind_att = before == "att" && is_and(words[next->word - 2].lower);
    if ((is_and(before) && (finite || !within)) || (behind_att && !within)) hits.push_back(*next);
  }
  return hits;
}

std::string ClauseVerbs::assignee_of(std::string_view text, const ClauseWords& clause,
                                     Hit hit) const {
  const auto& words = clause.words;
  Span range{hit.word + 1, hit.word + 1};
  const bool behind =
      range.begin < hit.sentence.end && is_one_of(words[range.begin].lower, {"åt", "till"});
  const bool receives = receives_task(words[hit.word].lower);
  if ((hit.verb->form == Form::passive || receives) && !behind) {
    // "Kansliet uppdras att": the subject shall do it.
    range = {std::max(hit.sentence.begin, hit.word - std::min(hit.word, kWordsBefore)), hit.word};
    for (std::size_t i = range.begin; i < hit.word; ++i) {
      if (words[i].lower == "att") range.begin = i + 1;
    }
  } else {
    if (behind) ++range.begin;
    const std::size_t limit = std::min(hit.sentence.end, range.begin + kAssigneeWords);
    for (range.end = range.begin; range.end < limit; ++range.end) {
      const std::string& word = words[range.end].lower;
      const bool task =
          word == "i" && range.end + 1 < limit && words[range.end + 1].lower.starts_with("uppdrag");
      if (word == "att" || task) break;
      if (range.end > range.begin && ends_phrase(gap_before(text, clause, range.end))) break;
    }
  }
  const std::string_view phrase = printed(text, clause, range);
  return bodies_.basic_form(phrase).value_or(std::string(phrase));
}

std::string ClauseVerbs::recipient_of(std::string_view text, const ClauseWords& clause,
                                      Hit hit) const {
  const auto& words = clause.words;
  const bool direct = field_of(*hit.verb->term, "code") == "WRITE_TO";  // "tillskriva bolaget"
  const std::size_t limit = std::min(hit.sentence.end, hit.word + kWordsBehind);
  std::size_t begin = hit.word + 1;
  while (!direct && begin < limit &&
         (words[begin].quoted || !is_one_of(words[begin].lower, {"till", "åt"})))
    ++begin;
  if (!direct) ++begin;
  Span range{begin, begin};
  for (; range.end < std::min(limit, begin + kRecipientWords); ++range.end) {
    const std::string& word = words[range.end].lower;
    const std::string_view gap =
        range.end > begin ? gap_before(text, clause, range.end) : std::string_view();
    if (ends_recipient(word) || ends_phrase(gap) || gap.find(',') != std::string_view::npos) break;
    if (is_and(word) && range.end + 1 < limit && verbs_.contains(words[range.end + 1].lower)) break;
  }
  if (range.begin >= limit) return {};
  const std::string_view phrase = printed(text, clause, range);
  return bodies_.basic_form(phrase).value_or(std::string(phrase));
}

std::string ClauseVerbs::subject_of(std::string_view text, const ClauseWords& clause,
                                    Hit hit) const {
  const auto& words = clause.words;
  Span range{std::max(hit.sentence.begin, hit.word - std::min(hit.word, kWordsBefore)), hit.word};
  const auto decides = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                    words.begin() + static_cast<std::ptrdiff_t>(range.end),
                                    [](const ClauseWord& word) { return is_decide(word.lower); });
  const auto end = static_cast<std::size_t>(decides - words.begin());
  const bool receives = receives_task(words[hit.word].lower);
  if (end == range.end && (hit.verb->form != Form::present || receives)) return {};
  range.end = end;
  if (!range.empty() && words[range.begin].lower == "att") ++range.begin;
  return bodies_.basic_form(printed(text, clause, range)).value_or("");
}

Action ClauseVerbs::action_of(std::string_view text, const ClauseWords& clause, Hit hit) const {
  const std::string lemma = field_of(*hit.verb->term, "lemma");
  Action action{.lemma = lemma.empty() ? hit.verb->term->name : lemma,
                .code = field_of(*hit.verb->term, "code")};
  const std::size_t begin =
      std::max(hit.sentence.begin, hit.word - std::min<std::size_t>(hit.word, 2));
  for (std::size_t i = begin; i < std::min(hit.sentence.end, hit.word + 2); ++i) {
    if (is_not(clause.words[i].lower)) action.negated = true;
  }
  if (is_one_of(action.code, {"INSTRUCT", "AUTHORISE"}))
    action.assignee = assignee_of(text, clause, hit);
  if (is_one_of(action.code, {"FORWARD", "REFER", "WRITE_TO"})) {
    action.recipient = recipient_of(text, clause, hit);
  }
  return action;
}

/// "att utreda frågan, samt föreslå åtgärder", "och att redovisa dem": behind a comma, or with an
/// "att" of its own; a bare "och" mostly goes on within the first task.
std::vector<Action> ClauseVerbs::further_tasks(std::string_view text, const ClauseWords& clause,
                                               Span range, const Action& first) const {
  const auto& words = clause.words;
  std::vector<Action> tasks;
  bool begun = false;
  for (std::size_t i = range.begin; i + 1 < range.end; ++i) {
    begun = begun || words[i].lower == "att";
    if (!begun || !is_and(words[i].lower) || words[i].quoted) continue;
    const bool apart = gap_before(text, clause, i).find(',') != std::string_view::npos;
    const bool own_att = words[i + 1].lower == "att";
    if (!apart && !own_att) continue;
    const std::size_t verb = i + (own_att ? 2 : 1);
    if (verb >= range.end) break;
    const Term* task = rules_.find("tasks", words[verb].lower);
    if (task == nullptr && verb + 1 < range.end) {
      task = rules_.find("tasks", words[verb].lower + ' ' + words[verb + 1].lower);
    }
    if (task == nullptr) continue;
    Action action = first;
    action.lemma = task->name;
    tasks.push_back(std::move(action));
  }
  return tasks;
}

ClauseMeaning ClauseVerbs::meaning_of(std::string_view text) const {
  const ClauseWords clause = words_of(text);
  ClauseMeaning meaning;
  for (const Span sentence : clause.sentences) {
    const std::vector<Hit> hits = hits_in(clause, sentence);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const Hit& hit = hits[i];
      const Action action = action_of(text, clause, hit);
      meaning.actions.push_back(action);
      if (action.code == "INSTRUCT") {
        const std::size_t next = i + 1 < hits.size() ? hits[i + 1].word : sentence.end;
        const Span range{hit.word + 1, std::min(next, hit.word + 2 * kWordsBehind)};
        std::vector<Action> tasks = further_tasks(text, clause, range, action);
        std::move(tasks.begin(), tasks.end(), std::back_inserter(meaning.actions));
      }
      if (meaning.clause_class.empty()) meaning.clause_class = field_of(*hit.verb->term, "class");
      if (meaning.subject.empty()) meaning.subject = subject_of(text, clause, hit);
    }
  }
  if (meaning.actions.empty() && shall_.first(text)) {
    meaning.actions.push_back({.lemma = "", .code = "DECLARE"});
    meaning.clause_class = "declaration";
  }
  if (meaning.clause_class.empty()) {
    meaning.clause_class = trim(text).ends_with("?") ? "question" : "substantive";
  }
  return meaning;
}

}  // namespace diarium
