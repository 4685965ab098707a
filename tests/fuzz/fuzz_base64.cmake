pennypost_fuzz(fuzz_base64 SOURCES fuzz_base64.cpp DEPENDS core_mime)
