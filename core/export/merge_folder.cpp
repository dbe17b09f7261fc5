#include "core/export/merge_folder.h"

#include "core/weights/model_folder.h"

namespace fettle {

void mergeToFolder(const CausalLM& model, const WeightedAdapters& adapters, const MergeOptions& options) {
    const MergedModel merged = merge(model, adapters, options.dtype);
    writeModelFolder(options.out, merged.architecture, merged.tensors, options.dtype, options.maxShardBytes,
                     options.addFiles);
}

} // namespace fettle
