#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

#include "models/document.h"
#include "models/record.h"

namespace diarium {

/// The fields of each record by the names of the export contract, once for all that walk over them:
/// JSON and rows, writing and reading. `fields(visitor, record)` calls, in the order of the
/// contract,
///   field(name, value)          text, number, flag or texts; absent where empty, 0 or not set
///   always(name, value)         the same, but there even when empty, 0 or false
///   list(name, values)          texts or numbers, there even when none
///   rows(name, structs)         parts that have fields of their own
///   row(name, optional struct)  one such part, or none
///   date(name, date, printed)   ISO 8601; a reader falls back to what is printed
///   box(name, rect)
///   derived(name, text)         follows from other fields: written, never read
/// A reader gets the record by non-const reference, a writer by const reference.
template <typename T, typename Record>
concept Is = std::same_as<std::remove_const_t<T>, Record>;

inline std::string_view name_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::year:
      return "year";
    case DatePrecision::month:
      return "month";
    case DatePrecision::day:
      return "day";
    case DatePrecision::minute:
      break;
  }
  return "minute";
}

template <typename Visitor>
void fields(Visitor& v, Is<CaseNumber> auto& number) {
  v.field("raw", number.raw);
  v.derived("normal", normal_form(number));
  v.field("authority", number.authority);
  v.field("year", number.year);
  v.field("serial", number.serial);
  v.field("classification", number.classification);
}

template <typename Visitor>
void fields(Visitor& v, Is<Action> auto& action) {
  v.always("lemma", action.lemma);
  v.field("code", action.code);
  v.always("negated", action.negated);
  v.field("assignee", action.assignee);
  v.field("recipient", action.recipient);
}

template <typename Visitor>
void fields(Visitor& v, Is<Beslutssats> auto& record) {
  v.field("n", record.n);
  v.always("text", record.text);
  v.field("verbatim", record.verbatim);
  v.always("status", record.status);
  v.field("class", record.clause_class);
  v.field("decider", record.decider);
  v.list("via", record.via);
  v.rows("actions", record.actions);
  v.list("amounts", record.amounts);
  v.field("periods", record.periods);
  v.field("quoted_addition", record.quoted_addition);
  v.field("scope", record.scope);
}

template <typename Visitor>
void fields(Visitor& v, Is<Signature> auto& record) {
  v.field("name", record.name);
  v.field("party", record.party);
  v.field("party_provenance", record.party_provenance);
  v.field("role", record.role);
  v.field("body", record.body);
  v.field("group", record.group);
  v.always("role_kind", record.role_kind);
}

template <typename Visitor>
void fields(Visitor& v, Is<TableCell> auto& cell) {
  v.always("row", cell.row);
  v.always("column", cell.column);
  v.always("row_span", cell.row_span);
  v.always("column_span", cell.column_span);
  v.always("text", cell.text);
  v.field("value", cell.value);
  v.field("unit", cell.unit);
}

template <typename Visitor>
void fields(Visitor& v, Is<TableCheck> auto& check) {
  v.always("name", check.name);
  v.always("column", check.column);
  v.always("holds", check.holds);
  v.always("expected", check.expected);
  v.always("printed", check.printed);
}

template <typename Visitor>
void fields(Visitor& v, Is<TableRecord> auto& record) {
  v.list("pages", record.pages);
  v.field("caption", record.caption);
  v.always("header_rows", record.header_rows);
  v.rows("cells", record.cells);
  v.rows("checks", record.checks);
}

template <typename Visitor>
void fields(Visitor& v, Is<Footnote> auto& record) {
  v.always("marker", record.marker);
  v.always("text", record.text);
  v.field("anchor", record.anchor);
  v.field("anchor_sentence", record.anchor_sentence);
  v.field("anchor_page", record.anchor_page);
}

template <typename Visitor>
void fields(Visitor& v, Is<Amendment> auto& record) {
  v.always("operation", record.operation);
  v.field("old", record.old_text);
  v.field("new", record.new_text);
  v.field("context", record.context);
  v.field("locator", record.locator);
  v.field("hypothesis", record.hypothesis);
  v.field("author", record.author);
  v.field("made_on", record.made_on);
}

template <typename Visitor>
void fields(Visitor& v, Is<AgendaItem> auto& record) {
  v.field("number", record.number);
  v.field("number_raw", record.number_raw);
  v.field("title", record.title);
  v.row("case_number", record.case_number);
  v.field("note", record.note);
  v.list("documents", record.documents);
}

template <typename Visitor>
void fields(Visitor& v, Is<Attachment> auto& record) {
  v.field("number", record.number);
  v.field("title", record.title);
  v.field("present", record.present);
}

template <typename Visitor>
void fields(Visitor& v, Is<Recipient> auto& record) {
  v.field("name", record.name);
  v.always("explicit_none", record.explicit_none);
}

template <typename Visitor>
void fields(Visitor& v, Is<Reference> auto& record) {
  v.always("reference_kind", record.reference_kind);
  v.always("raw", record.raw);
  v.field("normal", record.normal);
}

template <typename Visitor>
void fields(Visitor& v, Is<DateRecord> auto& record) {
  v.always("raw", record.raw);
  v.date("iso", record.date, record.raw);
  v.derived("precision", std::string(name_of(record.date.precision())));
  v.field("candidates", record.candidates);
}

template <typename Visitor>
void fields(Visitor& v, Is<AmountRecord> auto& record) {
  v.always("value", record.value);
  v.field("unit", record.unit);
  v.always("raw", record.raw);
}

template <typename Visitor>
void fields(Visitor& v, Is<EMail> auto& record) {
  v.field("from", record.from);
  v.field("sent_raw", record.sent_raw);
  v.date("sent", record.sent, record.sent_raw);
  v.list("to", record.to);
  v.list("cc", record.cc);
  v.field("subject", record.subject);
}

template <typename Visitor>
void fields(Visitor& v, Is<FlowNode> auto& node) {
  v.always("id", node.id);
  v.always("text", node.text);
  v.box("box", node.box);
  v.field("shape", node.shape);
}

template <typename Visitor>
void fields(Visitor& v, Is<FlowEdge> auto& edge) {
  v.always("from", edge.from);
  v.always("to", edge.to);
  v.always("directed", edge.directed);
  v.field("label", edge.label);
}

template <typename Visitor>
void fields(Visitor& v, Is<FlowchartRecord> auto& record) {
  v.rows("nodes", record.chart.nodes);
  v.rows("edges", record.chart.edges);
  v.field("mermaid", record.chart.mermaid);
}

template <typename Visitor>
void fields(Visitor& v, Is<Vote> auto& record) {
  v.field("item", record.item);
  v.field("method", record.method);
  v.field("yes_means", record.yes_means);
  v.field("no_means", record.no_means);
  v.field("yes", record.yes);
  v.field("no", record.no);
  v.field("abstained", record.abstained);
  v.list("yes_names", record.yes_names);
  v.list("no_names", record.no_names);
  v.list("abstained_names", record.abstained_names);
  v.always("verified", record.verified);
  v.field("outcome", record.outcome);
  v.field("decided_by", record.decided_by);
}

template <typename Visitor>
void fields(Visitor& v, Is<Yrkande> auto& record) {
  v.field("item", record.item);
  v.list("by", record.by);
  v.always("text", record.text);
}

template <typename Visitor>
void fields(Visitor& v, Is<Reservation> auto& record) {
  v.field("item", record.item);
  v.list("by", record.by);
  v.field("text", record.text);
}

template <typename Visitor>
void fields(Visitor& v, Is<Attendance> auto& record) {
  v.always("name", record.name);
  v.field("party", record.party);
  v.field("role", record.role);
  v.field("group", record.group);
  v.field("replaces", record.replaces);
  v.field("presence", record.presence);
  v.field("item", record.item);
}

template <typename Visitor>
void fields(Visitor& v, Is<MinutesParagraph> auto& record) {
  v.always("number", record.number);
  v.field("number_raw", record.number_raw);
  v.field("title", record.title);
  v.rows("case_numbers", record.case_numbers);
}

/// Of a document all but its text, its place in the archive and its provenance.
template <typename Visitor>
void fields(Visitor& v, Is<Document> auto& document) {
  v.always("document_kind", document.kind);
  v.field("title", document.title);
  v.field("first_page", document.first_page);
  v.field("last_page", document.last_page);
  v.field("body", document.body);
  v.date("date", document.date, std::string());
  v.date("meeting_date", document.meeting_date, std::string());
  v.rows("case_numbers", document.case_numbers);
  v.field("agenda_code", document.agenda_code);
  v.field("case_officer", document.case_officer);
  v.list("parties", document.parties);
  v.field("agenda_item", document.agenda_item);
  v.field("parent", document.parent);
  v.field("variant_of", document.variant_of);
}

}  // namespace diarium
