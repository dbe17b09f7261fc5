#include "core/config/describe_section.h"
#include "core/config/fields.h"

namespace fettle {

Json describeFields() {
    return describeSection<RunConfig>();
}

} // namespace fettle
