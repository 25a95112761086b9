#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/document.h"
#include "tools/corpus/rich_text.h"
#include "tools/corpus/source_text.h"
#include "tools/corpus/truth.h"

namespace diarium::corpus {

/// A text of the source and where it came to stand.
struct SetText {
  RichText text;
  Setting setting;
  std::string marker;  ///< "1." of a list item; without blank

  [[nodiscard]] Span whole() const { return {0, text.text.size()}; }
};

/// Collects the truth while a file is typeset: what the marks in a text say, and what its
/// directives say. Throws SourceError where the source says too little.
class TruthKeeper {
 public:
  /// ".document kind=motion ...": what follows belongs to a new document.
  void begin_document(const Directive& directive);
  /// ".under attachments": each list item up to the next heading is one.
  void begin_region(const Directive* region);

  /// Takes the marks of a text and what the directives of its block (and the region) make of it.
  void keep(const Block& block, const SetText& set);
  /// Only the marks: cells, e-mail headers, texts of drawings.
  void keep_marks(const SetText& set);
  /// The same with its amounts not demanded.
  void keep_table_marks(const SetText& set);
  void keep_title(const SetText& set);
  void keep_record(Record record, Place place);
  /// A note that was set: `anchor` is the text with the mark at `marker` (a span of it).
  void keep_note(const std::string& document, const SetText& note, const SetText& anchor,
                 Span marker);

  [[nodiscard]] bool in_region(std::string_view kind) const { return region_.has(kind); }
  [[nodiscard]] const std::string& document_id() const { return document_; }

  /// The documents and records, when all is kept.
  [[nodiscard]] Truth finish();

 private:
  void keep_mark(const SetText& set, const Mark& mark, bool in_table);
  void keep_own_number(const SetText& set, const Mark& mark);
  void keep_classification(const SetText& set, const Mark& mark, const std::string& classification);
  void keep_amendments(const SetText& set);
  void keep_clause(const Directive& directive, const SetText& set);
  void keep_agenda_item(const SetText& set);
  void keep_listed(const SetText& set);
  void keep_signature(const Directive& directive, const SetText& set);
  void keep_said(const Directive& directive, const SetText& set);
  void keep_vote(const Directive& directive, const SetText& set);
  void keep_attendance(const Directive& directive, const SetText& set);
  void keep_paragraph(const Directive& directive, const SetText& set);
  void keep_textual_amendment(const Directive& directive, const SetText& set);
  void touch(const Setting& setting);
  [[nodiscard]] Document& document();

  Truth truth_;
  std::string document_;  ///< id of the document in work
  Directive region_;
  std::string item_;  ///< "§ 42": of the paragraph of minutes in work
  int clauses_ = 0;   ///< so far in the document, or in the §
};

/// "BUN 2024-00071 1.2.4.1", "2024/KS 0123", "00322/2026": its parts.
CaseNumber case_number_of(std::string_view raw);

/// "uppdra @Kommundirektören; översända >Kommunstyrelsen": what a clause does. Throws
/// std::invalid_argument for a verb that the list in clause_actions.cpp lacks.
std::vector<Action> actions_of(std::string_view list);
/// "substantive", "noting" ...: by the code of its first action.
std::string clause_class_of(const std::vector<Action>& actions);

/// The sentence that has the byte, without note markers.
std::string sentence_at(const RichText& text, std::size_t byte);

}  // namespace diarium::corpus
