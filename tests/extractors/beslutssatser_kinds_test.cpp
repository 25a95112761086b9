#include "extractors/beslutssatser_kinds.h"

#include <catch2/catch.hpp>

#include "document_builder.h"

using namespace diarium;

TEST_CASE("decision status: the kind of document tells it, a heading never does") {
  const Opener plain;
  const struct {
    DocumentKind kind;
    DecisionStatus status;
  } kRows[] = {
      {DocumentKind::tjansteskrivelse, DecisionStatus::proposed_official},
      {DocumentKind::motionssvar, DecisionStatus::proposed_official},
      {DocumentKind::alternativt_forslag, DecisionStatus::proposed_member},
      {DocumentKind::motion, DecisionStatus::proposed_member},
      {DocumentKind::reservation, DecisionStatus::proposed_member},
      {DocumentKind::protokoll, DecisionStatus::decided},
      {DocumentKind::protokollsutdrag, DecisionStatus::decided},
      {DocumentKind::delegationsbeslut, DecisionStatus::decided},
      {DocumentKind::kallelse, DecisionStatus::unknown},
      {DocumentKind::ovrigt, DecisionStatus::unknown},
  };
  for (const auto& row : kRows) {
    INFO(name_of(row.kind));
    CHECK(status_of(row.kind, plain) == row.status);
  }
  const Opener proposal{.proposal = true};
  CHECK(status_of(DocumentKind::delegationsbeslut, proposal) == DecisionStatus::proposed_official);
  CHECK(status_of(DocumentKind::kallelse, proposal) == DecisionStatus::proposed_official);
  CHECK(status_of(DocumentKind::protokoll, proposal) == DecisionStatus::recommended);
  CHECK(status_of(DocumentKind::motion, proposal) == DecisionStatus::proposed_member);
  const Opener named{.decider = "Direktionen"};
  CHECK(status_of(DocumentKind::ovrigt, named) == DecisionStatus::decided);
  const Opener proposed_to{.decider = "Direktionen", .proposal = true};
  CHECK(status_of(DocumentKind::ovrigt, proposed_to) == DecisionStatus::unknown);
}

TEST_CASE(
    "decision sources: lists of recipients and agendas hold no clauses, motions move in their "
    "text") {
  const auto source_of = [](DocumentKind kind, const char* lines) {
    const Document document = document_of(kind, lines);
    return clause_source_of(document, document.sections.back());
  };
  CHECK(source_of(DocumentKind::tjansteskrivelse, "#decision Beslut") == ClauseSource::heading);
  CHECK(source_of(DocumentKind::tjansteskrivelse, "#recipients Expedieras till") ==
        ClauseSource::none);
  CHECK(source_of(DocumentKind::tjansteskrivelse, "#matter Ärendet") == ClauseSource::openers);
  CHECK(source_of(DocumentKind::kallelse, "#matter Ärendet") == ClauseSource::none);
  CHECK(source_of(DocumentKind::motion, "#yrkanden Yrkande") == ClauseSource::heading);
  CHECK(source_of(DocumentKind::protokoll, "#yrkanden Yrkande") == ClauseSource::none);
  CHECK(source_of(DocumentKind::protokoll, "@ § 1\n#decision Beslut\n#matter Ärendet") ==
        ClauseSource::none);
  CHECK(source_of(DocumentKind::protokoll, "@ § 1\n#decision Beslut\n@ § 2\n#matter Ärendet") ==
        ClauseSource::openers);
  CHECK_FALSE(
      openers_allowed(
          document_of(DocumentKind::tjansteskrivelse, "#decision Beslut\n#matter Ärendet"), false)
          .proposing);
  CHECK(
      is_proposal_in_minutes(document_of(DocumentKind::protokoll, "x"), Opener{.proposal = true}));
  CHECK(brings_clauses_in_items(DocumentKind::andringsforslag));
  CHECK_FALSE(brings_clauses_in_items(DocumentKind::motion));
}
