# diarium_library(NAME SOURCES a.cpp ... DEPENDS lower layers ... PRIVATE libraries ...)
# DEPENDS are links that its headers show; PRIVATE stay within its .cpp files.
function(diarium_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC diarium_flags ${ARG_DEPENDS} PRIVATE ${ARG_PRIVATE})
endfunction()

# diarium_test(NAME SOURCES a_test.cpp ... DEPENDS libraries ...): one Catch2 binary, label = name; one run for
# each a_test.cpp, since a run for each case would load rules and dictionaries a thousand times.
function(diarium_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE diarium_flags diarium_catch_main ${ARG_DEPENDS})
  # Catch's macros take three times as long to compile when optimised, and what is tested is in the libraries.
  target_compile_options(${name} PRIVATE -O0 -U_FORTIFY_SOURCE)
  foreach(source IN LISTS ARG_SOURCES)
    if(source MATCHES "([^/]+_test)\\.cpp$")
      # Catch2 v2 exits 0 when no test matches; a tag names hidden cases too, and those are long.
      add_test(NAME ${name}/${CMAKE_MATCH_1}
        COMMAND ${name} --filenames-as-tags "[#${CMAKE_MATCH_1}]~[.]" -w NoTests)
      set_tests_properties(${name}/${CMAKE_MATCH_1} PROPERTIES LABELS ${name})
    endif()
  endforeach()
endfunction()
