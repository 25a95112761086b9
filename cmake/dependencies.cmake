# Debian 12 packages; tools/install-packages lists them. Several have no usable CMake package.
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Catch2 2 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenMP REQUIRED)

pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler>=22.12)
pkg_check_modules(tesseract REQUIRED IMPORTED_TARGET tesseract>=5.3)
pkg_check_modules(leptonica REQUIRED IMPORTED_TARGET lept>=1.82)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)  # its version reads 0.0.0
pkg_check_modules(tomlplusplus REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(icu REQUIRED IMPORTED_TARGET icu-uc)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo)
pkg_check_modules(crypto REQUIRED IMPORTED_TARGET libcrypto)

find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_library(SQLITECPP_LIBRARY SQLiteCpp REQUIRED)
