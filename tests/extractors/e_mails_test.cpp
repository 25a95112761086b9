#include "extractors/e_mails.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

std::vector<Finding> mails_in(std::string_view lines) {
  static const RuleBook book = RuleBook::built_in();
  return EMails(book).extract(document_of(DocumentKind::e_post, lines));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("e-mails: the header fields as they are printed") {
  const auto findings = mails_in(
      "% Från: Eva Ek <eva.ek@almvik.se>\n"
      "% Skickat: den 20 maj 2019 14:33\n"
      "% Till: Socialnämnden\n"
      "% Kopia: bo al; Cia Dal; Föreningen Almvik\n"
      "% Ämne: Ansökan om bidrag\n"
      "  för 2019\n"
      "Hej");
  REQUIRE(findings.size() == 1);
  const auto& mail = std::get<EMail>(findings[0].record);
  CHECK(mail.from == "Eva Ek <eva.ek@almvik.se>");
  CHECK(mail.sent == Date{2019, 5, 20, 14, 33});
  CHECK(mail.sent_raw == "den 20 maj 2019 14:33");
  CHECK(mail.to == Names{"Socialnämnden"});
  CHECK(mail.cc == Names{"bo al", "Cia Dal", "Föreningen Almvik"});
  CHECK(mail.subject == "Ansökan om bidrag för 2019");
  CHECK(findings[0].span.begin == 0);
}

TEST_CASE("e-mails: all fields in one paragraph, English names") {
  const auto findings = mails_in(
      "% From: eva.ek@almvik.se\n  Sent: 2019-05-20 14:33\n  To: a@almvik.se, b@almvik.se\n"
      "  Subject: Taxa");
  REQUIRE(findings.size() == 1);
  const auto& mail = std::get<EMail>(findings[0].record);
  CHECK(mail.to == Names{"a@almvik.se", "b@almvik.se"});
  CHECK(mail.cc.empty());
  CHECK(mail.subject == "Taxa");
}

TEST_CASE("e-mails: the day as English programs print it") {
  const RuleBook book = RuleBook::built_in();
  CHECK(sent_of("Monday, September 4, 2023 10:22 AM", book) == Date{2023, 9, 4, 10, 22});
  CHECK(sent_of("Saturday, September 2, 2023 12:05 PM", book) == Date{2023, 9, 2, 12, 5});
  CHECK(sent_of("Sat, 2 Sep 2023 18:05:09 +0200", book) == Date{2023, 9, 2, 18, 5});
  CHECK(sent_of("den 20 maj 2019 14:33", book) == Date{2019, 5, 20, 14, 33});
  CHECK_FALSE(sent_of("Monday morning", book));
}

TEST_CASE("e-mails: a comma within a name parts nobody") {
  const auto findings = mails_in("% Från: Ek, Eva\n% Till: Al, Bo\n% Ämne: Hej");
  REQUIRE(findings.size() == 1);
  CHECK(std::get<EMail>(findings[0].record).to == Names{"Al, Bo"});
}

TEST_CASE("e-mails: a quoted message is a message of its own") {
  const auto findings =
      mails_in("% Från: Eva Ek\n% Till: Bo Al\n% Ämne: SV: Taxa\nHej\n% Från: Bo Al\n% Ämne: Taxa");
  REQUIRE(findings.size() == 2);
  CHECK(std::get<EMail>(findings[1].record).from == "Bo Al");
}

TEST_CASE("e-mails: running text that begins with Från is none") {
  CHECK(mails_in("Från: nämnden\nTill: styrelsen").empty());
}
