#include "extractors/e_mails.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

enum class Field { from, sent, to, cc, subject, other };

constexpr std::array<std::pair<Field, std::string_view>, 6> kFields{
    {{Field::from, "e_mails.from"},
     {Field::sent, "e_mails.sent"},
     {Field::to, "e_mails.to"},
     {Field::cc, "e_mails.cc"},
     {Field::subject, "e_mails.subject"},
     {Field::other, "e_mails.other"}}};

/// A header as its lines are read, one field after another.
struct Header {
  Span span;
  std::array<std::string, kFields.size()> values;
  [[nodiscard]] std::string& operator[](Field field) {
    return values[static_cast<std::size_t>(field)];
  }
};

/// "a; b; c"; commas part addresses only where each part is one, as they stand in names too.
std::vector<std::string> addresses_of(std::string_view printed) {
  const bool by_comma = printed.find(';') == std::string_view::npos;
  std::vector<std::string> addresses;
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find(by_comma ? ',' : ';'), printed.size());
    const std::string_view part = trim(printed.substr(0, end));
    if (by_comma && !part.empty() && part.find('@') == std::string_view::npos) {
      addresses.emplace_back(trim(printed));
      break;
    }
    if (!part.empty()) addresses.emplace_back(part);
    printed.remove_prefix(std::min(end + 1, printed.size()));
  }
  return addresses;
}

/// "Monday, September 4, 2023 10:22 PM", "4 September 2023 22:22", as English programs print it.
std::optional<Date> english_date(std::string_view printed, const RuleBook& rules) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  auto match = rules.rule("e_mails.month_first").first(printed);
  if (!match) match = rules.rule("e_mails.day_first").first(printed);
  if (!match) return std::nullopt;
  const std::string month = to_lower((*match)["month"]).substr(0, 3);
  const auto found = std::find(kMonths.begin(), kMonths.end(), month);
  if (found == kMonths.end()) return std::nullopt;
  const std::string half = to_lower((*match)["half"]);
  int hour = number_in((*match)["hour"]);
  if (!half.empty()) hour = hour % 12 + (half == "pm" ? 12 : 0);
  return parse_date(fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", number_in((*match)["year"]),
                                found - kMonths.begin() + 1, number_in((*match)["day"]), hour,
                                number_in((*match)["minute"])));
}

EMail mail_of(Header& header, const RuleBook& rules) {
  return {.from = header[Field::from],
          .sent = sent_of(header[Field::sent], rules),
          .sent_raw = header[Field::sent],
          .to = addresses_of(header[Field::to]),
          .cc = addresses_of(header[Field::cc]),
          .subject = header[Field::subject]};
}

/// Puts the printed lines of headers together.
class HeaderReader {
 public:
  explicit HeaderReader(const RuleBook& rules) : rules_(rules) {}

  void read(std::string_view text, Span line) {
    for (const auto& [field, name] : kFields) {
      const std::optional<Match> match = rules_.rule(name).first(text);
      if (!match) continue;
      if (field == Field::from || headers_.empty() || !open_) headers_.push_back({.span = line});
      open_ = true;
      field_ = field;
      headers_.back()[field] = squeeze_blanks((*match)["value"]);
      headers_.back().span.end = line.end;
      return;
    }
    if (!open_) return;
    std::string& value = headers_.back()[field_];
    value = squeeze_blanks(value.append(" ").append(text));
    headers_.back().span.end = line.end;
  }

  void close() { open_ = false; }

  [[nodiscard]] std::vector<Header>& headers() { return headers_; }

 private:
  const RuleBook& rules_;
  std::vector<Header> headers_;
  Field field_ = Field::other;
  bool open_ = false;
};

}  // namespace

std::optional<Date> sent_of(std::string_view printed, const RuleBook& rules) {
  const auto date = parse_date(printed);
  return date ? date : english_date(printed, rules);
}

std::vector<Finding> EMails::extract(const Document& document) const {
  HeaderReader reader(rules_);
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != ParagraphKind::e_mail_header) {
      reader.close();
      continue;
    }
    for (const Span& line : paragraph.lines) reader.read(document.text.slice(line), line);
  }
  const Rule& rule = rules_.rule("e_mails.header");
  std::vector<Finding> findings;
  for (Header& header : reader.headers()) {
    if (header[Field::from].empty()) continue;
    findings.push_back({.record = mail_of(header, rules_),
                        .span = header.span,
                        .rule = rule.name(),
                        .confidence = rule.confidence()});
  }
  return findings;
}

}  // namespace diarium
