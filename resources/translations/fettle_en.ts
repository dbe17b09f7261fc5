<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConfigForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message numerus="yes">
        <source>%Ln row(s), %1 of their tokens trained</source>
        <extracomment>Rows of the data files, share of the tokens that are learned.</extracomment>
        <translation>
            <numerusform>%Ln row, %1 of its tokens trained</numerusform>
            <numerusform>%Ln rows, %1 of their tokens trained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut</source>
        <translation>
            <numerusform>%Ln cut</numerusform>
            <numerusform>%Ln cut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) for validation</source>
        <translation>
            <numerusform>%Ln row for validation</numerusform>
            <numerusform>%Ln rows for validation</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
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
        <source>%n setting(s) differ from the defaults</source>
        <translation>
            <numerusform>%n setting differs from the defaults</numerusform>
            <numerusform>%n settings differ from the defaults</numerusform>
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
<context>
    <name>TokensModel</name>
    <message numerus="yes">
        <source>%1: %Ln token(s)</source>
        <extracomment>Chosen: 34 tokens</extracomment>
        <translation>
            <numerusform>%1: %Ln token</numerusform>
            <numerusform>%1: %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them cut</source>
        <extracomment>Chosen: 34 tokens, 3 of them cut</extracomment>
        <translation>
            <numerusform>%1, %Ln of them cut</numerusform>
            <numerusform>%1, %Ln of them cut</numerusform>
        </translation>
    </message>
</context>
</TS>
