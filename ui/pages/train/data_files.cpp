#include "ui/pages/train/data_files.h"

#include "ui/widgets/button.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/style.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

QString dataFilter() {
    return DataFiles::tr("Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)");
}

} // namespace

DataFiles::DataFiles(ConfigDraft& draft, QString key, Texts texts, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_key(std::move(key)), m_texts(std::move(texts)),
      m_layout(new QVBoxLayout(this)), m_add(new Button(m_texts.add, ButtonKind::Quiet)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kTightGap);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(m_texts.name + QStringLiteral("Add"));
    m_add->setIconName(QStringLiteral("plus"));
    connect(m_add, &QPushButton::clicked, this, &DataFiles::chooseAnother);
    connect(&draft, &ConfigDraft::changed, this, &DataFiles::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &DataFiles::follow);
    follow();
}

std::vector<DataFileConfig> DataFiles::files() const {
    const DataConfig& data = m_draft.config().data;
    return m_key == QLatin1String("data.train") ? data.train : data.validation;
}

// The first line has the name alone, further ones their number: trainData, trainData2.
void DataFiles::addLine() {
    const std::size_t place = m_lines.size();
    const QString number = place == 0 ? QString() : QString::number(place + 1);
    Line line{.box = new QWidget,
              .file = new PathField(PathField::Kind::OpenFile),
              .look = new IconButton(QStringLiteral("eye"), tr("Look at its rows")),
              .remove = new IconButton(QStringLiteral("close"), tr("Remove the file"))};
    line.file->setObjectName(m_texts.name + number);
    line.file->edit()->setObjectName(m_texts.name + QStringLiteral("Path") + number);
    line.file->edit()->setAccessibleName(place == 0 ? m_texts.file : tr("%1 %2").arg(m_texts.file, number));
    line.file->setFilter(dataFilter());
    line.file->setPlaceholderText(tr("A JSON or JSON Lines file"));
    line.look->setObjectName(m_texts.name + QStringLiteral("Look") + number);
    line.remove->setObjectName(m_texts.name + QStringLiteral("Remove") + number);
    auto* row = new QHBoxLayout(line.box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kTightGap);
    row->addWidget(line.file, 1);
    row->addWidget(line.look);
    row->addWidget(line.remove);
    m_layout->insertWidget(static_cast<int>(place), line.box);
    connect(line.file, &PathField::pathTyped, this, [this, place](const QString& path) {
        if (!path.isEmpty() || files().size() == 1) choose(place, path);
    });
    connect(line.file, &PathField::pathChosen, this, [this, place](const QString& path) { choose(place, path); });
    connect(line.look, &QPushButton::clicked, this, [this, place] {
        if (place < files().size()) Q_EMIT inspectRequested(files()[place]);
    });
    connect(line.remove, &QPushButton::clicked, this, [this, place] { remove(place); });
    m_lines.push_back(line);
}

void DataFiles::choose(std::size_t place, const QString& path) {
    const auto now = files();
    if (place < now.size() && path.toStdString() == now[place].path) return; // its format and columns stay
    if (path.isEmpty()) return remove(place);
    Json list = m_draft.value(m_key);
    const Json file = {{"path", path.toStdString()}};
    if (place < list.size())
        list[place] = file;
    else
        list.push_back(file);
    m_draft.set(m_key, list);
}

void DataFiles::remove(std::size_t place) {
    Json list = m_draft.value(m_key);
    if (place < list.size()) list.erase(place);
    m_draft.set(m_key, list);
}

void DataFiles::chooseAnother() {
    const auto now = files();
    const QString folder = now.empty() ? QString() : QFileInfo(QString::fromStdString(now.back().path)).path();
    auto* dialog = new QFileDialog(this, {}, folder, dataFilter());
    dialog->setObjectName(m_texts.name + QStringLiteral("Dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { choose(files().size(), path); });
    dialog->open();
}

void DataFiles::follow() {
    const auto now = files();
    const std::size_t wanted = std::max<std::size_t>(now.size(), m_texts.isNeeded ? 1 : 0);
    while (m_lines.size() < wanted)
        addLine();
    for (std::size_t place = 0; place < m_lines.size(); ++place) {
        const Line& line = m_lines[place];
        const bool isThere = place < now.size();
        line.box->setVisible(place < wanted);
        line.look->setEnabled(isThere);
        line.remove->setVisible(isThere && (now.size() > 1 || !m_texts.isNeeded));
        if (!line.file->edit()->hasFocus())
            line.file->setPath(isThere ? QString::fromStdString(now[place].path) : QString());
    }
    m_add->setVisible(!now.empty() || !m_texts.isNeeded);
}

} // namespace fettle::ui
