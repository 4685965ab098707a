pennypost_fuzz(fuzz_mailbox SOURCES fuzz_mailbox.cpp DEPENDS core_message)
