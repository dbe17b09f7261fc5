#pragma once

#include "core/config/sampling_config.h"
#include "ui/models/settings.h"

#include <QWidget>

#include <vector>

class QAbstractSpinBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace fettle::ui {

class DecimalBox;
class ErrorStrip;

// How answers are drawn, the same for both sides, and the system prompt. Presets are files.
class SamplingPanel : public QWidget {
    Q_OBJECT
public:
    explicit SamplingPanel(Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] SamplingConfig sampling() const;
    [[nodiscard]] QString systemPrompt() const;

Q_SIGNALS:
    void changed();

private:
    void addRows(QFormLayout& form);
    void addButtons(QFormLayout& form);
    DecimalBox* addNumber(QFormLayout& form, const char* key, const QString& text, double most, double step);
    QSpinBox* addCount(QFormLayout& form, const char* key, const QString& text, int least, int most);
    void show(const SamplingConfig& sampling);
    void onEdited();
    void restore();
    void askToLoad();
    void askToSave();
    void load(const QString& file);
    void save(const QString& file);

    Settings& m_settings;
    QPlainTextEdit* m_system;
    DecimalBox *m_temperature, *m_topP, *m_minP, *m_penalty;
    QSpinBox *m_topK, *m_maxTokens, *m_seed;
    QLineEdit* m_stop;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
