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
            QStringLiteral("--out"),   request.target,      QStringLiteral("--max-shard-size"), request.detail,
            QStringLiteral("--prove"), request.promptsFile};
}

// A folder of the file and its Modelfile.
QStringList ggufArguments(const ExportRequest& request) {
    const bool isAdapted = isAdapter(request.result);
    QStringList arguments = {QStringLiteral("--model"), isAdapted ? request.result.base : request.result.path,
                             QStringLiteral("--out"),   request.target + QStringLiteral("/model.gguf"),
                             QStringLiteral("--type"),  request.detail,
                             QStringLiteral("--name"),  request.result.name};
    if (isAdapted) arguments << QStringLiteral("--adapter") << request.result.path;
    return arguments;
}

bool isAnything(const ResultRef&) {
    return true;
}

const QString& modelFolder(const ResultRef& result) {
    return isAdapter(result) ? result.base : result.path;
}

} // namespace

std::vector<ExportKind> exportKinds() {
    return {
        {.name = "adapter",
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
         .measured = ownFolder,
         .isUsual = true},
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
         .detail = {ExportKinds::tr("&Largest file"),
                    {QStringLiteral("5GB"), QStringLiteral("2GB"), QStringLiteral("1GB"), QStringLiteral("500MB")}},
         .isUsual = true,
         .isProved = true},
        {.name = "gguf",
         .title = ExportKinds::tr("GGUF"),
         .sentence = ExportKinds::tr(
             "One file with base and adapter in one, for llama.cpp, LM Studio and Ollama, whose Modelfile is written "
             "beside it."),
         .objection = {},
         .fits = isAnything,
         .measured = modelFolder,
         .verb = QStringLiteral("export"),
         .arguments = ggufArguments,
         .detail = {ExportKinds::tr("&Number format"),
                    {QStringLiteral("q8_0"), QStringLiteral("q4_k_m"), QStringLiteral("f16"), QStringLiteral("bf16"),
                     QStringLiteral("f32")}}}};
}

} // namespace fettle::ui
