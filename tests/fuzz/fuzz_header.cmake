pennypost_fuzz(fuzz_header SOURCES fuzz_header.cpp DEPENDS core_mime)
