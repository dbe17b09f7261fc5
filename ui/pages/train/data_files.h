#pragma once

#include "ui/widgets/config_draft.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace fettle::ui {

class Button;
class IconButton;
class PathField;

// The files of "data.train" or "data.validation", each to be edited, looked at and removed, and a button for one more.
class DataFiles : public QWidget {
    Q_OBJECT
public:
    struct Texts {
        QString name;  // of its controls: "trainData"
        QString file;  // what a file is called aloud: "Data file"
        QString add;   // on the button
        bool isNeeded; // shows an empty line where there is no file
    };
    DataFiles(ConfigDraft& draft, QString key, Texts texts, QWidget* parent = nullptr);

Q_SIGNALS:
    void inspectRequested(const fettle::DataFileConfig& file);

private:
    struct Line {
        QWidget* box;
        PathField* file;
        IconButton *look, *remove;
    };
    void addLine();
    void choose(std::size_t place, const QString& path);
    void remove(std::size_t place);
    void chooseAnother();
    void follow();
    [[nodiscard]] std::vector<DataFileConfig> files() const;

    ConfigDraft& m_draft;
    QString m_key;
    Texts m_texts;
    QVBoxLayout* m_layout;
    std::vector<Line> m_lines;
    Button* m_add;
};

} // namespace fettle::ui
