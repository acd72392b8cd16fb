# SPDX-License-Identifier: Apache-2.0
# How every target of kilde is built: one folder, one target, one namespace.

add_library(kilde_options INTERFACE)
target_compile_options(kilde_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # false alarms of gcc 12 on "x" + std::to_string(n)
target_include_directories(kilde_options INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
if(KILDE_SANITIZE)
  # gcc 12 takes parts of std::regex for uninitialized once it instruments them.
  target_compile_options(kilde_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(kilde_options INTERFACE -fsanitize=${KILDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kilde_options INTERFACE -fsanitize=${KILDE_SANITIZE})
endif()
if(KILDE_FUZZ)
  target_compile_options(kilde_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# kilde_room(find/time DEPS base doc): the library kilde_find_time of all sources in that folder.
function(kilde_room folder)
  cmake_parse_arguments(ROOM "" "" "DEPS;LIBS" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  add_library(kilde_${name} STATIC ${sources})
  list(TRANSFORM ROOM_DEPS REPLACE "/" "_")
  list(TRANSFORM ROOM_DEPS PREPEND kilde_)
  target_link_libraries(kilde_${name} PUBLIC kilde_options ${ROOM_DEPS} PRIVATE ${ROOM_LIBS})
endfunction()

# kilde_embed(kilde_write kilde::write style.h Style=web/kilde.css): files of the source tree as constants of a target.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(kilde_embed target namespace header)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}/${header})
  foreach(item ${ARGN})
    string(REGEX REPLACE "=.*" "" name ${item})
    string(REGEX REPLACE ".*=" "" file ${item})
    list(APPEND items ${name}=${PROJECT_SOURCE_DIR}/${file})
    list(APPEND files ${PROJECT_SOURCE_DIR}/${file})
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target})
  add_custom_command(OUTPUT ${out} DEPENDS ${files} ${PROJECT_SOURCE_DIR}/tools/embed.py
    COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/embed.py ${out} ${namespace} ${items})
  target_sources(${target} PRIVATE ${out})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded/${target})
endfunction()
