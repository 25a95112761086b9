#include "pipeline/publish/akoma_ntoso.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "pipeline/publish/xml_file.h"

namespace diarium {
namespace {

constexpr const char* kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
constexpr const char* kNoDate = "0001-01-01";

void add(pugi::xml_node parent, const char* name, const char* attribute, std::string_view value) {
  parent.append_child(name).append_attribute(attribute) = xml_text(value).c_str();
}

void add_text(pugi::xml_node parent, const char* name, std::string_view text) {
  parent.append_child(name).text() = xml_text(text).c_str();
}

/// Writes one document; containers count within it.
class AknDocument {
 public:
  AknDocument(const StoredDocument& stored, std::span<const StoredRecord> records)
      : document_(stored.document), text_(stored.text) {
    for (const StoredRecord& record : records) {
      if (record.document != document_.id) continue;
      if (std::holds_alternative<Beslutssats>(record.record)) clauses_.push_back(&record);
      const auto* signature = std::get_if<Signature>(&record.record);
      if (signature != nullptr && signature->role_kind == "signer") signers_.push_back(signature);
    }
    std::stable_sort(clauses_.begin(), clauses_.end(),
                     [](const auto* a, const auto* b) { return a->span.begin < b->span.begin; });
  }

  void write(pugi::xml_node root) {
    root.append_attribute("xmlns") = kNamespace;
    pugi::xml_node doc = root.append_child("doc");
    doc.append_attribute("name") = std::string(name_of(document_.kind)).c_str();
    write_meta(doc.append_child("meta"));
    write_preface(doc);
    write_body(doc.append_child("mainBody"));
    write_conclusions(doc);
  }

 private:
  void write_meta(pugi::xml_node meta) const {
    pugi::xml_node identification = meta.append_child("identification");
    identification.append_attribute("source") = "#diarium";
    const std::string work = fmt::format("/akn/se/doc/{}", document_.id);
    write_level(identification.append_child("FRBRWork"), work, "FRBRcountry");
    write_level(identification.append_child("FRBRExpression"), work + "/swe@", "FRBRlanguage");
    write_level(identification.append_child("FRBRManifestation"), work + "/swe@.akn", nullptr);
    pugi::xml_node references = meta.append_child("references");
    references.append_attribute("source") = "#diarium";
    add_organization(references, "diarium", "Diarium");
    if (!document_.body.empty()) add_organization(references, "author", document_.body);
    for (std::size_t i = 0; i < signers_.size(); ++i) {
      pugi::xml_node person = references.append_child("TLCPerson");
      person.append_attribute("eId") = fmt::format("person_{}", i + 1).c_str();
      person.append_attribute("href") =
          fmt::format("/ontology/person/{}.{}", document_.id, i + 1).c_str();
      person.append_attribute("showAs") = xml_text(signers_[i]->name).c_str();
    }
  }

  static void add_organization(pugi::xml_node references, const char* id, std::string_view name) {
    pugi::xml_node organization = references.append_child("TLCOrganization");
    organization.append_attribute("eId") = id;
    organization.append_attribute("href") = fmt::format("/ontology/organization/{}", id).c_str();
    organization.append_attribute("showAs") = xml_text(name).c_str();
  }

  void write_level(pugi::xml_node level, const std::string& uri, const char* last) const {
    add(level, "FRBRthis", "value", uri + "/!main");
    add(level, "FRBRuri", "value", uri);
    const auto& date = document_.date ? document_.date : document_.meeting_date;
    const bool known = date && date->valid() && date->precision() >= DatePrecision::day;
    pugi::xml_node node = level.append_child("FRBRdate");
    node.append_attribute("date") = known ? iso_of(*date).substr(0, 10).c_str() : kNoDate;
    node.append_attribute("name") = known ? "document" : "unknown";
    add(level, "FRBRauthor", "href", document_.body.empty() ? "#diarium" : "#author");
    if (last == nullptr) return;
    const bool country = std::string_view(last) == "FRBRcountry";
    add(level, last, country ? "value" : "language", country ? "se" : "swe");
  }

  void write_preface(pugi::xml_node doc) const {
    if (document_.title.empty() && document_.case_numbers.empty()) return;
    pugi::xml_node preface = doc.append_child("preface");
    if (!document_.title.empty()) {
      add_text(preface.append_child("p"), "docTitle", document_.title);
    }
    for (const CaseNumber& number : document_.case_numbers) {
      add_text(preface.append_child("p"), "docNumber", number.raw);
    }
  }

  /// Paragraph by paragraph; those of a clause go into its container.
  void write_body(pugi::xml_node body) {
    std::size_t clause = 0;
    pugi::xml_node container;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const Span line{begin, end};
      begin = end + 1;
      if (line.empty()) continue;
      while (clause < clauses_.size() && clauses_[clause]->span.end <= line.begin) ++clause;
      const bool in_clause = clause < clauses_.size() && clauses_[clause]->span.overlaps(line);
      if (in_clause && written_ != clauses_[clause]) {
        container = begin_clause(body, *clauses_[clause]);
        written_ = clauses_[clause];
      }
      const std::string_view paragraph = std::string_view(text_).substr(line.begin, line.size());
      add_text(in_clause ? container : body, "p", paragraph);
    }
    if (!body.first_child()) body.append_child("p");
  }

  static pugi::xml_node begin_clause(pugi::xml_node body, const StoredRecord& record) {
    const auto& clause = std::get<Beslutssats>(record.record);
    pugi::xml_node container = body.append_child("hcontainer");
    container.append_attribute("name") = "beslutssats";
    container.append_attribute("eId") =
        record.id.substr(record.id.rfind(".beslutssats.") + 1).c_str();
    container.append_attribute("class") = std::string(name_of(clause.status)).c_str();
    return container.append_child("content");
  }

  void write_conclusions(pugi::xml_node doc) const {
    if (signers_.empty()) return;
    pugi::xml_node conclusions = doc.append_child("conclusions");
    for (std::size_t i = 0; i < signers_.size(); ++i) {
      pugi::xml_node signature = conclusions.append_child("p").append_child("signature");
      pugi::xml_node person = signature.append_child("person");
      person.append_attribute("refersTo") = fmt::format("#person_{}", i + 1).c_str();
      person.text() = xml_text(signers_[i]->name).c_str();
    }
  }

  const Document& document_;
  const std::string& text_;
  std::vector<const StoredRecord*> clauses_;  // by place
  std::vector<const Signature*> signers_;
  const StoredRecord* written_ = nullptr;  // the clause whose container is open
};

}  // namespace

void write_akoma_ntoso(const StoredDocument& document, std::span<const StoredRecord> records,
                       std::ostream& out) {
  pugi::xml_document file;
  AknDocument(document, records).write(root_of_new(file, "akomaNtoso"));
  write_xml(file, out);
}

}  // namespace diarium
