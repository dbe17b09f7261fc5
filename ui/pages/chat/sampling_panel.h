#pragma once

#include "ui/models/settings.h"
#include "ui/widgets/sampling_draft.h"

#include <QWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace fettle::ui {

class ErrorStrip;

// How answers are drawn, the same for both sides, and the system prompt. Presets are files.
class SamplingPanel : public QWidget {
    Q_OBJECT
public:
    explicit SamplingPanel(Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] const SamplingConfig& sampling() const { return m_draft.sampling(); }
    [[nodiscard]] QString systemPrompt() const;

Q_SIGNALS:
    void changed();

private:
    void addSystemPrompt(QVBoxLayout& layout);
    void addButtons(QVBoxLayout& layout);
    void show(const SamplingConfig& sampling);
    void onEdited();
    void restore();
    void askToLoad();
    void askToSave();
    void load(const QString& file);
    void save(const QString& file);

    Settings& m_settings;
    SamplingDraft m_draft;
    QPlainTextEdit* m_system;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
