#include "pipeline/segment/meeting_line.h"

#include "extractors/bodies.h"
#include "models/unicode.h"

namespace diarium {

std::optional<MeetingLine> meeting_line_of(std::string_view line, const RuleBook& rules) {
  constexpr std::size_t kLongestLine = 160;  // bytes
  if (line.size() > kLongestLine) return std::nullopt;
  const std::string text = squeeze_blanks(line);
  auto match = rules.rule("document_parts.meeting_line").whole(text);
  if (!match) match = rules.rule("document_parts.meeting_line_behind").whole(text);
  if (!match) return std::nullopt;
  const auto body = Bodies(rules).basic_form((*match)["body"]);
  if (!body) return std::nullopt;
  return MeetingLine{*body, std::string((*match)["date"]), std::string(trim((*match)["rest"]))};
}

}  // namespace diarium
