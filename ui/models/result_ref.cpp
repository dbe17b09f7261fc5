#include "ui/models/result_ref.h"

namespace fettle::ui {

ResultRef ResultRef::ofBase(const QString& path, const QString& name) {
    return {.base = {}, .path = path, .kind = Kind::Base, .name = name};
}

ResultRef ResultRef::ofTraining(const QString& folder, const QString& base, const QString& name) {
    const bool isAdapter = folder.endsWith(QLatin1String("/adapter"));
    return {.base = base, .path = folder, .kind = isAdapter ? Kind::Adapter : Kind::Model, .name = name};
}

ResultRef ResultRef::ofModel(const QString& folder, const QString& base) {
    return {.base = base, .path = folder, .kind = Kind::Model, .name = folder.section(QLatin1Char('/'), -1)};
}

} // namespace fettle::ui
