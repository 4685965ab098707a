// SPDX-License-Identifier: GPL-3.0-or-later
//
// The same tasks by libvmime; what they are stands in PennypostMime.cpp.

#include <fstream>
#include <iostream>
#include <string>
#include <vmime/platforms/posix/posixHandler.hpp>
#include <vmime/utility/inputStreamStringAdapter.hpp>
#include <vmime/vmime.hpp>

namespace {

class Nowhere : public vmime::utility::outputStream
{
public:
    void flush() override {}

protected:
    void writeImpl(const vmime::byte_t *, const size_t) override {}
};

std::string text()
{
    std::string made;
    for (int i = 0; i < 16; ++i)
        made += "The quick brown fox jumps over the lazy dog, and nobody wonders why.\n";
    return made;
}

std::string person(int number)
{
    return "person" + std::to_string(number) + "@example.org";
}

vmime::messageBuilder builder(int recipients)
{
    vmime::messageBuilder made;
    made.setExpeditor(vmime::mailbox("alice@example.org"));
    vmime::addressList to;
    for (int i = 0; i < recipients; ++i)
        to.appendAddress(vmime::make_shared<vmime::mailbox>(
            vmime::text("Jos\xc3\xa9 Person " + std::to_string(i), vmime::charsets::UTF_8), person(i)));
    made.setRecipients(to);
    made.setSubject(vmime::text("A letter"));
    made.getTextPart()->setText(vmime::make_shared<vmime::stringContentHandler>(text()));
    return made;
}

void write(const char *path)
{
    auto made = builder(1);
    made.appendAttachment(
        vmime::make_shared<vmime::fileAttachment>(path, vmime::mediaType("application", "octet-stream")));
    vmime::utility::outputStreamAdapter out(std::cout);
    made.construct()->generate(out);
}

void small(int count)
{
    for (int i = 0; i < count; ++i) {
        Nowhere nowhere;
        builder(1).construct()->generate(nowhere);
    }
}

void open(const char *path)
{
    auto file = vmime::platform::getHandler()->getFileSystemFactory()->create(
        vmime::utility::file::path::fromString(path, "/", vmime::charsets::UTF_8));
    auto in =
        vmime::dynamicCast<vmime::utility::seekableInputStream>(file->getFileReader()->getInputStream());
    auto letter = vmime::make_shared<vmime::message>();
    letter->parse(in, size_t(file->getLength()));
    for (const auto &part : letter->getBody()->getPartList()) {
        Nowhere nowhere;
        part->getBody()->getContents()->extract(nowhere);
    }
}

void header(int count, int all)
{
    for (int left = all; left > 0; left -= count) {
        Nowhere nowhere;
        builder(count).construct()->getHeader()->generate(nowhere);
    }
}

void typed(int count, int all)
{
    std::string list;
    for (int i = 0; i < count; ++i)
        list += "\"Jos\xc3\xa9 Person " + std::to_string(i) + "\" <" + person(i) + ">, ";
    for (int left = all; left > 0; left -= count) {
        vmime::addressList parsed;
        parsed.parse(list);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    vmime::platform::setHandler<vmime::platforms::posix::posixHandler>();
    std::ios::sync_with_stdio(false);
    const std::string task = argv[1];
    const int count = std::atoi(argv[2]);
    const int all = argc > 3 ? std::atoi(argv[3]) : 0;
    if (task == "write")
        write(argv[2]);
    else if (task == "small")
        small(count);
    else if (task == "open")
        open(argv[2]);
    else if (task == "header")
        header(count, all);
    else if (task == "typed")
        typed(count, all);
    else
        return 1;
}
