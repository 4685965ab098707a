pennypost_fuzz(fuzz_reply SOURCES fuzz_reply.cpp DEPENDS core_message core_smtp)
