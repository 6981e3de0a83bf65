#include "tests/partners/demo_region.h"

#include <fstream>
#include <random>
#include <stdexcept>

#include "connectors/common/digest.h"
#include "tests/partners/demo_household.h"
#include "tests/partners/demo_source.h"
#include "tests/partners/office_files.h"
#include "tests/partners/scan.h"

namespace partners {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Under another name first, so that nobody ever sees half a file.
void writeFile(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    const fs::path partial = file.parent_path() / ("." + file.filename().string() + ".deel");
    std::ofstream stream(partial, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) throw std::runtime_error("a file of the demo region could not be written");
    fs::rename(partial, file);
}

std::string bytesOf(const DemoSource& source) {
    const std::string form = source.field("vorm");
    const auto blocks = blocksOf(source.text);
    const ScanStyle style{
        {source.field("lettertype"), 12.5}, source.field("stempel"), static_cast<unsigned>(source.text.size())};
    if (form == "scan-pdf") return scanToPdf(blocks, style);
    if (form == "scan-tiff") return scanToTiff(blocks, style);
    if (form == "scan-png") return scanToPng(blocks, style);
    if (form == "pdf") return pdfOf(blocks, {"Liberation Sans", 11}, source.field("titel"));
    if (form == "docx") return docxOf(source);
    if (form == "eml") return emlOf(source);
    if (form == "txt") return source.text;
    throw std::runtime_error("unknown form of document: " + form);
}

void makeSecret(const fs::path& file) {
    if (fs::exists(file)) return;
    std::random_device device;
    std::string bytes;
    for (int at = 0; at < 32; ++at) bytes += static_cast<char>(device() & 0xff);
    writeFile(file, connectors::hexOf(bytes) + "\n");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

json sidecarOf(const DemoHousehold& household, const std::vector<const DemoSource*>& scans) {
    json about = json::array(), listed = json::array();
    for (const DemoPerson& person : household.family)
        about.push_back({{"name", person.fullName()}, {"birthdate", person.birthdate}, {"bsn", person.bsn}});
    for (const DemoSource* scan : scans)
        listed.push_back({{"file", scan->field("bestand")},
                          {"title", scan->field("titel")},
                          {"kind", scan->field("soort")},
                          {"date", scan->field("datum")},
                          {"author", scan->field("auteur")}});
    return {{"about", about}, {"scans", listed}};
}

void layOutScans(const fs::path& folder, const DemoHousehold& household, const std::vector<const DemoSource*>& scans) {
    const fs::path dossier = folder / "scans-veilig-thuis" / household.caseNumberAt("vt");
    for (const DemoSource* scan : scans)
        if (!fs::exists(dossier / scan->field("bestand"))) writeFile(dossier / scan->field("bestand"), bytesOf(*scan));
    writeFile(dossier / "dossier.json", sidecarOf(household, scans).dump(2) + "\n");
}

std::string element(const std::string& name, const std::string& text) {
    return "      <" + name + ">" + xmlText(text) + "</" + name + ">\n";
}

std::string manifestOf(const DemoHousehold& household, const std::vector<const DemoSource*>& documents,
                       const std::vector<NamedBytes>& files) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export xmlns=\"urn:lakwerk:export-drop:1\" "
        "system=\"WIJZ\" partner=\"Stichting Jeugdbescherming Waterkant\" made=\"2026-03-02T09:15:00Z\" "
        "made-by=\"applicatiebeheer\" complete=\"yes\">\n  <about>\n";
    for (const DemoPerson& person : household.family) {
        xml += "    <person name=\"" + xmlText(person.fullName()) + "\"";
        if (!person.birthdate.empty()) xml += " birthdate=\"" + person.birthdate + "\"";
        xml += (person.bsn.empty() ? "" : " bsn=\"" + person.bsn + "\"") + std::string("/>\n");
    }
    xml += "  </about>\n  <documents>\n";
    for (std::size_t at = 0; at < documents.size(); ++at) {
        const DemoSource& document = *documents[at];
        xml += "    <document id=\"JBW-" + std::to_string(4001 + at) + "\">\n" + element("file", files[at].first) +
               element("title", document.field("titel")) + element("kind", document.field("soort")) +
               element("date", document.field("datum")) + element("author", document.field("auteur")) +
               element("sha256", connectors::sha256Hex(files[at].second)) +
               element("case", household.caseNumberAt("gi")) + "    </document>\n";
    }
    return xml + "  </documents>\n</export>\n";
}

void layOutExport(const fs::path& folder, const DemoHousehold& household,
                  const std::vector<const DemoSource*>& documents) {
    const fs::path zip = folder / "exports-jeugdbescherming" / (household.caseNumberAt("gi") + ".zip");
    if (fs::exists(zip)) return;
    std::vector<NamedBytes> files;
    for (const DemoSource* document : documents) files.emplace_back(document->field("bestand"), bytesOf(*document));
    const std::string manifest = manifestOf(household, documents, files);
    files.insert(files.begin(), {"manifest.xml", manifest});
    writeFile(zip, zipOf(files));
}

std::vector<const DemoSource*> from(const std::vector<DemoSource>& sources, const std::string& household,
                                    const std::string& partner) {
    std::vector<const DemoSource*> chosen;
    for (const DemoSource& source : sources)
        if (source.household == household && source.partner == partner) chosen.push_back(&source);
    return chosen;
}

std::string uuidOf(const std::string& name) {
    const std::string hash = connectors::sha256Hex(name);
    return hash.substr(0, 8) + "-" + hash.substr(8, 4) + "-4" + hash.substr(13, 3) + "-8" + hash.substr(17, 3) + "-" +
           hash.substr(20, 12);
}

std::string formatOf(const std::string& form) {
    return form == "docx" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                          : "application/pdf";
}

ZgwCase caseOf(const DemoHousehold& household, const std::vector<const DemoSource*>& documents) {
    const std::string number = household.caseNumberAt("lt");
    ZgwCase zaak{uuidOf(number), number, "Ondersteuning gezin", documents.front()->field("datum"), {}, {}};
    for (const DemoPerson& person : household.family)
        if (!person.bsn.empty()) zaak.roles.push_back({person.given, person.prefix, person.family, person.bsn});
    for (const DemoSource* source : documents) {
        ZgwDocument document;
        document.uuid = uuidOf(number + source->field("bestand"));
        document.title = source->field("titel");
        document.author = source->field("auteur");
        document.date = source->field("datum");
        document.fileName = source->field("bestand");
        document.format = formatOf(source->field("vorm"));
        document.kind = source->field("soort");
        document.confidentiality = source->field("vertrouwelijk");
        document.bytes = bytesOf(*source);
        zaak.documents.push_back(std::move(document));
    }
    return zaak;
}

}  // namespace

void layOutFolders(const DemoRegion& region) {
    const auto sources = readDemoSources(region.sources);
    fs::create_directories(region.folder / "exports-jeugdbescherming");
    fs::create_directories(region.folder / "scans-veilig-thuis");
    makeSecret(region.folder / "zgw-secret");
    for (const DemoHousehold& household : readHouseholds(region.sources)) {
        const auto scans = from(sources, household.folder, "vt"), exported = from(sources, household.folder, "gi");
        if (!scans.empty()) layOutScans(region.folder, household, scans);
        if (!exported.empty()) layOutExport(region.folder, household, exported);
        for (const DemoSource* letter : from(sources, household.folder, "brief")) {
            const fs::path file = region.folder / letter->field("bestand");
            if (!fs::exists(file)) writeFile(file, bytesOf(*letter));
        }
    }
}

ZgwHoldings caseSystemHoldings(const DemoRegion& region) {
    std::string secret;
    std::ifstream file(region.folder / "zgw-secret");
    std::getline(file, secret);
    if (secret.empty()) throw std::runtime_error("the case system's secret is not there");
    ZgwHoldings holdings{{}, {{"lakwerk", secret, "zeer_geheim", true}}};
    const auto sources = readDemoSources(region.sources);
    for (const DemoHousehold& household : readHouseholds(region.sources)) {
        const auto documents = from(sources, household.folder, "lt");
        if (!documents.empty()) holdings.cases.push_back(caseOf(household, documents));
    }
    return holdings;
}

}  // namespace partners
