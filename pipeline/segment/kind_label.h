#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// How a line names the kind of its document.
enum class LabelForm {
  alone,    ///< "ALTERNATIVT FÖRSLAG", "Ändringsförslag KC1", "Bilaga 2"
  meeting,  ///< "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:"
  titled,   ///< "Initiativ – Ta fram en plan", "Motion: Fler träd"
  related,  ///< "Motion till kommunfullmäktige", "Svar på motion av Eva Ek (S) om träd"
  prefix,   ///< any other line that begins with such a word: "Skrivelse om träd i parken"
};

/// What a line says of the kind of the document that it opens or titles.
struct KindLabel {
  DocumentKind kind = DocumentKind::ovrigt;
  LabelForm form = LabelForm::alone;
  bool opens = true;  ///< whether such a line alone may open a document
  std::string title;  ///< of LabelForm::titled: what follows
  std::string body;   ///< of LabelForm::meeting: "Kommunstyrelsen", without the genitive's s
  std::string date;   ///< of LabelForm::meeting, as printed
};

/// The label that a line is or begins with; nothing for lines without one.
std::optional<KindLabel> kind_label_of(std::string_view line, const RuleBook& rules);

/// A kind that a text names among other words: a file's name, a running head.
struct KindMention {
  DocumentKind kind = DocumentKind::ovrigt;
  std::string form;  ///< as the vocabulary writes it: "Sammanträdesprotokoll"
};

/// The kind with the longest form that stands in the text from the beginning of a word on.
std::optional<KindMention> kind_named_in(std::string_view text, const RuleBook& rules);

/// "KC1" of "Ändringsförslag KC1" or "KC1: Socialt program"; empty where none stands there.
std::string agenda_code_of(std::string_view line, const RuleBook& rules);

}  // namespace diarium
