#include "redaction/about/kept_from.h"
#include "redaction/words/set.h"

#include <algorithm>

namespace redaction::about {

std::vector<std::string> keptFrom(const detect::TextView& view, const std::vector<Named>& named) {
    using Words = words::Set;
    static const Words before{"tegen", "aan", "voor", "of"};
    static const Words after{"mag", "mogen", "mocht", "moet", "weet", "weten", "wist", "hoort", "hoeft", "krijgt", "leest", "denkt", "ziet", "erachter", "dit", "het", "hier", "hiervan", "niet"};
    std::vector<std::string> result;
    for (const auto& n : named) {
        if (n.staff) continue;
        const auto first = n.token > 0 ? view.word(n.token - 1) : detect::Word(), own = n.token > 1 ? view.word(n.token - 2) : detect::Word();
        const bool addressed = before.count(first) != 0 || (first == "dat" && after.count(view.word(n.afterToken)) != 0) || ((first == "mijn" || first == "zijn" || first == "haar" || first == "mn") && before.count(own) != 0);
        if (!addressed && after.count(view.word(n.afterToken)) == 0) continue;
        if (std::find(result.begin(), result.end(), n.mention->subject) == result.end()) result.push_back(n.mention->subject);
    }
    return result;
}

}  // namespace redaction::about
