#include "extractors/bodies.h"

#include <algorithm>

#include "models/unicode.h"

namespace diarium {
namespace {

/// "kommunstyrelsen", "KOMMUNSTYRELSEN" -> "Kommunstyrelsen".
std::string with_capital(std::string_view printed) {
  std::u32string points = code_points(squeeze_blanks(printed));
  const bool all_capitals = std::none_of(points.begin(), points.end(), is_lower);
  if (all_capitals) points = code_points(to_lower(to_utf8(points)));
  std::u32string upper = points.substr(0, 1);
  for (char32_t& point : upper) {
    // Swedish capitals lie 32 below their small letters.
    if (is_lower(point) && point < 0x100) point -= 32;
  }
  return to_utf8(upper + points.substr(std::min<std::size_t>(1, points.size())));
}

bool ends_with_s(std::string_view text) {
  return text.ends_with('s') || text.ends_with('S');
}

/// "KS" is an abbreviation, "ks" in running text is not.
bool is_abbreviation(std::string_view form) {
  const std::u32string points = code_points(form);
  return points.size() <= 5 && std::all_of(points.begin(), points.end(), is_upper);
}

bool is_misread_abbreviation(const Term& term, std::string_view printed) {
  const std::string lower = to_lower(printed);
  return !is_abbreviation(printed) &&
         std::any_of(term.forms.begin(), term.forms.end(), [&](const std::string& form) {
           return is_abbreviation(form) && to_lower(form) == lower;
         });
}

}  // namespace

std::optional<BodyMention> Bodies::mention_of(Span span, std::string_view printed) const {
  const Term* term = rules_.find("bodies", printed);
  if (term == nullptr) {
    const bool genitive = ends_with_s(printed);
    const std::string_view base = genitive ? printed.substr(0, printed.size() - 1) : printed;
    const Term* base_term = rules_.find("bodies", base);
    if (base_term == nullptr) {
      return BodyMention{.span = span, .name = with_capital(base), .genitive = genitive};
    }
    term = base_term;
  }
  const auto kind = term->fields.find("kind");
  const std::string_view value =
      kind == term->fields.end() ? "body" : std::string_view(kind->second);
  if (value == "authority" || is_misread_abbreviation(*term, printed)) return std::nullopt;
  const bool genitive =
      ends_with_s(printed) && !ends_with_s(term->name) && !is_abbreviation(printed);
  return BodyMention{
      .span = span, .name = term->name, .genitive = genitive, .generic = value == "generic"};
}

std::string body_in_context(const std::string& name, std::string_view body) {
  // "Bergs stadsdelsnämnd" calls itself so once, and "stadsdelsnämnden" from then on.
  if (name == "Stadsdelsnämnden" && body.ends_with("stadsdelsnämnd")) return std::string(body);
  constexpr std::string_view kCommittee = "Arbetsutskottet";
  if (name != kCommittee || body.empty() || body == kCommittee) return name;
  if (body.ends_with("utskott") || body.ends_with("utskottet")) return std::string(body);
  if (body.ends_with("fullmäktige")) return "Kommunstyrelsens arbetsutskott";
  return std::string(body) + "s arbetsutskott";
}

std::optional<std::string> Bodies::basic_form(std::string_view printed) const {
  const std::optional<Match> match = mention_.whole(printed);
  if (!match) return std::nullopt;
  const std::optional<BodyMention> mention = mention_of(match->span(), (*match)["body"]);
  if (!mention || mention->generic) return std::nullopt;
  return mention->name;
}

std::vector<BodyMention> Bodies::mentions(std::string_view text) const {
  std::vector<BodyMention> found;
  for (const Match& match : mention_.matches(text)) {
    if (auto mention = mention_of(match.span(), match["body"]))
      found.push_back(*std::move(mention));
  }
  return found;
}

}  // namespace diarium
