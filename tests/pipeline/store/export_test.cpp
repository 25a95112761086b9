#include "pipeline/store/export.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "sample_archive.h"

namespace diarium {
namespace {

std::string exported(const Archive& archive, std::string_view kind = {}) {
  std::ostringstream out;
  if (kind.empty()) {
    export_jsonl(archive, out);
  } else {
    export_jsonl(archive, out, kind);
  }
  return out.str();
}

}  // namespace

TEST_CASE("export: a clause is one line with its place") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  CHECK(
      exported(archive, "beslutssats") ==
      R"({"kind":"beslutssats","id":"0123456789abcdef.d1.beslutssats.1","source":"0123456789abcdef",)"
      R"("document":"0123456789abcdef.d1","page":1,"box":[72,72,427,84],"confidence":0.9,)"
      R"("rule":"sample.rule","issues":[],"n":1,"text":"att inrätta en familjecentral",)"
      R"("status":"proposed_official","decider":"Socialnämnden","via":["Kommunstyrelsen"],)"
      R"("actions":[{"lemma":"inrätta","code":"ESTABLISH","negated":false}],)"
      R"("amounts":["1 200 000 kr"]})"
      "\n");
}

TEST_CASE("export: sources come by path, then pages, documents and records") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  archive.put_path({.path = "in/copy.pdf",
                    .display = "in/copy.pdf",
                    .bytes = 4'096,
                    .source = kSource,
                    .status = PathStatus::duplicate});
  archive.put_path({.path = "in/x.pdf",
                    .display = "in/x.pdf",
                    .status = PathStatus::failed,
                    .reason = ErrorCode::unreadable});
  std::istringstream lines(exported(archive));
  std::vector<std::string> kinds;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find(R"(:")") + 2;
    kinds.push_back(line.substr(begin, line.find('"', begin) - begin));
  }
  REQUIRE(kinds.size() == 3 + 2 + 1 + 18);
  CHECK(std::vector<std::string>(kinds.begin(), kinds.begin() + 7) ==
        std::vector<std::string>{"source", "source", "source", "page", "page", "document",
                                 "beslutssats"});
  const std::string sources = exported(archive, "source");
  CHECK(sources.find(R"("path":"in/copy.pdf")") < sources.find(R"("path":"in/memo.pdf")"));
  CHECK(
      sources.find(
          R"("id":"path:in/x.pdf","path":"in/x.pdf","bytes":0,"status":"quarantined","reason":"unreadable")") !=
      std::string::npos);
  CHECK_THROWS_AS(exported(archive, "brev"), std::invalid_argument);
}

TEST_CASE("export: the same input gives the same bytes, in whatever order it came") {
  const TemporaryFolder folder;
  Archive first = Archive::open(folder / "a.db");
  put_sample(first);
  Archive second = Archive::open(folder / "b.db");
  const std::string other = second.add_source(std::string(64, 'f'), 1);
  put_sample(second);
  put_sample(second);
  second.remove_source(other);
  CHECK(exported(first) == exported(second));
}

TEST_CASE("export: one page, document or record is found by its id") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  for (const std::string id : {".p2", ".d1", ".d1.vote.1"}) {
    const auto line = json_of_id(archive, kSource + id);
    REQUIRE(line.has_value());
    CHECK(line->find("\"id\":\"" + kSource + id + "\"") != std::string::npos);
  }
  CHECK_FALSE(json_of_id(archive, "x' OR 1").has_value());
}

TEST_CASE("export: every line satisfies the schema of its kind") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  archive.put_path(
      {.path = "x", .display = "x", .status = PathStatus::failed, .reason = ErrorCode::unreadable});
  CHECK(export_schemas().size() == exported_kinds().size());
  if (std::system("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") != 0) {
    std::cout
        << "skipped: no python3-jsonschema, exported lines are not checked by their schemas\n";
    return;
  }
  for (const EmbeddedFile& schema : export_schemas()) {
    std::ofstream(folder / std::string(schema.name)) << schema.content;
  }
  std::ofstream(folder / "lines.jsonl") << exported(archive);
  std::ofstream(folder / "check.py") << R"(
import json, jsonschema, pathlib, sys
folder = pathlib.Path(sys.argv[1])
for line in open(folder / "lines.jsonl", encoding="utf-8"):
    record = json.loads(line)
    schema = json.loads((folder / (record["kind"] + ".schema.json")).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(record)
)";
  const std::string command =
      "/usr/bin/python3 '" + (folder / "check.py").string() + "' '" + (folder / "").string() + "'";
  CHECK(std::system(command.c_str()) == 0);
}

}  // namespace diarium
