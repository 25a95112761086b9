#include "pipeline/run/configuration.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <functional>
#include <stdexcept>
#include <vector>

#include "pipeline/layout/lay_out.h"

namespace diarium {
namespace {

constexpr double kMega = 1e6;
constexpr std::size_t kMegabyteBits = 20;

constexpr std::array<std::string_view, 3> kLogForms{"text", "keyvalue", "json"};

/// One setting: how it is read from TOML, how it is printed, and why it is there.
struct Setting {
  std::string_view key;
  std::string_view reason;
  /// False when the value has the wrong type or is out of range.
  std::function<bool(Configuration&, const toml::node&)> read;
  std::function<std::string(const Configuration&)> print;
  std::string_view allowed;
};

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

Setting path_setting(std::string_view key, std::string_view reason,
                     std::function<std::filesystem::path&(Configuration&)> field) {
  return {key, reason,
          [field](Configuration& c, const toml::node& node) {
            const auto value = node.value<std::string>();
            if (value) field(c) = *value;
            return value.has_value();
          },
          [field](const Configuration& c) {
            Configuration copy = c;
            return toml_string(field(copy).string());
          },
          "a path"};
}

template <typename Number>
Setting number_setting(std::string_view key, std::string_view reason, Number low, Number high,
                       std::function<Number&(Configuration&)> field, std::string_view allowed) {
  return {key, reason,
          [=](Configuration& c, const toml::node& node) {
            const auto value = node.value<double>();
            if (!value || *value < static_cast<double>(low) || *value > static_cast<double>(high))
              return false;
            field(c) = static_cast<Number>(*value);
            return true;
          },
          [=](const Configuration& c) {
            Configuration copy = c;
            return fmt::format("{}", field(copy));
          },
          allowed};
}

Setting ocr_setting() {
  return {"ocr", "whether pages are recognised: auto = where they have no usable text",
          [](Configuration& c, const toml::node& node) {
            const auto choice = ocr_choice_of(node.value_or(std::string_view{}));
            if (choice) c.ocr = *choice;
            return choice.has_value();
          },
          [](const Configuration& c) { return toml_string(name_of(c.ocr)); },
          "\"auto\", \"always\" or \"never\""};
}

Setting log_setting() {
  return {"log", "how a run writes its messages: text for people; keyvalue or json for a journal",
          [](Configuration& c, const toml::node& node) {
            const auto name = node.value_or(std::string_view{});
            const auto* const found = std::find(kLogForms.begin(), kLogForms.end(), name);
            if (found == kLogForms.end()) return false;
            c.log = static_cast<LogForm>(found - kLogForms.begin());
            return true;
          },
          [](const Configuration& c) {
            return toml_string(kLogForms[static_cast<std::size_t>(c.log)]);
          },
          "\"text\", \"keyvalue\" or \"json\""};
}

Setting idle_io_setting() {
  return {"idle_io", "true = a run uses the disk only when nobody else does",
          [](Configuration& c, const toml::node& node) {
            const auto value = node.value<bool>();
            if (value) c.idle_io = *value;
            return value.has_value();
          },
          [](const Configuration& c) { return std::string(c.idle_io ? "true" : "false"); },
          "true or false"};
}

Setting sandbox_setting() {
  return {"sandbox",
          "strict = foreign files are opened only in a sandbox; off = with limits alone, to find "
          "out whether the sandbox is at fault",
          [](Configuration& c, const toml::node& node) {
            const auto name = node.value_or(std::string_view{});
            c.sandbox = name == "off" ? SandboxChoice::off : SandboxChoice::strict;
            return name == "off" || name == "strict";
          },
          [](const Configuration& c) {
            return toml_string(c.sandbox == SandboxChoice::off ? "off" : "strict");
          },
          "\"strict\" or \"off\""};
}

Setting language_setting() {
  return {"ocr_language", "Tesseract models; swe alone has no § and %",
          [](Configuration& c, const toml::node& node) {
            const auto value = node.value<std::string>();
            if (value) c.recognition.language = *value;
            return value && !value->empty();
          },
          [](const Configuration& c) { return toml_string(c.recognition.language); },
          "model names joined by +"};
}

Setting file_size_setting() {
  return {"file_mb", "MiB; a larger file is set aside as too_large",
          [](Configuration& c, const toml::node& node) {
            const auto value = node.value<std::int64_t>();
            if (!value || *value < 1 || *value > 100'000) return false;
            c.limits.file_bytes = static_cast<std::size_t>(*value) << kMegabyteBits;
            return true;
          },
          [](const Configuration& c) {
            return fmt::format("{}", c.limits.file_bytes >> kMegabyteBits);
          },
          "1 to 100000"};
}

Setting pixels_setting() {
  return {"page_megapixels", "a page is rendered smaller to stay below, never refused for its size",
          [](Configuration& c, const toml::node& node) {
            const auto value = node.value<double>();
            if (!value || *value < 1 || *value > 1000) return false;
            c.limits.page_pixels = *value * kMega;
            return true;
          },
          [](const Configuration& c) { return fmt::format("{}", c.limits.page_pixels / kMega); },
          "1 to 1000"};
}

Setting municipality_setting() {
  return {"municipality",
          "whose archive it is, for citations: \"Almviks kommun\"; empty = left out",
          [](Configuration& c, const toml::node& node) {
            const auto value = node.value<std::string>();
            if (value) c.municipality = *value;
            return value.has_value();
          },
          [](const Configuration& c) { return toml_string(c.municipality); }, "a name"};
}

/// All names of a list; nothing for a list of less than two, or of other things than names.
std::vector<std::string> names_of(const toml::array* list) {
  std::vector<std::string> names;
  if (list == nullptr) return names;
  for (const toml::node& name : *list) {
    if (const auto text = name.value<std::string>()) names.push_back(*text);
  }
  return names.size() == list->size() && names.size() > 1 ? names : std::vector<std::string>();
}

Setting renamed_bodies_setting() {
  return {"renamed_bodies",
          "names that one body has had in time; a search for one of them finds all",
          [](Configuration& c, const toml::node& node) {
            const toml::array* const lists = node.as_array();
            if (lists == nullptr) return false;
            c.renamed_bodies.clear();
            for (const toml::node& list : *lists)
              c.renamed_bodies.push_back(names_of(list.as_array()));
            return std::find(c.renamed_bodies.begin(), c.renamed_bodies.end(),
                             std::vector<std::string>()) == c.renamed_bodies.end();
          },
          [](const Configuration& c) {
            std::vector<std::string> lists;
            for (const auto& names : c.renamed_bodies) {
              std::vector<std::string> quoted;
              for (const std::string& name : names) quoted.push_back(toml_string(name));
              lists.push_back(fmt::format("[{}]", fmt::join(quoted, ", ")));
            }
            return fmt::format("[{}]", fmt::join(lists, ", "));
          },
          "lists of names: [[\"Arbetslivsnämnden\", \"Arbetsmarknadsnämnden\"]]"};
}

const std::vector<Setting>& settings() {
  using C = Configuration;
  static const std::vector<Setting> all{
      path_setting("database", "the archive: one SQLite file",
                   [](C& c) -> std::filesystem::path& { return c.database; }),
      path_setting("rules", "folder of rule files that overlay the shipped ones; empty = none",
                   [](C& c) -> std::filesystem::path& { return c.rules; }),
      municipality_setting(),
      renamed_bodies_setting(),
      ocr_setting(),
      language_setting(),
      path_setting("ocr_models", "folder of Tesseract models; empty = where Debian keeps them",
                   [](C& c) -> std::filesystem::path& { return c.recognition.model_folder; }),
      log_setting(),
      path_setting("status_file", "how far a run is, as JSON, anew every 5 seconds; empty = none",
                   [](C& c) -> std::filesystem::path& { return c.status_file; }),
      path_setting("metrics_file", "the same for node_exporter (a *.prom); empty = none",
                   [](C& c) -> std::filesystem::path& { return c.metrics_file; }),
      path_setting("report_folder", "where each run leaves run-NUMBER.txt and .json; empty = none",
                   [](C& c) -> std::filesystem::path& { return c.report_folder; }),
      sandbox_setting(),
      number_setting<int>(
          "jobs", "worker processes; 0 = one a core", 0, 1024, [](C& c) -> int& { return c.jobs; },
          "0 to 1024"),
      number_setting<int>(
          "pages_per_task", "pages; a longer file is shared among workers in such ranges", 1, 1000,
          [](C& c) -> int& { return c.pages_per_task; }, "1 to 1000"),
      number_setting<int>(
          "page_seconds",
          "seconds of processor time, so that a busy machine loses no page (OCR of A4 takes 3), or "
          "ten times as many by the clock; a page that takes longer is given up",
          1, 3600, [](C& c) -> int& { return c.page_seconds; }, "1 to 3600"),
      number_setting<int>(
          "file_seconds", "seconds; a file that takes longer keeps the pages read until then", 10,
          1'000'000, [](C& c) -> int& { return c.file_seconds; }, "10 to 1000000"),
      number_setting<std::size_t>(
          "memory_mb", "MiB of address space a worker may take", 256, 1U << 20U,
          [](C& c) -> std::size_t& { return c.memory_mb; }, "256 or more"),
      number_setting<int>(
          "nice", "0 to 19: how gladly a run lets other programs go first", 0, 19,
          [](C& c) -> int& { return c.nice; }, "0 to 19"),
      idle_io_setting(),
      number_setting<int>(
          "settle_seconds",
          "seconds; a file that was written to more recently waits for the next run, since "
          "somebody "
          "may still be copying it",
          0, 86'400, [](C& c) -> int& { return c.settle_seconds; }, "0 to 86400"),
      number_setting<int>(
          "low_disk_mb", "MiB; a run ends in good order when less is free beside the archive", 0,
          10'000'000, [](C& c) -> int& { return c.low_disk_mb; }, "0 to 10000000"),
      file_size_setting(),
      number_setting<int>(
          "pages", "a file with more pages is set aside as too_large", 1, 1'000'000,
          [](C& c) -> int& { return c.limits.pages; }, "1 to 1000000"),
      pixels_setting(),
      number_setting<double>(
          "render_dpi", "dots an inch of a page that must be rendered for OCR", 72.0, 1200.0,
          [](C& c) -> double& { return c.limits.render_dpi; }, "72 to 1200"),
  };
  return all;
}

}  // namespace

Configuration configuration_of_file(const std::filesystem::path& file) {
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    if (line == 0) throw std::runtime_error("can't read the settings in " + file.string());
    throw std::runtime_error(
        fmt::format("{}:{}: {}", file.string(), line, std::string(error.description())));
  }
  Configuration configuration;
  for (const auto& [key, node] : table) {
    const auto found = std::find_if(settings().begin(), settings().end(),
                                    [&k = key](const Setting& s) { return s.key == k.str(); });
    if (found == settings().end()) {
      throw std::runtime_error(
          fmt::format("{}:{}: unknown setting \"{}\"; `diarium config` lists them all",
                      file.string(), node.source().begin.line, std::string(key.str())));
    }
    if (!found->read(configuration, node)) {
      throw std::runtime_error(fmt::format("{}:{}: {} must be {}", file.string(),
                                           node.source().begin.line, found->key, found->allowed));
    }
  }
  return configuration;
}

std::string toml_of(const Configuration& configuration) {
  std::string out;
  for (const Setting& setting : settings()) {
    out +=
        fmt::format("# {}\n{} = {}\n", setting.reason, setting.key, setting.print(configuration));
  }
  return out;
}

std::string_view name_of(OcrChoice choice) {
  switch (choice) {
    case OcrChoice::automatic:
      return "auto";
    case OcrChoice::always:
      return "always";
    case OcrChoice::never:
      break;
  }
  return "never";
}

std::optional<OcrChoice> ocr_choice_of(std::string_view name) {
  for (const OcrChoice choice : {OcrChoice::automatic, OcrChoice::always, OcrChoice::never}) {
    if (name_of(choice) == name) return choice;
  }
  return std::nullopt;
}

std::string reading_key_of(const Configuration& configuration) {
  return fmt::format("read{} ocr{} layout{} {} {} {}dpi", kReaderVersion, kOcrVersion,
                     kLayoutVersion, name_of(configuration.ocr), configuration.recognition.language,
                     configuration.limits.render_dpi);
}

}  // namespace diarium
