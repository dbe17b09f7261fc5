#include "ui/pages/train/own_defaults_strip.h"

#include "ui/widgets/field_facts.h"
#include "ui/widgets/field_texts.h"

#include <QAction>

namespace fettle::ui {

namespace {

// A value as a person would say it: files by their names, an empty one as what it stands for.
QString said(const Json& value, const QString& standIn) {
    if (value.is_null()) return standIn.isEmpty() ? OwnDefaultsStrip::tr("none") : standIn;
    if (value.is_boolean()) return value.get<bool>() ? OwnDefaultsStrip::tr("on") : OwnDefaultsStrip::tr("off");
    if (value.is_array() && value.empty()) return OwnDefaultsStrip::tr("none");
    if (value.is_array() && value.front().is_object() && value.front().contains("path"))
        return valueText(value.front()["path"]).section(QLatin1Char('/'), -1);
    return valueText(value);
}

} // namespace

OwnDefaultsStrip::OwnDefaultsStrip(OwnDefaults& defaults, const ConfigDraft& draft, QWidget* parent)
    : MessageStrip(parent), m_draft(draft) {
    setObjectName(QStringLiteral("ownDefaults"));
    auto* undo = new QAction(tr("Undo"), this);
    undo->setObjectName(QStringLiteral("undoOwnDefaults"));
    addButton(undo);
    connect(undo, &QAction::triggered, &defaults, &OwnDefaults::undo);
    connect(&defaults, &OwnDefaults::taken, this, &OwnDefaultsStrip::showTaken);
    connect(&defaults, &OwnDefaults::outdated, this, &QWidget::hide);
}

void OwnDefaultsStrip::showTaken(const QStringList& keys, const RunConfig& before) {
    ConfigDraft former;
    former.setConfig(before);
    QStringList parts;
    for (const QString& key : keys)
        //: A field, its new value, the former one.
        parts << tr("%1 %2 (was %3)")
                     .arg(fieldLabel(key), said(m_draft.value(key), m_draft.standIn(key)),
                          said(former.value(key), former.standIn(key)));
    showMessage(Kind::Info, tr("Another model or method brings its own defaults."),
                parts.join(QStringLiteral("; ")) + QLatin1Char('.'));
}

} // namespace fettle::ui
