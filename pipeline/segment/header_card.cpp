#include "pipeline/segment/header_card.h"

#include <algorithm>
#include <array>

#include "extractors/names.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium {
namespace {

// Columns of a card stand farther apart than this many font sizes; words of one don't.
constexpr double kColumnGap = 1.5;
// A card is short: more passages or lines are something else.
constexpr std::size_t kMostPassages = 12;
constexpr std::size_t kMostLines = 16;
constexpr std::size_t kLongestCell = 90;  // bytes

// A value is set in letters of its label's size, but for what recognition gets wrong.
constexpr double kSameSize = 1.35;

/// A stretch of a line without a wide gap: "Datum", "2024-06-11".
struct CardCell {
  std::string text;
  Rect box;
  double size = 0;  // of its line, points: boxes of recognised words are as high as their letters
};

enum class CellKind {
  none,
  name,
  role,
  contact,
  unit,
  date_label,
  date,
  body_label,
  number,
  value
};

/// The box of a word as if the pages of the file hung one below the other.
Rect hung(Rect box, std::size_t page) {
  constexpr double kPitch = 1e5;  // points; no page is as tall
  box.top += kPitch * static_cast<double>(page);
  box.bottom += kPitch * static_cast<double>(page);
  return box;
}

void add_cells(const Page& page, const PassageLine& line, std::vector<CardCell>& cells) {
  for (std::size_t i = line.words.begin; i < line.words.end; ++i) {
    const Word& word = page.words[i];
    const bool new_cell = i == line.words.begin || word.box.left - page.words[i - 1].box.right >
                                                       kColumnGap * std::max(word.size, 1.0);
    if (new_cell) {
      cells.push_back({word.text, hung(word.box, line.page), line.size});
    } else {
      if (!word.joined) cells.back().text += ' ';
      cells.back().text += word.text;
      cells.back().box = united(cells.back().box, hung(word.box, line.page));
    }
  }
}

/// Reads the cells of a card, one run of passages.
class CardReader {
 public:
  CardReader(const std::vector<Page>& pages, const RuleBook& rules)
      : pages_(pages), rules_(rules), names_(rules) {}

  /// The cells of a passage that may belong to a card; nothing if any of them can't.
  [[nodiscard]] std::optional<std::vector<CardCell>> cells_of(const Passage& passage) const {
    std::vector<CardCell> cells;
    for (const PassageLine& line : passage.lines) add_cells(pages_[line.page], line, cells);
    for (const CardCell& cell : cells) {
      if (cell.text.size() > kLongestCell) return std::nullopt;
    }
    return cells;
  }

  [[nodiscard]] CellKind kind_of(std::string_view text) const {
    if (whole("document_parts.card_number", text)) return CellKind::number;
    if (whole("document_parts.card_date", text)) return CellKind::date_label;
    if (whole("document_parts.card_body", text)) return CellKind::body_label;
    if (whole("document_parts.telephone", text) || whole("document_parts.e_mail_address", text)) {
      return CellKind::contact;
    }
    if (whole("document_parts.card_officer", text)) return CellKind::role;
    if (parse_date(text)) return CellKind::date;
    if (is_unit(text)) return CellKind::unit;
    if (is_officials_role(text)) return CellKind::role;
    if (whole("document_parts.card_other", text)) return CellKind::value;
    if (names_.person(text) || officer_with_role(text)) return CellKind::name;
    return CellKind::none;
  }

  /// Whether every cell is of a card, or stands under a label that it may be the value of.
  [[nodiscard]] bool is_card(const std::vector<CardCell>& cells,
                             const std::vector<CardCell>& before) const {
    std::vector<CardCell> all = before;
    all.insert(all.end(), cells.begin(), cells.end());
    return std::all_of(cells.begin(), cells.end(), [&](const CardCell& cell) {
      return kind_of(cell.text) != CellKind::none || label_above(cell, all) != nullptr;
    });
  }

  [[nodiscard]] HeaderCard read(const std::vector<CardCell>& cells) const {
    HeaderCard card;
    for (const CardCell& cell : cells) take(cell, cells, card);
    return card;
  }

 private:
  [[nodiscard]] bool whole(std::string_view rule, std::string_view text) const {
    return rules_.rule(rule).whole(text).has_value();
  }

  /// Who is elected signs a paper and doesn't head it.
  [[nodiscard]] bool is_officials_role(std::string_view text) const {
    const Term* role = rules_.find("roles", text);
    if (role == nullptr) return whole("roles.compound", text);
    const auto kind = role->fields.find("kind");
    return kind != role->fields.end() && kind->second == "official";
  }

  /// "Eva Ek, controller"
  struct Officer {
    std::string name;
    std::string role;
  };

  [[nodiscard]] std::optional<Officer> officer_with_role(std::string_view text) const {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    const auto person = names_.person(text.substr(0, comma));
    const std::string_view role = trim(text.substr(comma + 1));
    const bool named = whole("document_parts.card_officer", role) || is_officials_role(role);
    if (!person || !named) return std::nullopt;
    return Officer{person->name, std::string(role)};
  }

  static bool is_unit(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kEnds{
        "förvaltningen", "kontoret", "kansliet", "enheten",
        "avdelningen",   "sektorn",  "staben",   "kontor"};
    const std::string lower = to_lower(trim(text));
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return lower.ends_with(end); });
  }

  /// The label Datum, Instans, Dnr or Handläggare without a value of its own that stands right
  /// above in letters of the same size.
  const CardCell* label_above(const CardCell& cell, const std::vector<CardCell>& cells) const {
    const CardCell* nearest = nullptr;
    for (const CardCell& other : cells) {
      const bool above = other.box.centre().y < cell.box.top &&
                         cell.size < kSameSize * other.size &&
                         cell.box.top - other.box.bottom < 1.5 * cell.box.height();
      if (!above || horizontal_overlap(cell.box, other.box) <= 0 || !is_bare_label(other.text))
        continue;
      if (nearest == nullptr || other.box.top > nearest->box.top) nearest = &other;
    }
    return nearest;
  }

  [[nodiscard]] bool is_bare_label(std::string_view text) const {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kLabels{
        {{"document_parts.card_date", "date"},
         {"document_parts.card_body", "body"},
         {"document_parts.card_number", "number"},
         {"document_parts.card_officer", "name"}}};
    return std::any_of(kLabels.begin(), kLabels.end(), [&](const auto& label) {
      const auto match = rules_.rule(label.first).whole(text);
      return match && (*match)[label.second].empty();
    });
  }

  /// The value printed after a label, or under it.
  std::string value_of(const CardCell& label, std::string_view own,
                       const std::vector<CardCell>& cells) const {
    if (!own.empty()) return std::string(trim(own));
    for (const CardCell& cell : cells) {
      if (&cell != &label && label_above(cell, cells) == &label) return cell.text;
    }
    return {};
  }

  void take(const CardCell& cell, const std::vector<CardCell>& cells, HeaderCard& card) const {
    switch (kind_of(cell.text)) {
      case CellKind::number:
        take_value(cell, "document_parts.card_number", "number", cells, card.number);
        break;
      case CellKind::date_label:
        take_value(cell, "document_parts.card_date", "date", cells, card.date);
        break;
      case CellKind::body_label:
        take_value(cell, "document_parts.card_body", "body", cells, card.body);
        break;
      case CellKind::role:
        take_officer(cell, cells, card);
        break;
      case CellKind::contact:
        card.has_contact = true;
        break;
      case CellKind::unit:
        if (card.unit.empty()) card.unit = cell.text;
        break;
      case CellKind::name:
        take_name(cell.text, card);
        break;
      case CellKind::date:
        if (card.loose_date.empty() && label_above(cell, cells) == nullptr)
          card.loose_date = cell.text;
        break;
      case CellKind::value:
      case CellKind::none:
        break;
    }
  }

  void take_name(const std::string& text, HeaderCard& card) const {
    if (!card.officer.empty()) return;
    const auto officer = officer_with_role(text);
    card.officer = officer ? officer->name : text;
    if (officer) card.role = officer->role;
  }

  void take_value(const CardCell& label, std::string_view rule, std::string_view group,
                  const std::vector<CardCell>& cells, std::string& field) const {
    const auto match = rules_.rule(rule).whole(label.text);
    if (match && field.empty()) field = value_of(label, (*match)[group], cells);
  }

  /// "Handläggare" under a name, "Handläggare: Eva Ek", or a name under the label.
  void take_officer(const CardCell& cell, const std::vector<CardCell>& cells,
                    HeaderCard& card) const {
    const auto match = rules_.rule("document_parts.card_officer").whole(cell.text);
    card.role = match && !(*match)["name"].empty() ? "Handläggare" : cell.text;
    if (!match) return;
    if (const auto own = names_.person((*match)["name"])) {
      card.officer = own->name;
    } else if (card.officer.empty()) {
      if (const auto below = names_.person(value_of(cell, "", cells))) card.officer = below->name;
    }
  }

  const std::vector<Page>& pages_;
  const RuleBook& rules_;
  PersonNames names_;
};

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

CardRun run_from(const std::vector<Passage>& passages, std::size_t begin,
                 const CardReader& reader) {
  CardRun run{begin, {}};
  while (run.end < passages.size() && run.end - begin < kMostPassages) {
    const Passage& passage = passages[run.end];
    if (!may_hold_card(passage)) break;
    const auto cells = reader.cells_of(passage);
    if (!cells || !reader.is_card(*cells, run.cells)) break;
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
std::size_t begin_of_card(const std::vector<Passage>& passages, std::size_t begin,
                          const CardRun& run, const CardReader& reader, const RuleBook& rules) {
  std::vector<CardCell> cells;
  for (std::size_t i = begin; i < run.end; ++i) {
    const auto own = reader.cells_of(passages[i]);
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
  const CardReader reader(pages, rules);
  for (std::size_t i = 0; i < passages.size();) {
    CardRun run = run_from(passages, i, reader);
    if (run.end == i) {
      ++i;
      continue;
    }
    if (const std::size_t begin = begin_of_card(passages, i, run, reader, rules); begin != i) {
      i = begin;
      run = run_from(passages, i, reader);
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
  const CardReader reader(pages, rules);
  std::vector<CardCell> cells;
  for (const Passage& passage : passages) {
    if (passage.kind != ParagraphKind::header_card) {
      if (!cells.empty()) break;
      continue;
    }
    for (const PassageLine& line : passage.lines) add_cells(pages[line.page], line, cells);
  }
  return reader.read(cells);
}

}  // namespace diarium
