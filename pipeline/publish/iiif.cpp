#include "pipeline/publish/iiif.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace diarium {
namespace {

using Json = nlohmann::ordered_json;

Json label(const std::string& language, const std::string& text) {
  return {{language, Json::array({text})}};
}

Json fact(const std::string& name, const std::string& value) {
  return {{"label", label("sv", name)}, {"value", label("sv", value)}};
}

/// Ids of one manifest, below its own.
class Manifest {
 public:
  Manifest(const SourceContents& contents, const PictureSizes& pictures, const std::string& base)
      : contents_(contents),
        pictures_(pictures),
        id_(fmt::format("{}/iiif/{}", base, contents.source.id)),
        base_(base) {}

  [[nodiscard]] Json json() const {
    Json manifest{{"@context", "http://iiif.io/api/presentation/3/context.json"},
                  {"id", id_ + ".manifest.json"},
                  {"type", "Manifest"},
                  {"label", label("none", name())},
                  {"metadata", Json::array({fact("sha256", contents_.source.sha256)})},
                  {"items", Json::array()}};
    for (const Page& page : contents_.pages) manifest["items"].push_back(canvas_of(page));
    if (contents_.documents.empty()) return manifest;
    manifest["structures"] = Json::array();
    for (const StoredDocument& stored : contents_.documents) {
      manifest["structures"].push_back(range_of(stored.document));
    }
    return manifest;
  }

 private:
  [[nodiscard]] std::string name() const {
    return contents_.paths.empty() ? contents_.source.id : contents_.paths.front().display;
  }
  [[nodiscard]] std::string canvas_id(int page) const {
    return fmt::format("{}/canvas/p{}", id_, page);
  }

  [[nodiscard]] Json canvas_of(const Page& page) const {
    Json canvas{{"id", canvas_id(page.number)},
                {"type", "Canvas"},
                {"label", label("none", std::to_string(page.number))},
                {"height", std::max(1L, std::lround(page.height))},
                {"width", std::max(1L, std::lround(page.width))},
                {"items", Json::array()}};
    if (const auto picture = pictures_.find(page.number); picture != pictures_.end()) {
      canvas["items"].push_back(painting_of(page, picture->second));
      canvas["thumbnail"] = Json::array({image_of(page, picture->second)});
    }
    canvas["seeAlso"] = Json::array(
        {{{"id", fmt::format("{}/alto/{}.p{}.xml", base_, contents_.source.id, page.number)},
          {"type", "Dataset"},
          {"format", "application/xml"},
          {"profile", "http://www.loc.gov/standards/alto/v4/alto.xsd"}}});
    Json annotations = annotations_of(page);
    if (!annotations.empty()) {
      canvas["annotations"] =
          Json::array({{{"id", fmt::format("{}/annotations/p{}", id_, page.number)},
                        {"type", "AnnotationPage"},
                        {"items", std::move(annotations)}}});
    }
    return canvas;
  }

  [[nodiscard]] Json image_of(const Page& page, const PictureSize& size) const {
    return {
        {"id", fmt::format("{}/iiif/{}", base_, picture_name(contents_.source.id, page.number))},
        {"type", "Image"},
        {"format", "image/jpeg"},
        {"height", size.height},
        {"width", size.width}};
  }

  [[nodiscard]] Json painting_of(const Page& page, const PictureSize& size) const {
    const std::string id = fmt::format("{}/painting/p{}", id_, page.number);
    return {{"id", id},
            {"type", "AnnotationPage"},
            {"items", Json::array({{{"id", id + "/image"},
                                    {"type", "Annotation"},
                                    {"motivation", "painting"},
                                    {"body", image_of(page, size)},
                                    {"target", canvas_id(page.number)}}})}};
  }

  [[nodiscard]] Json annotations_of(const Page& page) const {
    Json annotations = Json::array();
    for (const StoredRecord& record : contents_.records) {
      if (record.page != page.number || record.box.empty()) continue;
      const Rect& box = record.box;
      annotations.push_back(
          {{"id", fmt::format("{}/annotation/{}", id_, record.id)},
           {"type", "Annotation"},
           {"motivation", "tagging"},
           {"body",
            {{"type", "TextualBody"},
             {"value", fmt::format("{}: {}", kind_of(record.record), record.id)}}},
           {"target", fmt::format("{}#xywh={:.0f},{:.0f},{:.0f},{:.0f}", canvas_id(page.number),
                                  box.left, box.top, box.width(), box.height())}});
    }
    return annotations;
  }

  [[nodiscard]] Json range_of(const Document& document) const {
    const std::string kind(name_of(document.kind));
    Json range{{"id", fmt::format("{}/range/{}", id_, document.id)},
               {"type", "Range"},
               {"label", label("sv", document.title.empty() ? kind : document.title)},
               {"metadata", metadata_of(document)},
               {"items", Json::array()}};
    for (const Page& page : contents_.pages) {
      if (page.number < document.first_page || page.number > document.last_page) continue;
      range["items"].push_back({{"id", canvas_id(page.number)}, {"type", "Canvas"}});
    }
    return range;
  }

  static Json metadata_of(const Document& document) {
    Json metadata = Json::array({fact("Handlingstyp", std::string(name_of(document.kind)))});
    if (!document.body.empty()) metadata.push_back(fact("Organ", document.body));
    if (document.date) metadata.push_back(fact("Datum", iso_of(*document.date)));
    for (const CaseNumber& number : document.case_numbers) {
      metadata.push_back(fact("Diarienummer", number.raw));
    }
    return metadata;
  }

  const SourceContents& contents_;
  const PictureSizes& pictures_;
  std::string id_;
  std::string base_;
};

}  // namespace

std::string picture_name(const std::string& source, int page) {
  return fmt::format("{}.p{}.jpg", source, page);
}

void write_iiif_manifest(const SourceContents& contents, const PictureSizes& pictures,
                         const std::string& base, std::ostream& out) {
  out << Manifest(contents, pictures, base).json().dump(1) << '\n';
  if (!out.flush()) throw std::runtime_error("the export could not be written");
}

}  // namespace diarium
