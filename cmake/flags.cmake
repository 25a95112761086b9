# What all our targets are compiled with. Nothing global: targets link diarium_flags.
add_library(diarium_flags INTERFACE)
target_compile_features(diarium_flags INTERFACE cxx_std_20)
target_include_directories(diarium_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(diarium_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  # Designated initialisers name what differs from the default.
  -Wno-missing-field-initializers
  $<$<BOOL:${DIARIUM_WERROR}>:-Werror>
  -fstack-protector-strong -fcf-protection)
target_compile_definitions(diarium_flags INTERFACE
  _GLIBCXX_ASSERTIONS $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(diarium_flags INTERFACE -Wl,-z,relro,-z,now -pie)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(DIARIUM_SANITIZE)
  target_compile_options(diarium_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(diarium_flags INTERFACE -fsanitize=address,undefined)
endif()
if(DIARIUM_FUZZ)
  set(fuzz_checks -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all)
  target_compile_options(diarium_flags INTERFACE
    -O1 -gline-tables-only -fno-omit-frame-pointer -fsanitize=fuzzer-no-link ${fuzz_checks})
  target_link_options(diarium_flags INTERFACE ${fuzz_checks})
endif()
if(DIARIUM_COVERAGE)
  target_compile_options(diarium_flags INTERFACE --coverage)
  target_link_options(diarium_flags INTERFACE --coverage)
endif()
