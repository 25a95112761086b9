#include "pipeline/store/passages.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/unicode.h"
#include "pipeline/store/database.h"
#include "pipeline/store/fact_blocks.h"
#include "pipeline/store/passage_class.h"
#include "pipeline/store/row_fields.h"
#include "pipeline/store/spelling.h"

namespace diarium {
namespace {

constexpr std::size_t kMostBytes = 8'000;  // of a passage: what ranks and marks is linear in it

/// The searchable text of a record: a title where it has one, and what it says.
struct Content {
  std::string title;
  std::string body;
};

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += '\n';
    all += text;
  }
  return all;
}

Content content_of(const Beslutssats& r) {
  return {{}, joined({r.text, r.quoted_addition})};
}
Content content_of(const Signature& r) {
  return {{}, joined({r.name, r.role, r.body, r.group})};
}
Content content_of(const TableRecord& r) {
  std::vector<std::string> cells;
  for (const TableCell& cell : r.cells) cells.push_back(cell.text);
  return {r.caption, joined(cells)};
}
Content content_of(const Footnote& r) {
  return {{}, r.text};
}
Content content_of(const Amendment& r) {
  return {{}, joined({r.locator, r.old_text, r.new_text, r.context})};
}
Content content_of(const AgendaItem& r) {
  return {r.title, r.note};
}
Content content_of(const Attachment& r) {
  return {{}, r.title};
}
Content content_of(const Recipient& r) {
  return {{}, r.name};
}
Content content_of(const Reference& r) {
  return {{}, r.raw};
}
Content content_of(const DateRecord& r) {
  return {{}, r.raw};
}
Content content_of(const AmountRecord& r) {
  return {{}, r.raw};
}
Content content_of(const EMail& r) {
  return {r.subject, joined({r.from, joined(r.to), joined(r.cc)})};
}
Content content_of(const FlowchartRecord& r) {
  std::vector<std::string> texts;
  for (const FlowNode& node : r.chart.nodes) texts.push_back(node.text);
  return {{}, joined(texts)};
}
Content content_of(const Vote& r) {
  return {{}, joined({r.item, r.yes_means, r.no_means, joined(r.yes_names), joined(r.no_names)})};
}
Content content_of(const Yrkande& r) {
  return {{}, joined({joined(r.by), r.text})};
}
Content content_of(const Reservation& r) {
  return {{}, joined({joined(r.by), r.text})};
}
Content content_of(const Attendance& r) {
  return {{}, joined({r.name, r.role})};
}
Content content_of(const MinutesParagraph& r) {
  return {r.title, "§ " + r.number};
}

/// Cuts a text into pieces of at most kMostBytes: at line ends, else at blanks, else between
/// letters.
std::vector<Span> pieces_of(std::string_view text, Span whole) {
  std::vector<Span> pieces;
  while (whole.size() > kMostBytes) {
    const std::string_view head = text.substr(whole.begin, kMostBytes);
    std::size_t cut = head.rfind('\n');
    if (cut == std::string_view::npos || cut == 0) cut = head.rfind(' ');
    if (cut == std::string_view::npos || cut == 0) {
      cut = kMostBytes;
      while ((static_cast<unsigned char>(text[whole.begin + cut]) & 0xC0U) == 0x80U) --cut;
    }
    pieces.push_back({whole.begin, whole.begin + cut});
    whole.begin += cut;
  }
  if (!whole.empty()) pieces.push_back(whole);
  return pieces;
}

/// 20240305, 20240300 and 20240000; 0 without a date.
std::int64_t day_of(const Document& document) {
  const std::optional<Date>& date = document.date ? document.date : document.meeting_date;
  if (!date || date->year == 0) return 0;
  return std::int64_t{date->year} * 10'000 + date->month * 100 + date->day;
}

/// Writes the passages and mentions of one document.
class PassageWriter {
 public:
  PassageWriter(Database& database, const Document& document)
      : database_(database), document_(document), day_(day_of(document)) {}

  void put_text() {
    put_piece({}, document_.title, {});
    for (const Section& section : document_.sections) {
      const Span span = text_span(section);
      const std::string title(document_.text.slice(section.heading));
      for (const Span& piece : pieces_of(document_.text.view(), span)) {
        put_piece(piece, title, document_.text.slice(piece));
      }
    }
    if (!document_.sections.empty()) return;
    for (const Span& piece : pieces_of(document_.text.view(), {0, document_.text.size()})) {
      put_piece(piece, {}, document_.text.slice(piece));
    }
  }

  void put_record(const IdentifiedFinding& found) {
    Content content =
        std::visit([](const auto& record) { return content_of(record); }, found.finding->record);
    const Place place = document_.text.place_of(found.finding->span);
    for (const Span& piece : pieces_of(content.body, {0, content.body.size()})) {
      put_row(found.id, kind_of(found.finding->record), place, content.title,
              std::string_view(content.body).substr(piece.begin, piece.size()));
      content.title.clear();
    }
    if (content.body.empty() && !content.title.empty()) {
      put_row(found.id, kind_of(found.finding->record), place, content.title, {});
    }
    record_ = found.id;
    std::visit([this](const auto& record) { mention_all(record); }, found.finding->record);
    record_.clear();
  }

  void put_document_mentions() {
    mention("body", document_.body);
    mention("person", document_.case_officer);
    for (const std::string& party : document_.parties) mention("party", party);
    for (const CaseNumber& number : document_.case_numbers) mention("dnr", normal_form(number));
  }

  void write_mentions() {
    for (const auto& [field, value, record] : mentions_) {
      run_statement(database_,
                    "INSERT INTO mention (document, field, value, record) VALUES (?, ?, ?, ?)",
                    document_.id, field, value, record);
    }
  }

 private:
  [[nodiscard]] Span text_span(const Section& section) const {
    const Span& range = section.paragraphs;
    if (range.empty() || range.end > document_.paragraphs.size()) return {};
    return {document_.paragraphs[range.begin].span.begin,
            std::max(document_.paragraphs[range.begin].span.begin,
                     document_.paragraphs[range.end - 1].span.end)};
  }

  void put_piece(const Span& span, std::string_view title, std::string_view body) {
    if (title.empty() && trim(body).empty()) return;
    Place place = document_.text.place_of(span);
    if (place.page == 0) place.page = document_.first_page;
    put_row({}, "document", place, title, body);
  }

  void put_row(std::string_view record, std::string_view kind, const Place& place,
               std::string_view title, std::string_view body) {
    const std::int64_t id = next_id(class_of_kind(kind));
    std::vector<std::pair<std::string, SqlValue>> row{{"id", id},
                                                      {"document", document_.id},
                                                      {"kind", std::string(kind)},
                                                      {"ordinal", ++ordinal_},
                                                      {"title", std::string(title)},
                                                      {"body", std::string(body)}};
    if (!record.empty()) row.emplace_back("record", std::string(record));
    if (place.page > 0) {
      row.insert(row.end(), {{"page", std::int64_t{place.page}},
                             {"box_left", place.box.left},
                             {"box_top", place.box.top},
                             {"box_right", place.box.right},
                             {"box_bottom", place.box.bottom}});
    }
    insert_row(database_, "passage", row);
    run_statement(database_,
                  "INSERT INTO passage_fact (passage, kind, type, body, day, first)"
                  " VALUES (?, ?, ?, ?, ?, ?)",
                  id, value_of("kind", kind), value_of("type", name_of(document_.kind)),
                  value_of("body", document_.body), day_,
                  std::int64_t{first_of_.insert(std::string(record)).second});
  }

  /// Dense within the class.
  std::int64_t next_id(PassageClass passage_class) {
    UnindexedPassages::Ids& ids =
        database_.unindexed().of_class.at(static_cast<std::size_t>(passage_class));
    if (ids.end == 0) ids.begin = ids.end = first_free_id(passage_class);
    return ids.end++;
  }

  std::int64_t first_free_id(PassageClass passage_class) {
    SQLite::Statement& row =
        database_.prepared("SELECT max(id) FROM passage WHERE id >= ? AND id < ?");
    const std::int64_t first = first_id_of(passage_class);
    Binder(row).add(first).add(first + first_id_of(PassageClass::clause));
    std::int64_t id = first + 1;
    if (row.executeStep() && !row.isColumnNull(0)) id = row.getColumn(0).getInt64() + 1;
    row.reset();
    return id;
  }

  /// The number of a value in search_value; 0 for an empty one.
  std::int64_t value_of(const char* field, std::string_view value) {
    if (value.empty()) return 0;
    const auto [known, is_new] = values_.try_emplace({field, std::string(value)}, 0);
    if (!is_new) return known->second;
    run_statement(database_, "INSERT OR IGNORE INTO search_value (field, value) VALUES (?, ?)",
                  field, value);
    SQLite::Statement& row =
        database_.prepared("SELECT id FROM search_value WHERE field = ? AND value = ?");
    Binder(row).add(field).add(value);
    row.executeStep();
    known->second = row.getColumn(0).getInt64();
    row.reset();
    return known->second;
  }

  void mention(std::string_view field, std::string_view text) {
    const std::string value = mention_of(text);
    if (value.empty()) return;
    mentions_.emplace(field, value, record_);
    if (field == "dnr" && std::count(value.begin(), value.end(), '/') == 2) {
      // Also without its authority, as agendas print it.
      mentions_.emplace(field, value.substr(value.find('/') + 1), record_);
    }
    // Who signs a paper, or votes in it, is a person of the paper too; but what it cites is not its
    // own.
    if (field != "dnr" && field != "body") mentions_.emplace(field, value, "");
  }
  /// "Eva Ek (S)"
  void mention_person(const std::string& name) {
    const std::size_t open = name.rfind('(');
    mention("person", std::string_view(name).substr(0, open));
    if (open != std::string::npos && name.ends_with(')')) {
      mention("party", std::string_view(name).substr(open + 1, name.size() - open - 2));
    }
  }
  void mention_persons(const std::vector<std::string>& names) {
    for (const std::string& name : names) mention_person(name);
  }

  void mention_all(const Beslutssats& record) {
    mention("body", record.decider);
    for (const std::string& body : record.via) mention("body", body);
  }
  void mention_all(const Signature& record) {
    mention("person", record.name);
    mention("party", record.party);
    mention("body", record.body);
  }
  void mention_all(const Attendance& record) {
    mention("person", record.name);
    mention("party", record.party);
  }
  void mention_all(const Vote& record) {
    mention_persons(record.yes_names);
    mention_persons(record.no_names);
    mention_persons(record.abstained_names);
  }
  void mention_all(const Yrkande& record) { mention_persons(record.by); }
  void mention_all(const Reservation& record) { mention_persons(record.by); }
  void mention_all(const AgendaItem& record) {
    if (record.case_number) mention("dnr", normal_form(*record.case_number));
  }
  void mention_all(const MinutesParagraph& record) {
    for (const CaseNumber& number : record.case_numbers) mention("dnr", normal_form(number));
  }
  void mention_all(const Reference& record) {
    if (record.reference_kind == "case_number") mention("dnr", record.normal);
  }
  template <typename Other>
  void mention_all(const Other&) {}

  Database& database_;
  const Document& document_;
  std::int64_t day_;
  std::int64_t ordinal_ = 0;
  std::string record_;
  std::set<std::string> first_of_;  // records that have a passage; "" is the document
  std::map<std::pair<std::string, std::string>, std::int64_t> values_;
  std::set<std::tuple<std::string, std::string, std::string>> mentions_;  // field, value, record
};

}  // namespace

void put_passages(Database& database, const Document& document,
                  const std::vector<IdentifiedFinding>& findings) {
  database.unindexed().sources.insert(document.source);
  PassageWriter writer(database, document);
  writer.put_text();
  for (const IdentifiedFinding& found : findings) writer.put_record(found);
  writer.put_document_mentions();
  writer.write_mentions();
}

void index_passages(Database& database) {
  UnindexedPassages& unindexed = database.unindexed();
  for (UnindexedPassages::Ids& ids : unindexed.of_class) {
    if (ids.begin == ids.end) continue;
    // In ascending order, or FTS5 begins a new segment.
    run_statement(database,
                  "INSERT INTO passage_index (rowid, title, body)"
                  " SELECT id, title, body FROM passage WHERE id >= ? AND id < ? ORDER BY id",
                  ids.begin, ids.end);
    put_facts_in_blocks(database, ids.begin, ids.end);
    ids.begin = ids.end;
  }
  unindexed.sources.clear();
  put_words(database, database.analyser().take_new_words());
}

std::string mention_of(std::string_view text) {
  return to_lower(squeeze_blanks(to_nfc(text)));
}

}  // namespace diarium
