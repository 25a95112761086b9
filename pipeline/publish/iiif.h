#pragma once

#include <map>
#include <ostream>
#include <string>

#include "pipeline/store/contents.h"

namespace diarium {

/// Of the JPEG of a page, in pixels.
struct PictureSize {
  int width = 0;
  int height = 0;
};
using PictureSizes = std::map<int, PictureSize>;  ///< by page

/// A file of the archive as a IIIF Presentation 3.0 manifest
/// (https://iiif.io/api/presentation/3.0/): a canvas a page, in points; a range a document; each
/// record an annotation on its place, with its id; the page's ALTO as `seeAlso`; the pages that
/// have a picture painted with it, and it for a thumbnail. `base` is the address that all ids begin
/// with, without a slash at its end: below it lie the files of the export in `iiif`, by their
/// names, and those of an export of ALTO in `alto`. Throws std::runtime_error when `out` fails.
void write_iiif_manifest(const SourceContents& contents, const PictureSizes& pictures,
                         const std::string& base, std::ostream& out);

/// "0123456789abcdef.p3.jpg"
std::string picture_name(const std::string& source, int page);

}  // namespace diarium
