// Search over names, numbers, titles, references and partners.
#include <algorithm>

#include "service/store/folding.h"
#include "service/store/household_rows.h"

namespace service::store {

namespace {

struct Candidate {
    SearchHit hit;
    std::string folded;
};

Candidate fromRow(Row& row) {
    return {{row.text(), row.text(), row.text(), row.text(), row.text(), row.text()}, row.text()};
}

bool hasAll(const std::string& text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [&](const auto& word) { return text.find(word) != std::string::npos; });
}

// Names of partners are few: they are folded here instead of kept folded.
std::vector<Candidate> partnerCandidates(Connection& c) {
    auto found = rows(c, fromRow,
                      "SELECT h.id, h.title, 'partner', p.name, '', '', p.name || ' ' || hp.case_numbers FROM household_partner hp "
                      "JOIN partner p ON p.id = hp.partner_id JOIN household h ON h.id = hp.household_id ORDER BY h.title");
    for (auto& candidate : found) candidate.folded = folded(candidate.folded);
    return found;
}

// A number is found by all of it, never by a part: a citizen number is not for browsing (Basis: UAVG art. 46).
std::vector<Candidate> nameCandidates(Connection& c, const std::string& firstWord) {
    return rows(c, fromRow,
                "SELECT s.household_id, h.title, s.what, s.shown, s.person_id, '', s.folded FROM household_search s "
                "JOIN household h ON h.id = s.household_id WHERE (s.what <> 'number' AND s.folded LIKE $1 ESCAPE '\\') "
                "OR (s.what = 'number' AND s.folded = $2) ORDER BY h.title, s.shown",
                likePattern(firstWord), firstWord);
}

std::vector<Candidate> referenceCandidates(Connection& c, const std::string& firstWord) {
    return rows(c, fromRow,
                "SELECT h.id, h.title, 'reference', q.reference, '', q.id, lower(q.reference) FROM privacy_request q "
                "JOIN household h ON h.id = q.household_id WHERE lower(q.reference) LIKE $1 ESCAPE '\\' "
                "AND NOT EXISTS (SELECT 1 FROM destruction d WHERE d.request_id = q.id) ORDER BY q.reference",
                likePattern(firstWord));
}

}  // namespace

std::vector<SearchHit> Households::search(std::string_view text, std::size_t atMost) const {
    const auto words = foldedWords(text);
    if (words.empty()) return {};
    return database_.read([&](Connection& c) {
        std::vector<SearchHit> hits;
        for (const auto& candidates :
             {referenceCandidates(c, words.front()), nameCandidates(c, words.front()), partnerCandidates(c)})
            for (const auto& candidate : candidates)
                if (hits.size() < atMost && hasAll(candidate.folded, words)) hits.push_back(candidate.hit);
        return hits;
    });
}

}  // namespace service::store
