pennypost_fuzz(fuzz_sasl SOURCES fuzz_sasl.cpp DEPENDS core_sasl)
