#include "core/text/jinja/signature.h"

#include <algorithm>

namespace fettle::jinja {

namespace {

struct Parameter {
    std::string_view name;
    bool isOptional = false, isByPlaceOnly = false;
};

std::vector<Parameter> parametersOf(const Signature& signature) {
    std::vector<Parameter> all;
    for (const std::string_view word : signature) {
        if (word == "/")
            for (Parameter& parameter : all)
                parameter.isByPlaceOnly = true;
        else
            all.push_back({word.substr(0, word.find('?')), word.ends_with('?')});
    }
    return all;
}

} // namespace

void checkArguments(const std::string& function, const Signature& signature, const Arguments& arguments) {
    if (std::find(signature.begin(), signature.end(), "*") != signature.end()) return;
    const std::vector<Parameter> parameters = parametersOf(signature);
    const std::size_t placed = arguments.positional.size();
    if (placed > parameters.size())
        fail("'" + function + "' takes at most " + std::to_string(parameters.size()) + " arguments, not " +
             std::to_string(placed));
    std::vector<bool> isGiven(parameters.size());
    std::fill_n(isGiven.begin(), placed, true);
    for (const auto& [name, value] : arguments.named) {
        const auto found = std::find_if(parameters.begin(), parameters.end(), [&, &name = name](const Parameter& p) {
            return p.name == name && !p.isByPlaceOnly;
        });
        if (found == parameters.end()) fail("'" + function + "' has no argument '" + name + "'");
        const auto index = static_cast<std::size_t>(found - parameters.begin());
        if (isGiven[index]) fail("'" + function + "' gets its argument '" + name + "' twice");
        isGiven[index] = true;
    }
    for (std::size_t i = 0; i < parameters.size(); ++i)
        if (!isGiven[i] && !parameters[i].isOptional)
            fail("'" + function + "' needs its argument '" + std::string(parameters[i].name) + "'");
}

} // namespace fettle::jinja
