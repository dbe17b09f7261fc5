#pragma once

#include "ui/models/conversation.h"
#include "ui/tasks/run_in_background.h"

#include <QAbstractListModel>
#include <QStringList>

#include <deque>
#include <optional>
#include <vector>

namespace fettle::ui {

// Conversations that are kept, the latest first: one file each in $XDG_DATA_HOME/fettle/conversations, read and written
// in the background.
class ConversationsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole };

    explicit ConversationsModel(QObject* parent = nullptr);

    void refresh();
    void keep(const Conversation& conversation); // takes the place of the one with its id
    void open(int row);                          // opened() follows
    void remove(int row);
    void restore(); // what was removed last
    [[nodiscard]] bool canRestore() const { return m_removed.has_value(); }
    [[nodiscard]] int rowOf(const QString& id) const; // -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void opened(const fettle::ui::Conversation& conversation);
    void removed();
    void failed(const fettle::Error& error);

private:
    struct Row {
        QString id, title, models;
        QDateTime changed;
    };
    static Row rowFrom(const Conversation& conversation);
    static std::vector<Row> readRows(const CancelFlag& flag);
    struct Step { // on the disk; one after the other, so that nothing is read or overwritten by something older
        enum class Kind { Write, Read, Remove } kind;
        Conversation conversation; // of the others the id alone
    };
    static Conversation perform(const Step& step);
    void takeRows(std::vector<Row> rows);
    void putFirst(const Row& row);
    void add(Step step);
    void takeNextStep();
    void endStep(const Step& step, const Conversation& conversation);

    std::vector<Row> m_rows;
    std::deque<Step> m_steps;
    bool m_isBusy = false;
    std::optional<Conversation> m_removed;
};

} // namespace fettle::ui
