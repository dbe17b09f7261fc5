#include "tests/support/byte_model.h"
#include "tests/support/test_main.h"
#include "ui/models/base_models_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

// A folder of models and an empty hub cache.
struct BaseModelsModelStage {
    BaseModelsModelStage() {
        qputenv("HF_HUB_CACHE", folder.filePath("hub").toUtf8());
        writeByteModel(folder.filePath("models/bytes").toStdString());
    }
    ~BaseModelsModelStage() { qunsetenv("HF_HUB_CACHE"); }
    void read() {
        QSignalSpy refreshed(&models, &BaseModelsModel::refreshed);
        models.refresh({folder.filePath("models")});
        QTRY_COMPARE(refreshed.count(), 1);
    }
    [[nodiscard]] QVariant fact(const QString& path, int role) const {
        return models.index(models.rowOf(path)).data(role);
    }

    QTemporaryDir folder;
    BaseModelsModel models;
};

} // namespace

class BaseModelsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aModelIsShownWithItsFacts() {
        BaseModelsModelStage stage;
        QAbstractItemModelTester tester(&stage.models);

        stage.read();

        const QString path = stage.folder.filePath("models/bytes");
        QVERIFY(stage.models.rowOf(path) >= 0);
        QCOMPARE(stage.fact(path, Qt::DisplayRole).toString(), "bytes");
        QCOMPARE(stage.fact(path, BaseModelsModel::FamilyRole).toString(), "Llama");
        QCOMPARE(stage.fact(path, BaseModelsModel::ContextRole).toInt(), 512);
        QCOMPARE(stage.fact(path, BaseModelsModel::TemplateRole).toBool(), true);
    }

    void aModelThatCannotBeUsedSaysWhy() {
        BaseModelsModelStage stage; // it has no weights

        stage.read();

        const QString path = stage.folder.filePath("models/bytes");
        QVERIFY(!stage.fact(path, BaseModelsModel::UsableRole).toBool());
        QVERIFY(!stage.fact(path, BaseModelsModel::ProblemRole).toString().isEmpty());
    }

    void aFolderIsAdded() {
        BaseModelsModelStage stage;
        QSignalSpy added(&stage.models, &BaseModelsModel::added);

        stage.models.addFolder(stage.folder.filePath("models/bytes"));

        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(added.first().first().toString(), stage.folder.filePath("models/bytes"));
        QCOMPARE(stage.models.rowCount(), 1);
    }

    void aFolderAddedDuringAReadingStays() {
        BaseModelsModelStage stage;
        QTemporaryDir empty;
        QSignalSpy added(&stage.models, &BaseModelsModel::added);
        QSignalSpy refreshed(&stage.models, &BaseModelsModel::refreshed);
        stage.models.addFolder(stage.folder.filePath("models/bytes"));
        stage.models.refresh({empty.path()});

        QTRY_COMPARE(added.count() + refreshed.count(), 2);

        QVERIFY(stage.models.rowOf(stage.folder.filePath("models/bytes")) >= 0);
    }

    void aFolderWithoutAModelIsRefused() {
        BaseModelsModelStage stage;
        QTemporaryDir empty;
        QSignalSpy failed(&stage.models, &BaseModelsModel::failed);

        stage.models.addFolder(empty.path());
        stage.models.addFolder("/nowhere");

        QTRY_COMPARE(failed.count(), 2);
    }
};

FETTLE_TEST(BaseModelsModelTest)
#include "base_models_model_test.moc"
