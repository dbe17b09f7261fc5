#pragma once

#include "core/config/sampling_config.h"
#include "ui/widgets/field_draft.h"

namespace fettle::ui {

// How answers are drawn, while it is edited; its keys stand below "sampling".
class SamplingDraft : public FieldDraft {
    Q_OBJECT
public:
    explicit SamplingDraft(const SamplingConfig& sampling, QObject* parent = nullptr);

    void setSampling(const SamplingConfig& sampling); // replaces all; wasReset()
    [[nodiscard]] const SamplingConfig& sampling() const { return m_sampling; }
    [[nodiscard]] Json json() const { return value(QStringLiteral("sampling")); } // read by parseSampling()

    [[nodiscard]] QString controlName(const QString& key) const override { return key; } // "sampling.top_k"

protected:
    Json take(const Json& values) override;
    [[nodiscard]] Json complete(const Json& kinds) const override;

private:
    SamplingConfig m_sampling;
};

} // namespace fettle::ui
