#include "tools/diarium/arguments.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <stdexcept>
#include <string_view>

#include "models/error.h"
#include "pipeline/run/version.h"

namespace diarium {
namespace {

constexpr const char* kAbout =
    "Diarium turns a municipal archive of PDFs and scans into records that people can search and "
    "cite.\n"
    "\n"
    "Begin with:   diarium ingest FOLDER     then:   diarium search 'motion om hemlöshet'";

constexpr const char* kExitCodes =
    "Exit codes: 0 all well, 1 some files were set aside (search: no hits), 2 the run failed, 64 "
    "wrong usage.";

constexpr const char* kSearchHelp =
    "Query: all words must match, in any inflection and within compounds: hemlös finds hemlöshet.\n"
    "  \"två ord\"     a phrase              \"två ord\"~5  at most 5 words between them\n"
    "  =ord =\"två ord\"  this form alone     ord*   words that begin so      ord~1  a letter may "
    "differ\n"
    "  -ord INTE ord   without it           a ELLER b   one of them          ( )\n"
    "Fields, in Swedish or English; several of one field: any of them will do:\n"
    "  kind (slag, del)   beslutssats, signature, table, footnote, struket, tillagt ...\n"
    "  type (typ)         motion, tjänsteskrivelse, protokoll ...\n"
    "  body (nämnd)  party (parti)  person (namn)  signed (undertecknad)  dnr\n"
    "  status verb        of a clause: status:beslutad verb:avslå\n"
    "  year (år) date (datum) from (från) to (till)   år:2019..2022  datum:>=2021-11-22\n"
    "  amount (belopp)    belopp:>1000000          ocr            ja, nej, osäker\n"
    "  empty (saknas)     handlingar, underskrift, datum, nämnd, parti, dnr, titel\n"
    "  compound (sammansatt)  nej: the word itself, not within compounds\n"
    "  diarium search 'föräldrastöd nämnd:Kommunstyrelsen år:2024'\n"
    "  diarium search 'kind:beslutssats nämnd:Socialnämnden år:2019..2022 status:beslutad "
    "verb:avslå'\n"
    "  diarium search 'typ:motion parti:V kind:document' --trail     and what became of them\n"
    "  diarium search 'kind:document undertecknad:Lindborg'\n"
    "  diarium search 'kind:table belopp:>1000000'\n"
    "  diarium search 'kind:agenda_item saknas:handlingar'\n"
    "Exit codes: 0 hits, 1 none, 2 a query that can't be understood or an archive that can't be "
    "read.";

constexpr const char* kExportHelp =
    "Forms:\n"
    "  jsonl   every record, one JSON object a line; JSON Schemas are in docs/exports.md\n"
    "  csv     a table a kind; with --out also datapackage.json, which describes the columns\n"
    "  sqlite  one state of the whole archive as a compact file of its own\n"
    "  text    what is printed on each page; on stdout pages part at form feeds\n"
    "  alto    ALTO 4.4: every word of a page with its box, style and confidence\n"
    "  iiif    a IIIF Presentation 3 manifest of each file; with --out also a JPEG of each page of "
    "PDFs and\n"
    "          pictures whose original still lies where it was read, painted on its canvas\n"
    "  akn     Akoma Ntoso 3.0 of each document that holds beslutssatser\n"
    "  pdf     the original with recognised text in its place and bookmarks; needs ID and --out\n"
    "Changes: --since N begins with the ids that are gone "
    "({\"kind\":...,\"id\":...,\"deleted\":true}), then\n"
    "  come new and changed lines, last {\"kind\":\"changes\",\"since\":N,\"sequence\":M}: M is "
    "the next N.\n"
    "Files are written aside and renamed: a reader never meets half of one.\n"
    "  diarium export --format csv --out tables/\n"
    "  diarium export --format pdf 712a33b767161c6f --out motion.pdf";

constexpr const char* kEvaluateHelp =
    "TRUTH is a folder of ground truth: one FILE.jsonl for each archive file, in the format of "
    "`diarium export`,\n"
    "named by its path below the folder (\"bundles/kallelse.pdf.jsonl\" matches the source whose "
    "path ends so).\n"
    "Records are paired one to one, the most alike first. Strict: the key texts are equal after "
    "blanks, quotes,\n"
    "dashes and letter case are made alike; soft: their similarity (1 - Levenshtein / longer) is "
    "at least 0.9,\n"
    "0.8 on OCR pages. Numbers, dates and case numbers match in every digit or not at all. "
    "Documents match when\n"
    "first and last page agree, their dates by the day; table cells when row, column and text "
    "agree; a footnote's link "
    "when its anchor does.";

/// Options that are read before the settings file, and override it afterwards.
struct Overrides {
  std::string config;
  std::string database;
  std::string rules;
  std::string ocr;
  std::string language;
  int jobs = -1;
};

std::vector<std::string> reasons() {
  std::vector<std::string> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::internal); ++code)
    names.emplace_back(name_of(static_cast<ErrorCode>(code)));
  return names;
}

class CommandLine {
 public:
  CommandLine() : app_(kAbout, "diarium") {
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(kExitCodes);
    app_.set_version_flag("--version", std::string("diarium ") + kVersion);
    app_.add_option("--db", overrides_.database,
                    "the archive, a SQLite file (default: from settings, then ./diarium.db)")
        ->type_name("FILE");
    app_.add_option("--config", overrides_.config,
                    "settings (default: ./diarium.toml where it exists)")
        ->type_name("FILE");
    app_.add_flag("--json", arguments_.json, "results as JSON, for scripts");
    add_ingest();
    add_search();
    add_show();
    add_export();
    add_status();
    add_retry();
    add_reextract();
    add_verify();
    add_backup();
    add_forget();
    add_doctor();
    add_evaluate();
    add_config();
    add_rules();
  }

  ParsedArguments parse(int count, const char* const* values) {
    try {
      app_.parse(count, values);
    } catch (const CLI::Success& help) {
      return {std::nullopt, {app_.exit(help, std::cout, std::cerr)}};
    } catch (const CLI::ParseError& error) {
      const auto unknown = app_.remaining();
      if (app_.get_subcommands().empty() && !unknown.empty()) {
        std::cerr << "diarium: unknown command: " << unknown.front() << " (see diarium --help)\n";
      } else {
        std::cerr << "diarium: " << wording_of(error) << " (see " << usage_of_command()
                  << " --help)\n";
      }
      return {std::nullopt, {kWrongUsage}};
    }
    arguments_.command = app_.get_subcommands().front()->get_name();
    apply_settings();
    return {std::move(arguments_), {}};
  }

 private:
  /// CLI11 says "paths is required".
  static std::string wording_of(const CLI::ParseError& error) {
    const std::string wording = error.what();
    constexpr std::string_view kRequired = " is required";
    if (!wording.ends_with(kRequired)) return wording;
    return "missing: " + wording.substr(0, wording.size() - kRequired.size());
  }

  std::string usage_of_command() const {
    const auto chosen = app_.get_subcommands();
    return chosen.empty() ? "diarium" : "diarium " + chosen.front()->get_name();
  }

  void apply_settings() {
    Configuration& configuration = arguments_.configuration;
    if (!overrides_.config.empty()) {
      configuration = configuration_of_file(overrides_.config);
    } else if (std::filesystem::exists("diarium.toml")) {
      configuration = configuration_of_file("diarium.toml");
    }
    if (!overrides_.database.empty()) configuration.database = overrides_.database;
    if (!overrides_.rules.empty()) configuration.rules = overrides_.rules;
    if (!overrides_.language.empty()) configuration.recognition.language = overrides_.language;
    if (overrides_.jobs >= 0) configuration.jobs = overrides_.jobs;
    if (const auto choice = ocr_choice_of(overrides_.ocr)) configuration.ocr = *choice;
  }

  void add_reading_options(CLI::App* command) {
    command->add_option("--jobs", overrides_.jobs, "worker processes (default: one a core)")
        ->check(CLI::Range(0, 1024));
    command
        ->add_option("--ocr", overrides_.ocr,
                     "auto: where pages have no usable text; always; never")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    command->add_option("--lang", overrides_.language, "Tesseract models, e.g. swe+Latin");
    command->add_flag("--trace", arguments_.trace,
                      "print the share of CPU time of each stage at the end");
    add_rules_option(command);
  }

  void add_rules_option(CLI::App* command) {
    command
        ->add_option("--rules", overrides_.rules,
                     "folder of rule files that overlay the shipped ones")
        ->type_name("DIR");
  }

  void add_ingest() {
    CLI::App* command = app_.add_subcommand(
        "ingest",
        "Read files and folders into the archive; what is there and unchanged is left alone");
    command->add_option("paths", arguments_.paths, "files and folders")
        ->required()
        ->type_name("PATH...");
    command
        ->add_option("--until", arguments_.until,
                     "end in good order at this time of day; the next run goes on from there")
        ->type_name("HH:MM");
    command->add_flag("--watch", arguments_.watch,
                      "go on for ever: take in what changes below the folders, when it is settled");
    add_reading_options(command);
  }

  void add_unmask_flag(CLI::App* command) {
    command->add_flag("--unmask", arguments_.unmask,
                      "print personal identity numbers in full (else ******-****)");
  }

  void add_search() {
    CLI::App* command = app_.add_subcommand("search", "Find passages and records");
    command->add_option("query", arguments_.query, "what to find")->type_name("QUERY");
    command->add_option("--kind", arguments_.kinds,
                        "only records of this kind (beslutssats, signature, table, ...)");
    command->add_option("--body", arguments_.body, "only of this nämnd, styrelse or fullmäktige");
    command->add_option("--party", arguments_.party,
                        "only signed or proposed by this party (S, M, V ...)");
    command->add_option("--from", arguments_.from, "not older than this date or year")
        ->type_name("DATE");
    command->add_option("--to", arguments_.to, "not newer than this date or year")
        ->type_name("DATE");
    command->add_option("--limit", arguments_.limit, "hits at most")
        ->capture_default_str()
        ->check(CLI::Range(1, 9999));
    command->add_option("--format", arguments_.format, "text, jsonl or csv")
        ->check(CLI::IsMember({"text", "jsonl", "csv"}));
    add_unmask_flag(command);
    command->add_option("--sort", arguments_.sort, "relevance (default) or date: newest first")
        ->check(CLI::IsMember({"relevance", "date"}));
    command
        ->add_option("--after", arguments_.after,
                     "the hits after the one with this cursor (printed below the hits)")
        ->type_name("CURSOR");
    command->add_flag("--facets", arguments_.facets, "count all hits by kind, type, body and year");
    command->add_flag("--trail", arguments_.trail,
                      "below each hit the other papers of its case and their clauses");
    command->add_flag("--explain", arguments_.explain,
                      "how the query was understood, and the SQL for it");
    command
        ->add_option("--batch", arguments_.batch,
                     "CSV with a query a line (first column); hits as CSV or jsonl")
        ->type_name("FILE");
    command->footer(kSearchHelp);
  }

  void add_show() {
    CLI::App* command = app_.add_subcommand(
        "show", "Show a source, document, page or record with its place and rule");
    command->add_option("id", arguments_.id, "an id that search, status or export gave")
        ->required()
        ->type_name("ID");
    add_unmask_flag(command);
  }

  void add_export() {
    CLI::App* command = app_.add_subcommand(
        "export", "Write records, tables, page texts or files of other forms, see below");
    command
        ->add_option("id", arguments_.id,
                     "text, alto, iiif, akn, pdf: only this source, document or page")
        ->type_name("ID");
    command->add_option("--format", arguments_.format, "one of the forms below (default: jsonl)")
        ->check(CLI::IsMember({"jsonl", "csv", "sqlite", "text", "alto", "iiif", "akn", "pdf"}));
    command->add_option("--kind", arguments_.kinds, "jsonl, csv: only records of this kind");
    command
        ->add_option("--out", arguments_.out,
                     "folder to write into; sqlite, pdf: the file (default: stdout)")
        ->type_name("PATH");
    command->add_flag("--excel", arguments_.excel,
                      "csv: semicolons and a byte order mark, as a Swedish Excel wants them");
    command
        ->add_option("--base-url", arguments_.base,
                     "iiif: the address that all ids begin with; --out is served there as /iiif")
        ->default_val("https://diarium.invalid")
        ->type_name("URL");
    command
        ->add_option("--since", arguments_.since,
                     "jsonl: only what came, changed or went after this change; 0: everything")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    add_unmask_flag(command);
    command->footer(kExportHelp);
  }

  void add_status() {
    app_.add_subcommand("status",
                        "What is in the archive, what was set aside and why, what is left");
  }

  void add_retry() {
    CLI::App* command =
        app_.add_subcommand("retry", "Try files that were set aside, and lost pages, once more");
    command->add_option("--reason", arguments_.reason, "only those with this reason (see status)")
        ->check(CLI::IsMember(reasons()));
    add_reading_options(command);
  }

  void add_reextract() {
    CLI::App* command = app_.add_subcommand(
        "reextract", "Understand all stored pages anew, after a change of rules; no OCR");
    command
        ->add_option("--only", arguments_.kinds,
                     "only files that hold records of this kind, to try a rule before all else")
        ->type_name("KIND")
        ->expected(1);
    command->add_flag("--trace", arguments_.trace,
                      "print the share of CPU time of each stage at the end");
    add_rules_option(command);
  }

  void add_verify() {
    CLI::App* command = app_.add_subcommand(
        "verify", "Compare database, records and originals with what was written down about them");
    command
        ->add_option("--sample", arguments_.sample,
                     "only so many files, drawn anew each time (default: all)")
        ->check(CLI::Range(1, 1'000'000'000))
        ->type_name("N");
  }

  void add_backup() {
    CLI::App* command = app_.add_subcommand(
        "backup", "Write the archive into one file, proven, while others use it");
    command->add_option("file", arguments_.file, "the backup; FILE.sha256 is written beside it")
        ->required()
        ->type_name("FILE");
    CLI::App* restoring =
        app_.add_subcommand("restore", "Put a backup in the place of the archive, which is kept");
    restoring->add_option("file", arguments_.file, "what `diarium backup` wrote")
        ->required()
        ->type_name("FILE");
  }

  void add_forget() {
    CLI::App* command = app_.add_subcommand(
        "forget", "Take a file out of the archive without a trace, and keep it out");
    command
        ->add_option(
            "id", arguments_.id,
            "of the file, or of a document, record or page in it: the file goes as a whole")
        ->required()
        ->type_name("ID");
    command->add_flag("--allow-return", arguments_.allow_return,
                      "the next run may read it again, e.g. after a damage");
  }

  void add_doctor() {
    app_.add_subcommand("doctor",
                        "Try whether sandbox, models, fonts, archive and disk are as a run needs "
                        "them");
  }

  void add_evaluate() {
    CLI::App* command = app_.add_subcommand("evaluate", "Score the archive against ground truth");
    command->add_option("truth", arguments_.truth, "folder of ground truth, see below")
        ->required()
        ->type_name("TRUTH");
    command->add_flag("--self-test", arguments_.self_test,
                      "test the scorer on this truth; no archive is read");
    command->footer(kEvaluateHelp);
  }

  void add_config() {
    app_.add_subcommand("config", "Print the settings in force, as a diarium.toml");
  }

  void add_rules() {
    CLI::App* command =
        app_.add_subcommand("rules", "List the rules in force, or what they match in a text");
    command->add_option("text", arguments_.text, "a text to try the rules on");
    add_rules_option(command);
  }

  CLI::App app_;
  Arguments arguments_;
  Overrides overrides_;
};

}  // namespace

ParsedArguments parse_arguments(int count, const char* const* values) {
  return CommandLine().parse(count, values);
}

}  // namespace diarium
