pennypost_fuzz(fuzz_mailto SOURCES fuzz_mailto.cpp DEPENDS core_message core_mime)
