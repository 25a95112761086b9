#include <fmt/format.h>
#include <glib.h>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "models/json.h"
#include "tools/corpus/truth.h"

namespace diarium::corpus {
namespace {

using Json = nlohmann::ordered_json;

double tenth(double points) {
  return std::round(points * 10) / 10;
}

Json json_of_box(const Rect& box) {
  return {tenth(box.left), tenth(box.top), tenth(box.right), tenth(box.bottom)};
}

std::string text_of(const Setting& line) {
  std::string text;
  for (const SetWord& word : line) {
    if (!text.empty() && !word.joined) text += ' ';
    text += word.text;
  }
  return text;
}

std::string letters_of(const Style& style) {
  std::string letters;
  if (style.bold) letters += 'b';
  if (style.italic) letters += 'i';
  if (style.struck) letters += 's';
  if (style.underlined) letters += 'u';
  if (style.superscript) letters += '^';
  return letters;
}

Json json_of_source(std::string_view path, std::string_view media_type, std::string_view bytes,
                    std::size_t pages) {
  gchar* sum = g_compute_checksum_for_data(
      G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(bytes.data()), bytes.size());
  const std::string sha256 = sum;
  g_free(sum);
  return {{"kind", "source"},
          {"id", sha256.substr(0, 16)},
          {"source", sha256.substr(0, 16)},
          {"path", path},
          {"sha256", sha256},
          {"bytes", bytes.size()},
          {"media_type", media_type},
          {"pages", pages},
          {"status", "indexed"}};
}

/// Spans in bytes of `text`, which has every line of the page, of the lines of head and foot.
Json json_of_page(const TruthPage& page, std::size_t number) {
  std::string text;
  Json furniture = Json::array();
  for (std::size_t zone = 0; zone < kZones; ++zone) {
    const std::size_t begin = text.size();
    for (const Setting& line : page.lines[zone]) text += text_of(line) + "\n";
    const bool is_furniture = zone == static_cast<std::size_t>(Zone::head) ||
                              zone == static_cast<std::size_t>(Zone::foot);
    if (is_furniture && text.size() > begin) furniture.push_back({begin, text.size() - 1});
  }
  if (!text.empty()) text.pop_back();
  return {{"kind", "page"},
          {"id", fmt::format("p{}", number)},
          {"number", number},
          {"width", tenth(page.width)},
          {"height", tenth(page.height)},
          {"origin", page.origin == Origin::ocr ? "ocr" : "embedded"},
          {"rotation", page.rotation},
          {"skew", std::round(page.skew * 100) / 100},
          {"text", text},
          {"furniture", furniture}};
}

Json json_of_words(const TruthPage& page, std::size_t number) {
  Json words = Json::array();
  for (const auto& zone : page.lines) {
    for (const Setting& line : zone) {
      for (const SetWord& word : line) {
        words.push_back({word.text, tenth(word.box.left), tenth(word.box.top),
                         tenth(word.box.right), tenth(word.box.bottom), letters_of(word.style)});
      }
    }
  }
  return {{"kind", "words"}, {"page", number}, {"words", words}};
}

Json json_of_record(const TruthRecord& record, int count) {
  const std::string kind(kind_of(record.record));
  Json json{{"kind", kind},
            {"id", fmt::format("{}.{}.{}", record.document, kind, count)},
            {"document", record.document},
            {"page", record.page}};
  if (!record.box.empty()) json["box"] = json_of_box(record.box);
  json.update(Json::parse(json_of(record.record)));
  if (record.optional) json["optional"] = true;
  return json;
}

}  // namespace

Place place_of(const Setting& setting, Span span) {
  Place place;
  for (const SetWord& word : setting) {
    if (!word.span.overlaps(span)) continue;
    if (place.page == 0) place.page = word.page;
    if (word.page == place.page) place.box = united(place.box, word.box);
  }
  return place;
}

std::vector<std::string> printed_lines(const TruthPage& page, std::initializer_list<Zone> wanted) {
  std::vector<std::string> lines;
  for (const Zone zone : wanted) {
    for (const Setting& line : page.lines[static_cast<std::size_t>(zone)]) {
      lines.push_back(text_of(line));
    }
  }
  return lines;
}

std::string jsonl_of(const Truth& truth, std::string_view path, std::string_view media_type,
                     std::string_view bytes) {
  std::string out = json_of_source(path, media_type, bytes, truth.pages.size()).dump() + "\n";
  for (std::size_t at = 0; at < truth.pages.size(); ++at) {
    out += json_of_page(truth.pages[at], at + 1).dump() + "\n";
  }
  for (const Document& document : truth.documents) {
    Json json{{"kind", "document"}, {"id", document.id}, {"page", document.first_page}};
    json.update(Json::parse(json_of(document)));
    out += json.dump() + "\n";
  }
  std::map<std::string, int> counts;
  for (const TruthRecord& record : truth.records) {
    const std::string key = fmt::format("{}.{}", record.document, kind_of(record.record));
    out += json_of_record(record, ++counts[key]).dump() + "\n";
  }
  for (std::size_t at = 0; at < truth.pages.size(); ++at) {
    if (truth.pages[at].width == 0) continue;  // a file without pages has no places
    out += json_of_words(truth.pages[at], at + 1).dump() + "\n";
  }
  return out;
}

}  // namespace diarium::corpus
