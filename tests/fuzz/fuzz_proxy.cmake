pennypost_fuzz(fuzz_proxy SOURCES fuzz_proxy.cpp DEPENDS core_net)
