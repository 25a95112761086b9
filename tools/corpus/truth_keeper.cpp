#include "tools/corpus/truth_keeper.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "models/amount.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium::corpus {
namespace {

constexpr std::string_view kDayMarks[] = {"d", "docdate", "meeting", "sent"};

DateRecord date_of(const SetText& set, const Mark& mark) {
  const std::string raw = printed_text(set.text, mark.span);
  const std::optional<Date> date = mark.value.empty() ? parse_date(raw) : date_of_iso(mark.value);
  if (!date) throw std::invalid_argument("a date that needs its value: " + raw);
  return {.date = *date, .raw = raw};
}

AmountRecord amount_of(const SetText& set, const Mark& mark) {
  const std::string raw = printed_text(set.text, mark.span);
  if (!mark.value.empty()) {
    const std::size_t blank = std::min(mark.value.find(' '), mark.value.size());
    return {.value = std::stod(mark.value.substr(0, blank)),
            .unit = mark.value.substr(std::min(blank + 1, mark.value.size())),
            .raw = raw};
  }
  const std::optional<Amount> amount = parse_amount(raw);
  if (!amount) throw std::invalid_argument("an amount that needs its value: " + raw);
  return {.value = amount->value, .unit = amount->unit, .raw = raw};
}

std::string_view reference_kind_of(std::string_view mark) {
  if (mark == "law" || mark == "sou" || mark == "property" || mark == "decision") return mark;
  if (mark == "par") return "paragraph";
  return mark == "class" ? "classification" : "";
}

Amendment amendment_of(const SetText& set, const Mark& mark) {
  Amendment amendment{.operation = mark.kind == "del" ? "delete" : "insert",
                      .context = sentence_at(set.text, mark.span.begin)};
  (mark.kind == "del" ? amendment.old_text : amendment.new_text) =
      printed_text(set.text, mark.span);
  return amendment;
}

}  // namespace

Document& TruthKeeper::document() {
  if (truth_.documents.empty()) throw std::invalid_argument("text before the first .document");
  return truth_.documents.back();
}

void TruthKeeper::begin_document(const Directive& directive) {
  Document made;
  made.id = document_ = fmt::format("d{}", truth_.documents.size() + 1);
  const std::optional<DocumentKind> kind = document_kind_of(directive.value("kind"));
  if (!kind) throw std::invalid_argument("not a kind of document: " + directive.value("kind"));
  made.kind = *kind;
  made.title = directive.value("title");
  made.body = directive.value("body");
  made.agenda_code = directive.value("code");
  made.case_officer = directive.value("officer");
  made.agenda_item = directive.value("item");
  made.parent = directive.value("parent");
  made.variant_of = directive.value("variant_of");
  if (directive.has("meeting")) made.meeting_date = date_of_iso(directive.value("meeting"));
  if (directive.has("date")) made.date = date_of_iso(directive.value("date"));
  if (directive.has("dnr")) made.case_numbers.push_back(case_number_of(directive.value("dnr")));
  for (const std::string& party : split_outside_braces(directive.value("parties"), " ")) {
    if (!party.empty()) made.parties.push_back(party);
  }
  for (const char* field : {"meeting", "date", "dnr"}) {  // not printed in the document itself
    if (!directive.has(field)) continue;
    const std::string name = field == std::string_view("meeting") ? "meeting_date"
                             : field == std::string_view("dnr")   ? "case_numbers"
                                                                  : "date";
    made.provenance[name] = Provenance::agenda;
  }
  truth_.documents.push_back(std::move(made));
  region_ = {};
  item_.clear();
  clauses_ = 0;
}

void TruthKeeper::begin_region(const Directive* region) {
  region_ = region == nullptr ? Directive{} : *region;
}

void TruthKeeper::touch(const Setting& setting) {
  Document& touched = document();
  for (const SetWord& word : setting) {
    if (touched.first_page == 0) touched.first_page = word.page;
    touched.first_page = std::min(touched.first_page, word.page);
    touched.last_page = std::max(touched.last_page, word.page);
  }
}

void TruthKeeper::keep_record(Record record, Place place) {
  truth_.records.push_back(
      {.document = document_, .page = place.page, .box = place.box, .record = std::move(record)});
}

void TruthKeeper::keep(const Block& block, const SetText& set) {
  // The § before its marks: the case number in its heading is its own.
  if (const Directive* paragraph = block.directive("paragraf")) keep_paragraph(*paragraph, set);
  keep_marks(set);
  for (const Directive& directive : block.directives) {
    if (directive.name == "sats") keep_clause(directive, set);
    if (directive.name == "signatures") keep_signature(directive, set);
    if (directive.name == "vote") keep_vote(directive, set);
    if (directive.name == "attendance") keep_attendance(directive, set);
    if (directive.name == "yrkande" || directive.name == "reservation") keep_said(directive, set);
    if (directive.name == "textchange") keep_textual_amendment(directive, set);
  }
  if (in_region("agenda") && !set.marker.empty()) keep_agenda_item(set);
  const bool heads = !block.lines.empty() && block.lines.front().starts_with('#');
  const bool signs = block.directive("signatures") != nullptr;
  const bool listed = (in_region("attachments") || in_region("recipients")) && !heads && !signs;
  if (listed && (!set.marker.empty() || region_.has("plain"))) keep_listed(set);
}

void TruthKeeper::keep_marks(const SetText& set) {
  touch(set.setting);
  for (const Mark& mark : set.text.marks) keep_mark(set, mark, false);
  keep_amendments(set);
}

void TruthKeeper::keep_table_marks(const SetText& set) {
  touch(set.setting);
  for (const Mark& mark : set.text.marks) keep_mark(set, mark, true);
}

void TruthKeeper::keep_title(const SetText& set) {
  if (!document().title.empty()) return;
  const std::vector<Mark> marked = set.text.marks_of("title");
  document().title = printed_text(set.text, marked.empty() ? set.whole() : marked[0].span);
}

void TruthKeeper::keep_mark(const SetText& set, const Mark& mark, bool in_table) {
  const Place place = place_of(set.setting, mark.span);
  const std::string printed = printed_text(set.text, mark.span);
  Document& owner = document();
  if (std::ranges::find(kDayMarks, mark.kind) != std::end(kDayMarks)) {
    const DateRecord date = date_of(set, mark);
    keep_record(date, place);
    if (mark.kind == "docdate" || mark.kind == "sent") {
      owner.date = date.date;
      owner.provenance["date"] = Provenance::stated;
    }
    if (mark.kind == "meeting") {
      owner.meeting_date = date.date;
      owner.provenance["meeting_date"] = Provenance::stated;
    }
  }
  if (mark.kind == "a") {
    keep_record(amount_of(set, mark), place);
    truth_.records.back().optional = in_table;
  }
  if (mark.kind == "n" || mark.kind == "own") {
    const CaseNumber number = case_number_of(mark.value.empty() ? printed : mark.value);
    keep_record(Reference{"case_number", printed, normal_form(number)}, place);
    keep_classification(set, mark, number.classification);
  }
  if (mark.kind == "own") keep_own_number(set, mark);
  if (const std::string_view kind = reference_kind_of(mark.kind); !kind.empty()) {
    keep_record(Reference{std::string(kind), printed, mark.value.empty() ? printed : mark.value},
                place);
    // What is told of without its § may be left out.
    const auto& normal = std::get<Reference>(truth_.records.back().record).normal;
    truth_.records.back().optional = kind == "decision" && normal.find("§") == std::string::npos;
  }
  if (mark.kind == "officer") owner.case_officer = printed;
  if (mark.kind == "officer") {
    keep_record(Signature{.name = printed, .role = mark.value, .role_kind = "case_officer"}, place);
  }
  if (mark.kind == "body") owner.body = mark.value.empty() ? printed : mark.value;
  if (mark.kind == "body") owner.provenance["body"] = Provenance::stated;
  if (mark.kind == "code") owner.agenda_code = printed;
  if (mark.kind == "title" && item_.empty() && owner.title.empty()) owner.title = printed;
}

/// The class that a case number ends with is a reference of its own.
void TruthKeeper::keep_classification(const SetText& set, const Mark& mark,
                                      const std::string& classification) {
  const std::size_t at = set.text.slice(mark.span).rfind(classification);
  if (classification.empty() || at == std::string_view::npos) return;
  const std::size_t begin = mark.span.begin + at;
  keep_record(Reference{"classification", classification, classification},
              place_of(set.setting, {begin, begin + classification.size()}));
}

void TruthKeeper::keep_own_number(const SetText& set, const Mark& mark) {
  const std::string printed = printed_text(set.text, mark.span);
  CaseNumber number = case_number_of(mark.value.empty() ? printed : mark.value);
  number.raw = printed;
  if (item_.empty()) {
    document().case_numbers.push_back(number);
    document().provenance["case_numbers"] = Provenance::stated;
    return;
  }
  for (auto record = truth_.records.rbegin(); record != truth_.records.rend(); ++record) {
    if (auto* item = std::get_if<AgendaItem>(&record->record)) {
      if (!item->case_number) item->case_number = number;
    }
    if (auto* paragraph = std::get_if<MinutesParagraph>(&record->record)) {
      paragraph->case_numbers.push_back(number);
      return;
    }
  }
}

void TruthKeeper::keep_amendments(const SetText& set) {
  std::vector<Mark> changes;
  for (const Mark& mark : set.text.marks) {
    if (mark.kind == "del" || mark.kind == "ins") changes.push_back(mark);
  }
  std::ranges::sort(changes, {}, [](const Mark& mark) { return mark.span.begin; });
  for (std::size_t at = 0; at < changes.size(); ++at) {
    Amendment amendment = amendment_of(set, changes[at]);
    const Place place = place_of(set.setting, changes[at].span);
    const bool replaced =
        at + 1 < changes.size() && changes[at].kind == "del" && changes[at + 1].kind == "ins" &&
        trim(set.text.slice({changes[at].span.end, changes[at + 1].span.begin})).empty();
    if (replaced) {
      amendment.operation = "replace";
      amendment.new_text = printed_text(set.text, changes[++at].span);
    }
    keep_record(amendment, place);
  }
}

void TruthKeeper::keep_note(const std::string& note_document, const SetText& note,
                            const SetText& anchor, Span marker) {
  const std::string anchored = printed_text(anchor.text, {0, marker.begin});
  const std::size_t blank = anchored.rfind(' ');
  std::string word = blank == std::string::npos ? anchored : anchored.substr(blank + 1);
  while (!word.empty() &&
         std::string_view(".,;:!?”\")").find(word.back()) != std::string_view::npos) {
    word.pop_back();
  }
  const std::string working = std::exchange(document_, note_document);
  keep_record(Footnote{.marker = std::string(anchor.text.slice(marker)),
                       .text = printed_text(note.text, note.whole()),
                       .anchor = word,
                       .anchor_sentence = sentence_at(anchor.text, marker.begin - 1),
                       .anchor_page = place_of(anchor.setting, marker).page},
              place_of(note.setting, note.whole()));
  for (const Mark& mark : note.text.marks) keep_mark(note, mark, false);
  document_ = working;
}

Truth TruthKeeper::finish() {
  std::ranges::stable_sort(truth_.records, {}, [](const TruthRecord& record) {
    return std::stoi(record.document.substr(1));
  });
  return std::move(truth_);
}

}  // namespace diarium::corpus
