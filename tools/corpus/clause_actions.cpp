#include <array>
#include <stdexcept>

#include "models/unicode.h"
#include "tools/corpus/truth_keeper.h"

namespace diarium::corpus {
namespace {

struct Verb {
  std::string_view lemma;
  std::string_view code;
};

constexpr std::array kVerbs{Verb{"godkänna", "APPROVE"},
                            Verb{"fastställa", "ADOPT"},
                            Verb{"anta", "ADOPT"},
                            Verb{"bevilja", "GRANT"},
                            Verb{"bifalla", "SUSTAIN"},
                            Verb{"avslå", "REJECT"},
                            Verb{"avskriva", "DISMISS"},
                            Verb{"återremittera", "REMIT_BACK"},
                            Verb{"bordlägga", "TABLE"},
                            Verb{"remittera", "REFER"},
                            Verb{"uppdra", "INSTRUCT"},
                            Verb{"ge i uppdrag", "INSTRUCT"},
                            Verb{"överlämna", "FORWARD"},
                            Verb{"översända", "FORWARD"},
                            Verb{"tillskriva", "WRITE_TO"},
                            Verb{"lägga till handlingarna", "FILE"},
                            Verb{"notera", "NOTE"},
                            Verb{"anse besvarad", "ANSWERED"},
                            Verb{"tillstyrka", "SUPPORT"},
                            Verb{"avstyrka", "OPPOSE"},
                            Verb{"ställa sig bakom", "RESPOND"},
                            Verb{"avge", "RESPOND"},
                            Verb{"välja", "APPOINT"},
                            Verb{"utse", "APPOINT"},
                            Verb{"entlediga", "RELEASE"},
                            Verb{"befria", "RELEASE"},
                            Verb{"anslå", "ALLOCATE"},
                            Verb{"avsätta", "ALLOCATE"},
                            Verb{"omfördela", "ALLOCATE"},
                            Verb{"bemyndiga", "AUTHORISE"},
                            Verb{"delegera", "AUTHORISE"},
                            Verb{"upphäva", "REPEAL"},
                            Verb{"revidera", "AMEND"},
                            Verb{"ändra", "AMEND"},
                            Verb{"komplettera", "AMEND"},
                            Verb{"inrätta", "ESTABLISH"},
                            Verb{"införa", "ESTABLISH"},
                            Verb{"sälja", "CONTRACT"},
                            Verb{"upplåta", "CONTRACT"},
                            Verb{"begära", "REQUEST"},
                            Verb{"rekommendera", "REQUEST"},
                            Verb{"förutsätta", "DECLARE"},
                            Verb{"konstatera", "DECLARE"},
                            Verb{"ska", "DECLARE"},
                            Verb{"justera", "PROCEDURE"},
                            Verb{"utgå", "WITHDRAW"}};

/// The part of `text` after `sign` up to the next sign, taken out of it.
std::string take_after(std::string& text, char sign) {
  const std::size_t at = text.find(sign);
  if (at == std::string::npos) return "";
  const std::size_t end = std::min(text.find_first_of("@>", at + 1), text.size());
  const std::string taken(trim(std::string_view(text).substr(at + 1, end - at - 1)));
  text.erase(at, end - at);
  return taken;
}

Action action_of(std::string text) {
  Action action;
  action.negated = text.starts_with('!');
  if (action.negated) text.erase(0, 1);
  action.assignee = take_after(text, '@');
  action.recipient = take_after(text, '>');
  action.lemma = trim(text);
  for (const Verb& verb : kVerbs) {
    if (verb.lemma == action.lemma) action.code = verb.code;
  }
  if (action.code.empty()) throw std::invalid_argument("a verb without code: " + action.lemma);
  if (action.code == "DECLARE" && action.lemma == "ska") action.lemma.clear();
  return action;
}

}  // namespace

std::vector<Action> actions_of(std::string_view list) {
  std::vector<Action> actions;
  for (const std::string& text : split_outside_braces(list, ";")) {
    if (!text.empty()) actions.push_back(action_of(text));
  }
  return actions;
}

std::string clause_class_of(const std::vector<Action>& actions) {
  static const std::map<std::string_view, std::string_view> kClasses{
      {"FILE", "noting"},         {"NOTE", "noting"},        {"APPOINT", "election"},
      {"RELEASE", "election"},    {"TABLE", "procedural"},   {"REMIT_BACK", "procedural"},
      {"REFER", "procedural"},    {"DISMISS", "procedural"}, {"PROCEDURE", "procedural"},
      {"WITHDRAW", "procedural"}, {"DECLARE", "declaration"}};
  if (actions.empty()) return "substantive";
  const auto found = kClasses.find(actions[0].code);
  return found == kClasses.end() ? "substantive" : std::string(found->second);
}

}  // namespace diarium::corpus
