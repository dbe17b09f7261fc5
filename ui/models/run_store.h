#pragma once

#include "ui/models/run_data.h"
#include "ui/tasks/run_in_background.h"

#include <functional>

namespace fettle::ui {

enum class DurationUnit { Epochs, Steps };

// What is done to run folders, in the background; a signal tells of the end.
class RunStore : public QObject {
    Q_OBJECT
public:
    explicit RunStore(QString folder, QObject* parent = nullptr); // holds one folder a run

    [[nodiscard]] const QString& folder() const { return m_folder; }
    void setFolder(const QString& folder);

    // A new folder named after the configuration, with its config.json. created() or failed().
    void create(const RunConfig& config);
    void rename(const QString& runFolder, const QString& name); // changes the name inside config.json
    void remove(const QString& runFolder);                      // the whole folder
    // Raises the run's duration by so much beyond its last step, so that training goes on from there.
    void extend(const QString& runFolder, double more, DurationUnit unit);

Q_SIGNALS:
    void created(const QString& runFolder);
    void changed(const QString& runFolder);
    void removed(const QString& runFolder);
    void failed(const fettle::Error& error);
    void folderChanged(const QString& folder);

private:
    void change(const QString& runFolder, const std::function<void(RunConfig&)>& edit);

    QString m_folder;
};

} // namespace fettle::ui
