# How a test becomes an executable.
include_guard()

option(PENNYPOST_PRECOMPILE_TESTS "Parse Qt's headers once for all tests (the sanitizer builds do)" OFF)

# Qt6::Test without its two macros that name the test's folder: no precompiled header would fit a second folder. With Qt6::Network,
# because QTest reads differently where that is used, too.
add_library(pennypost_tests_qt INTERFACE)
target_include_directories(pennypost_tests_qt SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
target_compile_definitions(pennypost_tests_qt INTERFACE QT_TESTLIB_LIB)
target_link_libraries(pennypost_tests_qt INTERFACE $<LINK_ONLY:Qt6::Test> Qt6::Network)

# pennypost_test(tst_reply SOURCES tst_reply.cpp DEPENDS core_smtp [LABELS system] [TIMEOUT 60] [ENVIRONMENT A=b ...])
# The label "threads" is for what crosses threads: `tests/run.sh --all` runs these under ThreadSanitizer too, and builds no others
# there (the target thread_tests).
function(pennypost_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPENDS;LABELS;ENVIRONMENT" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE pennypost_flags pennypost_tests_qt)
    foreach(dependency IN LISTS ARG_DEPENDS)
        _pennypost_link(${name} PRIVATE ${dependency})
    endforeach()
    if(PENNYPOST_PRECOMPILE_TESTS)
        _pennypost_precompile(${name} ${ARG_DEPENDS})
    endif()
    if(threads IN_LIST ARG_LABELS)
        if(NOT TARGET thread_tests)
            add_custom_target(thread_tests)
        endif()
        add_dependencies(thread_tests ${name})
    endif()
    target_compile_definitions(${name} PRIVATE PENNYPOST_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${ARG_ENVIRONMENT}")
endfunction()

# Two precompiled headers, for the core's tests and for those that have windows: they save a third of the tests' compilation.
# The dev build does without, and so finds an include that is missing.
function(_pennypost_precompile test)
    set(kind core)
    set(library)
    set(headers <QDir> <QFile> <QSignalSpy> <QSslSocket> <QTcpServer> <QTemporaryDir> <QTest>)
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/ui/" OR "${ARGN}" MATCHES "(^|;)(app_gui|ui_|Qt6::Widgets)")
        set(kind ui)
        list(APPEND library Qt6::Widgets)
        list(APPEND headers <QAccessible> <QApplication> <QComboBox> <QLabel> <QLineEdit> <QListView> <QMainWindow> <QPushButton>
            <QTextDocument>)
    endif()
    set(precompiled pennypost_tests_precompiled_${kind})
    if(NOT TARGET ${precompiled})
        # A program like those that take it over, since their flags have to be the same.
        file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/precompiled.cpp" CONTENT "int main() {}\n")
        add_executable(${precompiled} "${PROJECT_BINARY_DIR}/precompiled.cpp")
        target_link_libraries(${precompiled} PRIVATE pennypost_flags pennypost_tests_qt ${library})
        target_precompile_headers(${precompiled} PRIVATE ${headers})
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(pennypost_tests_qt INTERFACE -fpch-preprocess) # ccache wants to see it
        endif()
    endif()
    target_precompile_headers(${test} REUSE_FROM ${precompiled})
endfunction()
