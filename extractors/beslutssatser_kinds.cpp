#include "extractors/beslutssatser_kinds.h"

#include <algorithm>

namespace diarium {
namespace {

bool has_decision_section(const Document& document, const std::string& item) {
  return std::any_of(document.sections.begin(), document.sections.end(),
                     [&](const Section& section) {
                       return section.kind == SectionKind::decision && section.item == item;
                     });
}

/// Sections in which running text may move or decide something.
bool argues(SectionKind kind) {
  return kind == SectionKind::preamble || kind == SectionKind::summary ||
         kind == SectionKind::matter || kind == SectionKind::consequences ||
         kind == SectionKind::other;
}

}  // namespace

bool is_by_members(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::alternativt_forslag:
    case DocumentKind::andringsforslag:
    case DocumentKind::tillaggsforslag:
    case DocumentKind::aterremissyrkande:
    case DocumentKind::initiativ:
    case DocumentKind::motion:
    case DocumentKind::medborgarforslag:
    case DocumentKind::reservation:
      return true;
    default:
      return false;
  }
}

bool is_minutes(DocumentKind kind) {
  return kind == DocumentKind::protokoll || kind == DocumentKind::protokollsutdrag;
}

ClauseSource clause_source_of(const Document& document, const Section& section) {
  if (section.kind == SectionKind::decision) return ClauseSource::heading;
  if (is_by_members(document.kind) && section.kind == SectionKind::yrkanden)
    return ClauseSource::heading;
  if (!argues(section.kind) || document.kind == DocumentKind::kallelse) return ClauseSource::none;
  if (is_minutes(document.kind) && has_decision_section(document, section.item))
    return ClauseSource::none;
  return ClauseSource::openers;
}

OpenerKinds openers_allowed(const Document& document, bool under_heading) {
  const bool members = is_by_members(document.kind);
  if (under_heading)
    return {.labels = members, .proposing = true, .deciding = true, .moving = members};
  if (is_minutes(document.kind)) return {.deciding = true};
  // What is proposed in due form is argued for in the text as well, in the same words.
  if (has_decision_section(document, "")) return {.labels = members};
  const bool official = document.kind == DocumentKind::tjansteskrivelse ||
                        document.kind == DocumentKind::motionssvar ||
                        document.kind == DocumentKind::yttrande;
  return {.labels = members, .proposing = members || official, .moving = members};
}

bool is_proposal_in_minutes(const Document& document, const Opener& opener) {
  return is_minutes(document.kind) && opener.proposal &&
         (opener.decider.empty() || opener.decider == document.body);
}

bool brings_clauses_in_items(DocumentKind kind) {
  return kind == DocumentKind::andringsforslag || kind == DocumentKind::tillaggsforslag;
}

DecisionStatus status_of(DocumentKind kind, const Opener& opener) {
  if (is_by_members(kind)) return DecisionStatus::proposed_member;
  if (is_minutes(kind))
    return opener.proposal ? DecisionStatus::recommended : DecisionStatus::decided;
  // A list of what was decided by delegation may end with what the body is asked to decide.
  if (kind == DocumentKind::delegationsbeslut)
    return opener.proposal ? DecisionStatus::proposed_official : DecisionStatus::decided;
  switch (kind) {
    case DocumentKind::tjansteskrivelse:
    case DocumentKind::motionssvar:
    case DocumentKind::yttrande:
    case DocumentKind::rapport:
    case DocumentKind::handlingsplan:
      return DecisionStatus::proposed_official;
    case DocumentKind::kallelse:
      return opener.proposal ? DecisionStatus::proposed_official : DecisionStatus::unknown;
    default:
      // "Direktionens beslut" says itself that it is one, whatever paper it stands in.
      return opener.proposal || opener.decider.empty() ? DecisionStatus::unknown
                                                       : DecisionStatus::decided;
  }
}

}  // namespace diarium
