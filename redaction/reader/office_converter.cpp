#include "redaction/reader/office_converter.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "redaction/reader/bounded_run.h"

namespace redaction::reader {
namespace {

using document::Failure;
using document::Format;

constexpr std::string_view begun = "begonnen\n";  // the room works; what follows is up to LibreOffice

// Never: macros, active content, links that are followed, scripts.
constexpr const char* settings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
)";

// $1 settings, $2 seconds, $3 kilobytes of addresses, $4 half kilobytes of a file, $5 the source's ending, $6 LibreOffice.
constexpr const char* script = R"(
echo begonnen
mkdir -p /tmp/home/user /tmp/out && printf %s "$1" >/tmp/home/user/registrymodifications.xcu || exit 1
ulimit -t "$2"; ulimit -v "$3"; ulimit -f "$4"; ulimit -c 0
for to in pdf docx; do
  "$6" --headless --norestore --nologo --nodefault --nolockcheck --nofirststartwizard -env:UserInstallation=file:///tmp/home \
    --convert-to $to --outdir /tmp/out "/tmp/in.$5" >/dev/null 2>&1 </dev/null
  [ -s /tmp/out/in.$to ] || exit 1
done
for to in pdf docx; do wc -c </tmp/out/in.$to && cat /tmp/out/in.$to || exit 1; done
)";

std::string ending(Format format) { return document::nameOf(format); }

std::vector<std::string> roomOf(const OfficeBounds& bounds, const OfficePrograms& programs, Format format) {
    std::vector<std::string> arguments = {programs.room, "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
                                          "--hostname", "lakwerk", "--clearenv"};
    const auto add = [&](std::initializer_list<std::string> more) { arguments.insert(arguments.end(), more); };
    add({"--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin"});
    for (const char* folder : {"/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache", "/var/cache/fontconfig"}) add({"--ro-bind-try", folder, folder});
    add({"--proc", "/proc", "--dev", "/dev", "--size", std::to_string(3 * bounds.outputBytes), "--tmpfs", "/tmp", "--chdir", "/tmp",
         "--file", "3", "/tmp/in." + ending(format)});
    add({"--setenv", "HOME", "/tmp/home", "--setenv", "PATH", "/usr/bin", "--setenv", "LC_ALL", "C.UTF-8", "--setenv", "SAL_USE_VCLPLUGIN", "svp"});
    add({"/bin/sh", "-c", script, "sh", settings, std::to_string(bounds.time.count()), std::to_string(bounds.memoryBytes >> 10),
         std::to_string(bounds.outputBytes >> 9), ending(format), programs.office});
    return arguments;
}

[[noreturn]] void notHere() {
    throw document::ReadError(Failure::unsupported,
        "Dit bestand leest Lakwerk met LibreOffice, en dat is op deze server niet afgeschermd te starten. Vraag de beheerder om LibreOffice en bubblewrap, of voeg het stuk met de hand toe.");
}

[[noreturn]] void notConverted() {
    throw document::ReadError(Failure::truncated,
        "Dit bestand kon niet worden omgezet om het te lezen: het is beschadigd, versleuteld of van een ander soort. Vraag de partner om een pdf, of voeg het stuk met de hand toe.");
}

// A number and a line end, then as many bytes.
std::string takeResult(std::string_view& rest) {
    const auto line = std::min(rest.find('\n'), rest.size());
    std::size_t size = 0;
    std::from_chars(rest.data(), rest.data() + line, size);
    if (size == 0 || line == rest.size() || size > rest.size() - line - 1) notConverted();
    std::string bytes(rest.substr(line + 1, size));
    rest.remove_prefix(line + 1 + size);
    return bytes;
}

bool isThere(const std::filesystem::path& program) {
    std::error_code ignored;
    return std::filesystem::exists(program, ignored);
}

}  // namespace

bool OfficeConverter::converts(Format format) { return format == Format::doc || format == Format::rtf; }

ConvertedOffice OfficeConverter::convert(std::string_view bytes, Format format, const std::function<void()>& whileWaiting) const {
    if (!isThere(programs_.room) || !isThere(programs_.office)) notHere();
    const auto run = runBounded(roomOf(bounds_, programs_, format), bytes, {bounds_.time, 2 * bounds_.outputBytes}, whileWaiting);
    if (run.ended == Ended::tooLong) throw document::failed(Failure::timeLimit, format);
    if (run.ended == Ended::tooMuch) throw document::failed(Failure::memoryLimit, format);
    std::string_view output = run.output;
    if (output.substr(0, begun.size()) != begun) notHere();
    output.remove_prefix(begun.size());
    ConvertedOffice converted;
    converted.pdf = takeResult(output);
    converted.docx = takeResult(output);
    return converted;
}

}  // namespace redaction::reader
