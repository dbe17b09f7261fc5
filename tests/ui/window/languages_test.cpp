#include "ui/text/core_text.h"
#include "ui/text/error_text.h"
#include "ui/text/languages.h"
#include "ui/widgets/style.h"
#include "ui/window/main_window.h"
#include "ui/window/translation.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "tests/ui/pages/studio.h"
#include "tests/ui/window/catalogue.h"
#include "tests/ui/window/visible_texts.h"

#include <QApplication>

#include <algorithm>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::Catalogue;
using fettle::test::FakeEngine;
using fettle::test::VisibleText;

namespace {

// English is what the sources are written in.
QStringList foreignLanguages() {
    QStringList languages = shippedLanguages();
    languages.removeOne(QStringLiteral("en"));
    return languages;
}

// The application speaks it as long as this lives.
class Spoken {
public:
    explicit Spoken(const QString& language) { installLanguage(*qApp, language); }
    ~Spoken() {
        for (QTranslator* translator : qApp->findChildren<QTranslator*>()) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        QLocale::setDefault(QLocale::c());
    }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

// A window in use: runs of every end, a data file, a message in the chat.
class UsedWindow {
public:
    UsedWindow() : m_data(m_engine.program()), window(m_data.workspace) {
        fettle::test::addRun(m_data, "finished", 8, "finished");
        fettle::test::addRun(m_data, "killed", 16, nullptr);
        window.show();
        m_data.workspace.start();
        (void)QTest::qWaitFor([this] { return m_data.workspace.runs.rowCount() == 2; }, 5000);
        window.pageSet().open({QStringLiteral(FETTLE_SOURCE "/resources/pocket/data/chat.jsonl")});
    }

    [[nodiscard]] QList<VisibleText> texts() {
        QList<VisibleText> all;
        PageSet& set = window.pageSet();
        for (int i = 0; i < static_cast<int>(PageSet::table().size()); ++i) {
            set.show(i);
            QCoreApplication::processEvents();
            all << VisibleText{set.page(i)->objectName(), set.page(i)->windowTitle()};
        }
        return all << fettle::test::visibleTexts(window);
    }

private:
    FakeEngine m_engine;
    fettle::test::Studio m_data;

public:
    MainWindow window;
};

// Controls that show what people, files and recipes say, and names as they are.
const QStringList kShowData = {"language",        "promptSet",       "rows",
                               "runList",         "trainRecipe",     "trainConfig",
                               "exportDetail",    "sampleQuestions", "sweep.optimizer.learning_rate",
                               "suggestedModels", "hubName"};

// Nobody translates data, names of the configuration's values ("bfd_split"), and paths.
bool isData(const VisibleText& text) {
    static const QRegularExpression kName(QStringLiteral("^[^A-Za-z]*[a-z0-9_.:-]*$"));
    const QStringList place = text.place.split(QLatin1Char('/'));
    return kName.match(text.text).hasMatch() || text.text.startsWith(QLatin1Char('/')) ||
           std::any_of(place.begin(), place.end(), [](const QString& part) { return kShowData.contains(part); });
}

QString listed(const QList<VisibleText>& texts) {
    QStringList lines;
    for (const VisibleText& each : texts)
        lines << QStringLiteral("%1: %2").arg(each.place, each.text);
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class LanguagesTest : public QObject {
    Q_OBJECT

    static void addLanguages() {
        QTest::addColumn<QString>("language");
        for (const QString& language : foreignLanguages())
            QTest::newRow(qPrintable(language)) << language;
        if (foreignLanguages().isEmpty()) QSKIP("no language was compiled: Linguist's tools are missing");
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { fettle::test::failOnWarning(); }

    void everyLanguageCanBeChosen() {
        fettle::test::FakeEngine engine;
        fettle::test::Studio studio(engine.program());

        const auto* box = studio.find<QComboBox>("language");

        for (const QString& language : shippedLanguages())
            QVERIFY2(box->findText(languageName(language)) > 0, qPrintable(language));
        QCOMPARE(languageName(QStringLiteral("en")), "English");
        QCOMPARE(languageName(QStringLiteral("pl")), "Polski");
    }

    void noPageKeepsAnEnglishText_data() { addLanguages(); }
    void noPageKeepsAnEnglishText() {
        QFETCH(QString, language);
        const Catalogue catalogue(language);
        const Spoken spoken(language);
        UsedWindow used;

        QList<VisibleText> english = used.texts();
        english.removeIf([&](const VisibleText& each) { return !catalogue.leavesEnglish(each.text); });

        QVERIFY2(english.isEmpty(), qPrintable(listed(english)));
    }

    // The pseudo language marks whatever goes through tr().
    void everyTextGoesThroughTheTranslator() {
        const Spoken spoken(QStringLiteral("pseudo"));
        UsedWindow used;

        QList<VisibleText> untold = used.texts();
        untold.removeIf([](const VisibleText& each) { return each.text.contains(QLatin1Char('~')) || isData(each); });

        QVERIFY2(untold.isEmpty(), qPrintable(listed(untold)));
    }

    void everyFieldIsExplained_data() { addLanguages(); }
    void everyFieldIsExplained() {
        QFETCH(QString, language);
        const Spoken spoken(language);

        for (const Json& field : describeFields()) {
            const auto help = field.at("help").get<std::string>();
            QVERIFY2(coreText(help).toStdString() != help, help.c_str());
        }
    }

    void everyKindOfErrorHasItsOwnWords_data() { addLanguages(); }
    void everyKindOfErrorHasItsOwnWords() {
        QFETCH(QString, language);
        const Spoken spoken(language);

        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
            const Error error{static_cast<ErrorKind>(kind), "English words.", "Do this."};

            QVERIFY2(errorText(error) != QStringLiteral("English words."), wireName(error.kind).data());
            QVERIFY2(hintText(error) != QStringLiteral("Do this."), wireName(error.kind).data());
            QVERIFY(errorDetails(error).contains(QStringLiteral("English words.")));
        }
    }
};

FETTLE_TEST(LanguagesTest)
#include "languages_test.moc"
