#include "pipeline/segment/header_card.h"

#include <algorithm>
#include <optional>

#include "extractors/bodies.h"
#include "extractors/case_headers.h"
#include "pipeline/segment/card_reader.h"

namespace diarium {
namespace {

// A card is short: more passages or lines are something else.
constexpr std::size_t kMostPassages = 12;
constexpr std::size_t kMostLines = 16;
constexpr std::size_t kLongestCell = 90;  // bytes

/// The cells of a passage that may belong to a card; nothing if any of them can't.
std::optional<std::vector<CardCell>> cells_of(const Passage& passage,
                                              const std::vector<Page>& pages) {
  std::vector<CardCell> cells;
  for (const PassageLine& line : passage.lines)
    add_cells(pages[line.page], line.page, line.words, line.size, cells);
  for (const CardCell& cell : cells) {
    if (cell.text.size() > kLongestCell) return std::nullopt;
  }
  return cells;
}

/// A run of passages of one page that consist of card cells.
struct CardRun {
  std::size_t end = 0;  // behind the last passage
  std::vector<CardCell> cells;
};

bool may_hold_card(const Passage& passage) {
  switch (passage.kind) {
    case ParagraphKind::body:
    case ParagraphKind::heading:
    case ParagraphKind::header_card:
    case ParagraphKind::table:
      return passage.lines.size() <= kMostLines;
    default:
      return false;
  }
}

bool names_somebody(const CardReader& reader, const std::vector<CardCell>& cells) {
  return std::any_of(cells.begin(), cells.end(), [&](const CardCell& cell) {
    return reader.kind_of(cell.text) == CellKind::name;
  });
}

/// Name, role and telephone at the foot of a page, Datum and Dnr at the top of the next.
bool turns_page(const CardReader& reader, const CardRun& run, const std::vector<CardCell>& next) {
  const HeaderCard card = reader.read(run.cells);
  return card.opens_memo() && card.has_contact && !names_somebody(reader, next);
}

/// A ruled table at the top of a page that labels day, body or number: a letterhead drawn as a
/// table, whatever else it holds.
bool is_card_table(const Passage& passage, const CardReader& reader,
                   const std::vector<CardCell>& cells) {
  return passage.kind == ParagraphKind::table && passage.opens_page &&
         reader.read(cells).opens_memo();
}

CardRun run_from(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                 std::size_t begin, const CardReader& reader) {
  CardRun run{begin, {}};
  while (run.end < passages.size() && run.end - begin < kMostPassages) {
    const Passage& passage = passages[run.end];
    if (!may_hold_card(passage)) break;
    const auto cells = cells_of(passage, pages);
    if (!cells) break;
    if (!reader.is_card(*cells, run.cells) && !is_card_table(passage, reader, *cells)) break;
    const std::size_t page =
        run.end == begin ? passage.first_page() : passages[run.end - 1].last_page();
    if (passage.first_page() != page && !turns_page(reader, run, *cells)) break;
    run.cells.insert(run.cells.end(), cells->begin(), cells->end());
    ++run.end;
  }
  return run;
}

/// Who closes a paper: a name, perhaps a role, but no way to reach them.
bool signs(const HeaderCard& card, const RuleBook& rules) {
  const bool labelled = !card.date.empty() || !card.body.empty() || !card.number.empty();
  return !card.officer.empty() && !card.has_contact && !labelled &&
         !rules.rule("document_parts.card_officer").whole(card.role);
}

/// Where the card of a run begins: behind those who sign the paper before.
std::size_t begin_of_card(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                          std::size_t begin, const CardRun& run, const CardReader& reader,
                          const RuleBook& rules) {
  std::vector<CardCell> cells;
  for (std::size_t i = begin; i < run.end; ++i) {
    const auto own = cells_of(passages[i], pages);
    if (names_somebody(reader, *own) && signs(reader.read(cells), rules)) {
      begin = i;
      cells.clear();
    }
    cells.insert(cells.end(), own->begin(), own->end());
  }
  return begin;
}

}  // namespace

bool HeaderCard::opens_memo() const {
  const int labels = (date.empty() ? 0 : 1) + (body.empty() ? 0 : 1) + (number.empty() ? 0 : 1);
  const bool named = !officer.empty() && !role.empty();
  return labels >= 2 || (named && (has_contact || labels >= 1));
}

bool HeaderCard::names_author() const {
  return !officer.empty() && !unit.empty() && has_contact;
}

void mark_header_cards(std::vector<Passage>& passages, const std::vector<Page>& pages,
                       const RuleBook& rules) {
  const CardReader reader(rules);
  for (std::size_t i = 0; i < passages.size();) {
    CardRun run = run_from(passages, pages, i, reader);
    if (run.end == i) {
      ++i;
      continue;
    }
    if (const std::size_t begin = begin_of_card(passages, pages, i, run, reader, rules);
        begin != i) {
      i = begin;
      run = run_from(passages, pages, i, reader);
    }
    const HeaderCard card = reader.read(run.cells);
    const bool over_heading =
        run.end < passages.size() && passages[run.end].form == BlockKind::heading;
    const bool labelled = !card.date.empty() || !card.body.empty() || !card.number.empty();
    // Name, role and telephone alone may as well end a letter.
    if ((card.opens_memo() || card.names_author()) && (labelled || over_heading)) {
      for (std::size_t k = i; k < run.end; ++k) passages[k].kind = ParagraphKind::header_card;
    }
    i = run.end;
  }
}

HeaderCard card_of(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                   const RuleBook& rules) {
  const CardReader reader(rules);
  std::vector<CardCell> cells;
  for (const Passage& passage : passages) {
    if (passage.kind != ParagraphKind::header_card) {
      if (!cells.empty()) break;
      continue;
    }
    for (const PassageLine& line : passage.lines)
      add_cells(pages[line.page], line.page, line.words, line.size, cells);
  }
  return reader.read(cells);
}

HeaderCard head_of(const Page& page, const std::vector<bool>& furniture, double bottom,
                   const RuleBook& rules) {
  constexpr double kHead = 0.25;  // of the page
  std::vector<CardCell> cells;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    const bool above =
        line.box.bottom <= bottom || (furniture[i] && line.box.bottom < kHead * page.height);
    if (above) add_cells(page, 0, line.words, line.size, cells);
  }
  HeaderCard head = CardReader(rules).read(cells);
  // "BUN 2024-00077" on a line of its own needs no label there.
  for (const CardCell& cell : cells) {
    if (!head.number.empty()) break;
    const std::vector<FoundCaseNumber> found = parse_case_numbers(cell.text, rules);
    if (found.size() == 1 && found[0].span == Span{0, cell.text.size()}) head.number = cell.text;
  }
  // Nor does the name of a body: whose paper it is, or who is to decide.
  const Bodies bodies(rules);
  for (const CardCell& cell : cells) {
    if (!head.body.empty()) break;
    if (bodies.basic_form(cell.text)) head.body = cell.text;
  }
  // A name there may be the mayor's on the letterhead.
  if (!rules.rule("document_parts.card_officer").whole(head.role)) head.officer.clear();
  return head;
}

HeaderCard completed(HeaderCard card, const HeaderCard& head) {
  const auto fill = [](std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  };
  fill(card.officer, head.officer);
  fill(card.date, head.date);
  if (card.date.empty()) fill(card.loose_date, head.loose_date);
  fill(card.meeting_date, head.meeting_date);
  fill(card.body, head.body);
  fill(card.number, head.number);
  return card;
}

}  // namespace diarium
