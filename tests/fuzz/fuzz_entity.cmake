pennypost_fuzz(fuzz_entity SOURCES fuzz_entity.cpp DEPENDS core_message core_mime)
