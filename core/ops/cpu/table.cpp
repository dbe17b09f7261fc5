#include "core/ops/cpu/attention_rows.h"
#include "core/ops/cpu/clip.h"
#include "core/ops/cpu/few_rows.h"
#include "core/ops/cpu/logit_rows.h"
#include "core/ops/cpu/memory_rows.h"
#include "core/ops/cpu/product.h"
#include "core/ops/cpu/sampling.h"

namespace fettle::ops {

const KernelTable& cpuKernels() {
    static const KernelTable table = [] {
        KernelTable own = atenKernels();
        own.product = &cpu::product;
        own.addRmsNorm = &cpu::addRmsNorm;
        own.rmsNormBackward = &cpu::rmsNormBackward;
        own.gatedAct = &cpu::gatedAct;
        own.gatedActBackward = &cpu::gatedActBackward;
        own.rotary = &cpu::rotary;
        own.keepMask = &cpu::keepMask;
        own.putRows = &cpu::putRows;
        own.logitFigures = &cpu::logitFigures;
        own.logitGradient = &cpu::logitGradient;
        own.softmaxTile = &cpu::softmaxTile;
        own.softmaxTileBackward = &cpu::softmaxTileBackward;
        own.runsTasksOnThreads = true;
        own.clipGradients = &cpu::clipGradients;
        own.sampleTokens = &cpu::sampleTokens;
        own.fewRows = &cpu::fewRows;
        own.fewQueries = &cpu::fewQueries;
        return own;
    }();
    return table;
}

} // namespace fettle::ops
