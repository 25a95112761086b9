#include "pipeline/publish/iiif.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;
using Json = nlohmann::json;

namespace {

Json manifest_of(const SourceContents& contents, const PictureSizes& pictures = {}) {
  std::ostringstream out;
  write_iiif_manifest(contents, pictures, "https://almvik.example", out);
  return Json::parse(out.str());
}

void collect_ids(const Json& node, std::multiset<std::string>& ids) {
  if (node.is_object() && node.contains("id") && node.size() > 2) ids.insert(node["id"]);
  if (node.is_structured()) {
    for (const Json& part : node) collect_ids(part, ids);
  }
}

}  // namespace

TEST_CASE("iiif: a canvas a page and a range a document") {
  const Json manifest = manifest_of(scanned_memo());
  CHECK(manifest["@context"] == "http://iiif.io/api/presentation/3/context.json");
  CHECK(manifest["type"] == "Manifest");
  CHECK(manifest["id"] == "https://almvik.example/iiif/0123456789abcdef.manifest.json");
  REQUIRE(manifest["items"].size() == 2);
  CHECK(manifest["items"][0]["width"] == 595);
  REQUIRE(manifest["structures"].size() == 2);
  const Json& range = manifest["structures"][0];
  CHECK(range["label"]["sv"][0] == "Plan för <Almvik> & Lindsäter");
  CHECK(range["items"][0]["id"] == manifest["items"][0]["id"]);
  CHECK(manifest["structures"][1]["label"]["sv"][0] == "bilaga");
}

TEST_CASE("iiif: a record is an annotation on its place") {
  const Json manifest = manifest_of(scanned_memo());
  const Json& annotation = manifest["items"][0]["annotations"][0]["items"][0];
  CHECK(annotation["motivation"] == "tagging");
  CHECK(annotation["body"]["value"] == "beslutssats: 0123456789abcdef.d1.beslutssats.1");
  CHECK(annotation["target"] ==
        "https://almvik.example/iiif/0123456789abcdef/canvas/p1#xywh=72,109,192,12");
}

TEST_CASE("iiif: a document whose page was lost refers to no canvas that is missing") {
  SourceContents contents = scanned_memo();
  contents.pages.pop_back();
  const Json manifest = manifest_of(contents);
  CHECK(manifest["items"].size() == 1);
  CHECK(manifest["structures"][1]["items"].empty());
}

TEST_CASE("iiif: a page that has a picture is painted with it, others are blank") {
  const Json manifest = manifest_of(scanned_memo(), {{1, {1240, 1754}}});
  const Json& canvas = manifest["items"][0];
  REQUIRE(canvas["items"].size() == 1);
  CHECK(canvas["items"][0]["type"] == "AnnotationPage");
  const Json& painting = canvas["items"][0]["items"][0];
  CHECK(painting["type"] == "Annotation");
  CHECK(painting["motivation"] == "painting");
  CHECK(painting["target"] == canvas["id"]);
  const Json image{{"id", "https://almvik.example/iiif/0123456789abcdef.p1.jpg"},
                   {"type", "Image"},
                   {"format", "image/jpeg"},
                   {"width", 1240},
                   {"height", 1754}};
  CHECK(painting["body"] == image);
  CHECK(canvas["thumbnail"] == Json::array({image}));
  CHECK(manifest["items"][1]["items"].empty());
  CHECK_FALSE(manifest["items"][1].contains("thumbnail"));
}

TEST_CASE("iiif: ids are given once") {
  std::multiset<std::string> ids;
  const Json manifest = manifest_of(scanned_memo(), {{1, {1240, 1754}}});
  collect_ids(manifest, ids);
  ids.erase(ids.find(manifest["items"][0]["thumbnail"][0]["id"]));  // the picture itself
  CHECK(ids.size() == std::set<std::string>(ids.begin(), ids.end()).size());
}
