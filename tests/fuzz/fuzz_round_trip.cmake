pennypost_fuzz(fuzz_round_trip SOURCES fuzz_round_trip.cpp DEPENDS core_mime)
