#include "ui/pages/export/export_kinds.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct ExportKinds {
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::ExportKinds)
};

bool isAdapter(const ResultRef& result) {
    return result.kind == ResultRef::Kind::Adapter;
}

bool isModel(const ResultRef& result) {
    return result.kind == ResultRef::Kind::Model;
}

const QString& ownFolder(const ResultRef& result) {
    return result.path;
}

const QString& baseFolder(const ResultRef& result) {
    return result.base;
}

QStringList mergeArguments(const ExportRequest& request) {
    return {QStringLiteral("--model"), request.result.base, QStringLiteral("--adapter"),        request.result.path,
            QStringLiteral("--out"),   request.target,      QStringLiteral("--max-shard-size"), request.shardSize,
            QStringLiteral("--prove"), request.promptsFile};
}

} // namespace

std::vector<ExportKind> exportKinds() {
    return {{.name = "adapter",
             .title = ExportKinds::tr("Adapter (PEFT)"),
             .sentence = ExportKinds::tr("The folder as PEFT reads it: a small file that is laid over its base model."),
             .objection = {},
             .fits = isAdapter,
             .measured = ownFolder},
            {.name = "model",
             .title = ExportKinds::tr("Model"),
             .sentence = ExportKinds::tr("The whole tuned model, to be opened by any program that reads safetensors."),
             .objection = {},
             .fits = isModel,
             .measured = ownFolder},
            {.name = "merged",
             .title = ExportKinds::tr("Merged model"),
             .sentence = ExportKinds::tr(
                 "One folder with base and adapter in one, to be opened by any program that reads safetensors. "
                 "Afterwards the same prompts go through both, to prove that they answer alike."),
             .objection = ExportKinds::tr("The whole model was trained: there is nothing to merge"),
             .fits = isAdapter,
             .measured = baseFolder,
             .verb = QStringLiteral("merge"),
             .arguments = mergeArguments,
             .hasShards = true,
             .isProved = true}};
}

} // namespace fettle::ui
