#include "pipeline/store/forget.h"

#include <fmt/format.h>

#include "tools/diarium/commands.h"
#include "tools/diarium/run_scope.h"

namespace diarium {

int run_forget(const Arguments& arguments) {
  RunScope scope(arguments);
  const std::string source = source_of_id(scope.archive(), arguments.id);
  if (source.empty())
    throw WrongUsage(fmt::format("no file, document, record or page has the id {}", arguments.id));
  const Comeback comeback = arguments.allow_return ? Comeback::allowed : Comeback::barred;
  // Told before: a forgetting that breaks off is part of what was done, too.
  scope.tell_audit("forget", "source " + source);
  forget(scope.archive(), source, comeback);
  fmt::print("source {} is forgotten: its rows, its words in the index, its paths\n", source);
  if (comeback == Comeback::barred) fmt::print("No run brings it back, under whatever name.\n");
  fmt::print(
      "Not within reach of this program: the file itself, backups, and exports written before; "
      "make "
      "those anew.\n");
  return kAllWell;
}

}  // namespace diarium
