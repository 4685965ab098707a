# How a room of the house becomes a library.  The edges named under DEPENDS are the only
# ones a room may have; tests/architecture reads every #include and holds it against the same list.
include_guard()

# One INTERFACE target carries every flag, so that no room has its own idea of them.
add_library(pennypost_flags INTERFACE)
target_compile_features(pennypost_flags INTERFACE cxx_std_20)
target_include_directories(pennypost_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(pennypost_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_USE_QSTRINGBUILDER)
if(MSVC)
    target_compile_options(pennypost_flags INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus $<$<BOOL:${PENNYPOST_WERROR}>:/WX>)
else()
    target_compile_options(pennypost_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
        -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough -fno-strict-aliasing
        $<$<BOOL:${PENNYPOST_WERROR}>:-Werror>)
    # False alarms of g++ 12 about std::optional and std::variant under -O2; clang builds keep the warning's use.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(pennypost_flags INTERFACE -Wno-maybe-uninitialized -Wno-null-dereference)
    endif()
endif()

if(PENNYPOST_SANITIZE)
    set(_sanitizers -fsanitize=${PENNYPOST_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_compile_options(pennypost_flags INTERFACE ${_sanitizers})
    target_link_options(pennypost_flags INTERFACE ${_sanitizers})
endif()
if(PENNYPOST_COVERAGE)
    target_compile_options(pennypost_flags INTERFACE --coverage -fprofile-update=atomic)
    target_link_options(pennypost_flags INTERFACE --coverage)
endif()

# The release, sanitizer and fuzzer builds compile the sources of a room eight at a time (CMAKE_UNITY_BUILD), in a third of
# the time, since most of it goes into Qt's headers. These have private names that another source of their room has too,
# so they are compiled alone; so is what includes the system's headers.
set(PENNYPOST_COMPILED_ALONE HtmlImport.cpp MailboxParser.cpp ReceivedView.cpp SendChecks.cpp)
set(PENNYPOST_ROOMS_COMPILED_ALONE core_mime)

# pennypost_room(core_smtp SOURCES Reply.cpp Reply.h ... DEPENDS core_base Qt6::Core ... [PRIVATE_DEPENDS ...])
# A name with an underscore is a room of ours, anything with :: is a library.
function(pennypost_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    add_library(pennypost_${name} STATIC ${ARG_SOURCES})
    set_target_properties(pennypost_${name} PROPERTIES AUTOMOC ON)
    foreach(source IN LISTS ARG_SOURCES)
        if(name IN_LIST PENNYPOST_ROOMS_COMPILED_ALONE OR source IN_LIST PENNYPOST_COMPILED_ALONE
           OR source MATCHES "_(unix|win|mac|dbus)\\.(cpp|mm)$")
            set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
        endif()
    endforeach()
    target_link_libraries(pennypost_${name} PUBLIC pennypost_flags)
    foreach(dependency IN LISTS ARG_DEPENDS)
        _pennypost_link(pennypost_${name} PUBLIC ${dependency})
    endforeach()
    foreach(dependency IN LISTS ARG_PRIVATE_DEPENDS)
        _pennypost_link(pennypost_${name} PRIVATE ${dependency})
    endforeach()
endfunction()

function(_pennypost_link target scope dependency)
    if(dependency MATCHES "::" OR NOT dependency MATCHES "^(core|ui|app|tests)_")
        target_link_libraries(${target} ${scope} ${dependency})
    else()
        target_link_libraries(${target} ${scope} pennypost_${dependency})
    endif()
endfunction()
