#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/date.h"
#include "models/document.h"
#include "models/flowchart.h"
#include "models/span.h"

namespace diarium {

enum class DecisionStatus {
  proposed_official,  ///< in an official's memo, though worded as if decided
  proposed_member,    ///< in a motion, an initiative, an alternative proposal
  recommended,        ///< by one body to a higher one
  decided,            ///< in minutes
  referenced,         ///< a decision of others, cited
  unknown,
};
std::string_view name_of(DecisionStatus status);
/// The status of a name that `name_of` gave; `unknown` for any other text.
DecisionStatus decision_status_of(std::string_view name);

/// What a clause does, by its verb.
struct Action {
  std::string lemma;  ///< "godkänna", "lägga till handlingarna"
  std::string code;   ///< "APPROVE", "FILE": DOMAIN.md section 6
  bool negated = false;
  std::string assignee;   ///< "Näringslivsenheten" of "uppdrar Näringslivsenheten att"
  std::string recipient;  ///< "Kommunstyrelsen" of "översänder ... till Kommunstyrelsen"
  bool operator==(const Action&) const = default;
};

/// One clause of a decision, proposed or taken.
struct Beslutssats {
  int n = 0;             ///< 1-based within its document (within its § in minutes)
  std::string text;      ///< clean: deletions removed, marker and trailing ", samt" taken off
  std::string verbatim;  ///< as printed, lines joined
  DecisionStatus status = DecisionStatus::unknown;
  std::string clause_class;      ///< "substantive", "procedural", "noting", "election", "question",
                                 ///< "declaration"
  std::string decider;           ///< "Kommunfullmäktige": who decides
  std::vector<std::string> via;  ///< bodies that pass it on: "Kommunstyrelsen"
  std::vector<Action> actions;
  std::vector<std::string> amounts;  ///< as printed: "245,000 kr"
  std::vector<std::string> periods;  ///< ISO 8601 intervals: "2021/2024", "2019-01/2019-04"
  std::string quoted_addition;       ///< after "med följande tillägg:"
  std::string scope;                 ///< "för egen del"
  bool operator==(const Beslutssats&) const = default;
};

/// "Eva Ekdal (S) / Kommunalråd"
struct Signature {
  std::string name;
  std::string party;                 ///< "S"; empty for officials, who sign without one
  std::string party_provenance;      ///< "stated" (own parenthesis), "heading" (group line); empty
                                     ///< without party
  std::string role;                  ///< as printed: "Arbetslivsnämndens Ordförande"
  std::string body;                  ///< "Arbetslivsnämnden" where role or group line names one
  std::string group;                 ///< "För Vänsterpartiet i Kommunstyrelsen"
  std::string role_kind = "signer";  ///< "signer", "case_officer", "sender", "attester", "contact"
  bool operator==(const Signature&) const = default;
};

struct TableCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::string text;
  std::optional<double> value;  ///< of a number
  std::string unit;             ///< "SEK", "%", "tkr", from the cell or its header
  bool operator==(const TableCell&) const = default;
};

struct TableCheck {
  std::string name;  ///< "column_sum"
  int column = 0;
  bool holds = false;
  double expected = 0;  ///< the sum of the parts
  double printed = 0;
  bool operator==(const TableCheck&) const = default;
};

struct TableRecord {
  std::vector<int> pages;
  std::string caption;
  int header_rows = 0;
  std::vector<TableCell> cells;
  std::vector<TableCheck> checks;
  bool operator==(const TableRecord&) const = default;
};

struct Footnote {
  std::string marker;  ///< "1"
  std::string text;
  std::string anchor;           ///< the word it hangs on: "samhället"
  std::string anchor_sentence;  ///< without the marker
  int anchor_page = 0;
  bool operator==(const Footnote&) const = default;
};

struct Amendment {
  std::string operation;  ///< "delete", "insert", "replace"
  std::string old_text;
  std::string new_text;
  std::string context;
  std::string locator;     ///< "Sid 7, andra styckets sista mening"
  std::string hypothesis;  ///< what is likely but not on the page
  std::string author;      ///< of a change that a word processor tracked, as it knew the author
  std::string made_on;     ///< the day of such a change, "2024-05-14"
  bool operator==(const Amendment&) const = default;
};

struct AgendaItem {
  std::string number;      ///< "9"; "412" of "§ 412"
  std::string number_raw;  ///< "u.": what a scan's number was read as before it was set right
  std::string title;
  std::optional<CaseNumber> case_number;
  std::string note;                    ///< "Förslag: 1:e vice ordförande ..."
  std::vector<std::string> documents;  ///< ids; set when the file is understood as a whole
  bool operator==(const AgendaItem&) const = default;
};

struct Attachment {
  std::string number;
  std::string title;
  std::optional<bool> present;  ///< in the same file; unknown where nothing was looked up
  bool operator==(const Attachment&) const = default;
};

struct Recipient {
  std::string name;            ///< empty for an explicit "Ingen"
  bool explicit_none = false;  ///< "Ingen": an empty set, not an unknown one
  bool operator==(const Recipient&) const = default;
};

struct Reference {
  std::string reference_kind;  ///< "case_number", "law", "sou", "paragraph", "property",
                               ///< "decision", "classification"
  std::string raw;
  std::string normal;
  bool operator==(const Reference&) const = default;
};

struct DateRecord {
  Date date;
  std::string raw;
  /// What may be meant, ISO 8601, the likeliest first, where the calendar has no such day or no
  /// year is printed; never taken for what is printed.
  std::vector<std::string> candidates;
  bool operator==(const DateRecord&) const = default;
};

struct AmountRecord {
  double value = 0;  ///< whole units
  std::string unit;  ///< "SEK", "%"
  std::string raw;
  bool operator==(const AmountRecord&) const = default;
};

struct EMail {
  std::string from;  ///< as printed: "Martin Karlsson <martin.karlsson@lo.se>"
  std::optional<Date> sent;
  std::string sent_raw;
  std::vector<std::string> to;
  std::vector<std::string> cc;
  std::string subject;
  bool operator==(const EMail&) const = default;
};

struct FlowchartRecord {
  Flowchart chart;
  bool operator==(const FlowchartRecord&) const = default;
};

/// One counted vote. `for_names` and `against_names` as printed, with party: "Eva Ek (S)".
struct Vote {
  std::string item;       ///< "§ 42"
  std::string method;     ///< "acclamation", "roll_call"
  std::string yes_means;  ///< "avslag på ...", "arbetsutskottets förslag"
  std::string no_means;
  std::optional<int> yes;
  std::optional<int> no;
  std::optional<int> abstained;
  std::vector<std::string> yes_names;
  std::vector<std::string> no_names;
  std::vector<std::string> abstained_names;
  bool verified = false;   ///< names found agree with the counts
  std::string outcome;     ///< "yes", "no": the side that won; empty where nothing tells
  std::string decided_by;  ///< "majority", "casting_vote" (of the chair, at a tie), "minority" (a
                           ///< third of a council can send a matter back)
  bool operator==(const Vote&) const = default;
};

struct Yrkande {
  std::string item;
  std::vector<std::string> by;  ///< "Eva Ek (S)"
  std::string text;             ///< "bifall till motionen"
  bool operator==(const Yrkande&) const = default;
};

struct Reservation {
  std::string item;
  std::vector<std::string> by;
  std::string text;
  bool operator==(const Reservation&) const = default;
};

struct Attendance {
  std::string name;
  std::string party;
  std::string role;  ///< "ordförande"
  std::string
      group;  ///< heading above: "Beslutande", "Ersättare", "Övriga"; "Jäv", "Deltar ej" in a §
  std::string replaces;  ///< "Eva Ek (S)"
  std::string
      presence;  ///< when not all the time, as printed: "§§ 12–18", "kl. 13.00–15.20", "ej § 7"
  std::string item;  ///< "§ 7": the one that it tells of; empty for a list of who was there
  bool operator==(const Attendance&) const = default;
};

/// A § of minutes.
struct MinutesParagraph {
  std::string number;      ///< "42"
  std::string number_raw;  ///< as AgendaItem::number_raw
  std::string title;
  std::vector<CaseNumber> case_numbers;
  bool operator==(const MinutesParagraph&) const = default;
};

using Record =
    std::variant<Beslutssats, Signature, TableRecord, Footnote, Amendment, AgendaItem, Attachment,
                 Recipient, Reference, DateRecord, AmountRecord, EMail, FlowchartRecord, Vote,
                 Yrkande, Reservation, Attendance, MinutesParagraph>;

/// "beslutssats", "table", "e_mail": the `kind` of the record in exports.
std::string_view kind_of(const Record& record);

/// An empty record of that kind; nothing for an unknown kind.
std::optional<Record> record_of_kind(std::string_view kind);

/// A record and where and why it was found.
struct Finding {
  Record record;
  Span span;                        ///< bytes of Document::text; never empty
  std::string rule;                 ///< "beslutssatser.list_item"
  double confidence = 1.0;          ///< 0..1
  std::vector<std::string> issues;  ///< codes: "invalid_date", "comma_thousands"
  bool operator==(const Finding&) const = default;
};

}  // namespace diarium
