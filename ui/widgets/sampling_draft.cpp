#include "ui/widgets/sampling_draft.h"

namespace fettle::ui {

namespace {

constexpr const char* kSection = "sampling";

Json descriptionsBelowSampling() {
    Json fields = describeSampling();
    for (Json& field : fields)
        field["key"] = std::string(kSection) + "." + field["key"].get<std::string>();
    return fields;
}

Json valuesOf(const SamplingConfig& sampling) {
    return {{kSection, toJson(sampling)}};
}

} // namespace

SamplingDraft::SamplingDraft(const SamplingConfig& sampling, QObject* parent)
    : FieldDraft(descriptionsBelowSampling(), valuesOf(sampling), parent), m_sampling(sampling) {}

void SamplingDraft::setSampling(const SamplingConfig& sampling) {
    m_sampling = sampling;
    replace(valuesOf(sampling));
}

Json SamplingDraft::take(const Json& values) {
    m_sampling = parseSampling(values.at(kSection));
    return valuesOf(m_sampling);
}

Json SamplingDraft::complete(const Json&) const {
    return valuesOf({});
}

} // namespace fettle::ui
