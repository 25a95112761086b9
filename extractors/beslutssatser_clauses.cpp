#include "extractors/beslutssatser_clauses.h"

#include <algorithm>

#include "extractors/beslutssatser_kinds.h"
#include "extractors/beslutssatser_text.h"
#include "models/unicode.h"

namespace diarium {
namespace {

// A quoted addition that doesn't close within so many paragraphs was never closed.
constexpr int kAdditionParagraphs = 6;
// A declaration without a deciding verb is one sentence; more is reasoning.
constexpr std::size_t kDeclarationBytes = 300;
// An opener further into a list item is part of its clause.
constexpr std::size_t kOpenerInItem = 4;

bool can_hold_clause(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::list_item;
}

bool ends_region(ParagraphKind kind) {
  return kind == ParagraphKind::signature || kind == ParagraphKind::header_card ||
         kind == ParagraphKind::e_mail_header;
}

}  // namespace

/// One walk through the paragraphs of a document.
class ClauseFinder::Reading {
 public:
  Reading(const ClauseFinder& finder, const Document& document)
      : finder_(finder), document_(document), text_(document.text.view()) {}

  std::vector<FoundClause> read() {
    for (const Section& section : document_.sections) {
      region_.reset();
      item_ = section.item;
      switch (clause_source_of(document_, section)) {
        case ClauseSource::heading:
          read_under_heading(section);
          break;
        case ClauseSource::openers:
          read_running(section);
          break;
        case ClauseSource::none:
          break;
      }
    }
    return std::move(found_);
  }

 private:
  /// Where clauses are due, and what announced them.
  struct Region {
    Opener opener;
    bool by_heading = false;
    bool fresh = true;                  ///< nothing has been found in it yet
    std::optional<Opener> around = {};  ///< of the heading, where an item of its list opened this
  };

  [[nodiscard]] const Rule& rule(std::string_view name) const {
    return finder_.rules_.rule("beslutssatser." + std::string(name));
  }

  void read_under_heading(const Section& section) {
    const std::string_view heading = text_.substr(section.heading.begin, section.heading.size());
    std::optional<Opener> opener = finder_.openers_.in_heading(heading);
    if (!opener) opener = finder_.openers_.proposing(heading);
    if (!opener) opener = finder_.openers_.deciding(heading);
    if (!opener) opener = finder_.openers_.moving(heading);
    if (!opener) opener = Opener{.rule = "beslutssatser.bare_heading", .confidence = 0.8};
    if (is_proposal_in_minutes(document_, *opener)) return;
    opener->names_subject = false;
    const std::size_t clause = opener->clause;
    region_ = Region{.opener = *std::move(opener), .by_heading = true};
    read_in_heading(section.heading, clause);
    for (std::size_t i = section.paragraphs.begin; i < section.paragraphs.end && region_; ++i) {
      read_paragraph(document_.paragraphs[i]);
    }
  }

  /// "Partiet föreslår fullmäktige besluta att anta planen med följande ändringar:" announces, and
  /// is a clause itself.
  void read_in_heading(Span heading, std::size_t at) {
    const Span rest = trimmed(text_, {heading.begin + at, heading.end});
    constexpr std::string_view kAtt = "att ";
    if (!slice(rest).starts_with(kAtt)) return;
    if (leads_with_infinitive(slice({rest.begin + kAtt.size(), rest.end})))
      add(rest, region_->opener, rule("att"));
  }

  void read_running(const Section& section) {
    for (std::size_t i = section.paragraphs.begin; i < section.paragraphs.end; ++i) {
      read_paragraph(document_.paragraphs[i]);
    }
  }

  void read_paragraph(const Paragraph& paragraph) {
    if (ends_region(paragraph.kind)) region_.reset();
    if (!can_hold_clause(paragraph.kind)) return;
    Span span = paragraph.span;
    if (const auto instruction = rule("instruction").first(slice(span))) {
      span.end = span.begin + instruction->span().begin;
    }
    span = trimmed(text_, span);
    const bool closes = cut_at_closing_line(paragraph, span);
    if (!span.empty() && !takes_addition(span)) read_text(paragraph, span);
    if (closes) region_.reset();
  }

  /// Layout may join a line that closes the clauses to the last of them: a rule, "Följande texter
  /// ändras:".
  bool cut_at_closing_line(const Paragraph& paragraph, Span& span) const {
    if (const auto closing = rule("closing_sentence").first(slice(span))) {
      span = trimmed(text_, {span.begin, span.begin + closing->span_of("closing").begin});
      return true;
    }
    for (std::size_t i = 1; i < paragraph.lines.size(); ++i) {
      const Span line = paragraph.lines[i];
      if (line.end > span.end || !rule("closer").whole(slice(line))) continue;
      span = trimmed(text_, {span.begin, line.begin});
      return true;
    }
    return false;
  }

  void read_text(const Paragraph& paragraph, Span span) {
    if (region_ && rule("closer").first(slice(span))) {
      region_.reset();
      return;
    }
    if (opens(paragraph, span)) return;
    if (region_) {
      read_in_region(paragraph, span);
    } else if (brings_clauses_in_items(document_.kind) &&
               paragraph.kind == ParagraphKind::list_item && rule("att").first(slice(span))) {
      add(span, {.rule = rule("att").name(), .confidence = 0.9, .proposal = true}, rule("att"));
    }
  }

  [[nodiscard]] std::string_view slice(Span span) const {
    return text_.substr(span.begin, span.size());
  }

  /// The opener that a paragraph holds, as far as its place and the kind of document allow one.
  [[nodiscard]] std::optional<Opener> opener_in(const Paragraph& paragraph,
                                                std::string_view text) const {
    const bool under_heading = region_ && region_->by_heading;
    const OpenerKinds allowed = openers_allowed(document_, under_heading);
    const std::size_t last_start =
        paragraph.kind == ParagraphKind::list_item ? kOpenerInItem : text.size();
    const auto fits = [&](const std::optional<Opener>& opener, std::size_t limit) {
      return opener && opener->span.begin <= limit;
    };
    if (allowed.labels) {
      if (auto opener = finder_.openers_.label(text)) return opener;
    }
    if (allowed.proposing) {
      if (auto opener = finder_.openers_.proposing(text); fits(opener, last_start)) return opener;
    }
    if (allowed.deciding) {
      if (auto opener = finder_.openers_.deciding(text); fits(opener, kOpenerInItem)) return opener;
    }
    if (allowed.deciding && is_minutes(document_.kind)) {
      if (auto opener = finder_.openers_.deciding_behind(text)) return opener;
    }
    if (allowed.moving) {
      if (auto opener = finder_.openers_.moving(text); fits(opener, last_start)) return opener;
    }
    return std::nullopt;
  }

  bool opens(const Paragraph& paragraph, Span span) {
    std::optional<Opener> opener = opener_in(paragraph, slice(span));
    if (!opener) return false;
    const bool by_heading = region_ && region_->by_heading;
    if (region_ && opener->decider.empty()) {
      opener->decider = region_->opener.decider;
      opener->via = region_->opener.via;
    }
    const Span rest = trimmed(text_, {span.begin + opener->clause, span.end});
    std::optional<Opener> around;
    if (by_heading && paragraph.kind == ParagraphKind::list_item && !rest.empty())
      around = region_->around ? region_->around : region_->opener;
    region_ = Region{.opener = *opener, .by_heading = by_heading, .around = std::move(around)};
    // "besluta följande.", "beslutar att" above a list
    if (!rule("list_item").first(slice(rest)) || slice(rest) == "att") return true;
    // "Nämnden beslutar godkänna rapporten" is a sentence of its own; other openers only announce.
    const Span clause = opener->names_subject ? span : rest;
    add_all(paragraph, clause, finder_.rules_.rule(opener->rule));
    return true;
  }

  void read_in_region(const Paragraph& paragraph, Span span) {
    const std::string_view text = slice(span);
    if (paragraph.kind == ParagraphKind::list_item) {
      if (continues_list(paragraph, text)) {
        found_.back().span.end = span.end;
      } else {
        // "Nämnden föreslår styrelsen att anta planen" binds its own item, and those that go on.
        const bool goes_on = rule("att").first(text) || leads_with_infinitive(text);
        const bool own = region_->around && !goes_on;
        add(span, own ? *region_->around : region_->opener, rule("list_item"));
        level_ = paragraph.level;
      }
      return;
    }
    if (const auto number = rule("number").first(text); number && region_->by_heading) {
      add_numbered(paragraph, span);
      return;
    }
    // An amendment quotes the clause that it adds.
    const std::string bare = without_quotes(text);
    const bool led = rule("att").first(text).has_value() || leads_with_infinitive(bare);
    const bool sentence = region_->by_heading || region_->fresh;
    if (led || (sentence && is_sentence_clause(bare))) {
      add_all(paragraph, span, rule(led ? "att" : "sentence"));
    } else if (!region_->by_heading) {
      region_.reset();
    }
  }

  /// Names under "välja:", parts under "enligt följande:", and items set deeper belong to the
  /// clause above.
  [[nodiscard]] bool continues_list(const Paragraph& paragraph, std::string_view text) const {
    if (region_->fresh || found_.empty()) return false;
    if (paragraph.level > level_) return true;
    return announces_ && !rule("att").first(text) &&
           finder_.verbs_.meaning_of(text).actions.empty();
  }

  [[nodiscard]] bool leads_with_infinitive(std::string_view text) const {
    const std::size_t end = std::min(text.find(' '), text.size());
    return finder_.verbs_.is_infinitive(text.substr(0, end));
  }

  [[nodiscard]] bool is_sentence_clause(std::string_view text) const {
    const ClauseMeaning meaning = finder_.verbs_.meaning_of(text);
    if (meaning.actions.empty()) return false;
    // "Utredningen föreslår att" tells what others want; a body that proposes is an opener.
    if (meaning.actions.front().lemma == "föreslå" && meaning.subject.empty()) return false;
    return meaning.clause_class != "declaration" || text.size() <= kDeclarationBytes;
  }

  /// One clause for each "att" that a deciding verb follows; the rest of the paragraph stays whole.
  void add_all(const Paragraph& paragraph, Span span, const Rule& by) {
    std::size_t begin = span.begin;
    if (paragraph.kind != ParagraphKind::list_item) {
      for (const std::size_t cut : cuts_in(paragraph, span)) {
        add(trimmed(text_, {begin, cut}), region_->opener, by);
        begin = cut;
      }
    }
    add(trimmed(text_, {begin, span.end}), region_->opener, by);
    level_ = paragraph.level;
  }

  /// "1 Taxan antas.", each on a line of its own, without the full stop that makes a list for
  /// layout.
  void add_numbered(const Paragraph& paragraph, Span span) {
    std::size_t begin = span.begin;
    const auto add_part = [&](std::size_t end) {
      Span part = trimmed(text_, {begin, end});
      if (const auto number = rule("number").first(slice(part)))
        part.begin += number->span_of("rest").begin;
      add(part, region_->opener, rule("list_item"));
      begin = end;
    };
    for (const Span line : paragraph.lines) {
      if (line.begin > begin && line.end <= span.end && rule("number").first(slice(line)))
        add_part(line.begin);
    }
    add_part(span.end);
  }

  /// Where further clauses begin within a paragraph: bytes of the document's text.
  [[nodiscard]] std::vector<std::size_t> cuts_in(const Paragraph& paragraph, Span span) const {
    std::vector<std::size_t> cuts;
    std::size_t begin = span.begin;
    for (const Match& match : rule("att_boundary").matches(slice(span))) {
      const std::size_t cut = span.begin + match.span_of("att").begin;
      if (!finder_.verbs_.is_infinitive(match["verb"]) && !begins_line(paragraph, cut)) continue;
      const std::string_view before = match["before"];
      const bool parted = before.find_first_of(",;.:") != std::string_view::npos;
      const bool task = ClauseVerbs::hands_on(finder_.verbs_.meaning_of(slice({begin, cut})));
      if (!begins_line(paragraph, cut) && (task || !parted)) continue;
      cuts.push_back(cut);
      begin = cut;
    }
    for (const Span line : paragraph.lines) {
      const bool within = line.begin > span.begin && line.end <= span.end;
      if (within && rule("att_line").first(slice(line))) cuts.push_back(line.begin);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
  }

  [[nodiscard]] static bool begins_line(const Paragraph& paragraph, std::size_t at) {
    const auto line =
        std::lower_bound(paragraph.lines.begin(), paragraph.lines.end(), at,
                         [](const Span& span, std::size_t value) { return span.begin < value; });
    return line != paragraph.lines.end() && line->begin == at;
  }

  void add(Span span, const Opener& opener, const Rule& by) {
    if (span.empty()) return;
    FoundClause clause{.span = span,
                       .opener = opener,
                       .item = item_,
                       .rule = by.name(),
                       .confidence = std::min(opener.confidence, by.confidence())};
    addition_paragraphs_ = 0;
    states_ = rule("statement").first(slice(span)).has_value();
    announces_ = slice(span).ends_with(':');
    if (const auto addition = rule("addition").first(slice(span))) {
      const Span rest = trimmed(text_, {span.begin + addition->span().end, span.end});
      if (rest.empty()) {
        addition_paragraphs_ = kAdditionParagraphs;
      } else if (begins_quoted(slice(rest))) {
        clause.addition = rest;
        clause.span = trimmed(text_, {span.begin, rest.begin});
        if (!ends_quoted(slice(rest))) addition_paragraphs_ = kAdditionParagraphs;
      }
    }
    if (states_) addition_paragraphs_ = 1;
    found_.push_back(std::move(clause));
    if (region_) region_->fresh = false;
  }

  /// Whether a paragraph is the quoted text, or more of it, that the last clause adds.
  bool takes_addition(Span span) {
    if (addition_paragraphs_ == 0) return false;
    FoundClause& clause = found_.back();
    if (!clause.addition && !begins_quoted(slice(span)) && !states_) {
      addition_paragraphs_ = 0;
      return false;
    }
    clause.addition = Span{clause.addition ? clause.addition->begin : span.begin, span.end};
    addition_paragraphs_ = ends_quoted(slice(span)) ? 0 : addition_paragraphs_ - 1;
    return true;
  }

  const ClauseFinder& finder_;
  const Document& document_;
  std::string_view text_;
  std::vector<FoundClause> found_;
  std::optional<Region> region_;
  std::string item_;
  bool states_ = false;          ///< the last clause ends in "anföra:"
  bool announces_ = false;       ///< the last clause ends in a colon
  int level_ = 0;                ///< of the last clause, as Paragraph::level
  int addition_paragraphs_ = 0;  ///< how many more may belong to an open addition
};

ClauseFinder::ClauseFinder(const RuleBook& rules) : rules_(rules), openers_(rules), verbs_(rules) {}

std::vector<FoundClause> ClauseFinder::clauses_of(const Document& document) const {
  return Reading(*this, document).read();
}

}  // namespace diarium
