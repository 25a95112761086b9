#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/database.h"
#include "pipeline/store/search.h"
#include "sample_archive.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

constexpr std::size_t kRanks = 10;

const std::map<std::string, std::string> kFiles{
    {"B", "bun/kallelse_2024-03-19.pdf"}, {"G", "granlunda/kf_2024-06-17.pdf"},
    {"M", "kf/motion_cykelvag.pdf"},      {"T", "kfn/tillaggsforslag_bibliotek.docx"},
    {"F", "ks/KS240514_forslag.pdf"},     {"P", "ks/protokoll_2024-05-14.pdf"},
    {"S", "sbn/budget_2025.pdf"},         {"N", "sn/alternativt_forslag_en_dorr_in.pdf"},
    {"X", "skannat/fax_motion.pdf"}};

/// A query and what pages answer it: "M:1" -> 2.
struct Judged {
  std::string query;
  std::map<std::string, int> grades;
};

std::vector<Judged> judgements() {
  std::ifstream in(source_folder() / "corpus/search_judgements.tsv");
  std::vector<Judged> all;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    Judged judged{.query = line.substr(0, tab), .grades = {}};
    std::istringstream pages(line.substr(tab + 1));
    for (std::string page; pages >> page;) {
      judged.grades[page.substr(0, page.find('='))] = page.back() - '0';
    }
    all.push_back(std::move(judged));
  }
  return all;
}

/// What the ground truth tells of a file; read as by a scanner that loses all dots, where it is
/// one.
struct Truth {
  Truth(const std::string& file, bool is_fax) : loses_dots(is_fax) {
    std::ifstream in(source_folder() / "corpus/truth" / (file + ".jsonl"));
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json record = nlohmann::json::parse(line);
      if (record["kind"] == "page") texts[record["number"]] = read(record["text"]);
      if (record["kind"] == "document") documents.push_back(record);
      if (record["kind"] == "beslutssats") clauses.push_back(record);
    }
  }

  [[nodiscard]] std::string read(const std::string& text) const {
    return loses_dots ? fold_diacritics(text) : text;
  }

  /// The clauses of a document, whose text they are added to.
  [[nodiscard]] std::vector<Finding> clauses_of(const std::string& id, Document& document) const {
    std::vector<Finding> findings;
    for (const nlohmann::json& clause : clauses) {
      if (clause["document"] != id) continue;
      const std::string text = read(clause["text"]);
      const Span span = add_paragraph(document, clause["page"], text);
      findings.push_back({.record = Beslutssats{.text = text}, .span = span, .rule = "truth"});
    }
    return findings;
  }

  bool loses_dots;
  std::map<int, std::string> texts;
  std::vector<nlohmann::json> documents;
  std::vector<nlohmann::json> clauses;
};

/// The corpus as its ground truth has it: what is ranked must not depend on how well it is read.
class JudgedArchive {
 public:
  JudgedArchive() : archive_(Archive::open(folder_ / "a.db")) {
    for (const auto& [letter, file] : kFiles) put(letter, file);
    Database& database = archive_.database();
    database.execute(
        "CREATE VIRTUAL TABLE temp.plain USING fts5 (title, body,"
        " tokenize = 'unicode61 remove_diacritics 0')");
    database.execute(
        "INSERT INTO temp.plain (rowid, title, body) SELECT id, title, body"
        " FROM passage WHERE id < (2 << 40)");
  }
  [[nodiscard]] const Archive& archive() const { return archive_; }

  /// Pages in the order of their first hit.
  [[nodiscard]] std::vector<std::string> pages(const std::string& query) const {
    std::vector<std::string> pages;
    for (const Hit& hit : search(archive_, query, {.limit = 200}).hits) {
      add(pages, hit.path + ":" + std::to_string(hit.page));
    }
    return pages;
  }
  /// As SQLite's own tokenizer and bm25 have them.
  [[nodiscard]] std::vector<std::string> plain_pages(const std::string& query) const {
    std::string match;
    for (const IndexedWord& word : indexed_words(query)) match += '"' + word.form + "\" ";
    SQLite::Statement& row = archive_.database().prepared(
        "SELECT (SELECT display FROM path WHERE source = d.source), p.page FROM temp.plain"
        " JOIN passage p ON p.id = plain.rowid JOIN document d ON d.id = p.document"
        " WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT 200");
    Binder(row).add(match);
    std::vector<std::string> pages;
    while (row.executeStep()) {
      add(pages, row.getColumn(0).getString() + ":" + std::to_string(row.getColumn(1).getInt()));
    }
    row.reset();
    return pages;
  }

 private:
  static void add(std::vector<std::string>& pages, const std::string& page) {
    if (std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }

  void put(const std::string& letter, const std::string& file) {
    std::string sha(64, '0');
    sha[0] = letter[0];
    const std::string source = archive_.add_source(sha, 1);
    archive_.put_path({.path = letter, .display = letter, .source = source});
    const Truth truth(file, letter == "X");
    Understanding understanding;
    std::set<int> taken;  // two documents may share a page: its text goes to the first
    for (const nlohmann::json& told : truth.documents) {
      const std::size_t number = understanding.documents.size() + 1;
      Document document{.source = source,
                        .id = source + ".d" + std::to_string(number),
                        .title = truth.read(told.value("title", "")),
                        .first_page = told["first_page"],
                        .last_page = told["last_page"]};
      for (int page = document.first_page; page <= document.last_page; ++page) {
        if (!taken.insert(page).second) continue;
        add_paragraph(document, page, truth.texts.at(page));
        const std::size_t end = document.paragraphs.size();
        document.sections.push_back({.paragraphs = {end - 1, end}});
      }
      understanding.findings.push_back(truth.clauses_of(told["id"], document));
      understanding.documents.push_back(std::move(document));
    }
    archive_.put_understanding(source, "u", {}, understanding);
  }

  TemporaryFolder folder_;
  Archive archive_;
};

double gain_of(const std::vector<int>& grades) {
  double gain = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kRanks); ++i) {
    gain += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return gain;
}

/// Normalised discounted cumulative gain of the first ten pages.
double ndcg(const Judged& judged, const std::vector<std::string>& pages) {
  std::vector<int> grades;
  for (const std::string& page : pages) {
    const auto found = judged.grades.find(page);
    grades.push_back(found == judged.grades.end() ? 0 : found->second);
  }
  std::vector<int> best;
  for (const auto& [page, grade] : judged.grades) best.push_back(grade);
  std::sort(best.rbegin(), best.rend());
  return gain_of(grades) / gain_of(best);
}

}  // namespace

TEST_CASE("judged search: what a clerk looks for comes first, more than with SQLite's own search") {
  const JudgedArchive archive;
  const std::vector<Judged> all = judgements();
  REQUIRE(all.size() == 60);
  double ours = 0;
  double plain = 0;
  for (const Judged& judged : all) {
    const std::vector<std::string> pages = archive.pages(judged.query);
    const double value = ndcg(judged, pages);
    ours += value;
    plain += ndcg(judged, archive.plain_pages(judged.query));
    if (value < 0.8) {
      std::string found;
      for (const std::string& page : pages) found += page + " ";
      WARN(judged.query << ": " << value << ": " << found);
    }
  }
  const auto count = static_cast<double>(all.size());
  std::cout << "nDCG@10 of " << all.size() << " queries: " << ours / count
            << ", unicode61 and bm25: " << plain / count << '\n';
  if (archive.archive().database().analyser().dictionary().empty()) {
    std::cout << "skipped: no hunspell-sv, compounds are not found\n";
    return;
  }
  CHECK(ours / count >= 0.9);
  CHECK(ours > plain);
}

}  // namespace diarium
