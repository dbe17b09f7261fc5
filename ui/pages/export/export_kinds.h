#pragma once

#include "ui/models/result_ref.h"

#include <QStringList>

#include <vector>

namespace fettle::ui {

struct ExportRequest {
    ResultRef result;
    QString target;           // a new or empty folder
    QString detail;           // of the kind's ExportDetail
    QStringList prompts;      // for the proof
    QString promptsFile = {}; // where these stand, one a line, once they do
};

// What is chosen beside the kind: "Largest file", "5GB". Its values are taken as they are.
struct ExportDetail {
    QString label;
    QStringList values = {}; // none: there is nothing to choose
};

// One way to take a result out of Fettle; a further one is one more row.
struct ExportKind {
    const char* name; // in names of folders
    QString title, sentence;
    QString objection; // why it cannot be chosen where it does not fit; empty: it is not shown there
    bool (*fits)(const ResultRef& result);
    const QString& (*measured)(const ResultRef& result); // the folder that takes as much room as what is written
    QString verb = {};                                   // of the engine; empty: the folder is copied as it lies
    QStringList (*arguments)(const ExportRequest& request) = nullptr;
    ExportDetail detail = {};
    bool isUsual = false; // chosen at first where it fits
    bool isProved = false;
};

[[nodiscard]] std::vector<ExportKind> exportKinds();

} // namespace fettle::ui
