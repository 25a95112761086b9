#include "pipeline/segment/e_mail_head.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::vector<Passage> marked(std::string_view lines) {
  auto passages = passages_in(pages_of(lines));
  mark_e_mail_heads(passages, shipped_rules());
  return passages;
}

}  // namespace

TEST_CASE("e-mail head: Swedish and English heads are marked") {
  CHECK(texts_of(marked("Från: Eva Ek <eva@almvik.se>\nSkickat: den 20 maj 2024 14:33\nTill: "
                        "Socialnämnden\nÄmne: Ansökan\n\nHej"),
                 ParagraphKind::e_mail_header)
            .size() == 4);
  CHECK(texts_of(marked("From: Eva Ek\nSent: Monday\nTo: Nils\nSubject: Trees\nHello"),
                 ParagraphKind::e_mail_header)
            .size() == 4);
}

TEST_CASE("e-mail head: two labels are none, nor are labels far apart") {
  CHECK(texts_of(marked("Från: Almvik\nTill: Norrby\nTåget går klockan tre."),
                 ParagraphKind::e_mail_header)
            .empty());
  CHECK(texts_of(
            marked(
                "Från: Almvik\na\nb\nc\nd\ne\nf\ng\nh\nTill: Norrby\na\nb\nc\nd\ne\nf\ng\nÄmne: x"),
            ParagraphKind::e_mail_header)
            .empty());
}

TEST_CASE("e-mail head: a subject may run over two lines") {
  const auto passages =
      marked("Från: Eva Ek\n  Till: Nils\n  Ämne: Ansökan om bidrag för\n  fler träd");
  CHECK(e_mail_field(passages, {"ämne", "subject"}, shipped_rules()) ==
        "Ansökan om bidrag för fler träd");
  CHECK(e_mail_field(passages, {"skickat"}, shipped_rules()).empty());
}
