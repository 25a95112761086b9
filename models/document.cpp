#include "models/document.h"

#include <array>

namespace diarium {
namespace {

constexpr std::array<std::string_view, 24> kKindNames{
    "kallelse",          "tjansteskrivelse", "protokoll",         "protokollsutdrag", "alternativt_forslag",
    "andringsforslag",   "tillaggsforslag",  "aterremissyrkande", "initiativ",        "motion",
    "motionssvar",       "interpellation",   "medborgarforslag",  "yttrande",         "rapport",
    "handlingsplan",     "anslag",           "voteringslista",    "reservation",      "e_post",
    "bilaga",            "flodesschema",     "delegationsbeslut", "ovrigt"};
static_assert(static_cast<std::size_t>(DocumentKind::ovrigt) + 1 == kKindNames.size());

constexpr std::array<std::string_view, 22> kSectionNames{
    "preamble",    "decision",      "summary",         "matter",  "basis",      "consultation",
    "consequences", "recipients",   "yrkanden",        "proposition", "vote",   "reservation",
    "protocol_note", "special_opinion", "recusal",     "abstention", "agenda",  "attendance",
    "attestation", "contents",      "appeal",          "other"};
static_assert(static_cast<std::size_t>(SectionKind::other) + 1 == kSectionNames.size());

}  // namespace

std::string_view name_of(DocumentKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<DocumentKind> document_kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return static_cast<DocumentKind>(i);
  }
  return std::nullopt;
}

std::string_view name_of(SectionKind kind) { return kSectionNames[static_cast<std::size_t>(kind)]; }

std::string_view name_of(Provenance provenance) {
  switch (provenance) {
    case Provenance::stated: return "stated";
    case Provenance::heading: return "heading";
    case Provenance::agenda: return "agenda";
    case Provenance::filename: return "filename";
    case Provenance::inferred: break;
  }
  return "inferred";
}

std::string normal_form(const CaseNumber& number) {
  std::string normal;
  if (!number.authority.empty()) normal = number.authority + "/";
  return normal + std::to_string(number.year) + "/" + std::to_string(number.serial);
}

}  // namespace diarium
