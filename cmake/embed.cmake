# diarium_embed(TARGET SYMBOL files...): compiles files into TARGET. C++ sees them by
#   #include "SYMBOL.h"     std::span<const diarium::EmbeddedFile> diarium::SYMBOL();
# each with its file name and its bytes.
function(diarium_embed target symbol)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
  set(header ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.h)
  file(CONFIGURE OUTPUT ${header} CONTENT [[
#pragma once
#include <span>
#include "models/embedded_file.h"
namespace diarium {
std::span<const EmbeddedFile> @symbol@();
}
]] @ONLY)
  list(JOIN ARGN "|" files)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DSYMBOL=${symbol} -DOUTPUT=${source}
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_script.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
