#include "service/faces/faces.h"

namespace service::faces {

const std::vector<Face>& faces() {
    static const std::vector<Face> all{
        {"serve", "lakwerk serve --data MAP [--port N]", serve},
        {"propose", "lakwerk propose --case case.json --fragments MAP --request request.json --out voorstellen.json [--request … --out …] [--corrections verbeteringen.json]", propose},
        {"read", "lakwerk read [--json] BESTAND", read},
        {"redact", "lakwerk redact --hide TEKSTEN.txt IN UIT.pdf", redact},
        {"verify", "lakwerk verify [--hide TEKSTEN.txt] [--data MAP] PAKKET", verify},
        {"deadline", "lakwerk deadline --received DATUM [--right RECHT] [--partner SOORT] [--suspend VAN..TOT]… [--extend DATUM] [--sent DATUM] [--letter-received DATUM] [--data MAP] [--json]", deadline},
        {"audit", "lakwerk audit --data MAP", audit},
        {"demo", "lakwerk demo --data MAP", demo},
    };
    return all;
}

}  // namespace service::faces
