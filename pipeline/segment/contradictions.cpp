#include "pipeline/segment/contradictions.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

// A file may hold thousands of papers; so many are compared.
constexpr std::size_t kMostMeetings = 200;
constexpr std::size_t kLeastDigits = 7;  // of a telephone number

/// Days since a fixed day, near enough to compare distances.
long day_number(const Date& date) {
  return 365L * date.year + 30L * date.month + date.day;
}

bool is_day(const Date& date) {
  return date.year != 0 && date.day != 0;
}

/// The days that papers name, but for their meetings.
std::vector<long> named_days(const std::vector<Document>& documents,
                             const std::vector<std::vector<Finding>>& findings) {
  std::vector<long> days;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const Finding& finding : findings[i]) {
      const auto* named = std::get_if<DateRecord>(&finding.record);
      if (named == nullptr || !is_day(named->date)) continue;
      const long day = day_number(named->date);
      if (documents[i].meeting_date && day_number(*documents[i].meeting_date) == day) continue;
      days.push_back(day);
    }
  }
  return days;
}

long distance_to(const Date& meeting, const std::vector<long>& days) {
  long nearest = -1;
  for (const long day : days) {
    const long distance = std::labs(day - day_number(meeting));
    if (nearest < 0 || distance < nearest) nearest = distance;
  }
  return nearest;
}

void add_issue(Document& document, const std::string& issue) {
  if (std::find(document.issues.begin(), document.issues.end(), issue) == document.issues.end())
    document.issues.push_back(issue);
}

bool states_meeting(const Document& document) {
  const auto from = document.provenance.find("meeting_date");
  return document.meeting_date && from != document.provenance.end() &&
         from->second == Provenance::stated;
}

bool year_apart(const Document& one, const Document& other) {
  const Date& a = *one.meeting_date;
  const Date& b = *other.meeting_date;
  return a.month == b.month && a.day == b.day && std::abs(a.year - b.year) == 1 &&
         one.body == other.body;
}

void find_suspect_meetings(std::vector<Document>& documents,
                           const std::vector<std::vector<Finding>>& findings) {
  std::vector<Document*> meetings;
  for (Document& document : documents) {
    if (states_meeting(document) && meetings.size() < kMostMeetings) meetings.push_back(&document);
  }
  const std::vector<long> days = named_days(documents, findings);
  std::vector<long> distances;
  for (const Document* meeting : meetings)
    distances.push_back(distance_to(*meeting->meeting_date, days));
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    for (std::size_t k = 0; k < meetings.size(); ++k) {
      if (year_apart(*meetings[i], *meetings[k]) && distances[i] >= distances[k])
        add_issue(*meetings[i], "date_suspect");
    }
  }
}

/// The digits of the telephone on a document's header card; empty where none is printed.
std::string telephone_of(const Document& document) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != ParagraphKind::header_card) continue;
    for (const Span& line : paragraph.lines) {
      const std::string_view text = document.text.slice(line);
      if (text.find_first_not_of("0123456789 -–+()/") != std::string_view::npos) continue;
      std::string digits;
      std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                   [](char c) { return c >= '0' && c <= '9'; });
      if (digits.size() >= kLeastDigits && digits.front() == '0') return digits;
    }
  }
  return {};
}

void find_contact_conflicts(std::vector<Document>& documents) {
  std::map<std::string, std::map<std::string, std::vector<Document*>>> cards;
  for (Document& document : documents) {
    const std::string telephone = telephone_of(document);
    if (!document.case_officer.empty() && !telephone.empty())
      cards[document.case_officer][telephone].push_back(&document);
  }
  for (auto& [officer, numbers] : cards) {
    // The first number that most cards have; of two the one that stands first.
    const auto usual =
        std::max_element(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) {
          return a.second.size() != b.second.size() ? a.second.size() < b.second.size()
                                                    : a.second.front() > b.second.front();
        });
    for (auto& [number, papers] : numbers) {
      if (number == usual->first) continue;
      for (Document* paper : papers) add_issue(*paper, "contact_conflict");
    }
  }
}

}  // namespace

void find_contradictions(std::vector<Document>& documents,
                         const std::vector<std::vector<Finding>>& findings) {
  find_suspect_meetings(documents, findings);
  find_contact_conflicts(documents);
}

}  // namespace diarium
