// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends by libetpan, as the mail clients on it do: the letter made in memory by its mailmime, then by
// mailsmtp. Built only where the library is. See Task.h.

#include "tests/bench/submission/Task.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <libetpan/libetpan.h>
#include <string>

namespace {

void check(int result, const char *what)
{
    if (result == MAILSMTP_NO_ERROR)
        return;
    std::fprintf(stderr, "libetpan: %s: %s\n", what, mailsmtp_strerror(result));
    std::exit(1);
}

mailmime *textPart()
{
    mailmime *part =
        mailmime_new_empty(mailmime_content_new_with_str("text/plain"), mailmime_fields_new_empty());
    const std::string text = bench::smallText();
    char *copy = static_cast<char *>(std::malloc(text.size()));
    if (!copy)
        std::abort();
    std::memcpy(copy, text.data(), text.size());
    mailmime_set_body_text(part, copy, text.size());
    return part;
}

mailmime *filePart(const std::string &path)
{
    mailmime_fields *fields = mailmime_fields_new_filename(MAILMIME_DISPOSITION_TYPE_ATTACHMENT,
                                                           ::strdup("large"), MAILMIME_MECHANISM_BASE64);
    mailmime *part = mailmime_new_empty(mailmime_content_new_with_str("application/octet-stream"), fields);
    mailmime_set_body_file(part, ::strdup(path.c_str()));
    return part;
}

MMAPString *makeLetter(const std::string &attachment)
{
    mailimf_mailbox_list *from = mailimf_mailbox_list_new_empty();
    mailimf_mailbox_list_add(from, mailimf_mailbox_new(nullptr, ::strdup("alice@example.org")));
    mailimf_address_list *to = mailimf_address_list_new_empty();
    mailimf_address_list_add(
        to, mailimf_address_new(MAILIMF_ADDRESS_MAILBOX,
                                mailimf_mailbox_new(nullptr, ::strdup("bob@example.org")), nullptr));
    mailimf_fields *fields = mailimf_fields_new_with_data(from, nullptr, nullptr, to, nullptr, nullptr,
                                                          nullptr, nullptr, ::strdup("A letter"));
    mailmime *message = mailmime_new_message_data(nullptr);
    mailmime_set_imf_fields(message, fields);
    if (attachment.empty()) {
        mailmime_add_part(message, textPart());
    } else {
        mailmime_smart_add_part(message, textPart());
        mailmime_smart_add_part(message, filePart(attachment));
    }
    MMAPString *letter = mmap_string_new("");
    int column = 0;
    if (!letter || mailmime_write_mem(letter, &column, message) != MAILIMF_NO_ERROR)
        check(MAILSMTP_ERROR_MEMORY, "letter");
    mailmime_free(message);
    return letter;
}

} // namespace

int main(int argc, char **argv)
{
    const auto task = bench::Task::from(argc, argv);
    if (!task)
        return 2;
    mailsmtp *session = mailsmtp_new(0, nullptr);
    if (task->startTls) {
        check(mailsmtp_socket_connect(session, "127.0.0.1", task->port), "connect");
        check(mailesmtp_ehlo(session), "EHLO");
        check(mailsmtp_socket_starttls(session), "STARTTLS");
    } else {
        check(mailsmtp_ssl_connect(session, "127.0.0.1", task->port), "connect");
    }
    check(mailesmtp_ehlo(session), "EHLO");
    check(mailsmtp_auth_type(session, "me", "secret", MAILSMTP_AUTH_PLAIN), "AUTH");
    for (int i = 0; i < task->letters; ++i) {
        MMAPString *letter = makeLetter(task->attachment);
        check(mailesmtp_mail(session, "alice@example.org", 1, nullptr), "MAIL");
        for (int to = 0; to < task->recipients; ++to)
            check(mailesmtp_rcpt(session, ("r" + std::to_string(to) + "@example.org").c_str(), 0, nullptr),
                  "RCPT");
        check(mailsmtp_data(session), "DATA");
        check(mailsmtp_data_message(session, letter->str, letter->len), "letter");
        mmap_string_free(letter);
    }
    mailsmtp_quit(session);
    mailsmtp_free(session);
    return 0;
}
