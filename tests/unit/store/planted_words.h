// Peculiar words in every column of every row of a case, and looking for them in the raw bytes of every file.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

struct sqlite3;

namespace service::store {

class PlantedWords {
  public:
    PlantedWords(const std::filesystem::path& folder, std::string requestId, std::string householdId);

    // Into every table that a destruction takes rows from: a row more, with a word in each column that is no reference; and
    // into every column that is blanked. Checks and guards are off meanwhile: what they allow is not the question here.
    void plantInDatabase();
    std::string make(const std::string& where);  // a new word, for what is planted by ordinary means

    const std::vector<std::string>& words() const { return words_; }
    const std::set<std::string>& tables() const { return tables_; }
    // Words whose bytes stand in any file below the folder: as they are, in capitals or not, in UTF-16.
    std::set<std::string> foundInFiles() const;

  private:
    void plantRow(sqlite3* database, const std::string& table);
    void plantIn(sqlite3* database, const std::string& table, std::string where, const std::vector<std::string>& kept, const std::string& id);
    std::string valueFor(sqlite3* database, const std::string& table, const std::string& column, const std::string& type);
    std::filesystem::path folder_;
    std::string requestId_, householdId_;
    std::vector<std::string> words_;
    std::set<std::string> tables_;
};

}  // namespace service::store
