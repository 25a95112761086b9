#pragma once

#include <string>
#include <vector>

#include "tools/corpus/paper.h"

namespace diarium::corpus {

/// The bytes of a PDF with the paper's pages as text and lines; the same for the same paper.
std::string pdf_of(const Paper& paper, const std::string& title);

/// A page as a compressed picture.
struct PagePicture {
  enum class Coding { jpeg, ccitt_g4 };
  Coding coding = Coding::jpeg;
  std::string bytes;      ///< as they go into the file
  bool colour = false;    ///< of a JPEG
  bool inverted = false;  ///< of CCITT data that says 0 for black
  int width = 0;          ///< pixels
  int height = 0;
  double page_width = 0;  ///< points
  double page_height = 0;
};

/// The bytes of a PDF that has nothing but a picture on each page, as a copier sends it.
std::string pdf_of(const std::vector<PagePicture>& pictures);

}  // namespace diarium::corpus
