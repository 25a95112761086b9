// DOMAIN.md 24.3: the summons and the papers that follow it, but for report and plan.
#include <catch2/catch.hpp>

#include "seed.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

std::string number_of(const Document& document) {
  return document.case_numbers.empty() ? std::string() : normal_form(document.case_numbers[0]);
}

std::string iso(const std::optional<Date>& date) {
  return date ? iso_of(*date) : std::string();
}

}  // namespace

TEST_CASE("seeds 001: the summons") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  REQUIRE(seed->documents() == 10);
  const Document& summons = seed->document(1);
  SECTION("A01-01: kind, body and day without a heading; the weekday fits") {
    CHECK(summons.kind == DocumentKind::kallelse);
    CHECK(summons.body == "Arbetslivsnämnden");
    CHECK(iso(summons.meeting_date) == "2019-06-11");
    CHECK_FALSE(holds(seed->issues(1), "weekday_mismatch"));
  }
  SECTION("A01-02: public meetings are not marked as secret") {
    CHECK_FALSE(holds(seed->issues(1), "secrecy"));
  }
  SECTION("A01-03: two sign, one with a body in the role") {
    const auto signers = seed->records<Signature>(1);
    REQUIRE(signers.size() == 3);
    CHECK(signers[0].name == seed->said(9));
    CHECK(signers[0].body == "Arbetslivsnämnden");
    CHECK(signers[1].role == seed->said(13));
    for (const Signature& signer : signers) CHECK(signer.party.empty());
  }
  SECTION("A01-05: whom to tell of one's absence is a contact and signs nothing") {
    const Signature contact = seed->records<Signature>(1).at(2);
    CHECK(contact.role_kind == "contact");
    CHECK(contact.name == before(after(seed->said(20), "till "), ","));
  }
  SECTION("A01-04: meetings of groups are none of the body") {
    CHECK(iso(summons.meeting_date) == "2019-06-11");
    CHECK(seed->paragraphs(1, ParagraphKind::signature).size() == 2);
    std::vector<std::string> days;  // by their weekdays, without a year
    for (const DateRecord& date : seed->records<DateRecord>(1)) {
      if (date.date.year == 0)
        days.insert(days.end(), date.candidates.begin(), date.candidates.end());
    }
    CHECK(days == std::vector<std::string>{"2019-06-03", "2019-06-04", "2019-06-11"});
  }
  SECTION("A01-06: fourteen items; who is proposed stays with the first") {
    const auto items = seed->records<AgendaItem>(1);
    REQUIRE(items.size() == 14);
    CHECK(items[0].title == seed->said(24));
    CHECK(items[0].note == seed->said(25));
    CHECK(items[13].number == "14");
  }
  SECTION("A01-07: case numbers under their items, without an authority") {
    const auto items = seed->records<AgendaItem>(1);
    REQUIRE(items.size() == 14);
    CHECK(normal_form(*items[8].case_number) == "2019/70");
    CHECK(items[8].case_number->classification == "1.2.4.1");
    CHECK_FALSE(items[7].case_number);
  }
  SECTION("A01-08: a misspelt title stays") {
    CHECK(seed->records<AgendaItem>(1).at(12).title == seed->said(41));
  }
}

TEST_CASE("seeds 001: header cards belong to what follows") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  SECTION("A01-09: name, role and telephone head the next paper") {
    CHECK(seed->document(2).case_officer == seed->said(46));
    CHECK(seed->records<Signature>(1).size() == 3);
  }
  SECTION("A01-10, A01-28, A01-48: stacked Datum, Instans, Dnr") {
    const std::pair<std::size_t, const char*> papers[] = {
        {2, "ALN/2019/70"}, {5, "ALN/2019/33"}, {10, "ALN/2019/73"}};
    for (const auto& [d, number] : papers) {
      CHECK(iso(seed->document(d).date) == "2019-06-11");
      CHECK(seed->document(d).body == "Arbetslivsnämnden");
      CHECK(number_of(seed->document(d)) == number);
    }
    CHECK(seed->document(10).case_numbers[0].classification == "1.2.3.25");
  }
  SECTION("A01-12, A01-37: a card alone; the case by the agenda's title") {
    for (const std::size_t d : {3, 7}) {
      CHECK(seed->document(d).provenance.at("case_numbers") == Provenance::agenda);
      CHECK(iso(seed->document(d).meeting_date) == "2019-06-11");
      CHECK(seed->document(d).body == "Arbetslivsnämnden");
    }
    CHECK(seed->document(3).case_numbers[0].serial == 72);
    CHECK(seed->document(7).case_numbers[0].serial == 68);
    CHECK(seed->document(3).case_officer == seed->said(79));
    CHECK(seed->document(7).case_officer == seed->said(351));
  }
  SECTION("A01-27: the same officer with another telephone") {
    CHECK(seed->document(5).case_officer == seed->said(236));
    CHECK(holds(seed->document(5).issues, "contact_conflict"));
  }
  SECTION("A01-45: a card right behind the foot of an e-mail") {
    CHECK(seed->document(9).case_officer == seed->said(416));
    CHECK(seed->document(9).title == seed->said(420));
    CHECK(seed->document(9).kind == DocumentKind::tjansteskrivelse);
  }
  SECTION("A01-50: the same two sign six papers and the summons") {
    for (const std::size_t d : {2, 3, 5, 7, 9, 10}) {
      Texts names;
      for (const Signature& signer : seed->records<Signature>(d)) {
        if (signer.role_kind == "signer") names.push_back(signer.name);
      }
      CHECK(names == Texts{seed->said(71), seed->said(74)});
    }
  }
}

TEST_CASE("seeds 001: what papers rest on and go to") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  SECTION("A01-11: an attachment that is not there") {
    const auto attachments = seed->records<Attachment>(2);
    REQUIRE(attachments.size() == 1);
    CHECK(attachments[0].present == false);
    CHECK(holds(seed->issues(2), "missing_attachment"));
  }
  SECTION("A01-13: a paragraph stands in memo and report") {
    const std::string sentence = before(seed->said(93), ".");
    for (const std::size_t d : {3, 4})
      CHECK(seed->document(d).text.view().find(sentence) != std::string_view::npos);
  }
  SECTION("A01-14: consultation has a section") {
    const Section& section = seed->section(3, seed->said(107));
    CHECK(section.kind == SectionKind::consultation);
    CHECK(section.paragraphs.size() == 1);
  }
  SECTION("A01-15, A01-39: recipients, a foundation among them") {
    CHECK(seed->records<Recipient>(3).at(0).name == "Kommunstyrelsen");
    CHECK(seed->records<Recipient>(7).at(0).name == seed->said(371));
  }
  SECTION("A01-29: headings of parts, bold or not") {
    const auto headings = seed->paragraphs(5, ParagraphKind::heading);
    for (const std::size_t line : {257, 267, 275}) CHECK(holds(headings, seed->said(line)));
  }
  SECTION("A01-30: a page end amid a sentence") {
    const std::string end = seed->said(271);
    CHECK(seed->document(5).text.view().find(end.substr(end.size() - 12) + ' ' +
                                             before(seed->said(273), "(")) !=
          std::string_view::npos);
  }
  SECTION("A01-31: an act that was repealed when the paper was written") {
    CHECK(holds(seed->references(5, "law"), "SFS 1986:223 6 §"));
    CHECK(holds(seed->issues(5), "repealed_at_date"));
  }
  SECTION("A01-32: a garbled sentence stays") {
    CHECK(seed->document(5).text.view().find(seed->said(281)) != std::string_view::npos);
  }
  SECTION("A01-38: reasons are no clause; amounts with a comma for thousands") {
    CHECK(seed->records<Beslutssats>(7).size() == 1);
    const auto amounts = seed->records<AmountRecord>(7);
    REQUIRE(amounts.size() == 2);
    CHECK(amounts[1].value == 735000);
  }
}

TEST_CASE("seeds 001: the printed e-mail") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  const auto mails = seed->records<EMail>(8);
  REQUIRE(mails.size() == 1);
  SECTION("A01-40: head, parent and kind") {
    CHECK(seed->document(8).kind == DocumentKind::e_post);
    CHECK(seed->document(8).parent == seed->document(7).id);
    CHECK(mails[0].from == after(seed->said(379), ": "));
    CHECK(iso(mails[0].sent) == "2019-05-20T14:33");
    CHECK(mails[0].to == Texts{after(seed->said(381), ": ")});
    CHECK(mails[0].cc.size() == 3);
    CHECK(mails[0].subject == after(seed->said(383), ": "));
  }
  SECTION("A01-41: a day that no calendar has") {
    CHECK(holds(seed->issues(8), "invalid_date"));
  }
  SECTION("A01-42: who signs is not who sent") {
    const auto signers = seed->records<Signature>(8);
    REQUIRE(signers.size() == 2);
    CHECK(signers[0].name == seed->said(391));
    CHECK(signers[0].role_kind == "signer");
    CHECK(signers[1].name == seed->said(399));
    CHECK(signers[1].role_kind == "contact");
  }
  SECTION("A01-43: a line with a colon is no field of the head") {
    for (const std::string& line : seed->paragraphs(8, ParagraphKind::e_mail_header))
      CHECK(line.find("LO-distriktet") == std::string::npos);
  }
}

TEST_CASE("seeds 001: matters reported and delegated") {
  const Seed* seed = seed_of("001");
  if (seed == nullptr) return;
  SECTION("A01-46: decisions of the council with their case numbers") {
    const auto decisions = seed->references(9, "decision");
    CHECK(holds(decisions, "Kommunfullmäktige 2019-04-25 § 79"));
    CHECK(holds(decisions, "Kommunfullmäktige 2019-04-25 § 81"));
    CHECK(seed->references(9, "case_number") == Texts{"2019/64", "2018/96", "2019/65"});
    CHECK(seed->records<Beslutssats>(9).size() == 1);
  }
  SECTION("A01-47: one number for the matter and for an item of it") {
    CHECK(seed->document(9).case_numbers.at(0).serial == 65);
    CHECK(holds(seed->references(9, "case_number"), "2019/65"));
  }
  SECTION("A01-49: minutes by their body, day and range of paragraphs") {
    CHECK(holds(seed->references(10, "decision"),
                "Socialutskott Försörjningsenheten 2019-04-16 § 7-9"));
  }
  SECTION("A01-51: items and their papers, by number and by title") {
    const auto items = seed->records<AgendaItem>(1);
    REQUIRE(items.size() == 14);
    const std::pair<std::size_t, std::size_t> pairs[] = {{9, 2},  {10, 3}, {11, 5},
                                                         {12, 7}, {13, 9}, {14, 10}};
    for (const auto& [item, paper] : pairs)
      CHECK(items[item - 1].documents == Texts{seed->document(paper).id});
    for (std::size_t item = 1; item <= 8; ++item) CHECK(items[item - 1].documents.empty());
  }
}
