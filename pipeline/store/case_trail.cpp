#include "pipeline/store/case_trail.h"

#include <cstdint>
#include <limits>

#include "pipeline/store/database.h"
#include "pipeline/store/privacy.h"

namespace diarium {
namespace {

// A case number without its authority is that of the paper beside it: agendas leave it out.
constexpr std::string_view kPapers =
    "WITH own AS (SELECT authority, year, serial FROM document_case_numbers WHERE document = ?1),"
    " number AS ("
    "  SELECT document, NULL AS paragraph, authority, year, serial FROM document_case_numbers"
    "  UNION ALL SELECT r.document, n.record, n.authority, n.year, n.serial"
    "  FROM minutes_paragraph_case_numbers n JOIN record r ON r.id = n.record),"
    " paper AS (SELECT DISTINCT n.document, n.paragraph FROM own JOIN number n"
    "  ON n.year = own.year AND n.serial = own.serial"
    "  AND (n.authority = own.authority OR n.authority IS NULL OR own.authority IS NULL)"
    "  WHERE n.document <> ?1)"
    " SELECT d.id, d.document_kind, coalesce(m.title, d.title), d.body,"
    "  coalesce(d.date, d.meeting_date), m.number, r.span_begin,"
    "  (SELECT min(x.span_begin) FROM record x WHERE x.document = d.id AND x.kind = 'paragraph'"
    "   AND x.span_begin > r.span_begin)"
    " FROM paper p JOIN document d ON d.id = p.document"
    " LEFT JOIN minutes_paragraph m ON m.record = p.paragraph LEFT JOIN record r ON r.id = m.record"
    // Minutes that name the case in a § are that §, not all of the meeting.
    " WHERE p.paragraph IS NOT NULL"
    "  OR NOT EXISTS (SELECT 1 FROM paper q WHERE q.document = p.document AND q.paragraph NOT NULL)"
    " ORDER BY coalesce(d.date, d.meeting_date, '9999'), d.id, r.span_begin";

std::vector<TrailClause> clauses_within(Database& database, const std::string& document,
                                        std::int64_t begin, std::int64_t end) {
  SQLite::Statement& row = database.prepared(
      "SELECT r.id, b.text, b.status, b.decider FROM record r JOIN beslutssats b ON b.record = r.id"
      " WHERE r.document = ? AND r.span_begin >= ? AND r.span_begin < ? ORDER BY r.sequence");
  Binder(row).add(document).add(begin).add(end);
  std::vector<TrailClause> clauses;
  while (row.executeStep()) {
    clauses.push_back({.id = text_of(row, 0),
                       .text = text_for_readers(database, text_of(row, 1)),
                       .status = text_of(row, 2),
                       .decider = text_of(row, 3)});
  }
  row.reset();
  return clauses;
}

}  // namespace

std::vector<TrailStep> trail_of(const Archive& archive, std::string_view document) {
  Database& database = archive.database();
  const ReadScope scope(database);
  SQLite::Statement& row = database.prepared(kPapers);
  Binder(row).add(document);
  std::vector<TrailStep> steps;
  while (row.executeStep()) {
    TrailStep step{.document = text_of(row, 0),
                   .document_kind = text_of(row, 1),
                   .title = text_for_readers(database, text_of(row, 2)),
                   .body = text_of(row, 3),
                   .date = text_of(row, 4),
                   .paragraph = text_of(row, 5)};
    const std::int64_t begin = row.isColumnNull(6) ? 0 : row.getColumn(6).getInt64();
    const std::int64_t end = row.isColumnNull(7) ? std::numeric_limits<std::int64_t>::max()
                                                 : row.getColumn(7).getInt64();
    step.clauses = clauses_within(database, step.document, begin, end);
    steps.push_back(std::move(step));
  }
  row.reset();
  return steps;
}

}  // namespace diarium
