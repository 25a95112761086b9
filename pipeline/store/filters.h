#pragma once

#include <string>
#include <vector>

#include "pipeline/store/query.h"

namespace diarium {

/// A condition on a passage `p` and its document `d`, with a "?" for each of its values.
struct SqlCondition {
  std::string sql = "1";
  std::vector<std::string> values;
};

/// Of one field any of the values will do; fields and negated values must all hold.
SqlCondition condition_of(const std::vector<SearchFilter>& filters);

/// "Dnr KS 2019-00665 1.4.2.0", "ks/2019/665" -> "ks/2019/665"; "2019-665" -> "2019/665"; else the
/// text in lower case.
std::string normal_case_number(const std::string& text);

}  // namespace diarium
