#include <iostream>

#include "tools/diarium/commands.h"

namespace diarium {

int run_config(const Arguments& arguments) {
  std::cout << toml_of(arguments.configuration);
  return kAllWell;
}

}  // namespace diarium
