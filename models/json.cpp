#include "models/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "models/fields.h"

namespace diarium {
namespace {

using Json = nlohmann::ordered_json;

/// Writes the fields of a record into an object.
class Writer {
 public:
  explicit Writer(Json& object) : object_(object) {}

  void field(const char* name, const std::string& text) {
    if (!text.empty()) object_[name] = text;
  }
  void field(const char* name, std::integral auto number) {
    if (number != 0) object_[name] = number;
  }
  template <typename T>
  void field(const char* name, const std::optional<T>& value) {
    if (value) always(name, *value);
  }
  void field(const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty()) list(name, texts);
  }
  void always(const char* name, double number) {
    // JSON knows no infinity; whole numbers are written without ".0".
    if (std::isfinite(number)) object_[name] = plain(number);
  }
  void always(const char* name, DecisionStatus status) { object_[name] = name_of(status); }
  void always(const char* name, DocumentKind kind) { object_[name] = name_of(kind); }
  template <typename T>
  void always(const char* name, const T& value) {
    object_[name] = value;
  }
  template <typename T>
  void list(const char* name, const std::vector<T>& values) {
    object_[name] = values;
  }
  template <typename T>
  void rows(const char* name, const std::vector<T>& parts) {
    Json array = Json::array();
    for (const T& part : parts) array.push_back(object_of(part));
    object_[name] = std::move(array);
  }
  template <typename T>
  void row(const char* name, const std::optional<T>& part) {
    if (part) object_[name] = object_of(*part);
  }
  void date(const char* name, const Date& date, const std::string&) { field(name, iso_of(date)); }
  void date(const char* name, const std::optional<Date>& date, const std::string&) {
    if (date) field(name, iso_of(*date));
  }
  void box(const char* name, const Rect& box) {
    object_[name] = {plain(box.left), plain(box.top), plain(box.right), plain(box.bottom)};
  }
  void derived(const char* name, const std::string& text) { field(name, text); }

 private:
  template <typename T>
  static Json object_of(const T& part) {
    Json object = Json::object();
    Writer writer(object);
    fields(writer, part);
    return object;
  }
  static Json plain(double number) {
    constexpr double kExact = 9007199254740992.0;  // 2^53: whole numbers below are exact
    if (std::isfinite(number) && std::trunc(number) == number && std::abs(number) < kExact) {
      return static_cast<std::int64_t>(number);
    }
    return number;
  }

  Json& object_;
};

/// Reads the fields of a record from an object. Throws Json::exception for a value of the wrong
/// type.
class Reader {
 public:
  explicit Reader(const Json& object) : object_(object) {}

  template <typename T>
  void field(const char* name, T& value) {
    if (const auto found = object_.find(name); found != object_.end()) read(*found, value);
  }
  template <typename T>
  void always(const char* name, T& value) {
    read(object_.at(name), value);
  }
  template <typename T>
  void list(const char* name, std::vector<T>& values) {
    for (const Json& element : array_of(name)) {
      T value{};
      read(element, value);
      values.push_back(std::move(value));
    }
  }
  template <typename T>
  void rows(const char* name, std::vector<T>& parts) {
    for (const Json& element : array_of(name)) parts.push_back(part_of<T>(element));
  }
  template <typename T>
  void row(const char* name, std::optional<T>& part) {
    if (const auto found = object_.find(name); found != object_.end()) part = part_of<T>(*found);
  }
  void date(const char* name, Date& date, const std::string& printed) {
    if (const std::optional<Date> read = date_at(name, printed)) date = *read;
  }
  void date(const char* name, std::optional<Date>& date, const std::string& printed) {
    date = date_at(name, printed);
  }
  void box(const char* name, Rect& box) {
    const auto sides = object_.at(name).get<std::array<double, 4>>();
    box = {sides[0], sides[1], sides[2], sides[3]};
  }
  void derived(const char*, const std::string&) {}

 private:
  const Json& array_of(const char* name) const {
    const Json& array = object_.at(name);
    if (!array.is_array()) throw std::invalid_argument(std::string("not an array: ") + name);
    return array;
  }
  template <typename T>
  static T part_of(const Json& object) {
    T part{};
    Reader reader(object);
    fields(reader, part);
    return part;
  }
  [[nodiscard]] std::optional<Date> date_at(const char* name, const std::string& printed) const {
    std::string iso;
    if (const auto found = object_.find(name); found != object_.end()) read(*found, iso);
    // A date without a year has no ISO form, but its printed form says it all.
    return iso.empty() ? parse_date(printed) : date_of_iso(iso);
  }
  static void read(const Json& json, std::string& text) {
    text = json.get_ref<const std::string&>();
  }
  static void read(const Json& json, std::vector<std::string>& texts) {
    for (const Json& element : json) read(element, texts.emplace_back());
  }
  static void read(const Json& json, bool& flag) { flag = json.get<bool>(); }
  static void read(const Json& json, double& number) { number = json.get<double>(); }
  static void read(const Json& json, std::integral auto& number) {
    using Number = std::remove_reference_t<decltype(number)>;
    if (!json.is_number_integer()) throw std::invalid_argument("not a whole number");
    const auto value = json.get<std::int64_t>();
    if (!std::in_range<Number>(value)) throw std::invalid_argument("number out of range");
    number = static_cast<Number>(value);
  }
  static void read(const Json& json, DecisionStatus& status) {
    status = decision_status_of(json.get_ref<const std::string&>());
  }
  static void read(const Json& json, DocumentKind& kind) {
    kind = document_kind_of(json.get_ref<const std::string&>()).value_or(DocumentKind::ovrigt);
  }
  template <typename T>
  static void read(const Json& json, std::optional<T>& value) {
    T content{};
    read(json, content);
    value = std::move(content);
  }

  const Json& object_;
};

/// Gathers the names of fields.
struct Names {
  std::vector<std::string> names;

  template <typename... Value>
  void field(const char* name, const Value&...) {
    names.emplace_back(name);
  }
  void always(const char* name, const auto&) { field(name); }
  void list(const char* name, const auto&) { field(name); }
  void rows(const char* name, const auto&) { field(name); }
  void row(const char* name, const auto&) { field(name); }
  void date(const char* name, const auto&, const std::string&) { field(name); }
  void derived(const char* name, const std::string&) { field(name); }
};

std::string flat(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto is_text = [](const Json& element) { return element.is_string(); };
  if (!value.is_array() || !std::all_of(value.begin(), value.end(), is_text)) return value.dump();
  std::string joined;
  for (const Json& element : value) {
    if (!joined.empty()) joined += "; ";
    joined += element.get_ref<const std::string&>();
  }
  return joined;
}

/// What isn't UTF-8 is replaced, never thrown: a record is written whatever a rule cut out.
std::string dump(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string json_of(const Record& record) {
  Json object = Json::object();
  Writer writer(object);
  std::visit([&writer](const auto& content) { fields(writer, content); }, record);
  return dump(object);
}

Result<Record> record_of_json(std::string_view kind, std::string_view json) {
  std::optional<Record> record = record_of_kind(kind);
  if (!record) {
    return tl::unexpected(
        Error{.code = ErrorCode::damaged, .message = "no such kind: " + std::string(kind)});
  }
  try {
    const Json object = Json::parse(json);
    Reader reader(object);
    std::visit([&reader](auto& content) { fields(reader, content); }, *record);
  } catch (const std::exception& error) {
    return tl::unexpected(
        Error{.code = ErrorCode::damaged,
              .message = "not a record of kind " + std::string(kind) + ": " + error.what()});
  }
  return std::move(*record);
}

std::string json_of(const Document& document) {
  Json object = Json::object();
  Writer writer(object);
  fields(writer, document);
  Json provenance = Json::object();
  for (const auto& [field, origin] : document.provenance) provenance[field] = name_of(origin);
  object["provenance"] = std::move(provenance);
  return dump(object);
}

std::vector<std::string> field_names(std::string_view kind) {
  Names names;
  if (kind == "document") {
    const Document document;
    fields(names, document);
    names.names.emplace_back("provenance");
  } else if (const std::optional<Record> record = record_of_kind(kind)) {
    std::visit([&names](const auto& content) { fields(names, content); }, *record);
  }
  return names.names;
}

std::string quoted_json(std::string_view text) {
  return dump(Json(text));
}

std::map<std::string, std::string> flat_members(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) throw std::invalid_argument("not a JSON object");
  std::map<std::string, std::string> members;
  for (const auto& [name, value] : object.items()) members[name] = flat(value);
  return members;
}

}  // namespace diarium
