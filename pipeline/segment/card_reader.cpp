#include "pipeline/segment/card_reader.h"

#include <algorithm>
#include <array>

#include "extractors/case_headers.h"
#include "models/date.h"
#include "models/unicode.h"

namespace diarium {
namespace {

// Columns of a card stand farther apart than this many font sizes; words of one don't.
constexpr double kColumnGap = 1.5;

// A value is set in letters of its label's size, but for what recognition gets wrong.
constexpr double kSameSize = 1.35;

/// The box of a word as if the pages of the file hung one below the other.
Rect hung(Rect box, std::size_t page) {
  constexpr double kPitch = 1e5;  // points; no page is as tall
  box.top += kPitch * static_cast<double>(page);
  box.bottom += kPitch * static_cast<double>(page);
  return box;
}

bool is_unit(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kEnds{"förvaltningen", "kontoret",    "kansliet",
                                                         "enheten",       "avdelningen", "sektorn",
                                                         "staben",        "kontor"};
  const std::string lower = to_lower(trim(text));
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

}  // namespace

void add_cells(const Page& page, std::size_t page_index, Span words, double size,
               std::vector<CardCell>& cells) {
  for (std::size_t i = words.begin; i < words.end; ++i) {
    const Word& word = page.words[i];
    const bool new_cell = i == words.begin || word.box.left - page.words[i - 1].box.right >
                                                  kColumnGap * std::max(word.size, 1.0);
    if (new_cell) {
      cells.push_back({word.text, hung(word.box, page_index), size});
    } else {
      if (!word.joined) cells.back().text += ' ';
      cells.back().text += word.text;
      cells.back().box = united(cells.back().box, hung(word.box, page_index));
    }
  }
}

CellKind CardReader::kind_of(std::string_view text) const {
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
bool CardReader::is_card(const std::vector<CardCell>& cells,
                         const std::vector<CardCell>& before) const {
  std::vector<CardCell> all = before;
  all.insert(all.end(), cells.begin(), cells.end());
  return std::all_of(cells.begin(), cells.end(), [&](const CardCell& cell) {
    return kind_of(cell.text) != CellKind::none || label_above(cell, all) != nullptr;
  });
}

HeaderCard CardReader::read(const std::vector<CardCell>& cells) const {
  HeaderCard card;
  for (const CardCell& cell : cells) take(cell, cells, card);
  return card;
}

bool CardReader::whole(std::string_view rule, std::string_view text) const {
  return rules_.rule(rule).whole(text).has_value();
}

/// Who is elected signs a paper and doesn't head it.
bool CardReader::is_officials_role(std::string_view text) const {
  const Term* role = rules_.find("roles", text);
  if (role == nullptr) return whole("roles.compound", text);
  const auto kind = role->fields.find("kind");
  return kind != role->fields.end() && kind->second == "official";
}

std::optional<CardReader::Officer> CardReader::officer_with_role(std::string_view text) const {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto person = names_.person(text.substr(0, comma));
  const std::string_view role = trim(text.substr(comma + 1));
  const bool named = whole("document_parts.card_officer", role) || is_officials_role(role);
  if (!person || !named) return std::nullopt;
  return Officer{person->name, std::string(role)};
}

/// The label Datum, Instans, Dnr or Handläggare without a value of its own that stands right
/// above in letters of the same size.
const CardCell* CardReader::label_above(const CardCell& cell,
                                        const std::vector<CardCell>& cells) const {
  const CardCell* nearest = nullptr;
  for (const CardCell& other : cells) {
    const bool above = other.box.centre().y < cell.box.top && cell.size < kSameSize * other.size &&
                       cell.box.top - other.box.bottom < 1.5 * cell.box.height();
    if (!above || horizontal_overlap(cell.box, other.box) <= 0 || !is_bare_label(other.text))
      continue;
    if (nearest == nullptr || other.box.top > nearest->box.top) nearest = &other;
  }
  return nearest;
}

bool CardReader::is_bare_label(std::string_view text) const {
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

/// A date or a number on the line of its label, a column farther right.
std::string CardReader::value_beside(const CardCell& label,
                                     const std::vector<CardCell>& cells) const {
  const CellKind kind = kind_of(label.text);
  const CardCell* nearest = nullptr;
  for (const CardCell& cell : cells) {
    const bool right = cell.box.left >= label.box.right && cell.size < kSameSize * label.size &&
                       vertical_overlap(cell.box, label.box) > 0.5 * label.box.height();
    if (right && (nearest == nullptr || cell.box.left < nearest->box.left)) nearest = &cell;
  }
  if (nearest == nullptr) return {};
  const bool fits =
      (kind == CellKind::date_label && parse_date(nearest->text)) ||
      (kind == CellKind::number && !parse_case_numbers("Dnr " + nearest->text, rules_).empty());
  return fits ? nearest->text : std::string();
}

/// The value printed after a label, beside it or under it.
std::string CardReader::value_of(const CardCell& label, std::string_view own,
                                 const std::vector<CardCell>& cells) const {
  if (!own.empty()) return std::string(trim(own));
  if (std::string beside = value_beside(label, cells); !beside.empty()) return beside;
  for (const CardCell& cell : cells) {
    if (&cell != &label && label_above(cell, cells) == &label) return cell.text;
  }
  return {};
}

void CardReader::take(const CardCell& cell, const std::vector<CardCell>& cells,
                      HeaderCard& card) const {
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
      take_date(cell, cells, card);
      break;
    case CellKind::value:
    case CellKind::none:
      break;
  }
}

/// A date without a label is that of the paper; under the name of the body that it goes to, that of
/// the meeting.
void CardReader::take_date(const CardCell& cell, const std::vector<CardCell>& cells,
                           HeaderCard& card) const {
  const bool meeting = is_under_body(cell, cells);
  if (!meeting && label_above(cell, cells) != nullptr) return;
  std::string& field = meeting ? card.meeting_date : card.loose_date;
  if (field.empty()) field = cell.text;
}

bool CardReader::is_under_body(const CardCell& date, const std::vector<CardCell>& cells) const {
  return std::any_of(cells.begin(), cells.end(), [&](const CardCell& cell) {
    const bool above = cell.box.centre().y < date.box.top &&
                       date.box.top - cell.box.bottom < date.box.height() &&
                       horizontal_overlap(cell.box, date.box) > 0;
    if (!above) return false;
    const CardCell* label = label_above(cell, cells);
    return label != nullptr && kind_of(label->text) == CellKind::body_label;
  });
}

void CardReader::take_name(const std::string& text, HeaderCard& card) const {
  if (!card.officer.empty()) return;
  const auto officer = officer_with_role(text);
  card.officer = officer ? officer->name : text;
  if (officer) card.role = officer->role;
}

void CardReader::take_value(const CardCell& label, std::string_view rule, std::string_view group,
                            const std::vector<CardCell>& cells, std::string& field) const {
  const auto match = rules_.rule(rule).whole(label.text);
  if (match && field.empty()) field = value_of(label, (*match)[group], cells);
}

/// "Handläggare" under a name, "Handläggare: Eva Ek", or a name under the label.
void CardReader::take_officer(const CardCell& cell, const std::vector<CardCell>& cells,
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

}  // namespace diarium
