#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string_view>
#include <utility>

#include "pipeline/store/trouble.h"
#include "tools/diarium/arguments.h"
#include "tools/diarium/commands.h"

namespace {

using diarium::Arguments;

constexpr std::array<std::pair<std::string_view, int (*)(const Arguments&)>, 15> kCommands{{
    {"ingest", diarium::run_ingest},
    {"search", diarium::run_search},
    {"show", diarium::run_show},
    {"export", diarium::run_export},
    {"status", diarium::run_status},
    {"retry", diarium::run_retry},
    {"reextract", diarium::run_reextract},
    {"verify", diarium::run_verify},
    {"backup", diarium::run_backup},
    {"restore", diarium::run_restore},
    {"forget", diarium::run_forget},
    {"doctor", diarium::run_doctor},
    {"evaluate", diarium::run_evaluate},
    {"config", diarium::run_config},
    {"rules", diarium::run_rules},
}};

int run(const Arguments& arguments) {
  for (const auto& [name, command] : kCommands) {
    if (name == arguments.command) return command(arguments);
  }
  return diarium::kWrongUsage;
}

}  // namespace

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  try {
    const auto parsed = diarium::parse_arguments(count, values);
    if (!parsed.arguments) return parsed.stop.exit_code;
    const int code = run(*parsed.arguments);
    std::cout.flush();
    if (!std::cout) {
      std::cerr << "diarium: the output could not be written\n";
      return diarium::kRunFailed;
    }
    return code;
  } catch (const diarium::WrongUsage& error) {
    std::cerr << "diarium: " << error.what() << '\n';
    return diarium::kWrongUsage;
  } catch (const std::exception& error) {
    std::cout.flush();
    std::cerr << "diarium: " << diarium::words_of_trouble(error) << '\n';
    return diarium::kRunFailed;
  }
}
