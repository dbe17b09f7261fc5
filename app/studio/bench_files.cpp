#include "app/studio/bench_files.h"

#include "core/config/run_config.h"

#include <QDir>
#include <QFile>

#include <cmath>

namespace fettle {

namespace {

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw Error(ErrorKind::FileAccess, "Cannot write " + path.toStdString());
}

} // namespace

Json stepEvent(int step) {
    const double loss = 2.4 * std::exp(-step / 3000.0) + 0.3 + 0.08 * std::sin(step * 12.9898);
    return {{"v", 1},
            {"seq", step + 1},
            {"time", step * 0.05},
            {"type", "step"},
            {"step", step},
            {"epoch", step / 4000.0},
            {"loss", loss},
            {"grad_norm", 0.8 + 0.2 * std::sin(step * 0.7)},
            {"learning_rate", 2e-4},
            {"tokens", step * 512},
            {"tokens_per_second", 10240.0},
            {"memory_bytes", 84000000 + step % 1000}};
}

void writeRunFolder(const QString& folder, int steps) {
    QDir().mkpath(folder);
    RunConfig config;
    config.name = "bench";
    write(folder + QStringLiteral("/config.json"), QByteArray::fromStdString(toJson(config).dump(2)));
    QByteArray lines = QByteArray::fromStdString(
        toLine({{"v", 1}, {"seq", 0}, {"time", 0.0}, {"type", "started"}, {"at", "2026-01-01T00:00:00Z"}}) + "\n");
    for (int step = 1; step <= steps; ++step)
        lines += QByteArray::fromStdString(toLine(stepEvent(step)) + '\n');
    lines += QByteArray::fromStdString(
        toLine({{"v", 1}, {"seq", steps + 2}, {"time", steps * 0.05}, {"type", "ended"}, {"reason", "finished"}}) +
        "\n");
    write(folder + QStringLiteral("/events.jsonl"), lines);
}

void writeChatRows(const QString& file, int rows) {
    QByteArray lines;
    for (int row = 0; row < rows; ++row) {
        const std::string number = std::to_string(row);
        lines += QByteArray::fromStdString(
            toLine(
                {{"messages",
                  Json::array({{{"role", "user"}, {"content", "Where does villager " + number + " live?"}},
                               {{"role", "assistant"}, {"content", "Villager " + number + " lives by the lake."}}})}}) +
            "\n");
    }
    write(file, lines);
}

} // namespace fettle
