#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/beslutssatser_words.h"
#include "extractors/bodies.h"
#include "extractors/rule_book.h"
#include "models/record.h"

namespace diarium {

/// What a clause does: its deciding verbs.
struct ClauseMeaning {
  std::vector<Action> actions;
  std::string clause_class;  ///< as Beslutssats::clause_class
  std::string subject;       ///< the body that acts in it: "Socialnämnden beviljar"; mostly empty
};

/// Reads the deciding verbs of clauses, DOMAIN.md section 6. Refers to the rules, which must
/// outlive it.
class ClauseVerbs {
 public:
  explicit ClauseVerbs(const RuleBook& rules);

  [[nodiscard]] ClauseMeaning meaning_of(std::string_view clause) const;
  /// Whether a word is a form of a deciding verb in the infinitive: "godkänna", "uppdraga".
  [[nodiscard]] bool is_infinitive(std::string_view word) const;
  /// Whether the verb of a clause hands a task on, so that an "att" behind it belongs to the task.
  [[nodiscard]] static bool hands_on(const ClauseMeaning& meaning);

 private:
  enum class Form { infinitive, present, passive, past };
  struct Verb {
    const Term* term = nullptr;
    Form form = Form::infinitive;
    std::vector<std::string> needs;  ///< one of them must stand near; none for a plain verb
  };
  struct Hit {
    const Verb* verb = nullptr;
    std::size_t word = 0;
    Span sentence;  ///< range of words
  };

  [[nodiscard]] static Form form_of(std::string_view form);
  [[nodiscard]] const Verb* verb_at(const ClauseWords& clause, Span sentence, std::size_t at) const;
  [[nodiscard]] std::vector<Hit> hits_in(const ClauseWords& clause, Span sentence) const;
  [[nodiscard]] Action action_of(std::string_view text, const ClauseWords& clause, Hit hit) const;
  /// The further tasks that come with the one of a verb that instructs, for the same assignee.
  [[nodiscard]] std::vector<Action> further_tasks(std::string_view text, const ClauseWords& clause,
                                                  Span range, const Action& first) const;
  [[nodiscard]] std::string assignee_of(std::string_view text, const ClauseWords& clause,
                                        Hit hit) const;
  [[nodiscard]] std::string recipient_of(std::string_view text, const ClauseWords& clause,
                                         Hit hit) const;
  [[nodiscard]] std::string subject_of(std::string_view text, const ClauseWords& clause,
                                       Hit hit) const;

  const RuleBook& rules_;
  Bodies bodies_;
  const Rule& shall_;
  std::unordered_map<std::string, std::vector<Verb>> verbs_;  // by lower-cased form
};

}  // namespace diarium
