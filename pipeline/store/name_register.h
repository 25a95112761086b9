#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/name_likeness.h"
#include "pipeline/store/passages.h"

namespace diarium {

class Database;

/// Enters the persons and bodies of a document into the registers, and for each name that is new
/// there the names that may be the same. The document's row must stand already. A name that a
/// document prints without party counts there as that of its only namesake with one.
void put_names(Database& database, const Document& document,
               const std::vector<IdentifiedFinding>& findings);

/// Forgets names that stand nowhere any more.
void drop_unused_names(Database& database);

/// After a run: forgets names that no document has any more, and makes candidates ("renamed") of
/// the names that one body has had in time, as the settings tell; they replace those of the last
/// time.
void settle_names(Archive& archive, const std::vector<std::vector<std::string>>& renamed_bodies);

/// For what a search asks of `field` ("person", "body"): names that it does not find but that may
/// be the same as one that it finds, by spelling; at most 10.
std::vector<LikelyName> names_like(Database& database, std::string_view field,
                                   std::string_view asked);

}  // namespace diarium
