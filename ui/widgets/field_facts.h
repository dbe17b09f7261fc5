#pragma once

#include <QStringList>

namespace fettle::ui {

// Which control edits a field; ByType: what its description asks for.
enum class ControlKind { ByType, Segments, Combo, Power, File, Folder, Elsewhere }; // Elsewhere: a page shows it itself
// Which card of the form it stands on; Inherited: that of the section around it.
enum class FormPart { Inherited, Data, Method, Training, Device, Evaluation };

// What a form says about a field beyond its description by core: one line a field (field_facts.cpp). A field without a
// line has its key made readable, and the control of its type.
struct FieldFacts {
    const char* key = "";
    const char* label = "";
    const char* unit = "";
    const char* usual = "";
    ControlKind control = ControlKind::ByType;
    const char* first = "";    // Segments: the choices that are always seen, the others are behind "More"
    const char* winsOver = ""; // above 0 this field counts instead of that one; a switch chooses between the two
    const char* start = "";    // its first value then
    FormPart part = FormPart::Inherited;
};
[[nodiscard]] const FieldFacts& factsOf(const QString& key); // "adapter.r"; empty ones for an unknown key

[[nodiscard]] QString fieldLabel(const QString& key); // "Rank"; of a section too: "Optimizer"
[[nodiscard]] QString fieldUnit(const QString& key);  // "tokens"; mostly empty
[[nodiscard]] QString fieldUsual(const QString& key); // "usual 4 to 32"; mostly empty
// The field that wins over this one, "duration.max_steps" for "duration.num_train_epochs"; mostly empty.
[[nodiscard]] QString winnerOver(const QString& key);
[[nodiscard]] QStringList keysOf(FormPart part); // sections and single fields of that card

} // namespace fettle::ui
