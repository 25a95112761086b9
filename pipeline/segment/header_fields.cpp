#include "pipeline/segment/header_fields.h"

#include <algorithm>
#include <string>

#include "extractors/bodies.h"
#include "extractors/e_mails.h"
#include "models/unicode.h"
#include "pipeline/segment/e_mail_head.h"
#include "pipeline/segment/meeting_line.h"
#include "pipeline/segment/own_body.h"
#include "pipeline/segment/own_case_numbers.h"
#include "pipeline/segment/paper_head.h"

namespace diarium {
namespace {

// "tisdagen den 11 juni 2019 kl. 17:00" has seven words.
constexpr std::size_t kLongestDate = 7;

std::vector<Span> words_in(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\n')) ++i;
    std::size_t end = i;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    if (end > i) words.push_back({i, end});
    i = end;
  }
  return words;
}

std::string_view without_punctuation(std::string_view text) {
  while (!text.empty() && std::string_view(".,;:)").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  while (text.starts_with('(')) text.remove_prefix(1);
  return text;
}

/// A summons is of one day and calls to another, which it gives with its hour. The first day on a
/// line with an hour.
std::optional<Date> day_with_hour_in(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = to_lower(text.substr(0, end));
    const bool hour = line.find(" kl") != std::string::npos;
    if (const auto day = hour ? first_day_in(line) : std::nullopt) return day;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

/// Sets the fields of one document.
class FieldFinder {
 public:
  FieldFinder(const std::vector<Passage>& passages, const HeaderCard& card, const Title& title,
              const std::vector<std::string>& heads, const RuleBook& rules, Document& document)
      : passages_(passages),
        card_(card),
        title_(title),
        heads_(heads),
        rules_(rules),
        bodies_(rules),
        document_(document) {}

  void find() {
    find_title();
    find_officer();
    find_meeting();
    find_body({passages_, card_, title_, heads_, meeting_}, rules_, document_);
    find_dates();
    find_case_numbers();
  }

 private:
  void set_from(std::string_view field, Provenance provenance) {
    document_.provenance[std::string(field)] = provenance;
  }

  void find_title() {
    document_.agenda_code = title_.agenda_code;
    if (document_.kind == DocumentKind::e_post) {
      const std::string subject = e_mail_field(passages_, {"ämne", "subject"}, rules_);
      if (!subject.empty()) document_.title = subject;
    }
    const bool label_alone =
        title_.label && squeeze_blanks(title_.lines.front()) == document_.title;
    const bool names_body = bodies_.basic_form(document_.title).has_value();
    if (document_.kind == DocumentKind::kallelse &&
        (document_.title.empty() || label_alone || names_body)) {
      document_.title = "Kallelse";
    }
    if (document_.kind == DocumentKind::protokoll) name_minutes();
    if (document_.kind == DocumentKind::medborgarforslag) take_title_of_form();
    if (document_.title.empty() || label_alone) take_title_of_field();
    if (!document_.title.empty()) set_from("title", Provenance::stated);
    if (!document_.agenda_code.empty()) set_from("agenda_code", Provenance::stated);
  }

  /// The line below a label of a form; nothing where there is none.
  [[nodiscard]] std::string below_label(std::string_view rule) const {
    bool below = false;
    for (const Passage& passage : passages_) {
      for (const PassageLine& line : passage.lines) {
        if (below) return line.text;
        below = rules_.rule(rule).whole(line.text).has_value();
      }
    }
    return {};
  }

  void take_title_of_form() {
    const std::string title = below_label("document_parts.form_title");
    if (!title.empty()) document_.title = title;
  }

  /// "Ämne   Säkra skolvägar" among the fields at the head of a paper, or below "Ärende" on a form.
  void take_title_of_field() {
    constexpr std::size_t kHead = 16;  // passages
    if (document_.kind == DocumentKind::kallelse || document_.kind == DocumentKind::protokoll ||
        document_.kind == DocumentKind::protokollsutdrag || document_.kind == DocumentKind::e_post)
      return;
    for (std::size_t i = 0; i < std::min(passages_.size(), kHead); ++i) {
      for (const PassageLine& line : passages_[i].lines) {
        const auto field = rules_.rule("document_parts.title_field").whole(line.text);
        if (!field) continue;
        document_.title = squeeze_blanks((*field)["title"]);
        return;
      }
    }
    const std::string below = below_label("document_parts.form_matter");
    if (!below.empty()) document_.title = below;
  }

  /// Minutes are titled by their running head or label; the name of the body alone is no title.
  void name_minutes() {
    const auto named = kind_named_in(document_.title, rules_);
    if (named && named->kind == DocumentKind::protokoll && first_day_in(document_.title)) {
      // A whole running head: "Kommunstyrelsen Protokoll (nr 7) Sammanträdesdatum 2025-05-14".
      document_.title = named->form;
      return;
    }
    if (!document_.title.empty() && !bodies_.basic_form(document_.title)) return;
    std::vector<std::string> heads = heads_;
    heads.insert(heads.end(), title_.lines.begin(), title_.lines.end());
    for (const std::string& head : heads) {
      const auto mention = kind_named_in(head, rules_);
      if (!mention || mention->kind != DocumentKind::protokoll) continue;
      const std::string body = document_.title;
      document_.title = body.empty() ? mention->form : mention->form + " " + body;
      return;
    }
  }

  void find_officer() {
    if (card_.officer.empty()) return;
    document_.case_officer = card_.officer;
    set_from("case_officer", Provenance::stated);
  }

  /// Below its title, above what it says.
  void find_meeting() {
    if (!is_of_member(document_.kind)) return;
    constexpr std::size_t kLongestHead = 160;  // bytes
    for (const Passage& passage : passages_) {
      if (passage.text.size() > kLongestHead) return;
      for (const PassageLine& printed : passage.lines) {
        meeting_ = meeting_line_of(printed.text, rules_);
        if (!meeting_) continue;
        set_date(&Document::meeting_date, "meeting_date", first_day_in(meeting_->date),
                 Provenance::stated);
        return;
      }
    }
  }

  void set_date(std::optional<Date> Document::*field, std::string_view name,
                const std::optional<Date>& date, Provenance provenance) {
    if (!date || document_.*field) return;
    // A document is of a day; the hour of a meeting or an e-mail is in its text.
    document_.*field = Date{.year = date->year, .month = date->month, .day = date->day};
    set_from(name, provenance);
  }

  void find_dates() {
    set_date(&Document::date, "date", first_day_in(card_.date), Provenance::stated);
    set_date(&Document::date, "date", first_day_in(card_.loose_date), Provenance::stated);
    set_date(&Document::meeting_date, "meeting_date", first_day_in(card_.meeting_date),
             Provenance::stated);
    if (document_.kind == DocumentKind::e_post) {
      const std::string sent =
          e_mail_field(passages_, {"skickat", "sent", "datum", "date"}, rules_);
      set_date(&Document::date, "date", first_day_in(sent), Provenance::stated);
      set_date(&Document::date, "date", sent_of(sent, rules_), Provenance::stated);
    }
    if (title_.label) {
      set_date(&Document::meeting_date, "meeting_date", first_day_in(title_.label->date),
               Provenance::stated);
    }
    find_meeting_in_opening();
    find_signed_date();
    find_letter_date();
    if (document_.kind == DocumentKind::medborgarforslag ||
        document_.kind == DocumentKind::delegationsbeslut)
      set_date(&Document::date, "date", first_day_in(below_label("document_parts.form_date")),
               Provenance::stated);
  }

  void find_meeting_in_opening() {
    if (document_.kind != DocumentKind::kallelse && document_.kind != DocumentKind::protokoll &&
        document_.kind != DocumentKind::protokollsutdrag &&
        document_.kind != DocumentKind::anslag) {
      return;
    }
    // The head of minutes names the day of the meeting, their opening that of the attestation too.
    if (document_.kind != DocumentKind::kallelse) {
      for (const std::string& head : heads_)
        set_date(&Document::meeting_date, "meeting_date", first_day_in(head), Provenance::stated);
    }
    const std::string_view opening = opening_of(document_.text.view());
    if (document_.kind == DocumentKind::kallelse) {
      set_date(&Document::meeting_date, "meeting_date", day_with_hour_in(opening),
               Provenance::stated);
    }
    if (const auto labelled = rules_.rule("document_parts.meeting_day").first(opening))
      set_date(&Document::meeting_date, "meeting_date", first_day_in((*labelled)["day"]),
               Provenance::stated);
    set_date(&Document::meeting_date, "meeting_date", first_day_before_attestation(opening),
             Provenance::stated);
  }

  /// The first day that isn't the one on which the minutes were attested or put up.
  [[nodiscard]] std::optional<Date> first_day_before_attestation(std::string_view text) const {
    const Rule& attested = rules_.rule("document_parts.attestation_day");
    bool below_label = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      const bool label = attested.first(line).has_value();
      const auto day = first_day_in(line);
      if (day && !label && !below_label) return day;
      below_label = label && !day;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::nullopt;
  }

  /// Among the signatures, or on the last line above them.
  void find_signed_date() {
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
      const Paragraph& paragraph = document_.paragraphs[i];
      const bool above = i + 1 < document_.paragraphs.size() && !paragraph.lines.empty() &&
                         document_.paragraphs[i + 1].kind == ParagraphKind::signature;
      const bool signs = paragraph.kind == ParagraphKind::signature;
      if (!signs && above) take_signed_date(paragraph.lines.back(), true);
      if (!signs) continue;
      for (const Span& line : paragraph.lines) take_signed_date(line, false);
    }
  }

  /// A day alone counts right above the names.
  void take_signed_date(Span line, bool alone) {
    const std::string_view text = document_.text.slice(line);
    if (alone && parse_date(text))
      set_date(&Document::date, "date", first_day_in(text), Provenance::stated);
    const auto match = rules_.rule("document_parts.place_and_date").whole(text);
    if (match)
      set_date(&Document::date, "date", first_day_in((*match)["date"]), Provenance::stated);
  }

  /// Above its title a letter says where and when it was written.
  void find_letter_date() {
    for (const Passage& passage : passages_) {
      if (passage.kind != ParagraphKind::body || passage.lines.size() > 2) return;
      for (const PassageLine& line : passage.lines) {
        const auto match = rules_.rule("document_parts.place_and_date").whole(line.text);
        if (match)
          set_date(&Document::date, "date", first_day_in((*match)["date"]), Provenance::stated);
      }
    }
  }

  void find_case_numbers() {
    document_.case_numbers = own_case_numbers(document_, card_.number,
                                              meeting_ ? meeting_->rest : std::string(), rules_);
    if (!document_.case_numbers.empty()) set_from("case_numbers", Provenance::stated);
  }

  const std::vector<Passage>& passages_;
  const HeaderCard& card_;
  const Title& title_;
  const std::vector<std::string>& heads_;
  const RuleBook& rules_;
  Bodies bodies_;
  Document& document_;
  std::optional<MeetingLine> meeting_;  ///< to which a member's paper goes
};

}  // namespace

std::optional<Date> first_day_in(std::string_view text) {
  const std::vector<Span> words = words_in(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t count = std::min(kLongestDate, words.size() - i); count > 0; --count) {
      const Span span{words[i].begin, words[i + count - 1].end};
      const auto date = parse_date(without_punctuation(text.substr(span.begin, span.size())));
      if (date && date->year != 0 && date->day != 0) return date;
    }
  }
  return std::nullopt;
}

void find_header_fields(const std::vector<Passage>& passages, const HeaderCard& card,
                        const Title& title, const std::vector<std::string>& heads,
                        const RuleBook& rules, Document& document) {
  FieldFinder(passages, card, title, heads, rules, document).find();
}

}  // namespace diarium
