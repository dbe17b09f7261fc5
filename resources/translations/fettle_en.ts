<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RunStatus</name>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, and %Ln more</numerusform>
            <numerusform>%1, and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle</name>
    <message numerus="yes">
        <source>%n rows cannot be read and are left out.</source>
        <translation>
            <numerusform>One row cannot be read and is left out.</numerusform>
            <numerusform>%n rows cannot be read and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not valid JSON and are left out.</source>
        <translation>
            <numerusform>One row is not valid JSON and is left out.</numerusform>
            <numerusform>%n rows are not valid JSON and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not in UTF-8 and are left out.</source>
        <translation>
            <numerusform>One row is not in UTF-8 and is left out.</numerusform>
            <numerusform>%n rows are not in UTF-8 and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no named columns and are left out.</source>
        <translation>
            <numerusform>One row has no named columns and is left out.</numerusform>
            <numerusform>%n rows have no named columns and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack a text that the format needs, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>One row has no text in &quot;{detail}&quot; and is left out.</numerusform>
            <numerusform>%n rows lack a text that the format needs, &quot;{detail}&quot; for one, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no list of messages and are left out.</source>
        <translation>
            <numerusform>One row has no list of messages and is left out.</numerusform>
            <numerusform>%n rows have no list of messages and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a turn without its text or its speaker, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>One row has a turn without &quot;{detail}&quot; and is left out.</numerusform>
            <numerusform>%n rows have a turn without its text or its speaker, &quot;{detail}&quot; for one, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold something that is no text, {detail} for one, and are left out.</source>
        <translation>
            <numerusform>One row holds something that is no text, {detail}, and is left out.</numerusform>
            <numerusform>%n rows hold something that is no text, {detail} for one, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n rows someone speaks who is not known, &quot;{detail}&quot; for one, and the rows are left out.</source>
        <translation>
            <numerusform>In one row &quot;{detail}&quot; speaks, who is not known, and the row is left out.</numerusform>
            <numerusform>In %n rows someone speaks who is not known, &quot;{detail}&quot; for one, and the rows are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have tools that are no list and are left out.</source>
        <translation>
            <numerusform>One row has tools that are no list and is left out.</numerusform>
            <numerusform>%n rows have tools that are no list and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a history that is no list of question and answer, and are left out.</source>
        <translation>
            <numerusform>One row has a history that is no list of question and answer, and is left out.</numerusform>
            <numerusform>%n rows have a history that is no list of question and answer, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack the better or the worse answer and are left out.</source>
        <translation>
            <numerusform>One row lacks the better or the worse answer and is left out.</numerusform>
            <numerusform>%n rows lack the better or the worse answer and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold no transcript of Human and Assistant and are left out.</source>
        <translation>
            <numerusform>One row holds no transcript of Human and Assistant and is left out.</numerusform>
            <numerusform>%n rows hold no transcript of Human and Assistant and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have the same answer twice and are left out: they do not say what is better.</source>
        <translation>
            <numerusform>One pair has the same answer twice and is left out: it does not say what is better.</numerusform>
            <numerusform>%n pairs have the same answer twice and are left out: they do not say what is better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not fit the model&apos;s chat template and are left out.</source>
        <translation>
            <numerusform>One row does not fit the model&apos;s chat template and is left out.</numerusform>
            <numerusform>%n rows do not fit the model&apos;s chat template and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold a token that the model does not know and are left out.</source>
        <translation>
            <numerusform>One row holds a token that the model does not know and is left out.</numerusform>
            <numerusform>%n rows hold a token that the model does not know and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have nothing to learn from and are left out.</source>
        <translation>
            <numerusform>One row has nothing to learn from and is left out.</numerusform>
            <numerusform>%n rows have nothing to learn from and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out: their answers begin beyond {length} tokens.</source>
        <translation>
            <numerusform>One row is left out: its answer begins beyond {length} tokens.</numerusform>
            <numerusform>%n rows are left out: their answers begin beyond {length} tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a single answer and are left out, where two are compared.</source>
        <translation>
            <numerusform>One row has a single answer and is left out, where two are compared.</numerusform>
            <numerusform>%n rows have a single answer and are left out, where two are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a better and a worse answer and are left out, where one is learned.</source>
        <translation>
            <numerusform>One row has a better and a worse answer and is left out, where one is learned.</numerusform>
            <numerusform>%n rows have a better and a worse answer and are left out, where one is learned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have an empty answer and are left out.</source>
        <translation>
            <numerusform>One pair has an empty answer and is left out.</numerusform>
            <numerusform>%n pairs have an empty answer and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens: their answers lose their ends.</source>
        <translation>
            <numerusform>One row is longer than {length} tokens: its answer loses its end.</numerusform>
            <numerusform>%n rows are longer than {length} tokens: their answers lose their ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens and are cut.</source>
        <translation>
            <numerusform>One row is longer than {length} tokens and is cut.</numerusform>
            <numerusform>%n rows are longer than {length} tokens and are cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers are empty.</source>
        <translation>
            <numerusform>One answer is empty.</numerusform>
            <numerusform>%n answers are empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers repeat their question word for word.</source>
        <translation>
            <numerusform>One answer repeats its question word for word.</numerusform>
            <numerusform>%n answers repeat their question word for word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {share} of %n pairs the better answer is the longer one: the model may learn length instead of quality.</source>
        <translation>
            <numerusform>The better answer is the longer one.</numerusform>
            <numerusform>In {share} of %n pairs the better answer is the longer one: the model may learn length instead of quality.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows stand in the file already.</source>
        <translation>
            <numerusform>One row stands in the file twice.</numerusform>
            <numerusform>%n rows stand in the file already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have something that is no number where one is needed, in &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>One row has something that is no number where one is needed, in &quot;{detail}&quot;, and is left out.</numerusform>
            <numerusform>%n rows have something that is no number where one is needed, in &quot;{detail}&quot; for one, and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not say whether their answer is a good one and are left out.</source>
        <translation>
            <numerusform>One row does not say whether its answer is a good one and is left out.</numerusform>
            <numerusform>%n rows do not say whether their answer is a good one and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are longer than {length} tokens and are left out: cut answers would be judged for what is not there.</source>
        <translation>
            <numerusform>One pair is longer than {length} tokens and is left out: cut answers would be judged for what is not there.</numerusform>
            <numerusform>%n pairs are longer than {length} tokens and are left out: cut answers would be judged for what is not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have other cells than the header and are left out.</source>
        <translation>
            <numerusform>One row has other cells than the header and is left out.</numerusform>
            <numerusform>%n rows have other cells than the header and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no prompt and are left out: there is nothing to ask the model.</source>
        <translation>
            <numerusform>One row has no prompt and is left out: there is nothing to ask the model.</numerusform>
            <numerusform>%n rows have no prompt and are left out: there is nothing to ask the model.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prompts leave no room for an answer within {length} tokens and are left out.</source>
        <translation>
            <numerusform>One prompt leaves no room for an answer within {length} tokens and is left out.</numerusform>
            <numerusform>%n prompts leave no room for an answer within {length} tokens and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no answer that others could be compared with, and are left out.</source>
        <translation>
            <numerusform>One row has no answer that others could be compared with, and is left out.</numerusform>
            <numerusform>%n rows have no answer that others could be compared with, and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::Asking</name>
    <message numerus="yes">
        <source>Of %Ln questions, judged by %1, the best way to ask (%2) gets %3 right.</source>
        <translation>
            <numerusform>Of %Ln question, judged by %1, the best way to ask (%2) gets %3 right.</numerusform>
            <numerusform>Of %Ln questions, judged by %1, the best way to ask (%2) gets %3 right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::Closing</name>
    <message numerus="yes">
        <source>%Ln waiting runs can go on at the next start, too.</source>
        <translation>
            <numerusform>%Ln waiting run can go on at the next start, too.</numerusform>
            <numerusform>%Ln waiting runs can go on at the next start, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigForm</name>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::CutChart</name>
    <message numerus="yes">
        <source>%1 to %2: %Ln row(s)</source>
        <translation>
            <numerusform>%1 to %2: %Ln row</numerusform>
            <numerusform>%1 to %2: %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataCard</name>
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
    <message numerus="yes">
        <source>%Ln row(s), which the model answers itself</source>
        <translation>
            <numerusform>%Ln row, which the model answers itself</numerusform>
            <numerusform>%Ln rows, which the model answers itself</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingsList</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::PlanCard</name>
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
    <name>fettle::ui::ResumeOffer</name>
    <message numerus="yes">
        <source>%Ln runs were not finished or were still waiting.</source>
        <translation>
            <numerusform>%Ln run was not finished or was still waiting.</numerusform>
            <numerusform>%Ln runs were not finished or were still waiting.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunVerdict</name>
    <message numerus="yes">
        <source>Both answered %Ln rows that the run did not learn from, each at its likeliest.</source>
        <translation>
            <numerusform>Both answered %Ln row that the run did not learn from, each at its likeliest.</numerusform>
            <numerusform>Both answered %Ln rows that the run did not learn from, each at its likeliest.</numerusform>
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
<context>
    <name>fettle::ui::SweepCard</name>
    <message numerus="yes">
        <source>Queue %Ln runs</source>
        <translation>
            <numerusform>Queue %Ln run</numerusform>
            <numerusform>Queue %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokensModel</name>
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
