<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConfigForm</name>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message numerus="yes">
        <source>%n rows, %1 of their tokens trained</source>
        <extracomment>Rows of a data file, share of the tokens that are learned.</extracomment>
        <translation>
            <numerusform>%n row, %1 of their tokens trained</numerusform>
            <numerusform>%n rows, %1 of their tokens trained</numerusform>
        </translation>
    </message>
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
    <name>FindingsList</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>%1 to %2: %n row(s)</source>
        <translation>
            <numerusform>%1 to %2: %n row</numerusform>
            <numerusform>%1 to %2: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the defaults</source>
        <translation>
            <numerusform>%Ln setting differs from the defaults</numerusform>
            <numerusform>%Ln settings differ from the defaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the recipe “%1”</source>
        <translation>
            <numerusform>%Ln setting differs from the recipe “%1”</numerusform>
            <numerusform>%Ln settings differ from the recipe “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePreview</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
</TS>
