#pragma once

#include <ostream>
#include <string>

#include "pipeline/store/contents.h"

namespace diarium {

/// A file of the archive as a IIIF Presentation 3.0 manifest
/// (https://iiif.io/api/presentation/3.0/): a canvas a page, in points; a range a document; each
/// record an annotation on its place, with its id; the page's ALTO as `seeAlso`. It holds no
/// pictures: a viewer needs them from an image server or added to the canvases. `base` is the
/// address that all ids begin with, without a slash at its end. Throws std::runtime_error when
/// `out` fails.
void write_iiif_manifest(const SourceContents& contents, const std::string& base,
                         std::ostream& out);

}  // namespace diarium
