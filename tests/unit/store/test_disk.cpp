// What is said when the disk does not want to: the reason, and what to do about it.
#include <fcntl.h>

#include <cerrno>
#include <filesystem>
#include <fstream>

#include "service/store/files.h"
#include "tests/unit/store/fresh_store.h"

namespace service::store {

template <class Act>
std::string said(Act&& act) {
    try {
        act();
    } catch (const StoreError& error) {
        return error.what();
    }
    return {};
}

TEST(Disk, AFullOneIsNamedSo) {
    const FileDescriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC), "open");
    EXPECT_NE(said([&] { full.writeAll("iets"); }).find("de schijf is vol. Maak ruimte vrij"), std::string::npos);
}

TEST(Disk, EachReasonHasItsRemedy) {
    EXPECT_NE(withRemedy("het lukt niet", EROFS).find("alleen te lezen"), std::string::npos);
    EXPECT_NE(withRemedy("het lukt niet", EACCES).find("Geef die gebruiker lees- en schrijfrechten"), std::string::npos);
    EXPECT_EQ(withRemedy("het lukt niet", ENOENT), "het lukt niet");
}

using DiskTest = FreshStore;

TEST_F(DiskTest, ASecondProcessOnTheSameFolderIsToldToChooseAnother) {
    EXPECT_NE(said([&] { Store::open(folder, environment); }).find("kies een andere map met --data"), std::string::npos);
}

TEST_F(DiskTest, ADataFolderThatIsAFileIsRefused) {
    close();
    const auto file = folder.parent_path() / "geen-map";
    std::ofstream(file) << "x";
    EXPECT_NE(said([&] { Store::open(file, environment); }).find("de gegevensmap kan niet worden gemaakt"), std::string::npos);
}

}  // namespace service::store
