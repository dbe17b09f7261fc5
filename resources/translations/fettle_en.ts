<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>fettle::ui::ConfigForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataCard</name>
    <message numerus="yes">
        <source>; %n cut</source>
        <translation>
            <numerusform>; %n cut</numerusform>
            <numerusform>; %n cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n left out</source>
        <translation>
            <numerusform>; %n left out</numerusform>
            <numerusform>; %n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingsList</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::Histogram</name>
    <message numerus="yes">
        <source>%1 to %2: %n row(s)</source>
        <translation>
            <numerusform>%1 to %2: %n row</numerusform>
            <numerusform>%1 to %2: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::PlanCard</name>
    <message numerus="yes">
        <source>%n setting(s) differ from the defaults</source>
        <translation>
            <numerusform>%n setting differs from the defaults</numerusform>
            <numerusform>%n settings differ from the defaults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::SchedulePreview</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
