#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/date.h"
#include "models/flowchart.h"
#include "models/geometry.h"
#include "models/span.h"
#include "models/table.h"
#include "models/text.h"

namespace diarium {

/// What a logical document is; DOMAIN terms of art, spelled as in `document_kind`.
enum class DocumentKind {
  kallelse,
  tjansteskrivelse,
  protokoll,
  protokollsutdrag,
  alternativt_forslag,
  andringsforslag,
  tillaggsforslag,
  aterremissyrkande,
  initiativ,
  motion,
  motionssvar,
  interpellation,
  medborgarforslag,
  yttrande,
  rapport,
  handlingsplan,
  anslag,
  voteringslista,
  reservation,
  e_post,
  bilaga,
  flodesschema,
  delegationsbeslut,
  ovrigt,
};

/// "tjansteskrivelse", "e_post": the value of `document_kind`.
std::string_view name_of(DocumentKind kind);
std::optional<DocumentKind> document_kind_of(std::string_view name);

/// "ALN 2019-00070 1.2.4.1" and its many relatives, DOMAIN.md section 10.1.
struct CaseNumber {
  std::string authority;       ///< "ALN"; empty where none is printed
  int year = 0;                ///< 2019
  long serial = 0;             ///< 70
  std::string classification;  ///< "1.2.4.1"; empty where none is printed
  std::string raw;             ///< as printed, without its label: "ALN 2019-00070 1.2.4.1"
  bool operator==(const CaseNumber&) const = default;
};

/// "ALN/2019/70", "2019/70" without an authority: what case numbers are compared and searched by.
std::string normal_form(const CaseNumber& number);

enum class ParagraphKind {
  body,
  title,        ///< the document's own title
  heading,
  list_item,
  table,        ///< all lines of one table; `table` says which
  contents,     ///< entries of a table of contents
  header_card,  ///< name, role, telephone, Datum, Instans, Dnr at the top of an official's memo
  e_mail_header,///< Från, Skickat, Till, Kopia, Ämne
  signature,    ///< names, roles, parties that close a document, and its group line
  instruction,  ///< left-over text of a template: "[Beslutets innebörd ska framgå ...]"
  footnote,
  caption,
  stamp,
  figure,       ///< text within a drawing
};

/// A paragraph of the running text, joined over lines, pages and the notes that cut through it.
struct Paragraph {
  ParagraphKind kind = ParagraphKind::body;
  Span span;                ///< bytes of Document::text, without its line end and list marker
  std::vector<Span> lines;  ///< the printed lines, in order; a divided word belongs to the line it begins on
  std::string marker;       ///< "1.", "-", "•" of a list item, "3" of a footnote; not part of the text
  int level = 0;            ///< of a heading: 1 = the largest in the document; of a list item: nesting from 0
  bool bold = false;        ///< most letters are bold
  int table = -1;           ///< index into Document::tables where kind is table
  int page = 0;             ///< on which it begins
};

/// What a section of a case file is for, by its heading (DOMAIN.md section 7).
enum class SectionKind {
  preamble,         ///< before the first heading
  decision,         ///< "Arbetslivsnämndens beslut", "Förslag till beslut", "föreslås ... besluta"
  summary,
  matter,           ///< Ärendet i sin helhet, Bakgrund, ...
  basis,            ///< Beslutsunderlag
  consultation,     ///< Samverkan
  consequences,
  recipients,       ///< Beslutet expedieras till
  yrkanden,
  proposition,      ///< Beslutsgång, Propositionsordning
  vote,
  reservation,
  protocol_note,
  special_opinion,
  recusal,          ///< Jäv
  abstention,       ///< Deltar ej i beslutet
  agenda,           ///< the list of a kallelse
  attendance,       ///< Beslutande, Närvarande ... of minutes
  attestation,      ///< Justering, Underskrifter, Anslag of minutes
  contents,
  appeal,
  other,
};
std::string_view name_of(SectionKind kind);

/// A heading (or opening clause) and what stands under it, up to the next heading of any kind.
struct Section {
  SectionKind kind = SectionKind::other;
  Span heading;           ///< bytes of Document::text; empty for the preamble
  Span paragraphs;        ///< indices into Document::paragraphs, without the heading
  int level = 0;          ///< as Paragraph::level
  std::string item;       ///< "§ 42": of the paragraph of minutes that it belongs to; else empty
};

/// A table within its document, stitched over pages.
struct DocumentTable {
  std::vector<int> pages;  ///< 1-based, in order
  Span span;               ///< bytes of Document::text
  std::string caption;
  Table table;             ///< cells' boxes are those of their own page; words are not set
  std::vector<int> row_pages;  ///< page of each row
};

/// A chart within its document: the text of its boxes is that of its paragraphs.
struct DocumentFlowchart {
  int page = 0;  ///< 1-based
  Span span;     ///< bytes of Document::text
  Rect box;
  Flowchart chart;
};

/// Where the value of a field of a document comes from.
enum class Provenance { stated, heading, agenda, filename, inferred };
std::string_view name_of(Provenance provenance);


/// A tracked change within its document, over all its lines.
struct DocumentChange {
  Span span;  ///< bytes of Document::text
  bool inserted = false;
  std::string author;   ///< may be empty
  std::string made_on;  ///< "2024-05-14"; may be empty
};

/// One logical document: what a clerk would hand over as one paper. Pages are 1-based in the file.
struct Document {
  std::string source;  ///< first 16 hex digits of the file's sha256
  std::string id;      ///< "<source>.d2": by order in the file
  std::string path;    ///< of the file as displayed; its name is evidence

  DocumentKind kind = DocumentKind::ovrigt;
  std::optional<DocumentKind> runner_up;
  double confidence = 1.0;  ///< of the kind: from the margin to the runner-up
  std::string title;
  int first_page = 0;
  int last_page = 0;  ///< inclusive
  std::string body;   ///< "Arbetslivsnämnden": basic form
  std::optional<Date> date;          ///< of the document
  std::optional<Date> meeting_date;  ///< of the meeting that it is for, or that it reports
  std::vector<CaseNumber> case_numbers;  ///< its own, not those it mentions
  std::string agenda_code;   ///< "KC1", "PF1"
  std::string case_officer;  ///< name
  std::vector<std::string> parties;  ///< of its proposers: "S"; set after extraction
  std::string agenda_item;   ///< number of the item of the kallelse: "9"
  std::string parent;        ///< id of the document that it belongs to
  std::string variant_of;    ///< id of the document that it nearly repeats
  std::map<std::string, Provenance> provenance;  ///< by field name: {"date": agenda}

  Text text;
  std::vector<Paragraph> paragraphs;  ///< in reading order; footnotes after all others
  std::vector<Section> sections;      ///< in reading order, covering all paragraphs but headings
  std::vector<DocumentTable> tables;
  std::vector<DocumentFlowchart> flowcharts;
  std::vector<DocumentChange> changes;  ///< by place
  std::vector<std::string> issues;
};

/// The text of a paragraph.
inline std::string_view text_of(const Document& document, const Paragraph& paragraph) {
  return document.text.slice(paragraph.span);
}

}  // namespace diarium
