<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl">
<context>
    <name>Choice</name>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation>Tylko odpowiedzi</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>Każdy token</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Stały</translation>
    </message>
    <message>
        <source>Constant after warm-up</source>
        <translation>Stały po rozgrzewce</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Liniowy</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinusowy</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>AdamW, states in 8 bits</source>
        <translation>AdamW, stany w 8 bitach</translation>
    </message>
    <message>
        <source>Adafactor, least memory</source>
        <translation>Adafactor, najmniej pamięci</translation>
    </message>
    <message>
        <source>Best fit, overflow dropped</source>
        <translation>Najlepsze dopasowanie, nadmiar odrzucany</translation>
    </message>
    <message>
        <source>Best fit, overflow kept</source>
        <translation>Najlepsze dopasowanie, nadmiar zachowany</translation>
    </message>
    <message>
        <source>Joined and chopped</source>
        <translation>Sklejone i pocięte</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Włączone</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wyłączone</translation>
    </message>
    <message>
        <source>bf16: 16 bits, wide range</source>
        <translation>bf16: 16 bitów, szeroki zakres</translation>
    </message>
    <message>
        <source>fp16: 16 bits, fine steps</source>
        <translation>fp16: 16 bitów, drobny krok</translation>
    </message>
    <message>
        <source>fp32: 32 bits, exact, slower</source>
        <translation>fp32: 32 bity, dokładny, wolniejszy</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Lion, state in 8 bits</source>
        <translation>Lion, stan w 8 bitach</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Jak zapisano</translation>
    </message>
    <message>
        <source>int8: 8 bits a weight</source>
        <translation>int8: 8 bitów na wagę</translation>
    </message>
    <message>
        <source>NF4: 4 bits a weight, QLoRA</source>
        <translation>NF4: 4 bity na wagę, QLoRA</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nic</translation>
    </message>
    <message>
        <source>Nothing, Gaussian</source>
        <translation>Nic, gaussowsko</translation>
    </message>
    <message>
        <source>PiSSA: parts of the weights</source>
        <translation>PiSSA: części wag</translation>
    </message>
    <message>
        <source>MLP: layer upon layer</source>
        <translation>MLP: warstwa po warstwie</translation>
    </message>
    <message>
        <source>LSTM: along the vectors</source>
        <translation>LSTM: wzdłuż wektorów</translation>
    </message>
    <message>
        <source>Cosine, several times</source>
        <translation>Kosinus, kilka razy</translation>
    </message>
    <message>
        <source>Cosine, not down to 0</source>
        <translation>Kosinus, nie do zera</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Wielomian</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>Odwrotność pierwiastka</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Pierwiastek kwadratowy</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Ten sam tekst</translation>
    </message>
    <message>
        <source>Text in it</source>
        <translation>Zawiera tekst</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>Ta sama liczba</translation>
    </message>
    <message>
        <source>Same choice</source>
        <translation>Ten sam wybór</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Wzorzec</translation>
    </message>
    <message>
        <source>Same JSON</source>
        <translation>Ten sam JSON</translation>
    </message>
    <message>
        <source>Words in common</source>
        <translation>Wspólne słowa</translation>
    </message>
    <message>
        <source>Few tokens</source>
        <translation>Mało tokenów</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>Model nagrody</translation>
    </message>
    <message>
        <source>Of a prompt&apos;s answers</source>
        <translation>Odpowiedzi na jeden prompt</translation>
    </message>
    <message>
        <source>Of the step&apos;s answers</source>
        <translation>Odpowiedzi całego kroku</translation>
    </message>
    <message>
        <source>Each token</source>
        <translation>Każdy token</translation>
    </message>
    <message>
        <source>Each answer (GSPO)</source>
        <translation>Każda odpowiedź (GSPO)</translation>
    </message>
    <message>
        <source>Cosine, raised ends</source>
        <translation>Kosinus, podniesione końce</translation>
    </message>
    <message>
        <source>Constant, then falling</source>
        <translation>Stała, potem malejąca</translation>
    </message>
</context>
<context>
    <name>ChoiceCosts</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>A choice, then the memory that a run takes with it.</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Something is missing behind the command.</source>
        <translation>Po poleceniu czegoś brakuje.</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>Nie ma strony „%1”.</translation>
    </message>
    <message>
        <source>This page has no such action.</source>
        <translation>Ta strona nie ma takiej akcji.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Nie ma polecenia „%1”.</translation>
    </message>
</context>
<context>
    <name>ComparedRun</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A number and its unit: &quot;512 tokens&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 z %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>Najlepsza walidacja</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Czas treningu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>the best, of step %1</source>
        <translation>najlepszy, z kroku %1</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>ostatni krok</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The engine was killed; most likely the computer ran out of memory.</source>
        <translation>Silnik został zabity; najprawdopodobniej zabrakło pamięci.</translation>
    </message>
    <message>
        <source>The engine was asked to end by someone else.</source>
        <translation>Silnik otrzymał z zewnątrz polecenie zakończenia.</translation>
    </message>
    <message>
        <source>The engine uses instructions that this processor lacks.</source>
        <translation>Silnik używa instrukcji, których ten procesor nie ma.</translation>
    </message>
    <message>
        <source>The engine crashed (signal %1).</source>
        <translation>Silnik uległ awarii (sygnał %1).</translation>
    </message>
    <message>
        <source>The engine ended before its work was done.</source>
        <translation>Silnik zakończył się przed wykonaniem pracy.</translation>
    </message>
    <message>
        <source>The engine ended without saying why (code %1).</source>
        <translation>Silnik zakończył się bez podania przyczyny (kod %1).</translation>
    </message>
    <message>
        <source>The engine %1 cannot be run.</source>
        <translation>Nie można uruchomić silnika %1.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Brakuje na to pamięci.</translation>
    </message>
    <message>
        <source>LibTorch, which does the computing, is not installed.</source>
        <translation>Biblioteka LibTorch, która wykonuje obliczenia, nie jest zainstalowana.</translation>
    </message>
    <message>
        <source>Resume with a smaller batch or length; what was saved is intact.</source>
        <translation>Wznów z mniejszym batchem lub mniejszą długością; to, co zapisano, jest nienaruszone.</translation>
    </message>
    <message>
        <source>Build Fettle on this computer, or use another one.</source>
        <translation>Zbuduj Fettle na tym komputerze albo użyj innego.</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint; if it happens again, please report it with the log.</source>
        <translation>Wznów od ostatniego punktu kontrolnego; jeśli to się powtórzy, zgłoś błąd i dołącz dziennik.</translation>
    </message>
    <message>
        <source>Install Fettle again, with its engine.</source>
        <translation>Zainstaluj ponownie Fettle wraz z silnikiem.</translation>
    </message>
    <message>
        <source>Lower the batch size or the length, or turn on gradient checkpointing.</source>
        <translation>Zmniejsz rozmiar batcha lub długość albo włącz gradient checkpointing.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Zwolnij miejsce albo wybierz inny folder.</translation>
    </message>
    <message>
        <source>Check who may use it, or choose another place.</source>
        <translation>Sprawdź uprawnienia albo wybierz inne miejsce.</translation>
    </message>
    <message>
        <source>Check the path, or choose another file.</source>
        <translation>Sprawdź ścieżkę albo wybierz inny plik.</translation>
    </message>
    <message>
        <source>Choose another name or an empty folder.</source>
        <translation>Wybierz inną nazwę lub pusty folder.</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it first.</source>
        <translation>Poczekaj, aż skończy, albo najpierw go zatrzymaj.</translation>
    </message>
    <message>
        <source>Download it once; it is kept for all runs.</source>
        <translation>Pobierz ją raz; posłuży wszystkim przebiegom.</translation>
    </message>
    <message>
        <source>The prompt has {tokens} tokens; the model&apos;s context holds {context}.</source>
        <translation>Liczba tokenów promptu to {tokens}; kontekst modelu mieści {context}.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or start a new conversation.</source>
        <translation>Skróć prompt albo zacznij nową rozmowę.</translation>
    </message>
    <message>
        <source>The text holds the token {id}, for which the model has no row.</source>
        <translation>Tekst zawiera token {id}, dla którego model nie ma wiersza wag.</translation>
    </message>
    <message>
        <source>Use the tokenizer that belongs to the model.</source>
        <translation>Użyj tokenizera należącego do modelu.</translation>
    </message>
    <message>
        <source>There is no module called “{module}”.</source>
        <translation>Nie ma modułu „{module}”.</translation>
    </message>
    <message>
        <source>Choose a module of this model.</source>
        <translation>Wybierz moduł tego modelu.</translation>
    </message>
    <message>
        <source>“{key}” must be {expected}.</source>
        <translation>Pole „{key}”: oczekiwano: {expected}.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Popraw to i spróbuj ponownie.</translation>
    </message>
    <message>
        <source>The engine was asked for something that it cannot do.</source>
        <translation>Silnik otrzymał polecenie, którego nie może wykonać.</translation>
    </message>
    <message>
        <source>“{key}” is {found}; it must be {bounds}.</source>
        <translation>Pole „{key}” ma wartość {found}; dozwolone: {bounds}.</translation>
    </message>
    <message>
        <source>Choose a value in that range.</source>
        <translation>Wybierz wartość z tego zakresu.</translation>
    </message>
    <message>
        <source>“{key}” is {found}; it must be one of: {choices}.</source>
        <translation>Pole „{key}” ma wartość {found}; dozwolone: {choices}.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Wybierz jedną z tych wartości.</translation>
    </message>
    <message>
        <source>“{key}” must be {expected}, not {found}.</source>
        <translation>Pole „{key}”: oczekiwano: {expected}, podano: {found}.</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>Popraw wartość.</translation>
    </message>
    <message>
        <source>“{key}” is not a known key.</source>
        <translation>Klucz „{key}” nie jest znany.</translation>
    </message>
    <message>
        <source>Did you mean “{nearest}”?</source>
        <translation>Czy chodziło o „{nearest}”?</translation>
    </message>
    <message>
        <source>“{key}” does not belong to the kind “{kind}”.</source>
        <translation>Klucz „{key}” nie należy do rodzaju „{kind}”.</translation>
    </message>
    <message>
        <source>Remove it, or choose the kind that has it.</source>
        <translation>Usuń go albo wybierz rodzaj, do którego należy.</translation>
    </message>
    <message>
        <source>There is no data format called “{format}”.</source>
        <translation>Nie ma formatu danych „{format}”.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Wybierz inny format.</translation>
    </message>
    <message>
        <source>“{key}” does not fit the rest of the configuration.</source>
        <translation>Pole „{key}” nie pasuje do reszty konfiguracji.</translation>
    </message>
    <message>
        <source>Change it, or go back to its default.</source>
        <translation>Zmień je albo przywróć wartość domyślną.</translation>
    </message>
    <message>
        <source>The configuration cannot be used.</source>
        <translation>Nie można użyć tej konfiguracji.</translation>
    </message>
    <message>
        <source>Correct it and start again.</source>
        <translation>Popraw ją i uruchom ponownie.</translation>
    </message>
    <message>
        <source>{file} is in {encoding}, not in UTF-8.</source>
        <translation>Plik {file} ma kodowanie {encoding}, a nie UTF-8.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Zapisz plik w UTF-8.</translation>
    </message>
    <message>
        <source>{file}: line {line} cannot be used as a row.</source>
        <translation>{file}: linii {line} nie można użyć jako wiersza.</translation>
    </message>
    <message>
        <source>Correct the line, or choose another format for this file.</source>
        <translation>Popraw linię albo wybierz inny format dla tego pliku.</translation>
    </message>
    <message>
        <source>{file} holds no row that can be used.</source>
        <translation>Plik {file} nie zawiera wierszy, których można użyć.</translation>
    </message>
    <message>
        <source>Choose another file, or another format for this one.</source>
        <translation>Wybierz inny plik albo inny format dla tego pliku.</translation>
    </message>
    <message>
        <source>The data cannot be used.</source>
        <translation>Nie można użyć tych danych.</translation>
    </message>
    <message>
        <source>“{tensor}” has the shape {found}; config.json asks for {expected}.</source>
        <translation>Tensor „{tensor}” ma kształt {found}; config.json wymaga {expected}.</translation>
    </message>
    <message>
        <source>Weights and config.json do not belong together: download the model again.</source>
        <translation>Wagi i config.json nie należą do siebie: pobierz model ponownie.</translation>
    </message>
    <message>
        <source>Models of the family “{family}” cannot be used.</source>
        <translation>Nie można użyć modeli z rodziny „{family}”.</translation>
    </message>
    <message>
        <source>Choose a model of a family that Fettle knows.</source>
        <translation>Wybierz model z rodziny obsługiwanej przez Fettle.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” of the model is missing or cannot be used.</source>
        <translation>Tensora „{tensor}” brakuje w modelu albo nie można go użyć.</translation>
    </message>
    <message>
        <source>Download the model again, in float32, float16 or bfloat16.</source>
        <translation>Pobierz model ponownie, w float32, float16 lub bfloat16.</translation>
    </message>
    <message>
        <source>The activation “{activation}” is not known.</source>
        <translation>Funkcja aktywacji „{activation}” nie jest znana.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wybierz inny model.</translation>
    </message>
    <message>
        <source>“{key}” in the model&apos;s config.json cannot be used.</source>
        <translation>Nie można użyć wartości „{key}” z config.json modelu.</translation>
    </message>
    <message>
        <source>Download the model again, or choose another one.</source>
        <translation>Pobierz model ponownie albo wybierz inny.</translation>
    </message>
    <message>
        <source>“{module}” does not fit between the two models.</source>
        <translation>Moduł „{module}” różni się kształtem w obu modelach.</translation>
    </message>
    <message>
        <source>Choose two models that belong together.</source>
        <translation>Wybierz dwa modele, które do siebie należą.</translation>
    </message>
    <message>
        <source>No model was found in {folder}.</source>
        <translation>W folderze {folder} nie znaleziono modelu.</translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json and model.safetensors.</source>
        <translation>Wybierz folder, który zawiera config.json i model.safetensors.</translation>
    </message>
    <message>
        <source>The model in {file} cannot be used.</source>
        <translation>Nie można użyć modelu z {file}.</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>Nie można użyć tego modelu.</translation>
    </message>
    <message>
        <source>The adapter&apos;s “{tensor}” has the shape {found}; this base model needs {expected}.</source>
        <translation>Tensor „{tensor}” adaptera ma kształt {found}; ten model bazowy wymaga {expected}.</translation>
    </message>
    <message>
        <source>The adapter belongs to another base model.</source>
        <translation>Adapter należy do innego modelu bazowego.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” of the adapter is missing or does not fit this base model.</source>
        <translation>Tensora „{tensor}” brakuje w adapterze albo nie pasuje on do tego modelu bazowego.</translation>
    </message>
    <message>
        <source>Export the adapter again, or choose the base model that it belongs to.</source>
        <translation>Wyeksportuj adapter ponownie albo wybierz model bazowy, do którego należy.</translation>
    </message>
    <message>
        <source>“{key}” in the adapter&apos;s configuration cannot be used.</source>
        <translation>Nie można użyć wartości „{key}” z konfiguracji adaptera.</translation>
    </message>
    <message>
        <source>Choose another adapter.</source>
        <translation>Wybierz inny adapter.</translation>
    </message>
    <message>
        <source>The adapter in {file} cannot be used.</source>
        <translation>Nie można użyć adaptera z {file}.</translation>
    </message>
    <message>
        <source>Export it again as safetensors, or choose another one.</source>
        <translation>Wyeksportuj go ponownie jako safetensors albo wybierz inny.</translation>
    </message>
    <message>
        <source>The adapter cannot be used.</source>
        <translation>Nie można użyć tego adaptera.</translation>
    </message>
    <message>
        <source>The tokenizer has a part of the type “{type}”, which is not known.</source>
        <translation>Tokenizer zawiera element typu „{type}”, który nie jest znany.</translation>
    </message>
    <message>
        <source>Choose a decoder model with its own tokenizer.</source>
        <translation>Wybierz model dekoderowy z jego własnym tokenizerem.</translation>
    </message>
    <message>
        <source>The tokenizer in {file} cannot be used.</source>
        <translation>Nie można użyć tokenizera z {file}.</translation>
    </message>
    <message>
        <source>Download the tokenizer again.</source>
        <translation>Pobierz tokenizer ponownie.</translation>
    </message>
    <message>
        <source>The tokenizer cannot be used.</source>
        <translation>Nie można użyć tego tokenizera.</translation>
    </message>
    <message>
        <source>The chat template has an error in line {line}, column {column}.</source>
        <translation>Szablon czatu zawiera błąd w linii {line}, kolumnie {column}.</translation>
    </message>
    <message>
        <source>Choose another chat template.</source>
        <translation>Wybierz inny szablon czatu.</translation>
    </message>
    <message>
        <source>{file} has no chat template.</source>
        <translation>{file} nie ma szablonu czatu.</translation>
    </message>
    <message>
        <source>Name a template file in data.chat_template.</source>
        <translation>Podaj plik szablonu w data.chat_template.</translation>
    </message>
    <message>
        <source>The chat template cannot be used for this.</source>
        <translation>Nie można do tego użyć szablonu czatu.</translation>
    </message>
    <message>
        <source>{file}: line {line} is not what is expected there.</source>
        <translation>{file}: nieoczekiwana treść w linii {line}.</translation>
    </message>
    <message>
        <source>Correct it at that place, or download the file again.</source>
        <translation>Popraw to miejsce albo pobierz plik ponownie.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” in a file is not what is expected there.</source>
        <translation>Tensor „{tensor}” w pliku jest inny, niż oczekiwano.</translation>
    </message>
    <message>
        <source>The file belongs to another run or model: choose another one.</source>
        <translation>Plik należy do innego przebiegu lub modelu: wybierz inny.</translation>
    </message>
    <message>
        <source>{file} is damaged, or is not what its name says.</source>
        <translation>Plik {file} jest uszkodzony lub nie jest tym, na co wskazuje nazwa.</translation>
    </message>
    <message>
        <source>Correct it, or download the file again.</source>
        <translation>Popraw go albo pobierz plik ponownie.</translation>
    </message>
    <message>
        <source>A file is damaged, or is not what its name says.</source>
        <translation>Plik jest uszkodzony lub nie jest tym, na co wskazuje nazwa.</translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation>Plik lub folder {file} nie istnieje.</translation>
    </message>
    <message>
        <source>A file that is needed does not exist.</source>
        <translation>Potrzebny plik nie istnieje.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written.</source>
        <translation>Nie można odczytać ani zapisać {file}.</translation>
    </message>
    <message>
        <source>A file cannot be read or written.</source>
        <translation>Nie można odczytać ani zapisać pliku.</translation>
    </message>
    <message>
        <source>The disk is full: {file} could not be written.</source>
        <translation>Dysk jest pełny: nie udało się zapisać {file}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Dysk jest pełny.</translation>
    </message>
    <message>
        <source>{file} exists already.</source>
        <translation>{file} już istnieje.</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>To już istnieje.</translation>
    </message>
    <message>
        <source>Another engine is using {file}.</source>
        <translation>Na {file} pracuje już inny silnik.</translation>
    </message>
    <message>
        <source>The engine is busy with something else.</source>
        <translation>Silnik zajmuje się czymś innym.</translation>
    </message>
    <message>
        <source>There is no device {device} here.</source>
        <translation>Na tym komputerze nie ma urządzenia {device}.</translation>
    </message>
    <message>
        <source>Choose another device; the processor always works.</source>
        <translation>Wybierz inne urządzenie; procesor działa zawsze.</translation>
    </message>
    <message>
        <source>This device cannot do what “{key}” asks for.</source>
        <translation>To urządzenie nie obsługuje tego, czego wymaga „{key}”.</translation>
    </message>
    <message>
        <source>Choose auto, float32 or bfloat16.</source>
        <translation>Wybierz auto, float32 lub bfloat16.</translation>
    </message>
    <message>
        <source>This computer has no such device.</source>
        <translation>Ten komputer nie ma takiego urządzenia.</translation>
    </message>
    <message>
        <source>The GPU reported an error.</source>
        <translation>GPU zgłosił błąd.</translation>
    </message>
    <message>
        <source>Start again, the last checkpoint is intact; if it happens again, choose the processor.</source>
        <translation>Uruchom ponownie, ostatni punkt kontrolny jest nienaruszony; jeśli to się powtórzy, wybierz procesor.</translation>
    </message>
    <message>
        <source>The loss or its gradient is no longer a number at step {step}.</source>
        <translation>W kroku {step} strata lub jej gradient przestały być liczbą.</translation>
    </message>
    <message>
        <source>Lower the learning rate, or choose bfloat16 or float32; the last checkpoint is intact.</source>
        <translation>Zmniejsz współczynnik uczenia albo wybierz bfloat16 lub float32; ostatni punkt kontrolny jest nienaruszony.</translation>
    </message>
    <message>
        <source>“{tensor}” holds infinite numbers or NaN.</source>
        <translation>Tensor „{tensor}” zawiera nieskończoności lub NaN.</translation>
    </message>
    <message>
        <source>Take an earlier checkpoint, or train again with a lower learning rate.</source>
        <translation>Użyj wcześniejszego punktu kontrolnego albo trenuj ponownie z mniejszym współczynnikiem uczenia.</translation>
    </message>
    <message>
        <source>The model&apos;s output is not a number any more (infinite, or NaN).</source>
        <translation>Wynik modelu przestał być liczbą (nieskończoność lub NaN).</translation>
    </message>
    <message>
        <source>Download the files again, or choose float32.</source>
        <translation>Pobierz pliki ponownie albo wybierz float32.</translation>
    </message>
    <message>
        <source>Something went wrong inside Fettle.</source>
        <translation>Wystąpił błąd wewnątrz Fettle.</translation>
    </message>
    <message>
        <source>Please report this with what you did.</source>
        <translation>Zgłoś ten błąd wraz z opisem wykonanych czynności.</translation>
    </message>
    <message>
        <source>The hub&apos;s “{repo}” has no revision called “{revision}”.</source>
        <translation>„{repo}” w hubie nie ma wersji „{revision}”.</translation>
    </message>
    <message>
        <source>Name a branch, a tag or a commit of it.</source>
        <translation>Podaj jego gałąź, znacznik lub commit.</translation>
    </message>
    <message>
        <source>“{repo}” has no such part.</source>
        <translation>„{repo}” nie ma takiej części.</translation>
    </message>
    <message>
        <source>Choose one of these: {choices}.</source>
        <translation>Wybierz jedno z: {choices}.</translation>
    </message>
    <message>
        <source>There is no “{repo}” on {host}, or it is private.</source>
        <translation>Na {host} nie ma „{repo}” albo jest prywatne.</translation>
    </message>
    <message>
        <source>Check the name; a private one needs a token (Settings, Hub).</source>
        <translation>Sprawdź nazwę; prywatne wymaga tokenu (Ustawienia, Hub).</translation>
    </message>
    <message>
        <source>The hub does not have it.</source>
        <translation>Hub tego nie ma.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Sprawdź nazwę.</translation>
    </message>
    <message>
        <source>“{repo}” is only given to people who accepted its terms.</source>
        <translation>„{repo}” dostają tylko osoby, które przyjęły jego warunki.</translation>
    </message>
    <message>
        <source>Accept them at {page}, then keep a token of that account (Settings, Hub).</source>
        <translation>Przyjmij je na {page}, a potem zapisz token tego konta (Ustawienia, Hub).</translation>
    </message>
    <message>
        <source>{host} refuses the download of “{repo}”.</source>
        <translation>{host} odmawia pobrania „{repo}”.</translation>
    </message>
    <message>
        <source>Keep a token that may read it (Settings, Hub).</source>
        <translation>Zapisz token, który może to czytać (Ustawienia, Hub).</translation>
    </message>
    <message>
        <source>The hub refuses the download.</source>
        <translation>Hub odmawia pobrania.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {system}.</source>
        <translation>{host} jest nieosiągalny: {system}.</translation>
    </message>
    <message>
        <source>Check the network and try again; what was downloaded is kept.</source>
        <translation>Sprawdź sieć i spróbuj ponownie; to, co pobrano, zostaje.</translation>
    </message>
    <message>
        <source>{host} fails at the moment (answer {status}).</source>
        <translation>{host} chwilowo zawodzi (odpowiedź {status}).</translation>
    </message>
    <message>
        <source>Try again later; what was downloaded is kept.</source>
        <translation>Spróbuj później; to, co pobrano, zostaje.</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>Hub jest nieosiągalny.</translation>
    </message>
    <message>
        <source>The chat template writes {token}, and the model&apos;s tokenizer has none.</source>
        <translation>Szablon czatu wypisuje {token}, którego tokenizer modelu nie ma.</translation>
    </message>
    <message>
        <source>Choose another chat template: chatml brings its own tokens.</source>
        <translation>Wybierz inny szablon czatu: chatml przynosi własne tokeny.</translation>
    </message>
    <message>
        <source>The rows are conversations, but the model has no chat template, and {key} names none.</source>
        <translation>Wiersze są rozmowami, ale model nie ma szablonu czatu, a {key} żadnego nie wskazuje.</translation>
    </message>
    <message>
        <source>Choose chatml or another bundled template, or a Jinja file.</source>
        <translation>Wybierz chatml lub inny dołączony szablon albo plik Jinja.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Name of the run</source>
        <translation>Nazwa przebiegu</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Ziarno losowości</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Wątki</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>Gradient checkpointing</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Model bazowy</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Format wag</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Udział walidacji</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Długość</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Pakowanie</translation>
    </message>
    <message>
        <source>Packing strategy</source>
        <translation>Strategia pakowania</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Tasowanie</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Trenowane tokeny</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Szablon czatu</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Prompt systemowy</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separator</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rząd</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alfa</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Target modules</source>
        <translation>Moduły docelowe</translation>
    </message>
    <message>
        <source>rsLoRA scaling</source>
        <translation>Skalowanie rsLoRA</translation>
    </message>
    <message>
        <source>Ranks of modules</source>
        <translation>Rzędy modułów</translation>
    </message>
    <message>
        <source>Alphas of modules</source>
        <translation>Alfy modułów</translation>
    </message>
    <message>
        <source>Virtual tokens</source>
        <translation>Tokeny wirtualne</translation>
    </message>
    <message>
        <source>After attention</source>
        <translation>Za warstwą atencji</translation>
    </message>
    <message>
        <source>At the MLP</source>
        <translation>Przy MLP</translation>
    </message>
    <message>
        <source>Beside the MLP</source>
        <translation>Równolegle do MLP</translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation>Współczynnik redukcji</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>Funkcja aktywacji</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalowanie</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Wagi początkowe</translation>
    </message>
    <message>
        <source>Scaled at the input</source>
        <translation>Skalowane na wejściu</translation>
    </message>
    <message>
        <source>Continue from</source>
        <translation>Kontynuacja od</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optymalizator</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>Bety</translation>
    </message>
    <message>
        <source>Clip updates at</source>
        <translation>Przycinanie aktualizacji</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>Tempo zaniku</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight decay</translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation>Przycinanie gradientów</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Harmonogram</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Rozmiar batcha</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Akumulacja</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Czas trwania</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precyzja</translation>
    </message>
    <message>
        <source>TF32</source>
        <translation>TF32</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Ewaluacja</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Ewaluacja co</translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation>Prompty próbne</translation>
    </message>
    <message>
        <source>Sample length</source>
        <translation>Długość próbki</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Najlepszy według</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>Wczesne zatrzymanie po</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Punkty kontrolne</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Zapis co</translation>
    </message>
    <message>
        <source>Keep the last</source>
        <translation>Zachowaj ostatnie</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Zachowaj najlepszy</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokenów</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>wierszy</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>batchy</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>kroków</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>ewaluacji</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>punktów kontrolnych</translation>
    </message>
    <message>
        <source>usual 4 to 32</source>
        <translation>zwykle od 4 do 32</translation>
    </message>
    <message>
        <source>often twice the rank</source>
        <translation>często dwukrotność rzędu</translation>
    </message>
    <message>
        <source>0 turns it off</source>
        <translation>0 wyłącza</translation>
    </message>
    <message>
        <source>0: one per core</source>
        <translation>0: po jednym na rdzeń</translation>
    </message>
    <message>
        <source>0: each epoch, -1: never</source>
        <translation>0: co epokę, -1: nigdy</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0: nigdy</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Kwantyzacja</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Przechowywane w</translation>
    </message>
    <message>
        <source>Scales in 8 bits</source>
        <translation>Skale w 8 bitach</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Several losses</source>
        <translation>Kilka strat</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Wygładzanie etykiet</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Dywergencja</translation>
    </message>
    <message>
        <source>Alpha of the divergence</source>
        <translation>Alfa dywergencji</translation>
    </message>
    <message>
        <source>DiscoPOP&apos;s tau</source>
        <translation>Tau DiscoPOP</translation>
    </message>
    <message>
        <source>Weight of the chosen answer</source>
        <translation>Waga lepszej odpowiedzi</translation>
    </message>
    <message>
        <source>Margin wanted</source>
        <translation>Pożądany margines</translation>
    </message>
    <message>
        <source>Alpha of rewards</source>
        <translation>Alfa nagród</translation>
    </message>
    <message>
        <source>DoRA</source>
        <translation>DoRA</translation>
    </message>
    <message>
        <source>Initial vectors</source>
        <translation>Wektory początkowe</translation>
    </message>
    <message>
        <source>Initial text</source>
        <translation>Tekst początkowy</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Newton-Schulz steps</source>
        <translation>Kroki Newtona-Schulza</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>Wielkość kroku</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Plik danych</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Plik walidacyjny</translation>
    </message>
    <message>
        <source>usual 0.05 to 0.5</source>
        <translation>zwykle od 0,05 do 0,5</translation>
    </message>
    <message>
        <source>usual 0.3 to 1.5</source>
        <translation>zwykle od 0,3 do 1,5</translation>
    </message>
    <message>
        <source>0: logarithms</source>
        <translation>0: logarytmy</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Rozgrzewka</translation>
    </message>
    <message>
        <source>of the run</source>
        <translation>przebiegu</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>epok</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Próbkowanie</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>0: the likeliest token</source>
        <translation>0: najbardziej prawdopodobny token</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>1 turns it off</source>
        <translation>1 wyłącza</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Min p</source>
        <translation>Min p</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Kara za powtórzenia</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Maks. liczba tokenów</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Teksty końca</translation>
    </message>
    <message>
        <source>one per line</source>
        <translation>jeden tekst w linii</translation>
    </message>
    <message>
        <source>Share of the rows</source>
        <translation>Udział wierszy</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>Ostatnie warstwy</translation>
    </message>
    <message>
        <source>0: not by layers</source>
        <translation>0: nie według warstw</translation>
    </message>
    <message>
        <source>Trained parts</source>
        <translation>Trenowane części</translation>
    </message>
    <message>
        <source>Modules left out</source>
        <translation>Pominięte moduły</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Warstwy</translation>
    </message>
    <message>
        <source>empty: all</source>
        <translation>puste: wszystkie</translation>
    </message>
    <message>
        <source>Start of the update</source>
        <translation>Początek poprawki</translation>
    </message>
    <message>
        <source>LoRA+ ratio</source>
        <translation>Stosunek LoRA+</translation>
    </message>
    <message>
        <source>Trained whole</source>
        <translation>Trenowane w całości</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projekcja</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Koder</translation>
    </message>
    <message>
        <source>Width of the encoder</source>
        <translation>Szerokość kodera</translation>
    </message>
    <message>
        <source>0: as the model</source>
        <translation>0: jak model</translation>
    </message>
    <message>
        <source>Layers of the encoder</source>
        <translation>Warstwy kodera</translation>
    </message>
    <message>
        <source>Weight of extra length</source>
        <translation>Waga dodatkowej długości</translation>
    </message>
    <message>
        <source>NEFTune noise</source>
        <translation>Szum NEFTune</translation>
    </message>
    <message>
        <source>usual 5 to 15</source>
        <translation>zwykle 5 do 15</translation>
    </message>
    <message>
        <source>Weight of good answers</source>
        <translation>Waga dobrych odpowiedzi</translation>
    </message>
    <message>
        <source>usual 1 to 4</source>
        <translation>zwykle 1 do 4</translation>
    </message>
    <message>
        <source>Weight of bad answers</source>
        <translation>Waga złych odpowiedzi</translation>
    </message>
    <message>
        <source>Keep scores around 0</source>
        <translation>Oceny wokół 0</translation>
    </message>
    <message>
        <source>usual 0.01</source>
        <translation>zwykle 0,01</translation>
    </message>
    <message>
        <source>Dropout of the model</source>
        <translation>Dropout modelu</translation>
    </message>
    <message>
        <source>0 to 0.1</source>
        <translation>od 0 do 0,1</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Cykle</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Kończy się na</translation>
    </message>
    <message>
        <source>of the peak</source>
        <translation>szczytu</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Zaczyna się od</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potęga</translation>
    </message>
    <message>
        <source>Time scale</source>
        <translation>Skala czasu</translation>
    </message>
    <message>
        <source>Falls in the last</source>
        <translation>Maleje przez ostatnie</translation>
    </message>
    <message>
        <source>Shape of the fall</source>
        <translation>Kształt spadku</translation>
    </message>
    <message>
        <source>Shape of the rise</source>
        <translation>Kształt wzrostu</translation>
    </message>
    <message>
        <source>Starts and ends at</source>
        <translation>Zaczyna i kończy się na</translation>
    </message>
    <message>
        <source>Answers to a prompt</source>
        <translation>Odpowiedzi na prompt</translation>
    </message>
    <message>
        <source>usual 4 to 16</source>
        <translation>zwykle od 4 do 16</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Nagrody</translation>
    </message>
    <message>
        <source>Weights of the rewards</source>
        <translation>Wagi nagród</translation>
    </message>
    <message>
        <source>empty: all alike</source>
        <translation>puste: wszystkie jednakowo</translation>
    </message>
    <message>
        <source>Pattern wanted</source>
        <translation>Oczekiwany wzorzec</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>Model nagrody</translation>
    </message>
    <message>
        <source>Too long from</source>
        <translation>Za długa od</translation>
    </message>
    <message>
        <source>0: the longest</source>
        <translation>0: najdłuższa</translation>
    </message>
    <message>
        <source>Costs rise over</source>
        <translation>Koszt rośnie przez</translation>
    </message>
    <message>
        <source>Leave out cut answers</source>
        <translation>Pomijaj ucięte odpowiedzi</translation>
    </message>
    <message>
        <source>Spread of rewards</source>
        <translation>Rozrzut nagród</translation>
    </message>
    <message>
        <source>Clip ratios at</source>
        <translation>Przycinaj ilorazy przy</translation>
    </message>
    <message>
        <source>usual 0.2</source>
        <translation>zwykle 0,2</translation>
    </message>
    <message>
        <source>Clip ratios upwards at</source>
        <translation>Przycinaj ilorazy w górę przy</translation>
    </message>
    <message>
        <source>Highest ratio</source>
        <translation>Największy iloraz</translation>
    </message>
    <message>
        <source>Ratios of</source>
        <translation>Ilorazy dla</translation>
    </message>
    <message>
        <source>Weigh the distance by ratios</source>
        <translation>Waż odległość ilorazami</translation>
    </message>
    <message>
        <source>Divide by the spread</source>
        <translation>Dziel przez rozrzut</translation>
    </message>
    <message>
        <source>Steps on the same answers</source>
        <translation>Kroki na tych samych odpowiedziach</translation>
    </message>
    <message>
        <source>Cost of the distance</source>
        <translation>Koszt odległości</translation>
    </message>
    <message>
        <source>usual 0.05</source>
        <translation>zwykle 0,05</translation>
    </message>
    <message>
        <source>Distance estimated by</source>
        <translation>Odległość szacowana przez</translation>
    </message>
    <message>
        <source>Weight of the values</source>
        <translation>Waga wartości</translation>
    </message>
    <message>
        <source>usual 0.1</source>
        <translation>zwykle 0,1</translation>
    </message>
    <message>
        <source>Clip values at</source>
        <translation>Obcinaj wartości przy</translation>
    </message>
    <message>
        <source>Discount per token</source>
        <translation>Dyskonto na token</translation>
    </message>
    <message>
        <source>1: none</source>
        <translation>1: bez</translation>
    </message>
    <message>
        <source>GAE lambda</source>
        <translation>Lambda GAE</translation>
    </message>
    <message>
        <source>usual 0.95</source>
        <translation>zwykle 0,95</translation>
    </message>
    <message>
        <source>Divide rewards by their spread</source>
        <translation>Dziel nagrody przez ich rozrzut</translation>
    </message>
    <message>
        <source>Cost of a missing end</source>
        <translation>Koszt braku końca</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>puste: bez</translation>
    </message>
    <message>
        <source>Rewards of held-out answers</source>
        <translation>Nagrody za odpowiedzi odłożone</translation>
    </message>
    <message>
        <source>Held-out answers earn by</source>
        <translation>Odpowiedzi odłożone oceniają</translation>
    </message>
    <message>
        <source>Prompts asked</source>
        <translation>Zadawane pytania</translation>
    </message>
    <message>
        <source>0: all</source>
        <translation>0: wszystkie</translation>
    </message>
    <message>
        <source>Tokens to add</source>
        <translation>Tokeny do dodania</translation>
    </message>
    <message>
        <source>Tokens whose rows are trained</source>
        <translation>Tokeny z trenowanymi wierszami</translation>
    </message>
</context>
<context>
    <name>FindingNames</name>
    <message>
        <source>Note</source>
        <translation>Informacja</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Ostrzeżenie</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Błąd</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its value: &quot;Loss 0.412&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, best %2</source>
        <translation>%1, najlepsza %2</translation>
    </message>
</context>
<context>
    <name>MemoryAdvice</name>
    <message>
        <source>Gradient checkpointing saves {saved}.</source>
        <translation>Gradient checkpointing oszczędza {saved}.</translation>
    </message>
    <message>
        <source>Gradient checkpointing saves {saved}, which is enough.</source>
        <translation>Gradient checkpointing oszczędza {saved}, co wystarczy.</translation>
    </message>
    <message>
        <source>A batch size of {value} saves {saved}.</source>
        <translation>Rozmiar batcha {value} oszczędza {saved}.</translation>
    </message>
    <message>
        <source>A batch size of {value} saves {saved}, which is enough.</source>
        <translation>Rozmiar batcha {value} oszczędza {saved}, co wystarczy.</translation>
    </message>
    <message>
        <source>A length of {value} saves {saved}.</source>
        <translation>Długość {value} oszczędza {saved}.</translation>
    </message>
    <message>
        <source>A length of {value} saves {saved}, which is enough.</source>
        <translation>Długość {value} oszczędza {saved}, co wystarczy.</translation>
    </message>
    <message>
        <source>The format {value} saves {saved}.</source>
        <translation>Format {value} oszczędza {saved}.</translation>
    </message>
    <message>
        <source>The format {value} saves {saved}, which is enough.</source>
        <translation>Format {value} oszczędza {saved}, co wystarczy.</translation>
    </message>
    <message>
        <source>LoRA instead of full tuning saves {saved}.</source>
        <translation>LoRA zamiast pełnego dostrajania oszczędza {saved}.</translation>
    </message>
    <message>
        <source>LoRA instead of full tuning saves {saved}, which is enough.</source>
        <translation>LoRA zamiast pełnego dostrajania oszczędza {saved}, co wystarczy.</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Learns to answer as the data do: conversations, prompts with answers, or plain text.</source>
        <translation>Uczy odpowiadać tak jak w danych: rozmowy, prompty z odpowiedziami lub zwykły tekst.</translation>
    </message>
    <message>
        <source>Learns to continue plain text, every token of it.</source>
        <translation>Uczy kontynuować zwykły tekst, każdy jego token.</translation>
    </message>
    <message>
        <source>Learns which of two answers is better, measured against the model that it starts from. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Uczy, która z dwóch odpowiedzi jest lepsza, względem modelu początkowego. Wiersze zawierają prompt, wybraną i odrzuconą odpowiedź.</translation>
    </message>
    <message>
        <source>Learns to answer and which of two answers is better in one run, without a reference. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Uczy w jednym przebiegu odpowiadać i odróżniać lepszą z dwóch odpowiedzi, bez modelu referencyjnego. Wiersze zawierają prompt, wybraną i odrzuconą odpowiedź.</translation>
    </message>
    <message>
        <source>Learns which of two answers is better, without a reference; with the loss simpo it is SimPO. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Uczy, która z dwóch odpowiedzi jest lepsza, bez modelu referencyjnego; ze stratą simpo jest to SimPO. Wiersze zawierają prompt, wybraną i odrzuconą odpowiedź.</translation>
    </message>
    <message>
        <source>plain text needs large steps</source>
        <translation>zwykły tekst wymaga dużych kroków</translation>
    </message>
    <message>
        <source>comparing answers needs small steps, or the model forgets how to speak</source>
        <translation>porównywanie odpowiedzi wymaga małych kroków, inaczej model zapomina, jak mówić</translation>
    </message>
    <message>
        <source>all weights move, so each moves little</source>
        <translation>zmieniają się wszystkie wagi, więc każda niewiele</translation>
    </message>
    <message>
        <source>an adapter starts at zero and may move faster than the model</source>
        <translation>adapter zaczyna od zera i może zmieniać się szybciej niż model</translation>
    </message>
    <message>
        <source>by default %1: %2</source>
        <extracomment>A learning rate, then why.</extracomment>
        <translation>domyślnie %1: %2</translation>
    </message>
    <message>
        <source>Learns which answers are good ones, measured against the model that it starts from. Rows hold a prompt, an answer and a label; pairs are taken as one good and one bad answer.</source>
        <translation>Uczy się, które odpowiedzi są dobre, mierząc je względem modelu, od którego zaczyna. Wiersze zawierają polecenie, odpowiedź i etykietę; pary liczą się jako jedna dobra i jedna zła odpowiedź.</translation>
    </message>
    <message>
        <source>Learns to give answers a score, the better one of a pair a higher one; it writes no answers. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Uczy się oceniać odpowiedzi, lepszą z pary wyżej; nie pisze odpowiedzi. Wiersze zawierają polecenie, odpowiedź wybraną i odrzuconą.</translation>
    </message>
    <message>
        <source>Lets the model write several answers to each prompt and learns from those that earn more than the others. Rows hold a prompt and, for rewards that compare, an answer.</source>
        <translation>Model pisze po kilka odpowiedzi na każdy prompt i uczy się z tych, które zarobią więcej niż pozostałe. Wiersze zawierają prompt, a dla nagród, które porównują, także odpowiedź.</translation>
    </message>
    <message>
        <source>Lets the model write a few answers to each prompt and measures each against the mean of the others; distance from the start costs reward. Rows hold a prompt and, for rewards that compare, an answer.</source>
        <translation>Model pisze kilka odpowiedzi na każdy prompt, a każdą mierzy się względem średniej pozostałych; oddalenie od początku kosztuje nagrodę. Wiersze zawierają prompt, a dla nagród, które porównują, także odpowiedź.</translation>
    </message>
    <message>
        <source>rewards say little about each token, so steps are small</source>
        <translation>nagrody mówią niewiele o każdym tokenie, więc kroki są małe</translation>
    </message>
    <message>
        <source>Lets the model answer each prompt and learns from what a second model did not expect, token by token.</source>
        <translation>Pozwala modelowi odpowiadać na każde pytanie i uczy się z tego, czego drugi model nie oczekiwał, token po tokenie.</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>%1 (validation)</source>
        <extracomment>A figure over the validation rows: &quot;Loss (validation)&quot;</extracomment>
        <translation>%1 (walidacja)</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>naty</translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation>naty na token</translation>
    </message>
    <message>
        <source>nats per pair</source>
        <translation>naty na parę</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>tok./s</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A figure and its unit: &quot;Loss (nats per token)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Im mniej, tym lepiej.</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Im więcej, tym lepiej.</translation>
    </message>
    <message>
        <source>Loss on %1</source>
        <extracomment>The loss on the rows of an evaluation set, by its name: &quot;Loss on general&quot;</extracomment>
        <translation>Strata na %1</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokeny</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Loading the model</source>
        <translation>Wczytywanie modelu</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Odczyt danych</translation>
    </message>
    <message>
        <source>Turning text into tokens</source>
        <translation>Zamiana tekstu na tokeny</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Scalanie</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>Zapis plików</translation>
    </message>
    <message>
        <source>Comparing with what was written</source>
        <translation>Porównanie z zapisanym wynikiem</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Eksportowanie</translation>
    </message>
    <message>
        <source>Preparing a place for it</source>
        <translation>Przygotowanie miejsca</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Pobieranie</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Instalowanie</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>SFT</source>
        <translation>SFT</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>Pretrening</translation>
    </message>
    <message>
        <source>DPO</source>
        <translation>DPO</translation>
    </message>
    <message>
        <source>ORPO</source>
        <translation>ORPO</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Nagroda</translation>
    </message>
    <message>
        <source>KTO</source>
        <translation>KTO</translation>
    </message>
    <message>
        <source>CPO</source>
        <translation>CPO</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Pełne</translation>
    </message>
    <message>
        <source>Prompt tuning</source>
        <translation>Prompt tuning</translation>
    </message>
    <message>
        <source>Prefix tuning</source>
        <translation>Prefix tuning</translation>
    </message>
    <message>
        <source>P-tuning</source>
        <translation>P-tuning</translation>
    </message>
    <message>
        <source>Bottleneck</source>
        <translation>Bottleneck</translation>
    </message>
    <message>
        <source>IA3</source>
        <translation>IA3</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Wiadomości</translation>
    </message>
    <message>
        <source>ShareGPT</source>
        <translation>ShareGPT</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>Prompt and completion</source>
        <translation>Prompt i uzupełnienie</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Zwykły tekst</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Preferencje</translation>
    </message>
    <message>
        <source>ShareGPT pairs</source>
        <translation>Pary ShareGPT</translation>
    </message>
    <message>
        <source>HH-RLHF transcripts</source>
        <translation>Zapisy rozmów HH-RLHF</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Wagi</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienty</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optymalizator</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktywacje</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Środowisko</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Razem</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>fp16</source>
        <translation>fp16</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatycznie</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>pełna</translation>
    </message>
    <message>
        <source>cut at the limit</source>
        <translation>obcięta na limicie</translation>
    </message>
    <message>
        <source>ended by a stop text</source>
        <translation>zakończona tekstem stop</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>zatrzymana ręcznie</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Kopiowanie plików</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Uzupełnienie</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Instrukcja</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Wejście</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Wyjście</translation>
    </message>
    <message>
        <source>First question</source>
        <translation>Pierwsze pytanie</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Ostatnia odpowiedź</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Tury</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Wybrana</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Odrzucona</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>Pytanie modelu bazowego</translation>
    </message>
    <message>
        <source>Asking the tuned model</source>
        <translation>Pytanie dostrojonego modelu</translation>
    </message>
    <message>
        <source>Judged answers</source>
        <translation>Ocenione odpowiedzi</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Dobra odpowiedź</translation>
    </message>
    <message>
        <source>Open Assistant trees</source>
        <translation>Drzewa Open Assistant</translation>
    </message>
    <message>
        <source>Natural Instructions</source>
        <translation>Natural Instructions</translation>
    </message>
    <message>
        <source>Self-Instruct tasks</source>
        <translation>Zadania Self-Instruct</translation>
    </message>
    <message>
        <source>GRPO</source>
        <translation>GRPO</translation>
    </message>
    <message>
        <source>RLOO</source>
        <translation>RLOO</translation>
    </message>
    <message>
        <source>Drawing answers</source>
        <translation>Losowanie odpowiedzi</translation>
    </message>
    <message>
        <source>PPO</source>
        <translation>PPO</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 k</source>
        <extracomment>thousand, million, thousand million, million million</extracomment>
        <translation>%1 tys.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 mln</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 mld</translation>
    </message>
    <message>
        <source>%1 T</source>
        <translation>%1 bln</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>poniżej 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 godz. %2 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dni</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tok./s</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>dziś %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>wczoraj %1</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Models</source>
        <translation>Modele</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trening</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Czat</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Not started</source>
        <translation>Nierozpoczęty</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>W kolejce</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Uruchamianie</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trening</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Wstrzymany</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Zatrzymywanie</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Zakończony</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Zatrzymany</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nieudany</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Przerwany</translation>
    </message>
    <message>
        <source>Finishing this step</source>
        <translation>Kończy ten krok</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: step %2 / %3</source>
        <translation>%1: krok %2 / %3</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, pozostało %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1 i jeszcze %Ln</numerusform>
            <numerusform>%1 i jeszcze %Ln</numerusform>
            <numerusform>%1 i jeszcze %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartGate</name>
    <message>
        <source>Correct “%1”</source>
        <extracomment>The name of a field that holds something unusable.</extracomment>
        <translation>Popraw pole „%1”</translation>
    </message>
    <message>
        <source>The plan shows a problem</source>
        <translation>Plan wskazuje problem</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Wybierz model</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>Wybierz plik danych</translation>
    </message>
    <message>
        <source>Planning...</source>
        <translation>Planowanie...</translation>
    </message>
    <message>
        <source>Download LibTorch first</source>
        <translation>Najpierw pobierz LibTorch</translation>
    </message>
    <message>
        <source>It does the computing; the button at the top of the window downloads it.</source>
        <translation>Wykonuje obliczenia; pobiera ją przycisk u góry okna.</translation>
    </message>
</context>
<context>
    <name>fettle</name>
    <message>
        <source>Choose auto, cpu, cuda, or one GPU such as cuda:0.</source>
        <translation>Wybierz auto, cpu, cuda lub jeden GPU, np. cuda:0.</translation>
    </message>
    <message>
        <source>No base model is chosen.</source>
        <translation>Nie wybrano modelu bazowego.</translation>
    </message>
    <message>
        <source>Name a model folder, or &quot;pocket&quot;.</source>
        <translation>Podaj folder modelu albo „pocket”.</translation>
    </message>
    <message>
        <source>The new model has no tokenizer.</source>
        <translation>Nowy model nie ma tokenizera.</translation>
    </message>
    <message>
        <source>Name a folder with tokenizer files.</source>
        <translation>Podaj folder z plikami tokenizera.</translation>
    </message>
    <message>
        <source>The new model has no config.</source>
        <translation>Nowy model nie ma konfiguracji.</translation>
    </message>
    <message>
        <source>Write the keys of its config.json here: model_type, hidden_size and so on.</source>
        <translation>Wpisz tu klucze jego config.json: model_type, hidden_size i tak dalej.</translation>
    </message>
    <message>
        <source>A fresh model cannot be tuned by an adapter: it knows nothing yet.</source>
        <translation>Świeżego modelu nie można dostroić adapterem: jeszcze nic nie umie.</translation>
    </message>
    <message>
        <source>Choose the objective &quot;pretrain&quot;, or the adapter &quot;none&quot;.</source>
        <translation>Wybierz metodę „pretrain” albo adapter „none”.</translation>
    </message>
    <message>
        <source>Only the adapter is trained; the fresh model keeps its random weights.</source>
        <translation>Trenowany jest tylko adapter; świeży model zachowa losowe wagi.</translation>
    </message>
    <message>
        <source>Choose the adapter &quot;none&quot; to train the whole model.</source>
        <translation>Wybierz adapter „none”, aby trenować cały model.</translation>
    </message>
    <message>
        <source>A data file has no path.</source>
        <translation>Plik danych nie ma ścieżki.</translation>
    </message>
    <message>
        <source>Name the file, or remove the entry.</source>
        <translation>Podaj plik albo usuń wpis.</translation>
    </message>
    <message>
        <source>There is no training data.</source>
        <translation>Brak danych treningowych.</translation>
    </message>
    <message>
        <source>Add at least one file.</source>
        <translation>Dodaj co najmniej jeden plik.</translation>
    </message>
    <message>
        <source>The packing strategy has no effect: packing is off.</source>
        <translation>Strategia pakowania nie ma znaczenia: pakowanie jest wyłączone.</translation>
    </message>
    <message>
        <source>Switch packing on.</source>
        <translation>Włącz pakowanie.</translation>
    </message>
    <message>
        <source>With beta 0 no answer is better than another.</source>
        <translation>Przy beta równym 0 żadna odpowiedź nie jest lepsza od innej.</translation>
    </message>
    <message>
        <source>Choose about 0.1.</source>
        <translation>Wybierz około 0,1.</translation>
    </message>
    <message>
        <source>The loss exo_pair is infinite without label smoothing.</source>
        <translation>Strata exo_pair bez wygładzania etykiet jest nieskończona.</translation>
    </message>
    <message>
        <source>Choose about 0.001.</source>
        <translation>Wybierz około 0,001.</translation>
    </message>
    <message>
        <source>Choose the loss robust.</source>
        <translation>Wybierz stratę robust.</translation>
    </message>
    <message>
        <source>Switch packing off; batches have no padding in any case.</source>
        <translation>Wyłącz pakowanie; batche i tak nie zawierają paddingu.</translation>
    </message>
    <message>
        <source>Leave it at answers.</source>
        <translation>Zostaw wartość answers.</translation>
    </message>
    <message>
        <source>Leave it empty for the method&apos;s own default.</source>
        <translation>Zostaw puste, aby użyć wartości domyślnej metody.</translation>
    </message>
    <message>
        <source>The schedule &quot;constant&quot; ignores the warm-up.</source>
        <translation>Harmonogram „constant” pomija rozgrzewkę.</translation>
    </message>
    <message>
        <source>Choose &quot;constant_with_warmup&quot;, or set warmup_steps and warmup_ratio to 0.</source>
        <translation>Wybierz „constant_with_warmup” albo ustaw warmup_steps i warmup_ratio na 0.</translation>
    </message>
    <message>
        <source>The run would end before its first step.</source>
        <translation>Przebieg skończyłby się przed pierwszym krokiem.</translation>
    </message>
    <message>
        <source>Set num_train_epochs or max_steps above 0.</source>
        <translation>Ustaw num_train_epochs lub max_steps powyżej 0.</translation>
    </message>
    <message>
        <source>The run is never evaluated, so that it cannot stop early.</source>
        <translation>Przebieg nigdy nie jest ewaluowany, więc nie może zakończyć się wcześniej.</translation>
    </message>
    <message>
        <source>Add validation rows and let evaluation.every_steps be 0 or more.</source>
        <translation>Dodaj wiersze walidacyjne i ustaw evaluation.every_steps na 0 lub więcej.</translation>
    </message>
    <message>
        <source>No module would get an update.</source>
        <translation>Żaden moduł nie byłby aktualizowany.</translation>
    </message>
    <message>
        <source>Choose &quot;all-linear&quot;, or name modules such as q_proj.</source>
        <translation>Wybierz „all-linear” albo podaj moduły, np. q_proj.</translation>
    </message>
    <message>
        <source>With alpha 0 the update is always zero and nothing is learned.</source>
        <translation>Przy alfa równym 0 poprawka jest zawsze zerowa i model niczego się nie uczy.</translation>
    </message>
    <message>
        <source>Choose once or twice the rank.</source>
        <translation>Wybierz jedno- lub dwukrotność rzędu.</translation>
    </message>
    <message>
        <source>No layer would get a bottleneck.</source>
        <translation>Żadna warstwa nie dostałaby bottlenecku.</translation>
    </message>
    <message>
        <source>Switch mh_adapter or output_adapter on.</source>
        <translation>Włącz mh_adapter lub output_adapter.</translation>
    </message>
    <message>
        <source>A parallel bottleneck stands beside the MLP only.</source>
        <translation>Równoległy bottleneck może stać tylko obok MLP.</translation>
    </message>
    <message>
        <source>Switch mh_adapter off, or is_parallel.</source>
        <translation>Wyłącz mh_adapter albo is_parallel.</translation>
    </message>
    <message>
        <source>With scaling 0 the bottleneck adds nothing and nothing is learned.</source>
        <translation>Przy skalowaniu 0 bottleneck nic nie dodaje i model niczego się nie uczy.</translation>
    </message>
    <message>
        <source>Choose 1, or 4 for a parallel bottleneck.</source>
        <translation>Wybierz 1, a dla równoległego bottlenecku 4.</translation>
    </message>
    <message>
        <source>The adapter to start from has no path.</source>
        <translation>Adapter początkowy nie ma ścieżki.</translation>
    </message>
    <message>
        <source>Name an adapter folder, or leave it empty.</source>
        <translation>Podaj folder adaptera albo zostaw puste.</translation>
    </message>
    <message>
        <source>Set max_length no higher than the model&apos;s context.</source>
        <translation>Ustaw max_length nie większe niż kontekst modelu.</translation>
    </message>
    <message>
        <source>Switch packing off, lower the batch size or the accumulation, or train for more epochs.</source>
        <translation>Wyłącz pakowanie, zmniejsz rozmiar batcha lub akumulację albo trenuj przez więcej epok.</translation>
    </message>
    <message>
        <source>The processor cannot train in float16.</source>
        <translation>Procesor nie może trenować w float16.</translation>
    </message>
    <message>
        <source>Choose auto, float32 or bfloat16.</source>
        <translation>Wybierz auto, float32 lub bfloat16.</translation>
    </message>
    <message>
        <source>This device has no bfloat16 of its own; emulating it is slow.</source>
        <translation>To urządzenie nie obsługuje bfloat16 sprzętowo; emulacja jest wolna.</translation>
    </message>
    <message>
        <source>Choose auto for the best type that the device has.</source>
        <translation>Wybierz auto, aby użyć najlepszego typu dostępnego na urządzeniu.</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>tekst lub lista tekstów</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true lub false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>liczba całkowita</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>liczba całkowita od 0</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>liczba</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>tekst</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>obiekt</translation>
    </message>
    <message>
        <source>There is no device called &quot;{device}&quot;.</source>
        <translation>Nie ma urządzenia „{device}”.</translation>
    </message>
    <message>
        <source>The loss {loss} ignores label_smoothing.</source>
        <translation>Strata {loss} pomija label_smoothing.</translation>
    </message>
    <message>
        <source>The learning rate {rate} is far from what this method usually takes, {usual}.</source>
        <translation>Współczynnik uczenia {rate} jest daleki od typowego dla tej metody: {usual}.</translation>
    </message>
    <message>
        <source>max_length {length} is above the model&apos;s context and was lowered to {context}.</source>
        <translation>max_length {length} przekracza kontekst modelu i zostało zmniejszone do {context}.</translation>
    </message>
    <message>
        <source>Packing leaves only {steps} steps.</source>
        <translation>Po spakowaniu zostaje mało kroków: {steps}.</translation>
    </message>
    <message>
        <source>The run needs about {needed} MB, and the device has {left} MB left.</source>
        <translation>Przebieg potrzebuje około {needed} MB, a na urządzeniu zostało {left} MB.</translation>
    </message>
    <message>
        <source>No token would be trained on.</source>
        <translation>Żaden token nie byłby trenowany.</translation>
    </message>
    <message>
        <source>Look at the rows that were left out, or set data.train_on to everything.</source>
        <translation>Przejrzyj pominięte wiersze albo ustaw data.train_on na everything.</translation>
    </message>
    <message>
        <source>{dropped} of {rows} training rows are left out.</source>
        <translation>Pominięte wiersze treningowe: {dropped} z {rows}.</translation>
    </message>
    <message>
        <source>The list of problems says why, row by row.</source>
        <translation>Lista problemów podaje przyczynę dla każdego wiersza.</translation>
    </message>
    <message>
        <source>There is no loss called &quot;{loss}&quot;.</source>
        <translation>Nie ma straty „{loss}”.</translation>
    </message>
    <message>
        <source>Choose among the values of loss_type.</source>
        <translation>Wybierz spośród wartości loss_type.</translation>
    </message>
    <message>
        <source>Choose about 0.1, for simpo about 2.</source>
        <translation>Wybierz około 0,1, a dla simpo około 2.</translation>
    </message>
    <message>
        <source>Quantised weights cannot be trained themselves.</source>
        <translation>Skwantyzowanych wag nie można trenować.</translation>
    </message>
    <message>
        <source>Choose an adapter such as lora, or no quantisation.</source>
        <translation>Wybierz adapter, np. lora, albo zrezygnuj z kwantyzacji.</translation>
    </message>
    <message>
        <source>A fresh model is trained whole and cannot be quantised.</source>
        <translation>Świeży model jest trenowany w całości i nie można go skwantyzować.</translation>
    </message>
    <message>
        <source>Choose no quantisation.</source>
        <translation>Zrezygnuj z kwantyzacji.</translation>
    </message>
    <message>
        <source>DoRA needs the lengths of the base&apos;s weights as numbers.</source>
        <translation>DoRA wymaga długości wag modelu bazowego w postaci liczb.</translation>
    </message>
    <message>
        <source>Switch DoRA off, or choose no quantisation.</source>
        <translation>Wyłącz DoRA albo zrezygnuj z kwantyzacji.</translation>
    </message>
    <message>
        <source>There is no text to start from.</source>
        <translation>Brak tekstu początkowego.</translation>
    </message>
    <message>
        <source>Write what the model should do, for example &quot;Answer politely:&quot;.</source>
        <translation>Napisz, co model ma robić, np. „Answer politely:”.</translation>
    </message>
    <message>
        <source>Choose eval_loss, which every objective reports.</source>
        <translation>Wybierz eval_loss, którą podaje każda metoda.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows cannot be read and are left out.</source>
        <translation>
            <numerusform>%n wiersza nie da się odczytać; zostanie pominięty.</numerusform>
            <numerusform>%n wierszy nie da się odczytać; zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie da się odczytać; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the rows in the file.</source>
        <translation>Przejrzyj te wiersze w pliku.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not valid JSON and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie jest poprawnym JSON-em i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie są poprawnym JSON-em i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie jest poprawnym JSON-em; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix these lines, or write the file again with a program that knows JSON.</source>
        <translation>Popraw te linie albo zapisz plik na nowo programem, który zna JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not in UTF-8 and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie jest w UTF-8 i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie są w UTF-8 i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie jest w UTF-8; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Zapisz plik w UTF-8.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no named columns and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie ma nazwanych kolumn i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie mają nazwanych kolumn i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie ma nazwanych kolumn; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write each row as a JSON object: {&quot;column&quot;: &quot;text&quot;}.</source>
        <translation>Zapisz każdy wiersz jako obiekt JSON: {&quot;column&quot;: &quot;text&quot;}.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack a text that the format needs, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>W %n wierszu brakuje tekstu wymaganego przez format, np. „{detail}”; zostanie pominięty.</numerusform>
            <numerusform>W %n wierszach brakuje tekstu wymaganego przez format, np. „{detail}”; zostaną pominięte.</numerusform>
            <numerusform>W %n wierszach brakuje tekstu wymaganego przez format, np. „{detail}”; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill the column, or name another one for it.</source>
        <translation>Uzupełnij kolumnę albo wskaż inną.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no list of messages and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie ma listy wiadomości i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie mają listy wiadomości i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie ma listy wiadomości; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the list, or choose another format for this file.</source>
        <translation>Dodaj listę albo wybierz inny format dla tego pliku.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a turn without its text or its speaker, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>W %n wierszu jest tura bez tekstu lub bez mówiącego, np. „{detail}”; zostanie pominięty.</numerusform>
            <numerusform>W %n wierszach jest tura bez tekstu lub bez mówiącego, np. „{detail}”; zostaną pominięte.</numerusform>
            <numerusform>W %n wierszach jest tura bez tekstu lub bez mówiącego, np. „{detail}”; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each turn of a conversation a speaker and a text.</source>
        <translation>Podaj mówiącego i tekst w każdej turze rozmowy.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold something that is no text, {detail} for one, and are left out.</source>
        <translation>
            <numerusform>%n wiersz zawiera coś, co nie jest tekstem, np. {detail}; zostanie pominięty.</numerusform>
            <numerusform>%n wiersze zawierają coś, co nie jest tekstem, np. {detail}; zostaną pominięte.</numerusform>
            <numerusform>%n wierszy zawiera coś, co nie jest tekstem, np. {detail}; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take pictures, sound and the like out of the conversations: Fettle learns from text.</source>
        <translation>Usuń z rozmów obrazy, dźwięk i tym podobne: Fettle uczy się z tekstu.</translation>
    </message>
    <message numerus="yes">
        <source>In %n rows someone speaks who is not known, &quot;{detail}&quot; for one, and the rows are left out.</source>
        <translation>
            <numerusform>W %n wierszu mówi ktoś nieznany, np. „{detail}”; wiersz zostanie pominięty.</numerusform>
            <numerusform>W %n wierszach mówi ktoś nieznany, np. „{detail}”; wiersze zostaną pominięte.</numerusform>
            <numerusform>W %n wierszach mówi ktoś nieznany, np. „{detail}”; wiersze zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the speakers human, gpt, system or tool.</source>
        <translation>Nazwij mówiących human, gpt, system lub tool.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have tools that are no list and are left out.</source>
        <translation>
            <numerusform>%n wiersz ma narzędzia, które nie są listą, i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze mają narzędzia, które nie są listą, i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy ma narzędzia, które nie są listą; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the tools as a JSON list, or leave them out.</source>
        <translation>Zapisz narzędzia jako listę JSON albo je pomiń.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a history that is no list of question and answer, and are left out.</source>
        <translation>
            <numerusform>%n wiersz ma historię, która nie jest listą pytań i odpowiedzi, i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze mają historię, która nie jest listą pytań i odpowiedzi, i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy ma historię, która nie jest listą pytań i odpowiedzi; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the history as [[&quot;question&quot;, &quot;answer&quot;], ...].</source>
        <translation>Zapisz historię jako [[&quot;question&quot;, &quot;answer&quot;], ...].</translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack the better or the worse answer and are left out.</source>
        <translation>
            <numerusform>W %n wierszu brakuje lepszej lub gorszej odpowiedzi; zostanie pominięty.</numerusform>
            <numerusform>W %n wierszach brakuje lepszej lub gorszej odpowiedzi; zostaną pominięte.</numerusform>
            <numerusform>W %n wierszach brakuje lepszej lub gorszej odpowiedzi; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row &quot;chosen&quot; and &quot;rejected&quot;.</source>
        <translation>Podaj w każdym wierszu „chosen” i „rejected”.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold no transcript of Human and Assistant and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie zawiera zapisu rozmowy Human i Assistant i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie zawierają zapisu rozmowy Human i Assistant i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie zawiera zapisu rozmowy Human i Assistant; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another format for this file, or fix the rows.</source>
        <translation>Wybierz inny format dla tego pliku albo popraw wiersze.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have the same answer twice and are left out: they do not say what is better.</source>
        <translation>
            <numerusform>%n para ma dwa razy tę samą odpowiedź i zostanie pominięta: nie mówi, co jest lepsze.</numerusform>
            <numerusform>%n pary mają dwa razy tę samą odpowiedź i zostaną pominięte: nie mówią, co jest lepsze.</numerusform>
            <numerusform>%n par ma dwa razy tę samą odpowiedź; zostaną pominięte: nie mówią, co jest lepsze.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write two different answers, or remove the rows.</source>
        <translation>Podaj dwie różne odpowiedzi albo usuń wiersze.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not fit the model&apos;s chat template and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie pasuje do szablonu czatu modelu i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie pasują do szablonu czatu modelu i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie pasuje do szablonu czatu modelu; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Most templates want user and assistant in turns, and a system turn at most at the start. The template says: {detail}</source>
        <translation>Większość szablonów wymaga naprzemiennych tur user i assistant oraz tury system najwyżej na początku. Szablon mówi: {detail}</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold a token that the model does not know and are left out.</source>
        <translation>
            <numerusform>%n wiersz zawiera token nieznany modelowi i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze zawierają token nieznany modelowi i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy zawiera token nieznany modelowi; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the token out, or take the tokenizer that belongs to the model.</source>
        <translation>Usuń ten token albo użyj tokenizera należącego do modelu.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have nothing to learn from and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie zawiera nic do nauczenia i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie zawierają nic do nauczenia i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie zawiera nic do nauczenia; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them an answer, or learn from everything in the row.</source>
        <translation>Uzupełnij odpowiedź albo trenuj na całym wierszu.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out: their answers begin beyond {length} tokens.</source>
        <translation>
            <numerusform>%n wiersz zostanie pominięty: jego odpowiedź zaczyna się dalej niż {length} tokenów od początku.</numerusform>
            <numerusform>%n wiersze zostaną pominięte: ich odpowiedzi zaczynają się dalej niż {length} tokenów od początku.</numerusform>
            <numerusform>%n wierszy zostanie pominiętych: ich odpowiedzi zaczynają się dalej niż {length} tokenów od początku.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten what stands before the answer.</source>
        <translation>Zwiększ długość, dla tych wierszy do {longest} tokenów, albo skróć to, co poprzedza odpowiedź.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a single answer and are left out, where two are compared.</source>
        <translation>
            <numerusform>%n wiersz ma jedną odpowiedź i zostanie pominięty, bo porównywane są dwie.</numerusform>
            <numerusform>%n wiersze mają jedną odpowiedź i zostaną pominięte, bo porównywane są dwie.</numerusform>
            <numerusform>%n wierszy ma jedną odpowiedź; zostaną pominięte, bo porównywane są dwie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row &quot;chosen&quot; and &quot;rejected&quot;, or choose the method SFT.</source>
        <translation>Podaj w każdym wierszu „chosen” i „rejected” albo wybierz metodę SFT.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a better and a worse answer and are left out, where one is learned.</source>
        <translation>
            <numerusform>%n wiersz ma lepszą i gorszą odpowiedź i zostanie pominięty, bo uczona jest jedna.</numerusform>
            <numerusform>%n wiersze mają lepszą i gorszą odpowiedź i zostaną pominięte, bo uczona jest jedna.</numerusform>
            <numerusform>%n wierszy ma lepszą i gorszą odpowiedź; zostaną pominięte, bo uczona jest jedna.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the method DPO or ORPO, or give each row one answer.</source>
        <translation>Wybierz metodę DPO lub ORPO albo podaj w każdym wierszu jedną odpowiedź.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have an empty answer and are left out.</source>
        <translation>
            <numerusform>%n para ma pustą odpowiedź i zostanie pominięta.</numerusform>
            <numerusform>%n pary mają pustą odpowiedź i zostaną pominięte.</numerusform>
            <numerusform>%n par ma pustą odpowiedź; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the answer, or remove the row.</source>
        <translation>Uzupełnij odpowiedź albo usuń wiersz.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens: their answers lose their ends.</source>
        <translation>
            <numerusform>%n wiersz jest dłuższy niż {length} tokenów: jego odpowiedź traci koniec.</numerusform>
            <numerusform>%n wiersze są dłuższe niż {length} tokenów: ich odpowiedzi tracą końce.</numerusform>
            <numerusform>%n wierszy jest dłuższych niż {length} tokenów: ich odpowiedzi tracą końce.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten them: the model would learn to stop in the middle.</source>
        <translation>Zwiększ długość, dla tych wierszy do {longest} tokenów, albo je skróć: model nauczyłby się urywać w połowie.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens and are cut.</source>
        <translation>
            <numerusform>%n wiersz jest dłuższy niż {length} tokenów i zostanie obcięty.</numerusform>
            <numerusform>%n wiersze są dłuższe niż {length} tokenów i zostaną obcięte.</numerusform>
            <numerusform>%n wierszy jest dłuższych niż {length} tokenów; zostaną obcięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or split them.</source>
        <translation>Zwiększ długość, dla tych wierszy do {longest} tokenów, albo je podziel.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are empty.</source>
        <translation>
            <numerusform>%n odpowiedź jest pusta.</numerusform>
            <numerusform>%n odpowiedzi są puste.</numerusform>
            <numerusform>%n odpowiedzi jest pustych.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write an answer, or remove the row: the model would learn to say nothing.</source>
        <translation>Uzupełnij odpowiedź albo usuń wiersz: model nauczyłby się milczeć.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers repeat their question word for word.</source>
        <translation>
            <numerusform>%n odpowiedź powtarza pytanie słowo w słowo.</numerusform>
            <numerusform>%n odpowiedzi powtarzają pytanie słowo w słowo.</numerusform>
            <numerusform>%n odpowiedzi powtarza pytanie słowo w słowo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that question and answer come from different columns.</source>
        <translation>Sprawdź, czy pytanie i odpowiedź pochodzą z różnych kolumn.</translation>
    </message>
    <message numerus="yes">
        <source>In {share} of %n pairs the better answer is the longer one: the model may learn length instead of quality.</source>
        <translation>
            <numerusform>W {share} z %n pary lepsza odpowiedź jest dłuższa: model może nauczyć się długości zamiast jakości.</numerusform>
            <numerusform>W {share} z %n par lepsza odpowiedź jest dłuższa: model może nauczyć się długości zamiast jakości.</numerusform>
            <numerusform>W {share} z %n par lepsza odpowiedź jest dłuższa: model może nauczyć się długości zamiast jakości.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add pairs whose better answer is the shorter one.</source>
        <translation>Dodaj pary, w których lepsza odpowiedź jest krótsza.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows stand in the file already.</source>
        <translation>
            <numerusform>%n wiersz już występuje w pliku.</numerusform>
            <numerusform>%n wiersze już występują w pliku.</numerusform>
            <numerusform>%n wierszy już występuje w pliku.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove them, unless they should count more often.</source>
        <translation>Usuń je, chyba że mają się liczyć wielokrotnie.</translation>
    </message>
    <message>
        <source>This objective does not report {metric}.</source>
        <translation>Ta metoda nie podaje {metric}.</translation>
    </message>
    <message>
        <source>These rows hold one answer each, and this method compares a better with a worse one.</source>
        <translation>Te wiersze zawierają po jednej odpowiedzi, a ta metoda porównuje lepszą z gorszą.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have &quot;chosen&quot; and &quot;rejected&quot;, or the method SFT.</source>
        <translation>Wybierz plik, którego wiersze mają „chosen” i „rejected”, albo metodę SFT.</translation>
    </message>
    <message>
        <source>These rows hold a better and a worse answer, and this method learns from one.</source>
        <translation>Te wiersze zawierają lepszą i gorszą odpowiedź, a ta metoda uczy się z jednej.</translation>
    </message>
    <message>
        <source>Choose the method DPO or ORPO, or a file with one answer in each row.</source>
        <translation>Wybierz metodę DPO lub ORPO albo plik z jedną odpowiedzią w wierszu.</translation>
    </message>
    <message>
        <source>PiSSA takes apart the base&apos;s weights as numbers.</source>
        <translation>PiSSA rozkłada wagi modelu bazowego jako liczby.</translation>
    </message>
    <message>
        <source>Start from true, or choose no quantisation.</source>
        <translation>Zacznij od true albo nie wybieraj kwantyzacji.</translation>
    </message>
    <message>
        <source>A part that shall be trained has no name.</source>
        <translation>Część, która ma być trenowana, nie ma nazwy.</translation>
    </message>
    <message>
        <source>Name modules or parts such as embed_tokens or layers.0.</source>
        <translation>Podaj moduły lub części, np. embed_tokens lub layers.0.</translation>
    </message>
    <message>
        <source>Layers are chosen by numbers only where the target modules are names.</source>
        <translation>Warstwy wybiera się numerami tylko tam, gdzie moduły docelowe są nazwami.</translation>
    </message>
    <message>
        <source>Write the layers into the regular expression, or name modules such as q_proj.</source>
        <translation>Wpisz warstwy do wyrażenia regularnego albo podaj moduły, np. q_proj.</translation>
    </message>
    <message>
        <source>PiSSA and DoRA do not go together.</source>
        <translation>PiSSA i DoRA nie idą w parze.</translation>
    </message>
    <message>
        <source>Switch DoRA off, or start from true.</source>
        <translation>Wyłącz DoRA albo zacznij od true.</translation>
    </message>
    <message>
        <source>A module that shall be trained whole has no name.</source>
        <translation>Moduł, który ma być trenowany w całości, nie ma nazwy.</translation>
    </message>
    <message>
        <source>Name modules such as embed_tokens or lm_head.</source>
        <translation>Podaj moduły, np. embed_tokens lub lm_head.</translation>
    </message>
    <message>
        <source>KTO measures each answer against those of other rows in its batch, and there are none.</source>
        <translation>KTO mierzy każdą odpowiedź względem odpowiedzi innych wierszy w jej partii, a takich nie ma.</translation>
    </message>
    <message>
        <source>Set per_device_batch_size to 2 or more, or choose the loss apo_zero_unpaired.</source>
        <translation>Ustaw per_device_batch_size na 2 lub więcej albo wybierz stratę apo_zero_unpaired.</translation>
    </message>
    <message>
        <source>A reward model is trained by LoRA or whole.</source>
        <translation>Model nagrody trenuje się przez LoRA albo w całości.</translation>
    </message>
    <message>
        <source>Choose the adapter lora or none.</source>
        <translation>Wybierz adapter lora lub none.</translation>
    </message>
    <message>
        <source>A reward model gives scores and writes no answers.</source>
        <translation>Model nagrody daje oceny i nie pisze odpowiedzi.</translation>
    </message>
    <message>
        <source>Remove the sample prompts.</source>
        <translation>Usuń przykładowe polecenia.</translation>
    </message>
    <message>
        <source>Rows whose answers are judged or compared cannot be packed.</source>
        <translation>Wierszy, których odpowiedzi są oceniane lub porównywane, nie można pakować.</translation>
    </message>
    <message>
        <source>train_on has no effect: this objective judges or compares answers.</source>
        <translation>train_on nie działa: ta metoda ocenia lub porównuje odpowiedzi.</translation>
    </message>
    <message>
        <source>These rows do not say which answers are good, and this method learns from that.</source>
        <translation>Te wiersze nie mówią, które odpowiedzi są dobre, a ta metoda uczy się właśnie z tego.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have a &quot;label&quot;, true or false, or pairs with &quot;chosen&quot; and &quot;rejected&quot;; or the method SFT.</source>
        <translation>Wybierz plik, którego wiersze mają &quot;label&quot;, true lub false, albo pary z &quot;chosen&quot; i &quot;rejected&quot;; albo metodę SFT.</translation>
    </message>
    <message>
        <source>{good} good and {bad} bad answers weigh unlike; a weight of {weight} would balance them.</source>
        <translation>{good} dobrych i {bad} złych odpowiedzi ważą różnie; waga {weight} by je zrównoważyła.</translation>
    </message>
    <message>
        <source>Raise the weight of the fewer.</source>
        <translation>Zwiększ wagę tych, których jest mniej.</translation>
    </message>
    <message>
        <source>All answers are judged alike, and KTO learns from the difference.</source>
        <translation>Wszystkie odpowiedzi oceniono tak samo, a KTO uczy się z różnicy.</translation>
    </message>
    <message>
        <source>Add answers with the other label; from good answers alone, SFT learns.</source>
        <translation>Dodaj odpowiedzi z drugą etykietą; z samych dobrych odpowiedzi uczy się SFT.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have something that is no number where one is needed, in &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>%n wiersz ma coś, co nie jest liczbą tam, gdzie jest potrzebna, np. w &quot;{detail}&quot;, i jest pomijany.</numerusform>
            <numerusform>%n wiersze mają coś, co nie jest liczbą tam, gdzie jest potrzebna, np. w &quot;{detail}&quot;, i są pomijane.</numerusform>
            <numerusform>%n wierszy ma coś, co nie jest liczbą tam, gdzie jest potrzebna, np. w &quot;{detail}&quot;, i są pomijane.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a number there, or leave the column out.</source>
        <translation>Wpisz tam liczbę albo pomiń kolumnę.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not say whether their answer is a good one and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie mówi, czy jego odpowiedź jest dobra, i jest pomijany.</numerusform>
            <numerusform>%n wiersze nie mówią, czy ich odpowiedź jest dobra, i są pomijane.</numerusform>
            <numerusform>%n wierszy nie mówi, czy ich odpowiedź jest dobra, i są pomijane.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row a column &quot;label&quot;, true for a good answer and false for a bad one.</source>
        <translation>Daj każdemu wierszowi kolumnę &quot;label&quot;: true dla dobrej odpowiedzi, false dla złej.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are longer than {length} tokens and are left out: cut answers would be judged for what is not there.</source>
        <translation>
            <numerusform>%n para jest dłuższa niż {length} tokenów i jest pomijana: ucięte odpowiedzi oceniano by za to, czego nie ma.</numerusform>
            <numerusform>%n pary są dłuższe niż {length} tokenów i są pomijane: ucięte odpowiedzi oceniano by za to, czego nie ma.</numerusform>
            <numerusform>%n par jest dłuższych niż {length} tokenów i są pomijane: ucięte odpowiedzi oceniano by za to, czego nie ma.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten them.</source>
        <translation>Zwiększ długość, do {longest} tokenów dla tych wierszy, albo je skróć.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have other cells than the header and are left out.</source>
        <translation>
            <numerusform>%n wiersz ma inne komórki niż nagłówek i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze mają inne komórki niż nagłówek i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy ma inne komórki niż nagłówek; zostaną pominięte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put texts that hold separators, quotes or line ends in quotes, and double the quotes in them.</source>
        <translation>Teksty z separatorami, cudzysłowami lub końcami linii ujmij w cudzysłów, a cudzysłowy w nich podwój.</translation>
    </message>
    <message>
        <source>Dropout has no effect: this objective measures the model against itself, which must not vary.</source>
        <translation>Dropout nie działa: ta metoda mierzy model względem niego samego, a to nie może się zmieniać.</translation>
    </message>
    <message>
        <source>Set model.dropout to 0.</source>
        <translation>Ustaw model.dropout na 0.</translation>
    </message>
    <message>
        <source>The learning rate would end at {end}, which is not below its peak of {peak}.</source>
        <translation>Szybkość uczenia skończyłaby się na {end}, co nie jest poniżej jej szczytu {peak}.</translation>
    </message>
    <message>
        <source>Lower schedule.lr_end, or raise optimizer.learning_rate.</source>
        <translation>Obniż schedule.lr_end albo podnieś optimizer.learning_rate.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of an evaluation set.</source>
        <translation>{name} nie może być nazwą zbioru do oceny.</translation>
    </message>
    <message>
        <source>Take letters, digits and _, and another name for each set.</source>
        <translation>Użyj liter, cyfr i _, a dla każdego zbioru innej nazwy.</translation>
    </message>
    <message>
        <source>A reward model has no loss on texts.</source>
        <translation>Model nagrody nie ma straty na tekstach.</translation>
    </message>
    <message>
        <source>Remove the evaluation sets.</source>
        <translation>Usuń zbiory do oceny.</translation>
    </message>
    <message>
        <source>The loss of answers that the model draws itself does not say how good they are.</source>
        <translation>Strata na odpowiedziach, które model sam losuje, nie mówi, jak są dobre.</translation>
    </message>
    <message>
        <source>Choose eval_reward.</source>
        <translation>Wybierz eval_reward.</translation>
    </message>
    <message>
        <source>Nothing earns a reward, so nothing is learned.</source>
        <translation>Nic nie daje nagrody, więc model niczego się nie nauczy.</translation>
    </message>
    <message>
        <source>Choose at least one reward, auto for instance.</source>
        <translation>Wybierz co najmniej jedną nagrodę, na przykład auto.</translation>
    </message>
    <message>
        <source>A reward is named twice.</source>
        <translation>Jedna nagroda jest podana dwa razy.</translation>
    </message>
    <message>
        <source>Name it once, and give it a larger weight.</source>
        <translation>Podaj ją raz i daj jej większą wagę.</translation>
    </message>
    <message>
        <source>There are {weights} weights for {rewards} rewards.</source>
        <translation>Liczba wag ({weights}) nie zgadza się z liczbą nagród ({rewards}).</translation>
    </message>
    <message>
        <source>Give one weight for each reward, in their order, or none.</source>
        <translation>Podaj po jednej wadze na nagrodę, w ich kolejności, albo żadnej.</translation>
    </message>
    <message>
        <source>The reward regex has no pattern.</source>
        <translation>Nagroda regex nie ma wzorca.</translation>
    </message>
    <message>
        <source>Write a regular expression that a good answer holds.</source>
        <translation>Wpisz wyrażenie regularne, które zawiera dobra odpowiedź.</translation>
    </message>
    <message>
        <source>No reward model is chosen.</source>
        <translation>Nie wybrano modelu nagrody.</translation>
    </message>
    <message>
        <source>Name the folder of a model that was trained by the objective reward.</source>
        <translation>Podaj folder modelu wytrenowanego metodą reward.</translation>
    </message>
    <message>
        <source>No answer is long enough to cost anything.</source>
        <translation>Żadna odpowiedź nie jest dość długa, by cokolwiek kosztować.</translation>
    </message>
    <message>
        <source>Set soft_punish_cache above 0, or soft_punish_length below max_completion_length.</source>
        <translation>Ustaw soft_punish_cache powyżej 0 albo soft_punish_length poniżej max_completion_length.</translation>
    </message>
    <message>
        <source>Answers of {tokens} tokens leave no room for a prompt within max_length {length}.</source>
        <translation>Odpowiedzi o długości {tokens} tokenów nie zostawiają miejsca na prompt w max_length {length}.</translation>
    </message>
    <message>
        <source>Lower max_completion_length, or raise data.max_length.</source>
        <translation>Zmniejsz max_completion_length albo zwiększ data.max_length.</translation>
    </message>
    <message>
        <source>These rows hold no prompts with an answer each, which drawn answers are compared with.</source>
        <translation>Te wiersze nie zawierają promptów z odpowiedzią, z którą porównuje się odpowiedzi modelu.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have &quot;prompt&quot; and &quot;completion&quot;, or &quot;messages&quot; that end with an answer; or a reward that compares nothing.</source>
        <translation>Wybierz plik, którego wiersze mają „prompt” i „completion” albo „messages” zakończone odpowiedzią; albo nagrodę, która niczego nie porównuje.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no prompt and are left out: there is nothing to ask the model.</source>
        <translation>
            <numerusform>%n wiersz nie ma promptu i zostanie pominięty: nie ma o co zapytać modelu.</numerusform>
            <numerusform>%n wiersze nie mają promptu i zostaną pominięte: nie ma o co zapytać modelu.</numerusform>
            <numerusform>%n wierszy nie ma promptu i zostanie pominiętych: nie ma o co zapytać modelu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them a prompt, or conversations with a question.</source>
        <translation>Dodaj im prompt albo rozmowy z pytaniem.</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts leave no room for an answer within {length} tokens and are left out.</source>
        <translation>
            <numerusform>%n prompt nie zostawia miejsca na odpowiedź w {length} tokenach i zostanie pominięty.</numerusform>
            <numerusform>%n prompty nie zostawiają miejsca na odpowiedź w {length} tokenach i zostaną pominięte.</numerusform>
            <numerusform>%n promptów nie zostawia miejsca na odpowiedź w {length} tokenach i zostanie pominiętych.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length beyond {longest} tokens, or shorten the prompts.</source>
        <translation>Zwiększ długość powyżej {longest} tokenów albo skróć prompty.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no answer that others could be compared with, and are left out.</source>
        <translation>
            <numerusform>%n wiersz nie ma odpowiedzi, z którą można by porównać inne, i zostanie pominięty.</numerusform>
            <numerusform>%n wiersze nie mają odpowiedzi, z którą można by porównać inne, i zostaną pominięte.</numerusform>
            <numerusform>%n wierszy nie ma odpowiedzi, z którą można by porównać inne, i zostanie pominiętych.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them a completion or a last turn of the assistant, or choose a reward that compares nothing.</source>
        <translation>Dodaj im completion albo ostatnią wypowiedź asystenta, albo wybierz nagrodę, która niczego nie porównuje.</translation>
    </message>
    <message>
        <source>The value model of PPO is trained by LoRA or whole.</source>
        <translation>Model wartości PPO jest trenowany przez LoRA albo w całości.</translation>
    </message>
    <message>
        <source>Choose the adapter lora or none, or the objective grpo.</source>
        <translation>Wybierz adapter lora albo none, albo cel grpo.</translation>
    </message>
    <message>
        <source>A fresh model has no answers to learn from.</source>
        <translation>Nowy model nie ma odpowiedzi, z których można się uczyć.</translation>
    </message>
    <message>
        <source>Choose a model that answers, or the objective &quot;pretrain&quot;.</source>
        <translation>Wybierz model, który odpowiada, albo cel „pretrain”.</translation>
    </message>
    <message>
        <source>Remove the rewards of the evaluation.</source>
        <translation>Usuń nagrody oceny.</translation>
    </message>
    <message>
        <source>This objective judges its held-out answers by its own rewards already.</source>
        <translation>Ten cel już ocenia odłożone odpowiedzi własnymi nagrodami.</translation>
    </message>
    <message>
        <source>No row is held out whose prompt could be answered.</source>
        <translation>Nie odłożono żadnego wiersza z pytaniem, na które można odpowiedzieć.</translation>
    </message>
    <message>
        <source>There is no evaluation set called &quot;{name}&quot;.</source>
        <translation>Nie ma zbioru oceny o nazwie „{name}”.</translation>
    </message>
    <message>
        <source>Choose the loss of one of evaluation.sets, or eval_loss.</source>
        <translation>Wybierz stratę jednego z evaluation.sets albo eval_loss.</translation>
    </message>
    <message>
        <source>Choose what answers earn in evaluation.rewards, or the metric eval_loss.</source>
        <translation>Wybierz, co zarabiają odpowiedzi, w evaluation.rewards albo metrykę eval_loss.</translation>
    </message>
    <message>
        <source>The chat template writes {token}, which the tokenizer cuts into pieces.</source>
        <translation>Szablon czatu wypisuje {token}, który tokenizer tnie na kawałki.</translation>
    </message>
    <message>
        <source>Name it in model.add_special_tokens, so that it becomes one token.</source>
        <translation>Wymień go w model.add_special_tokens, aby stał się jednym tokenem.</translation>
    </message>
</context>
<context>
    <name>fettle::SectionReader</name>
    <message>
        <source>an object</source>
        <translation>obiekt</translation>
    </message>
</context>
<context>
    <name>fettle::T</name>
    <message>
        <source>Decay of the averages of the gradient and of its square.</source>
        <translation>Zanikanie średnich gradientu i jego kwadratu.</translation>
    </message>
    <message>
        <source>Added to the divisor of an update, for numerical stability.</source>
        <translation>Dodawany do dzielnika aktualizacji dla stabilności numerycznej.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>obiekt</translation>
    </message>
    <message>
        <source>Weight of the average in the direction of a step, and its decay afterwards.</source>
        <translation>Waga średniej w kierunku kroku, a następnie jej zanikanie.</translation>
    </message>
    <message>
        <source>Modules trained whole beside the adapter and kept in its file, such as embed_tokens and lm_head.</source>
        <translation>Moduły trenowane w całości obok adaptera i przechowywane w jego pliku, np. embed_tokens i lm_head.</translation>
    </message>
    <message>
        <source>Share of its peak to which the learning rate falls.</source>
        <translation>Część szczytu, do której maleje szybkość uczenia.</translation>
    </message>
    <message>
        <source>Share of its peak at which the learning rate starts; empty: that of one step.</source>
        <translation>Część szczytu, od której zaczyna szybkość uczenia; puste: tyle, co w jednym kroku.</translation>
    </message>
</context>
<context>
    <name>fettle::V</name>
    <message>
        <source>Rank of the update; a higher rank learns more and costs more memory.</source>
        <translation>Rząd poprawki; wyższy rząd uczy się więcej i zajmuje więcej pamięci.</translation>
    </message>
    <message>
        <source>The update is scaled by alpha / r; often twice the rank.</source>
        <translation>Poprawka jest skalowana przez alpha / r; często dwukrotność rzędu.</translation>
    </message>
    <message>
        <source>Share of the adapter&apos;s inputs set to zero while training; 0 turns it off.</source>
        <translation>Część wejść adaptera zerowana podczas treningu; 0 wyłącza.</translation>
    </message>
    <message>
        <source>Modules that get an update: &quot;all-linear&quot;, a list of names, or a regular expression.</source>
        <translation>Moduły, które dostają poprawkę: „all-linear”, lista nazw lub wyrażenie regularne.</translation>
    </message>
    <message>
        <source>Scales by alpha / sqrt(r), so that high ranks keep their effect.</source>
        <translation>Skaluje przez alpha / sqrt(r), dzięki czemu wysokie rzędy zachowują swój efekt.</translation>
    </message>
    <message>
        <source>Ranks of single modules, by name or regular expression.</source>
        <translation>Rzędy poszczególnych modułów, według nazwy lub wyrażenia regularnego.</translation>
    </message>
    <message>
        <source>Alphas of single modules, by name or regular expression.</source>
        <translation>Alfy poszczególnych modułów, według nazwy lub wyrażenia regularnego.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides rank, alpha and target modules.</source>
        <translation>Folder adaptera, od którego zaczyna się trening; wyznacza rząd, alfę i moduły docelowe.</translation>
    </message>
    <message>
        <source>Learned positions that every layer sees before the text.</source>
        <translation>Uczone pozycje, które każda warstwa widzi przed tekstem.</translation>
    </message>
    <message>
        <source>What the prefix starts from: random numbers, or zeros.</source>
        <translation>Od czego zaczyna prefiks: liczby losowe lub zera.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the prefix&apos;s length.</source>
        <translation>Folder adaptera, od którego zaczyna się trening; wyznacza długość prefiksu.</translation>
    </message>
    <message>
        <source>A bottleneck after the attention of each layer.</source>
        <translation>Bottleneck za atencją każdej warstwy.</translation>
    </message>
    <message>
        <source>A bottleneck after (or beside) the MLP of each layer.</source>
        <translation>Bottleneck za MLP każdej warstwy (lub obok niego).</translation>
    </message>
    <message>
        <source>Puts the bottleneck beside the MLP instead of after it.</source>
        <translation>Umieszcza bottleneck obok MLP zamiast za nim.</translation>
    </message>
    <message>
        <source>The model&apos;s width over the bottleneck&apos;s; smaller learns more and costs more memory.</source>
        <translation>Szerokość modelu podzielona przez szerokość bottlenecku; mniejsza wartość uczy więcej i zajmuje więcej pamięci.</translation>
    </message>
    <message>
        <source>The function inside the bottleneck.</source>
        <translation>Funkcja wewnątrz bottlenecku.</translation>
    </message>
    <message>
        <source>Factor on what the bottleneck adds.</source>
        <translation>Mnożnik tego, co dodaje bottleneck.</translation>
    </message>
    <message>
        <source>How the weights start: close to no effect (bert, houlsby), or exactly so (mam_adapter).</source>
        <translation>Wagi początkowe: niemal bez efektu (bert, houlsby) albo dokładnie bez efektu (mam_adapter).</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides all of the above.</source>
        <translation>Folder adaptera, od którego zaczyna się trening; wyznacza wszystkie powyższe ustawienia.</translation>
    </message>
    <message>
        <source>Modules that are scaled: &quot;all-linear&quot;, a list of names, or a regular expression.</source>
        <translation>Skalowane moduły: „all-linear”, lista nazw lub wyrażenie regularne.</translation>
    </message>
    <message>
        <source>Those of them whose input is scaled instead of the output.</source>
        <translation>Te z nich, w których skalowane jest wejście zamiast wyjścia.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the modules.</source>
        <translation>Folder adaptera, od którego zaczyna się trening; wyznacza moduły.</translation>
    </message>
    <message>
        <source>Folder with the tokenizer files of the new model.</source>
        <translation>Folder z plikami tokenizera nowego modelu.</translation>
    </message>
    <message>
        <source>The new model&apos;s config.json: family, width, layers, heads, vocabulary.</source>
        <translation>config.json nowego modelu: rodzina, szerokość, warstwy, głowice, słownik.</translation>
    </message>
    <message>
        <source>Folder of the base model, or &quot;pocket&quot; for the bundled one.</source>
        <translation>Folder modelu bazowego albo „pocket” dla wbudowanego.</translation>
    </message>
    <message>
        <source>Makes a fresh model with random weights instead of loading one.</source>
        <translation>Tworzy świeży model z losowymi wagami zamiast wczytywać istniejący.</translation>
    </message>
    <message>
        <source>How the base model&apos;s weights are stored; &quot;auto&quot; takes the compute type.</source>
        <translation>Jak przechowywane są wagi modelu bazowego; „auto” przyjmuje typ obliczeń.</translation>
    </message>
    <message>
        <source>How the rows are written; &quot;auto&quot; finds it by looking.</source>
        <translation>Jak zapisane są wiersze; „auto” rozpoznaje to na podstawie pliku.</translation>
    </message>
    <message>
        <source>Names of the format&apos;s columns in this file, where they differ.</source>
        <translation>Nazwy kolumn formatu w tym pliku, jeśli są inne.</translation>
    </message>
    <message>
        <source>Rows taken from the start of the file; 0 takes all.</source>
        <translation>Liczba wierszy branych od początku pliku; 0 bierze wszystkie.</translation>
    </message>
    <message>
        <source>Files with the training rows.</source>
        <translation>Pliki z wierszami treningowymi.</translation>
    </message>
    <message>
        <source>Files with rows that are only evaluated.</source>
        <translation>Pliki z wierszami tylko do ewaluacji.</translation>
    </message>
    <message>
        <source>Share of the training rows held out for evaluation where no validation file is given.</source>
        <translation>Część wierszy treningowych odkładana do ewaluacji, gdy nie podano pliku walidacyjnego.</translation>
    </message>
    <message>
        <source>Tokens of a row at most; longer rows are cut.</source>
        <translation>Największa liczba tokenów w wierszu; dłuższe wiersze są obcinane.</translation>
    </message>
    <message>
        <source>Joins short rows into bins of max_length; rows never see each other.</source>
        <translation>Łączy krótkie wiersze w paczki długości max_length; wiersze nigdy nie widzą się nawzajem.</translation>
    </message>
    <message>
        <source>How bins are filled: best fit with the overflow dropped (bfd) or kept as further rows (bfd_split), or all rows joined and chopped (wrapped).</source>
        <translation>Jak wypełniane są paczki: najlepsze dopasowanie z odrzuceniem nadmiaru (bfd) lub zachowaniem go jako kolejnych wierszy (bfd_split) albo wszystkie wiersze sklejone i pocięte (wrapped).</translation>
    </message>
    <message>
        <source>A new order of the rows in each epoch, fixed by the seed.</source>
        <translation>Nowa kolejność wierszy w każdej epoce, wyznaczona przez ziarno.</translation>
    </message>
    <message>
        <source>Whether the loss counts the assistant&apos;s answers only, or every token.</source>
        <translation>Czy strata obejmuje tylko odpowiedzi asystenta, czy każdy token.</translation>
    </message>
    <message>
        <source>Put in front of every conversation that has no system message.</source>
        <translation>Wstawiany przed każdą rozmowę bez wiadomości systemowej.</translation>
    </message>
    <message>
        <source>Text between prompt and completion of rows that use no chat template.</source>
        <translation>Tekst między promptem a uzupełnieniem w wierszach bez szablonu czatu.</translation>
    </message>
    <message>
        <source>How strongly the reference holds the model back: a higher beta changes it less.</source>
        <translation>Jak mocno model referencyjny powstrzymuje zmiany: wyższa beta zmienia model mniej.</translation>
    </message>
    <message>
        <source>The loss of a pair, under TRL&apos;s name; sigmoid is DPO&apos;s own.</source>
        <translation>Strata pary, pod nazwą z TRL; sigmoid to właściwa strata DPO.</translation>
    </message>
    <message>
        <source>Weight of the odds ratio beside the likelihood of the chosen answer.</source>
        <translation>Waga ilorazu szans obok wiarygodności wybranej odpowiedzi.</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates.</source>
        <translation>Reguła zamieniająca gradienty w aktualizacje wag.</translation>
    </message>
    <message>
        <source>Size of the updates at the schedule&apos;s peak; empty takes the method&apos;s own default.</source>
        <translation>Wielkość aktualizacji w szczycie harmonogramu; puste pole przyjmuje wartość domyślną metody.</translation>
    </message>
    <message>
        <source>Pulls weights towards zero, in units of the learning rate.</source>
        <translation>Ściąga wagi ku zeru, w jednostkach współczynnika uczenia.</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it; 0 turns clipping off.</source>
        <translation>Gradienty o większej normie są do niej skalowane; 0 wyłącza przycinanie.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>Jak współczynnik uczenia zmienia się w trakcie przebiegu.</translation>
    </message>
    <message>
        <source>Steps in which the learning rate rises from zero; above 0 it wins over warmup_ratio.</source>
        <translation>Kroki, w których współczynnik uczenia rośnie od zera; wartość powyżej 0 ma pierwszeństwo przed warmup_ratio.</translation>
    </message>
    <message>
        <source>Share of all steps in which the learning rate rises from zero.</source>
        <translation>Część wszystkich kroków, w której współczynnik uczenia rośnie od zera.</translation>
    </message>
    <message>
        <source>Rows (with packing: bins) worked on at the same time; fewer need less memory.</source>
        <translation>Wiersze (przy pakowaniu: paczki) przetwarzane jednocześnie; mniej zajmuje mniej pamięci.</translation>
    </message>
    <message>
        <source>Batches added up before each update, as if they were one.</source>
        <translation>Batche sumowane przed każdą aktualizacją, jakby były jednym.</translation>
    </message>
    <message>
        <source>Passes over the training data.</source>
        <translation>Przejścia przez dane treningowe.</translation>
    </message>
    <message>
        <source>Updates; above 0 it wins over num_train_epochs.</source>
        <translation>Liczba aktualizacji; wartość powyżej 0 ma pierwszeństwo przed num_train_epochs.</translation>
    </message>
    <message>
        <source>Number format of the products; &quot;auto&quot; takes the best one that the device has.</source>
        <translation>Format liczb w mnożeniach; „auto” bierze najlepszy dostępny na urządzeniu.</translation>
    </message>
    <message>
        <source>Lets a GPU round float32 products to TF32, which is faster.</source>
        <translation>Pozwala GPU zaokrąglać mnożenia float32 do TF32, co jest szybsze.</translation>
    </message>
    <message>
        <source>Steps between evaluations; 0: at the end of each epoch and of the run; -1: never.</source>
        <translation>Kroki między ewaluacjami; 0: na końcu każdej epoki i przebiegu; -1: nigdy.</translation>
    </message>
    <message>
        <source>Prompts that the model answers at each evaluation.</source>
        <translation>Prompty, na które model odpowiada przy każdej ewaluacji.</translation>
    </message>
    <message>
        <source>Tokens of such an answer at most.</source>
        <translation>Największa liczba tokenów takiej odpowiedzi.</translation>
    </message>
    <message>
        <source>The figure that decides which checkpoint is best.</source>
        <translation>Wielkość decydująca o tym, który punkt kontrolny jest najlepszy.</translation>
    </message>
    <message>
        <source>Evaluations without improvement after which the run ends; 0 never ends it early.</source>
        <translation>Liczba ewaluacji bez poprawy, po której przebieg się kończy; 0 nigdy nie kończy wcześniej.</translation>
    </message>
    <message>
        <source>Steps between checkpoints; 0: at the end of each epoch and of the run; -1: never.</source>
        <translation>Kroki między punktami kontrolnymi; 0: na końcu każdej epoki i przebiegu; -1: nigdy.</translation>
    </message>
    <message>
        <source>Checkpoints kept; older ones are removed.</source>
        <translation>Liczba zachowywanych punktów kontrolnych; starsze są usuwane.</translation>
    </message>
    <message>
        <source>Keeps the checkpoint of the best evaluation as well.</source>
        <translation>Zachowuje także punkt kontrolny z najlepszej ewaluacji.</translation>
    </message>
    <message>
        <source>Version of this file&apos;s layout.</source>
        <translation>Wersja układu tego pliku.</translation>
    </message>
    <message>
        <source>What the run is called in lists.</source>
        <translation>Nazwa przebiegu na listach.</translation>
    </message>
    <message>
        <source>Fixes everything random: the same seed gives the same run.</source>
        <translation>Ustala wszystko, co losowe: to samo ziarno daje taki sam przebieg.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda, or one GPU such as cuda:1.</source>
        <translation>Gdzie liczyć: auto, cpu, cuda lub jeden GPU, np. cuda:1.</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes one per core.</source>
        <translation>Wątki procesora; 0 oznacza jeden na rdzeń.</translation>
    </message>
    <message>
        <source>The base model.</source>
        <translation>Model bazowy.</translation>
    </message>
    <message>
        <source>What is learned from.</source>
        <translation>Z czego model się uczy.</translation>
    </message>
    <message>
        <source>What the loss measures.</source>
        <translation>Co mierzy strata.</translation>
    </message>
    <message>
        <source>Which weights are trained.</source>
        <translation>Które wagi są trenowane.</translation>
    </message>
    <message>
        <source>How weights are updated.</source>
        <translation>Jak aktualizowane są wagi.</translation>
    </message>
    <message>
        <source>The learning rate over time.</source>
        <translation>Współczynnik uczenia w czasie.</translation>
    </message>
    <message>
        <source>How much is looked at for one update.</source>
        <translation>Ile danych przypada na jedną aktualizację.</translation>
    </message>
    <message>
        <source>How long the run goes on.</source>
        <translation>Jak długo trwa przebieg.</translation>
    </message>
    <message>
        <source>Number formats.</source>
        <translation>Formaty liczb.</translation>
    </message>
    <message>
        <source>Computes activations a second time instead of keeping them: less memory, more time.</source>
        <translation>Oblicza aktywacje po raz drugi zamiast je przechowywać: mniej pamięci, więcej czasu.</translation>
    </message>
    <message>
        <source>Looking at the model during the run.</source>
        <translation>Ocena modelu w trakcie przebiegu.</translation>
    </message>
    <message>
        <source>What is saved during the run.</source>
        <translation>Co jest zapisywane w trakcie przebiegu.</translation>
    </message>
    <message>
        <source>Root mean square that the update of one tensor may have before the learning rate.</source>
        <translation>Największa średnia kwadratowa aktualizacji jednego tensora, przed pomnożeniem przez współczynnik uczenia.</translation>
    </message>
    <message>
        <source>Exponent by which the average of squared gradients grows longer from step to step.</source>
        <translation>Wykładnik, z jakim średnia kwadratów gradientów wydłuża się z kroku na krok.</translation>
    </message>
    <message>
        <source>Above 1 more surprising, below 1 more predictable; 0 always takes the likeliest token.</source>
        <translation>Powyżej 1 bardziej zaskakująco, poniżej 1 bardziej przewidywalnie; 0 zawsze bierze najbardziej prawdopodobny token.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 turns it off.</source>
        <translation>Tylko najbardziej prawdopodobne tokeny, które razem osiągają to prawdopodobieństwo; 1 wyłącza.</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens; 0 turns it off.</source>
        <translation>Tylko tyle najbardziej prawdopodobnych tokenów; 0 wyłącza.</translation>
    </message>
    <message>
        <source>Only tokens at least this likely, measured by the likeliest one; 0 turns it off.</source>
        <translation>Tylko tokeny co najmniej tak prawdopodobne w stosunku do najbardziej prawdopodobnego; 0 wyłącza.</translation>
    </message>
    <message>
        <source>Above 1 tokens that were there already become less likely; 1 turns it off.</source>
        <translation>Powyżej 1 tokeny, które już wystąpiły, stają się mniej prawdopodobne; 1 wyłącza.</translation>
    </message>
    <message>
        <source>The same seed gives the same text.</source>
        <translation>To samo ziarno daje ten sam tekst.</translation>
    </message>
    <message>
        <source>Tokens of the answer at most.</source>
        <translation>Największa liczba tokenów odpowiedzi.</translation>
    </message>
    <message>
        <source>Texts that end the answer.</source>
        <translation>Teksty kończące odpowiedź.</translation>
    </message>
    <message>
        <source>The likeliest tokens reported with each step; 0 reports none.</source>
        <translation>Liczba najbardziej prawdopodobnych tokenów podawanych w każdym kroku; 0 nie podaje żadnych.</translation>
    </message>
    <message>
        <source>Cross-entropy (nll), or each token&apos;s weighted by its own probability (dft), which leaves unlikely answers alone.</source>
        <translation>Entropia krzyżowa (nll) albo entropia każdego tokena ważona jego prawdopodobieństwem (dft), co pomija mało prawdopodobne odpowiedzi.</translation>
    </message>
    <message>
        <source>Several losses with their weights, added up; empty: loss_type alone.</source>
        <translation>Suma kilku strat z wagami; puste: samo loss_type.</translation>
    </message>
    <message>
        <source>Share of pairs that may be the wrong way round; only robust, exo_pair and aot use it.</source>
        <translation>Część par, które mogą być odwrócone; używają jej tylko robust, exo_pair i aot.</translation>
    </message>
    <message>
        <source>The divergence from the reference; reverse_kl is DPO&apos;s own.</source>
        <translation>Dywergencja od modelu referencyjnego; reverse_kl to miara właściwa dla DPO.</translation>
    </message>
    <message>
        <source>Exponent of the alpha divergence; 1 makes it reverse_kl.</source>
        <translation>Wykładnik dywergencji alfa; 1 daje reverse_kl.</translation>
    </message>
    <message>
        <source>How sharply discopop changes from one of its losses to the other.</source>
        <translation>Jak ostro discopop przechodzi między swoimi stratami.</translation>
    </message>
    <message>
        <source>How strongly the difference between the two answers counts; SimPO takes about 2.</source>
        <translation>Jak mocno liczy się różnica między dwiema odpowiedziami; SimPO przyjmuje około 2.</translation>
    </message>
    <message>
        <source>The loss of a pair, under TRL&apos;s name; simpo compares mean log-probabilities per token.</source>
        <translation>Strata pary, pod nazwą z TRL; simpo porównuje średnie logarytmy prawdopodobieństwa na token.</translation>
    </message>
    <message>
        <source>Weight of the likelihood of the chosen answer; 0 for SimPO as published.</source>
        <translation>Waga wiarygodności wybranej odpowiedzi; 0 dla SimPO w opublikowanej postaci.</translation>
    </message>
    <message>
        <source>Margin wanted between the two answers; only simpo and alphapo use it.</source>
        <translation>Pożądany margines między dwiema odpowiedziami; używają go tylko simpo i alphapo.</translation>
    </message>
    <message>
        <source>Exponent by which probabilities become rewards (AlphaPO); 0 takes their logarithms.</source>
        <translation>Wykładnik zamieniający prawdopodobieństwa w nagrody (AlphaPO); 0 bierze ich logarytmy.</translation>
    </message>
    <message>
        <source>Share of pairs that may be the wrong way round.</source>
        <translation>Część par, które mogą być odwrócone.</translation>
    </message>
    <message>
        <source>Share of the last step&apos;s direction that the next one keeps; 0 keeps nothing.</source>
        <translation>Część kierunku ostatniego kroku zachowywana w następnym; 0 nie zachowuje nic.</translation>
    </message>
    <message>
        <source>Share of the last step&apos;s direction that the next one keeps.</source>
        <translation>Część kierunku ostatniego kroku zachowywana w następnym.</translation>
    </message>
    <message>
        <source>Newton-Schulz iterations that make a step orthogonal.</source>
        <translation>Iteracje Newtona-Schulza ortogonalizujące krok.</translation>
    </message>
    <message>
        <source>How large a matrix steps: as AdamW would at the same learning rate, or by Muon&apos;s own rule.</source>
        <translation>Jak duży krok robi macierz: taki jak w AdamW przy tym samym współczynniku uczenia albo według reguły Muona.</translation>
    </message>
    <message>
        <source>Learns the lengths of the weights&apos; rows apart from their directions (DoRA); slower.</source>
        <translation>Uczy długości wierszy wag oddzielnie od ich kierunków (DoRA); wolniejsze.</translation>
    </message>
    <message>
        <source>Learned input vectors in front of every text.</source>
        <translation>Uczone wektory wejściowe przed każdym tekstem.</translation>
    </message>
    <message>
        <source>What the vectors start from: random numbers, the tokens of a text, or tokens drawn from the vocabulary.</source>
        <translation>Od czego zaczynają wektory: liczby losowe, tokeny tekstu albo tokeny wylosowane ze słownika.</translation>
    </message>
    <message>
        <source>The text whose tokens the vectors start from, cut or repeated to their number.</source>
        <translation>Tekst, od którego tokenów zaczynają wektory, obcięty lub powtórzony do ich liczby.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the number of vectors.</source>
        <translation>Folder adaptera, od którego zaczyna się trening; wyznacza liczbę wektorów.</translation>
    </message>
    <message>
        <source>How many bits the frozen base&apos;s weights are kept in.</source>
        <translation>Na ilu bitach przechowywane są wagi zamrożonego modelu bazowego.</translation>
    </message>
    <message>
        <source>Keeps the scales of 64 weights in 8 bits too, which saves 0.4 bits a weight.</source>
        <translation>Przechowuje w 8 bitach także skale 64 wag, co oszczędza 0,4 bita na wagę.</translation>
    </message>
    <message>
        <source>Keeps the frozen base in 8 bits (int8) or 4 bits (nf4, as QLoRA does), so that larger models fit; products take longer.</source>
        <translation>Przechowuje zamrożony model bazowy w 8 bitach (int8) lub 4 bitach (nf4, jak QLoRA), dzięki czemu mieszczą się większe modele; mnożenia trwają dłużej.</translation>
    </message>
    <message>
        <source>Share of the training rows that is learned from, drawn by the seed; the rows that are held out stay the same. Says whether more data would help.</source>
        <translation>Udział wierszy treningowych, z których model się uczy, losowany według ziarna; wiersze odłożone pozostają te same. Mówi, czy pomogłoby więcej danych.</translation>
    </message>
    <message>
        <source>Trains only this many layers from the end, and what is named as trainable; 0 with nothing named trains the whole model.</source>
        <translation>Trenuje tylko tyle warstw od końca oraz to, co podano jako trenowane; 0 bez podanych nazw trenuje cały model.</translation>
    </message>
    <message>
        <source>Trains only these modules or parts of the model, by name or regular expression, such as embed_tokens or layers.0.</source>
        <translation>Trenuje tylko te moduły lub części modelu, według nazwy lub wyrażenia regularnego, np. embed_tokens lub layers.0.</translation>
    </message>
    <message>
        <source>Modules that get no update although they are targets: a list of names, or a regular expression.</source>
        <translation>Moduły, które nie dostają poprawki, choć są docelowe: lista nazw lub wyrażenie regularne.</translation>
    </message>
    <message>
        <source>Layers that get an update, counted from 0; an empty list is all of them.</source>
        <translation>Warstwy, które dostają poprawkę, liczone od 0; pusta lista to wszystkie.</translation>
    </message>
    <message>
        <source>What the update starts from: nothing (true, or gaussian with other random numbers), or the largest parts of the weights themselves (pissa), which learns faster.</source>
        <translation>Od czego zaczyna się poprawka: od niczego (true albo gaussian z innymi liczbami losowymi) lub od największych części samych wag (pissa), co uczy się szybciej.</translation>
    </message>
    <message>
        <source>How many times faster the second matrix of an update learns (LoRA+); 1 turns it off.</source>
        <translation>Ile razy szybciej uczy się druga macierz poprawki (LoRA+); 1 to wyłącza.</translation>
    </message>
    <message>
        <source>A network makes the positions of a small table while it trains; steadier, and not kept afterwards.</source>
        <translation>Sieć tworzy pozycje małej tabeli podczas treningu; stabilniej, a potem nie jest zachowywana.</translation>
    </message>
    <message>
        <source>Width of that network; 0 is the width of a layer&apos;s keys.</source>
        <translation>Szerokość tej sieci; 0 to szerokość kluczy warstwy.</translation>
    </message>
    <message>
        <source>Input vectors in front of every text, made by a network that is trained.</source>
        <translation>Wektory wejściowe przed każdym tekstem, tworzone przez trenowaną sieć.</translation>
    </message>
    <message>
        <source>The network that makes the vectors: layer upon layer (MLP), or along the vectors (LSTM).</source>
        <translation>Sieć, która tworzy wektory: warstwa po warstwie (MLP) albo wzdłuż wektorów (LSTM).</translation>
    </message>
    <message>
        <source>Width of the network; 0 is the model&apos;s own.</source>
        <translation>Szerokość sieci; 0 to szerokość modelu.</translation>
    </message>
    <message>
        <source>Layers of an LSTM.</source>
        <translation>Warstwy LSTM.</translation>
    </message>
    <message>
        <source>What is trained: a small low-rank update (lora), learned positions before the text (prefix_tuning), learned input vectors (prompt_tuning), input vectors that a network makes (p_tuning), small networks inside the layers (bottleneck), factors on activations (ia3), or every weight of the model (none).</source>
        <translation>Co jest trenowane: mała poprawka niskiego rzędu (lora), wyuczone pozycje przed tekstem (prefix_tuning), wyuczone wektory wejściowe (prompt_tuning), wektory wejściowe tworzone przez sieć (p_tuning), małe sieci wewnątrz warstw (bottleneck), współczynniki na aktywacjach (ia3) lub każda waga modelu (none).</translation>
    </message>
    <message>
        <source>NEFTune: noise on the embedded tokens while training, 5 to 15; answers get longer and the data are learned less by heart. Empty: none.</source>
        <translation>NEFTune: szum na zanurzeniach tokenów podczas treningu, 5 do 15; odpowiedzi są dłuższe, a danych mniej uczy się na pamięć. Puste: brak.</translation>
    </message>
    <message>
        <source>Weight of the tokens by which one answer is longer than the other (LD-DPO); below 1, length counts less.</source>
        <translation>Waga tokenów, o które jedna odpowiedź jest dłuższa od drugiej (LD-DPO); poniżej 1 długość liczy się mniej.</translation>
    </message>
    <message>
        <source>The loss of an answer, under TRL&apos;s name; kto measures it against how far the model has moved on other rows&apos; answers, apo_zero_unpaired does not.</source>
        <translation>Strata odpowiedzi, pod nazwą z TRL; kto mierzy ją względem tego, jak daleko model przesunął się na odpowiedziach innych wierszy, apo_zero_unpaired nie.</translation>
    </message>
    <message>
        <source>Weight of good answers; raise it where they are the fewer.</source>
        <translation>Waga dobrych odpowiedzi; zwiększ ją, gdy jest ich mniej.</translation>
    </message>
    <message>
        <source>Weight of bad answers; raise it where they are the fewer.</source>
        <translation>Waga złych odpowiedzi; zwiększ ją, gdy jest ich mniej.</translation>
    </message>
    <message>
        <source>Keeps scores around 0: weight of the square of a pair&apos;s sum, about 0.01; empty: off.</source>
        <translation>Utrzymuje oceny wokół 0: waga kwadratu sumy pary, około 0,01; puste: wyłączone.</translation>
    </message>
    <message>
        <source>How often each row counts: 0.5 takes half of the rows, drawn by the seed, 2.5 takes each row twice and half of them a third time. Rows are held out before.</source>
        <translation>Ile razy liczy się każdy wiersz: 0,5 bierze połowę wierszy, losowaną według ziarna, 2,5 bierze każdy wiersz dwa razy, a połowę z nich po raz trzeci. Wiersze do ewaluacji są odkładane wcześniej.</translation>
    </message>
    <message>
        <source>Share of the residual stream&apos;s new values that is left out at random while training, against learning few rows by heart; 0 is none.</source>
        <translation>Część nowych wartości strumienia rezydualnego losowo pomijana podczas treningu, by model nie uczył się kilku wierszy na pamięć; 0: żadna.</translation>
    </message>
    <message>
        <source>Letters, digits and _, by which its loss is reported.</source>
        <translation>Litery, cyfry i _, pod którymi podawana jest jego strata.</translation>
    </message>
    <message>
        <source>Further rows whose loss is measured at each evaluation: texts unlike the training data show what the model forgets.</source>
        <translation>Dalsze wiersze, których strata jest mierzona przy każdej ocenie: teksty niepodobne do danych treningowych pokazują, co model zapomina.</translation>
    </message>
    <message>
        <source>How often the learning rate falls from its peak to 0.</source>
        <translation>Ile razy szybkość uczenia spada ze szczytu do 0.</translation>
    </message>
    <message>
        <source>The learning rate at the end of the run.</source>
        <translation>Szybkość uczenia na końcu przebiegu.</translation>
    </message>
    <message>
        <source>Exponent of the fall: 1 is a straight line, 2 falls faster at first.</source>
        <translation>Wykładnik spadku: 1 to linia prosta, 2 najpierw spada szybciej.</translation>
    </message>
    <message>
        <source>Steps in which the learning rate falls to 0.7 of its peak; 0 takes those of the warm-up, or 10000 without one.</source>
        <translation>Kroki, w których szybkość uczenia spada do 0,7 szczytu; 0 bierze kroki rozgrzewki, a bez niej 10000.</translation>
    </message>
    <message>
        <source>Steps at the end in which the learning rate falls; 0 takes a tenth of the run.</source>
        <translation>Kroki na końcu, w których szybkość uczenia maleje; 0 bierze dziesiątą część przebiegu.</translation>
    </message>
    <message>
        <source>The shape of the fall.</source>
        <translation>Kształt spadku.</translation>
    </message>
    <message>
        <source>The shape of the rise.</source>
        <translation>Kształt wzrostu.</translation>
    </message>
    <message>
        <source>Share of its peak at which the learning rate starts and ends.</source>
        <translation>Część szczytu, od której szybkość uczenia zaczyna i na której kończy.</translation>
    </message>
    <message>
        <source>A JSONL, JSON, CSV, TSV, Parquet or Arrow file, plain text (.txt), of which each line that is not blank is a row, or a folder of texts, of which each is a row.</source>
        <translation>Plik JSONL, JSON, CSV, TSV, Parquet lub Arrow, zwykły tekst (.txt), w którym każda niepusta linia jest wierszem, albo folder tekstów, z których każdy jest wierszem.</translation>
    </message>
    <message>
        <source>What earns a reward: a likeness to the row&apos;s own answer (auto finds the fitting one), a pattern that is found, few tokens, or the score of a reward model. Several add up.</source>
        <translation>Co daje nagrodę: podobieństwo do odpowiedzi z wiersza (auto dobiera odpowiednie), znaleziony wzorzec, mało tokenów albo ocena modelu nagrody. Kilka się sumuje.</translation>
    </message>
    <message>
        <source>What each of them counts, in their order; empty: all alike.</source>
        <translation>Ile każda z nich znaczy, w ich kolejności; puste: wszystkie jednakowo.</translation>
    </message>
    <message>
        <source>Regular expression that a rewarded answer holds; only regex uses it.</source>
        <translation>Wyrażenie regularne, które zawiera nagradzana odpowiedź; używa go tylko regex.</translation>
    </message>
    <message>
        <source>Folder of a reward model, or of its adapter on the same base; only model uses it.</source>
        <translation>Folder modelu nagrody albo jego adaptera na tej samej bazie; używa go tylko model.</translation>
    </message>
    <message>
        <source>Tokens from which on an answer costs a whole point; only length uses it. 0 takes the longest answer allowed.</source>
        <translation>Liczba tokenów, od której odpowiedź kosztuje cały punkt; używa jej tylko length. 0 bierze najdłuższą dozwoloną odpowiedź.</translation>
    </message>
    <message>
        <source>Tokens below that length over which the cost grows; only length uses it.</source>
        <translation>Liczba tokenów poniżej tej długości, na których koszt rośnie; używa jej tylko length.</translation>
    </message>
    <message>
        <source>Answers to each prompt, which are compared with one another; a batch holds so many for each of its rows.</source>
        <translation>Odpowiedzi na każdy prompt, które porównuje się ze sobą; tyle mieści partia na każdy swój wiersz.</translation>
    </message>
    <message>
        <source>Tokens of an answer at most; it ends sooner where prompt and answer reach max_length.</source>
        <translation>Najwięcej tokenów odpowiedzi; kończy się wcześniej, gdy prompt z odpowiedzią osiągną max_length.</translation>
    </message>
    <message>
        <source>How freely answers are drawn; below 1 they get more alike, and less is learned.</source>
        <translation>Jak swobodnie losuje się odpowiedzi; poniżej 1 są bardziej podobne i model uczy się mniej.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that make up this share are drawn; 1 draws from all.</source>
        <translation>Losuje się tylko najbardziej prawdopodobne tokeny, które razem dają ten udział; 1 losuje ze wszystkich.</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens are drawn; 0: all.</source>
        <translation>Losuje się tylko z tylu najbardziej prawdopodobnych tokenów; 0: ze wszystkich.</translation>
    </message>
    <message>
        <source>Only tokens with at least this part of the likeliest one&apos;s probability are drawn.</source>
        <translation>Losuje się tylko tokeny, które mają co najmniej taką część prawdopodobieństwa najbardziej prawdopodobnego.</translation>
    </message>
    <message>
        <source>Above 1, tokens that were there before get less likely.</source>
        <translation>Powyżej 1 tokeny, które już wystąpiły, stają się mniej prawdopodobne.</translation>
    </message>
    <message>
        <source>Steps that learn from the same answers before new ones are drawn.</source>
        <translation>Liczba kroków, które uczą się z tych samych odpowiedzi, zanim powstaną nowe.</translation>
    </message>
    <message>
        <source>Learns nothing from answers that were cut at their longest.</source>
        <translation>Niczego nie uczy się z odpowiedzi uciętych na największej długości.</translation>
    </message>
    <message>
        <source>How far the probability of an answer may move before it counts no further.</source>
        <translation>Jak daleko może przesunąć się prawdopodobieństwo odpowiedzi, zanim przestanie się liczyć.</translation>
    </message>
    <message>
        <source>The same upwards; empty: as epsilon.</source>
        <translation>To samo w górę; puste: jak epsilon.</translation>
    </message>
    <message>
        <source>How strongly the reference holds the model back; 0 needs no reference.</source>
        <translation>Jak mocno model referencyjny powstrzymuje zmiany; 0 nie potrzebuje go wcale.</translation>
    </message>
    <message>
        <source>How tokens are averaged: over each answer (grpo), the batch (bnpo), the longest answer allowed (dr_grpo), or all tokens of the step (dapo).</source>
        <translation>Jak uśrednia się tokeny: w każdej odpowiedzi (grpo), w partii (bnpo), przez najdłuższą dozwoloną odpowiedź (dr_grpo) albo po wszystkich tokenach kroku (dapo).</translation>
    </message>
    <message>
        <source>Whose spread the rewards are divided by: a prompt&apos;s answers, all of the step, or none.</source>
        <translation>Przez czyj rozrzut dzieli się nagrody: odpowiedzi na jeden prompt, wszystkich w kroku albo żadnych.</translation>
    </message>
    <message>
        <source>Highest ratio of probabilities that counts; empty: any.</source>
        <translation>Największy iloraz prawdopodobieństw, który się liczy; puste: dowolny.</translation>
    </message>
    <message>
        <source>Whether each token or each whole answer (GSPO) has a ratio of its own.</source>
        <translation>Czy własny iloraz ma każdy token, czy każda cała odpowiedź (GSPO).</translation>
    </message>
    <message>
        <source>Weighs the distance from the reference by the ratio of probabilities.</source>
        <translation>Waży odległość od modelu referencyjnego ilorazem prawdopodobieństw.</translation>
    </message>
    <message>
        <source>What a nat of distance from the reference costs of the reward; 0 needs no reference.</source>
        <translation>Ile nagrody kosztuje nat odległości od modelu referencyjnego; 0 nie potrzebuje go wcale.</translation>
    </message>
    <message>
        <source>Divides what answers are worth by their spread over the step.</source>
        <translation>Dzieli wartość odpowiedzi przez jej rozrzut w kroku.</translation>
    </message>
    <message>
        <source>What the model&apos;s answers to held-out prompts earn at each evaluation.</source>
        <translation>Co zarabiają odpowiedzi modelu na odłożone pytania przy każdej ocenie.</translation>
    </message>
    <message>
        <source>What is learned: answers to given prompts (sft), plain text (pretrain), which of two answers is better (dpo, orpo, cpo), which answers are good ones (kto), to give answers a score (reward), or which of the model&apos;s own answers earn the most (grpo, rloo, ppo).</source>
        <translation>Czego model się uczy: odpowiedzi na dane pytania (sft), zwykłego tekstu (pretrain), która z dwóch odpowiedzi jest lepsza (dpo, orpo, cpo), które odpowiedzi są dobre (kto), oceniania odpowiedzi (reward), albo które z własnych odpowiedzi modelu zarabiają najwięcej (grpo, rloo, ppo).</translation>
    </message>
    <message>
        <source>Held-out rows whose prompts are answered at each evaluation; 0 takes all of them.</source>
        <translation>Odłożone wiersze, na których pytania model odpowiada przy każdej ocenie; 0 bierze wszystkie.</translation>
    </message>
    <message>
        <source>Tokens of such an answer at most. Each token is the likeliest one.</source>
        <translation>Najwięcej tokenów takiej odpowiedzi. Każdy token jest najbardziej prawdopodobny.</translation>
    </message>
    <message>
        <source>What a nat of distance from the reference costs of the reward.</source>
        <translation>Ile nagrody kosztuje nat odległości od modelu odniesienia.</translation>
    </message>
    <message>
        <source>How the distance is estimated: k1 right on average, k3 with less spread.</source>
        <translation>Jak szacuje się odległość: k1 trafnie średnio, k3 z mniejszym rozrzutem.</translation>
    </message>
    <message>
        <source>How far the probability of a token may move before it counts no further.</source>
        <translation>Jak daleko może przesunąć się prawdopodobieństwo tokenu, zanim przestanie się liczyć.</translation>
    </message>
    <message>
        <source>Weight of the loss of the value model, which learns what each token is worth.</source>
        <translation>Waga straty modelu wartości, który uczy się, ile wart jest każdy token.</translation>
    </message>
    <message>
        <source>How far a value may move before it counts no further.</source>
        <translation>Jak daleko może przesunąć się wartość, zanim przestanie się liczyć.</translation>
    </message>
    <message>
        <source>What a reward one token later is worth now.</source>
        <translation>Ile nagroda o jeden token później jest warta teraz.</translation>
    </message>
    <message>
        <source>Between trusting the values (0) and the rewards that came (1).</source>
        <translation>Między zaufaniem wartościom (0) a nagrodom, które przyszły (1).</translation>
    </message>
    <message>
        <source>Divides the rewards by their spread over the step.</source>
        <translation>Dzieli nagrody przez ich rozrzut w kroku.</translation>
    </message>
    <message>
        <source>Taken off the reward of an answer that was cut at its longest; empty: nothing.</source>
        <translation>Odejmowane od nagrody odpowiedzi uciętej na największej długości; puste: nic.</translation>
    </message>
    <message>
        <source>Tokens, by id, whose rows of embedding and head are trained; those that a run adds always are.</source>
        <translation>Tokeny, według id, których wiersze osadzeń i głowicy są trenowane; te, które dodaje przebieg, są zawsze.</translation>
    </message>
    <message>
        <source>Tokens to add to the tokenizer, such as a separator; each gets a row that is trained.</source>
        <translation>Tokeny dodawane do tokenizera, na przykład separator; każdy dostaje trenowany wiersz.</translation>
    </message>
    <message>
        <source>Instead of the model&apos;s own: chatml, llama3, phi3 or zephyr, whose tokens it learns, or a Jinja file.</source>
        <translation>Zamiast własnego modelu: chatml, llama3, phi3 lub zephyr, których tokenów się uczy, albo plik Jinja.</translation>
    </message>
</context>
<context>
    <name>fettle::judge</name>
    <message>
        <source>Choice</source>
        <translation>Wybór</translation>
    </message>
    <message>
        <source>Right is an answer that begins with the expected label.</source>
        <translation>Poprawna jest odpowiedź, która zaczyna się od oczekiwanej etykiety.</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Dokładna zgodność</translation>
    </message>
    <message>
        <source>Right is an answer that is the expected one to the letter.</source>
        <translation>Poprawna jest odpowiedź zgodna z oczekiwaną co do litery.</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Zawiera</translation>
    </message>
    <message>
        <source>Right is an answer in which the expected one stands, in capitals or not.</source>
        <translation>Poprawna jest odpowiedź, w której występuje oczekiwana, niezależnie od wielkości liter.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Right is an answer that is the expected JSON value, however it is written.</source>
        <translation>Poprawna jest odpowiedź, która jest oczekiwaną wartością JSON, jakkolwiek zapisaną.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Liczba</translation>
    </message>
    <message>
        <source>Right is an answer whose last number is that of the expected one.</source>
        <translation>Poprawna jest odpowiedź, której ostatnia liczba jest taka jak w oczekiwanej.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Wzorzec</translation>
    </message>
    <message>
        <source>Right is an answer in which the regular expression is found.</source>
        <translation>Poprawna jest odpowiedź, do której pasuje wyrażenie regularne.</translation>
    </message>
    <message>
        <source>Words in common</source>
        <translation>Wspólne słowa</translation>
    </message>
    <message>
        <source>The share of words that answer and expected answer have in common, in their order (ROUGE-L).</source>
        <translation>Udział słów wspólnych dla odpowiedzi i odpowiedzi oczekiwanej, w ich kolejności (ROUGE-L).</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Asking</name>
    <message>
        <source>The question alone</source>
        <translation>Samo pytanie</translation>
    </message>
    <message>
        <source>With examples, as a conversation</source>
        <translation>Z przykładami, jako rozmowa</translation>
    </message>
    <message>
        <source>With examples, as plain text</source>
        <translation>Z przykładami, jako zwykły tekst</translation>
    </message>
    <message>
        <source>Thinking step by step first</source>
        <translation>Najpierw myślenie krok po kroku</translation>
    </message>
    <message>
        <source>Asked to look for its mistake</source>
        <translation>Z prośbą o znalezienie błędu</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Dobrze</translation>
    </message>
    <message>
        <source>Than the question alone</source>
        <translation>Niż samo pytanie</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>Tokeny polecenia</translation>
    </message>
    <message>
        <source>Answer tokens</source>
        <translation>Tokeny odpowiedzi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
    <message>
        <source>Kept for it</source>
        <translation>Trzeba zachować</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>A prompt will do: there is little left to train for.</source>
        <translation>Wystarczy polecenie: trening niewiele już da.</translation>
    </message>
    <message>
        <source>There is something to train for.</source>
        <translation>Jest po co trenować.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln questions, judged by %1, the best way to ask (%2) gets %3 right.</source>
        <translation>
            <numerusform>Z %Ln pytania, oceniane przez %1, najlepszy sposób pytania (%2) ma dobrze %3.</numerusform>
            <numerusform>Z %Ln pytań, oceniane przez %1, najlepszy sposób pytania (%2) ma dobrze %3.</numerusform>
            <numerusform>Z %Ln pytań, oceniane przez %1, najlepszy sposób pytania (%2) ma dobrze %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::AskingCard</name>
    <message>
        <source>Do I need to train?</source>
        <translation>Czy trening jest potrzebny?</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>Pytanie modelu bazowego</translation>
    </message>
    <message>
        <source>Ask the base model</source>
        <translation>Zapytaj model bazowy</translation>
    </message>
    <message>
        <source>Ways to ask the base model</source>
        <translation>Sposoby pytania modelu bazowego</translation>
    </message>
    <message>
        <source>The base model answers questions of the first data file: alone, with examples in the prompt, thinking first, looking for its mistake.</source>
        <translation>Model bazowy odpowiada na pytania z pierwszego pliku danych: samo pytanie, z przykładami, najpierw myśląc, szukając własnego błędu.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BarChart</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 do %2: %3</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BaseModelTile</name>
    <message>
        <source>LoRA needs %1, full tuning %2</source>
        <extracomment>Memory that training needs, by method.</extracomment>
        <translation>LoRA wymaga %1, pełne dostrajanie %2</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nie można użyć</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3, %4</source>
        <translation>%1, %2 parametrów, %3, %4</translation>
    </message>
    <message>
        <source>context %1, vocabulary %2, %3</source>
        <translation>kontekst %1, słownik %2, %3</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>szablon czatu</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>bez szablonu czatu</translation>
    </message>
    <message>
        <source>Use for training</source>
        <translation>Użyj do treningu</translation>
    </message>
    <message>
        <source>Use %1 for training</source>
        <translation>Użyj %1 do treningu</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Czat</translation>
    </message>
    <message>
        <source>Chat with %1</source>
        <translation>Czat z %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BaseModelsModel</name>
    <message>
        <source>built in</source>
        <translation>wbudowany</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>pamięć podręczna huba</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>folder</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChartBase</name>
    <message>
        <source>Copy the picture</source>
        <translation>Kopiuj obraz</translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>Zapisz obraz …</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Obrazy (*.png *.svg)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatBubble</name>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Odpowiedz ponownie</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Edytuj i zapytaj ponownie</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ty</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Kontynuuj</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatPage</name>
    <message>
        <source>Send</source>
        <translation>Wyślij</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Nowy czat</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Zapisz...</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Próbkowanie</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Rodzaj pytań</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Zestaw promptów</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Zapisywanie rozmowy</translation>
    </message>
    <message>
        <source>Conversations (*.json)</source>
        <translation>Rozmowy (*.json)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Zapisano.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Rozmowy</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Jeden model</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Saving the conversation</source>
        <translation>Zapisywanie rozmowy</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatTranscript</name>
    <message>
        <source>Chat with the base model</source>
        <translation>Czat z modelem bazowym</translation>
    </message>
    <message>
        <source>Chat with the tuned model</source>
        <translation>Czat z modelem dostrojonym</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatView</name>
    <message>
        <source>Both sides are the same model: choose another one on one side.</source>
        <translation>Po obu stronach jest ten sam model: po jednej stronie wybierz inny.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Closing</name>
    <message>
        <source>Stop and close</source>
        <translation>Zatrzymaj i zamknij</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Kontynuuj</translation>
    </message>
    <message>
        <source>Close without waiting</source>
        <translation>Zamknij bez czekania</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Trening: %1</translation>
    </message>
    <message>
        <source>Still running: %1.</source>
        <translation>Jeszcze trwa: %1.</translation>
    </message>
    <message>
        <source>A run saves a checkpoint and can be resumed at the next start. Unfinished downloads and files are removed.</source>
        <translation>Przebieg zapisuje punkt kontrolny i można go wznowić przy następnym uruchomieniu. To, co pobrano lub zapisano tylko częściowo, zostanie usunięte.</translation>
    </message>
    <message>
        <source>The window closes as soon as everything has ended.</source>
        <translation>Okno zamknie się, gdy tylko wszystko się zakończy.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Zamknij bez zapisywania</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting runs can go on at the next start, too.</source>
        <translation>
            <numerusform>%Ln oczekujący przebieg też można wznowić przy następnym uruchomieniu.</numerusform>
            <numerusform>%Ln oczekujące przebiegi też można wznowić przy następnym uruchomieniu.</numerusform>
            <numerusform>%Ln oczekujących przebiegów też można wznowić przy następnym uruchomieniu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without saving, what a run trained since its last checkpoint is lost.</source>
        <translation>Bez zapisania przepada to, czego przebieg nauczył się od ostatniego punktu kontrolnego.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Wyślij</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Wiadomość</translation>
    </message>
    <message>
        <source>You change an earlier message: what came after it is asked anew. Esc leaves it as it was.</source>
        <translation>Zmieniasz wcześniejszą wiadomość: to, co po niej nastąpiło, zostanie zapytane od nowa. Esc pozostawia ją bez zmian.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Zostaw</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Napisz wiadomość</translation>
    </message>
    <message>
        <source>With this message the prompt has %1 tokens, and the model reads %2: shorten it, or begin a new chat.</source>
        <translation>Z tą wiadomością prompt ma tokenów: %1, a model czyta najwyżej %2: skróć ją albo zacznij nowy czat.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens with this message</source>
        <translation>Tokeny z tą wiadomością: %1 z %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigCard</name>
    <message>
        <source>Exact configuration and command line</source>
        <translation>Dokładna konfiguracja i wiersz poleceń</translation>
    </message>
    <message>
        <source>Exact configuration</source>
        <translation>Dokładna konfiguracja</translation>
    </message>
    <message>
        <source>config.json of the run</source>
        <translation>config.json przebiegu</translation>
    </message>
    <message>
        <source>Copy config.json</source>
        <translation>Kopiuj config.json</translation>
    </message>
    <message>
        <source>Written to a folder as config.json, this command does the same:</source>
        <translation>Po zapisaniu w folderze jako config.json to samo robi polecenie:</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigForm</name>
    <message>
        <source>Advanced</source>
        <translation>Zaawansowane</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln zmienione</numerusform>
            <numerusform>%Ln zmienione</numerusform>
            <numerusform>%Ln zmienionych</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigRow</name>
    <message>
        <source>default %1</source>
        <translation>domyślnie %1</translation>
    </message>
    <message>
        <source>Unit of “%1”</source>
        <translation>Jednostka pola „%1”</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConversationList</name>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Cofnij usunięcie</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Rozmowy</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConversationModel</name>
    <message>
        <source>%1 tok</source>
        <translation>%1 tok.</translation>
    </message>
    <message>
        <source>strength %1</source>
        <translation>siła %1</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>below an answer: its tokens, its speed, and what is unusual (&quot;38 tok, 210 tokens/s, cut at the limit&quot;)</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConversationsModel</name>
    <message>
        <source>%1 and %2</source>
        <extracomment>Two models that were compared.</extracomment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::CutChart</name>
    <message>
        <source>%1: %2</source>
        <extracomment>&quot;cut at: 512&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln row(s)</source>
        <translation>
            <numerusform>%1 do %2: %Ln wiersz</numerusform>
            <numerusform>%1 do %2: %Ln wiersze</numerusform>
            <numerusform>%1 do %2: %Ln wierszy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataCard</name>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Plik danych</translation>
    </message>
    <message>
        <source>Choose a file, or drop one anywhere on the window.</source>
        <translation>Wybierz plik albo upuść go w dowolnym miejscu okna.</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Liczenie tokenów...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), %1 of their tokens trained</source>
        <extracomment>Rows of the data files, share of the tokens that are learned.</extracomment>
        <translation>
            <numerusform>%Ln wiersz, tokeny trenowane: %1</numerusform>
            <numerusform>%Ln wiersze, tokeny trenowane: %1</numerusform>
            <numerusform>%Ln wierszy, tokeny trenowane: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut</source>
        <translation>
            <numerusform>%Ln obcięty</numerusform>
            <numerusform>%Ln obcięte</numerusform>
            <numerusform>%Ln obciętych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln pominięty</numerusform>
            <numerusform>%Ln pominięte</numerusform>
            <numerusform>%Ln pominiętych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) for validation</source>
        <translation>
            <numerusform>%Ln wiersz do walidacji</numerusform>
            <numerusform>%Ln wiersze do walidacji</numerusform>
            <numerusform>%Ln wierszy do walidacji</numerusform>
        </translation>
    </message>
    <message>
        <source>Add another file</source>
        <translation>Dodaj kolejny plik</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Plik walidacyjny</translation>
    </message>
    <message>
        <source>Add a validation file</source>
        <translation>Dodaj plik walidacyjny</translation>
    </message>
    <message>
        <source>not used: there is a file for validation</source>
        <translation>nieużywany: jest plik walidacyjny</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), which the model answers itself</source>
        <translation>
            <numerusform>%Ln wiersz, na który model odpowiada sam</numerusform>
            <numerusform>%Ln wiersze, na które model odpowiada sam</numerusform>
            <numerusform>%Ln wierszy, na które model odpowiada sam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataFiles</name>
    <message>
        <source>Look at its rows</source>
        <translation>Pokaż wiersze pliku</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Usuń plik z listy</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A JSON or JSON Lines file</source>
        <translation>Plik JSON lub JSON Lines</translation>
    </message>
    <message>
        <source>Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)</source>
        <translation>Pliki danych (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;Wszystkie pliki (*)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataPage</name>
    <message>
        <source>Open file...</source>
        <translation>Otwórz plik...</translation>
    </message>
    <message>
        <source>See what a model would learn from a file: rows, tokens, and which of them are trained.</source>
        <translation>Zobacz, czego model nauczyłby się z pliku: wiersze, tokeny i to, które z nich są trenowane.</translation>
    </message>
    <message>
        <source>JSON or JSON Lines: conversations, prompt and completion, Alpaca, ShareGPT, plain text. Drop a file anywhere.</source>
        <translation>JSON lub JSON Lines: rozmowy, prompt i uzupełnienie, Alpaca, ShareGPT, zwykły tekst. Plik można upuścić w dowolnym miejscu.</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Plik danych</translation>
    </message>
    <message>
        <source>A JSON or JSON Lines file</source>
        <translation>Plik JSON lub JSON Lines</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Automatycznie</translation>
    </message>
    <message>
        <source>Tokens of</source>
        <translation>Tokeny modelu</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Tokens &amp;of</source>
        <translation>&amp;Tokeny modelu</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Wiersze pliku</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Liczenie tokenów</translation>
    </message>
    <message>
        <source>Found: %1, please check.</source>
        <translation>Rozpoznano: %1. Proszę sprawdzić.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Wybierz plik</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Liczenie tokenów...</translation>
    </message>
    <message>
        <source>Use for training</source>
        <translation>Użyj do treningu</translation>
    </message>
    <message>
        <source>No token would be trained on</source>
        <translation>Żaden token nie byłby trenowany</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nie można użyć</translation>
    </message>
    <message>
        <source>Auto: %1</source>
        <extracomment>The format that was found: &quot;Auto: Messages&quot;.</extracomment>
        <translation>Automatycznie: %1</translation>
    </message>
    <message>
        <source>Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)</source>
        <translation>Pliki danych (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;Wszystkie pliki (*)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataTiles</name>
    <message>
        <source>rows</source>
        <translation>wiersze</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokeny</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>trenowane</translation>
    </message>
    <message>
        <source>cut or left out</source>
        <translation>obcięte lub pominięte</translation>
    </message>
    <message>
        <source>%1 rows, %2 tokens, %3 of them trained; %4 rows cut or left out</source>
        <extracomment>Figures of a data file.</extracomment>
        <translation>Wiersze: %1, tokeny: %2, w tym trenowane: %3; wiersze obcięte lub pominięte: %4</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DeviceCard</name>
    <message>
        <source>Device and precision</source>
        <translation>Urządzenie i precyzja</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DevicesModel</name>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 wątek</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, wątki: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>auto: this CPU</source>
        <translation>auto: ten CPU</translation>
    </message>
    <message>
        <source>auto: %1</source>
        <translation>auto: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ErrorStrip</name>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Ostatnie linie z silnika:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What failed, then a sentence on why: &quot;Saving the conversation: the disk is full.&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ExportJob</name>
    <message>
        <source>Exporting</source>
        <translation>Eksportowanie</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ExportKinds</name>
    <message>
        <source>Adapter (PEFT)</source>
        <translation>Adapter (PEFT)</translation>
    </message>
    <message>
        <source>The folder as PEFT reads it: a small file that is laid over its base model.</source>
        <translation>Folder w układzie PEFT: mały plik nakładany na swój model bazowy.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>The whole tuned model, to be opened by any program that reads safetensors.</source>
        <translation>Cały dostrojony model; otworzy go każdy program czytający safetensors.</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>Scalony model</translation>
    </message>
    <message>
        <source>One folder with base and adapter in one, to be opened by any program that reads safetensors. Afterwards the same prompts go through both, to prove that they answer alike.</source>
        <translation>Jeden folder, w którym model bazowy i adapter są połączone; otworzy go każdy program czytający safetensors. Na koniec te same prompty przechodzą przez obie wersje, aby potwierdzić, że odpowiadają tak samo.</translation>
    </message>
    <message>
        <source>The whole model was trained: there is nothing to merge</source>
        <translation>Trenowano cały model: nie ma czego scalać</translation>
    </message>
    <message>
        <source>&amp;Largest file</source>
        <translation>&amp;Największy plik</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>One file with base and adapter in one, for llama.cpp, LM Studio and Ollama, whose Modelfile is written beside it.</source>
        <translation>Jeden plik z modelem bazowym i adapterem razem, dla llama.cpp, LM Studio i Ollamy, której Modelfile powstaje obok.</translation>
    </message>
    <message>
        <source>&amp;Number format</source>
        <translation>&amp;Format liczb</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ExportPage</name>
    <message>
        <source>Open in Chat</source>
        <translation>Otwórz w czacie</translation>
    </message>
    <message>
        <source>No run has a result yet</source>
        <translation>Żaden przebieg nie ma jeszcze wyniku</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Co zostanie zapisane</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nowy folder</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Nowy lub pusty folder</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dokąd</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Eksport anulowano; nic nie zostało zapisane.</translation>
    </message>
    <message>
        <source>Needs about %1, %2 are free there.</source>
        <translation>Potrzeba około %1, wolne miejsce: %2.</translation>
    </message>
    <message>
        <source>This folder holds something already: choose another one.</source>
        <translation>Ten folder nie jest pusty: wybierz inny.</translation>
    </message>
    <message>
        <source>Train a run first</source>
        <translation>Najpierw przeprowadź trening</translation>
    </message>
    <message>
        <source>Choose a new folder</source>
        <translation>Wybierz nowy folder</translation>
    </message>
    <message>
        <source>Not enough space</source>
        <translation>Za mało miejsca</translation>
    </message>
    <message>
        <source>Merge and prove</source>
        <translation>Scal i zweryfikuj</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksportuj</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Zapisano w %1.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Wynik</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingRow</name>
    <message>
        <source>Line %1.</source>
        <translation>Linia %1.</translation>
    </message>
    <message>
        <source>Lines %1.</source>
        <translation>Linie %1.</translation>
    </message>
    <message>
        <source>Lines %1 and others.</source>
        <translation>Linie %1 i inne.</translation>
    </message>
    <message>
        <source>Show row</source>
        <translation>Pokaż wiersz</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Pokaż wiersze</translation>
    </message>
    <message>
        <source>Show the rows of: %1</source>
        <translation>Pokaż wiersze uwagi: %1</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Następny (%1 z %2)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Hide the findings</source>
        <translation>Zwiń uwagi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln uwaga</numerusform>
            <numerusform>%Ln uwagi</numerusform>
            <numerusform>%Ln uwag</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Pokaż uwagi</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingsModel</name>
    <message>
        <source>%1: %2 %3</source>
        <extracomment>How much a finding weighs, what was found, what to do.</extracomment>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FirstStart</name>
    <message>
        <source>Download it, about %1</source>
        <translation>Pobierz, około %1</translation>
    </message>
    <message>
        <source>LibTorch, the library that does the computing, is not on this computer yet.</source>
        <translation>Na tym komputerze nie ma jeszcze LibTorch, biblioteki wykonującej obliczenia.</translation>
    </message>
    <message>
        <source>Everything else works; training and chat need it. It comes once from the Python package index, by Python&apos;s own tools.</source>
        <translation>Wszystko inne działa; trening i czat jej wymagają. Pobiera się ją raz z indeksu pakietów Pythona, jego własnymi narzędziami.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ForgettingLine</name>
    <message>
        <source>Measure it</source>
        <translation>Mierz</translation>
    </message>
    <message>
        <source>What is forgotten</source>
        <translation>Co zostaje zapomniane</translation>
    </message>
    <message>
        <source>the loss on texts unlike the data, as a curve</source>
        <translation>strata na tekstach niepodobnych do danych, jako krzywa</translation>
    </message>
    <message>
        <source>Measure what is forgotten</source>
        <translation>Mierz, co zostaje zapomniane</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FurtherQuestion</name>
    <message>
        <source>How much further?</source>
        <translation>Jak długo jeszcze?</translation>
    </message>
    <message>
        <source>More epochs or steps</source>
        <translation>Dodatkowe epoki lub kroki</translation>
    </message>
    <message>
        <source>Epochs or steps</source>
        <translation>Epoki lub kroki</translation>
    </message>
    <message>
        <source>more epochs</source>
        <translation>dodatkowych epok</translation>
    </message>
    <message>
        <source>more steps</source>
        <translation>dodatkowych kroków</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>Trenuj dalej</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>The run goes on from where it ended; its curves and checkpoints stay.</source>
        <translation>Przebieg będzie kontynuowany od miejsca, w którym się zakończył; jego krzywe i punkty kontrolne pozostaną.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::GetModelCard</name>
    <message>
        <source>Get a model</source>
        <translation>Pobieranie modelu</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <translation>Pobieranie modelu</translation>
    </message>
    <message>
        <source>Use it for training</source>
        <translation>Użyj do treningu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>From the Hugging Face hub into %1, where other programs find it too. Models that ask for consent need it given on their page there, and a token in Settings.</source>
        <translation>Z huba Hugging Face do %1, gdzie znajdą go też inne programy. Modele, które wymagają zgody, potrzebują jej na swojej stronie w hubie oraz tokenu w Ustawieniach.</translation>
    </message>
    <message>
        <source>Suggested models</source>
        <translation>Proponowane modele</translation>
    </message>
    <message>
        <source>Name on the hub</source>
        <translation>Nazwa w hubie</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>właściciel/nazwa</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Pobierz</translation>
    </message>
    <message>
        <source>A name is owner/name</source>
        <translation>Nazwa ma postać właściciel/nazwa</translation>
    </message>
    <message>
        <source>%1 is on this computer.</source>
        <translation>%1 jest na tym komputerze.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::IntegersControl</name>
    <message>
        <source>0, 1, …</source>
        <translation>0, 1, …</translation>
    </message>
    <message>
        <source>Whole numbers are needed here, with commas between.</source>
        <translation>Potrzebne są tu liczby całkowite, oddzielone przecinkami.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LengthHistogram</name>
    <message>
        <source>Lengths of the rows; arrow keys move the length at which they are cut</source>
        <translation>Długości wierszy; strzałki przesuwają długość, przy której są obcinane</translation>
    </message>
    <message>
        <source>tokens of a row</source>
        <translation>tokeny w wierszu</translation>
    </message>
    <message>
        <source>cut at</source>
        <translation>obcięcie przy</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>wiersze</translation>
    </message>
    <message>
        <source>How long the rows are, once they are counted.</source>
        <translation>Jak długie są wiersze, gdy zostaną policzone.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LikelyTokensModel</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Prawdopodobieństwo</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Logarytm prawdopodobieństwa</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LikelyTokensPopover</name>
    <message>
        <source>Likeliest tokens here</source>
        <translation>Najbardziej prawdopodobne tokeny w tym miejscu</translation>
    </message>
    <message>
        <source>Likeliest tokens</source>
        <translation>Najbardziej prawdopodobne tokeny</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>What the engine says appears here.</source>
        <translation>Tu pojawią się komunikaty silnika.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MapControl</name>
    <message>
        <source>name=column, …</source>
        <translation>nazwa=kolumna, …</translation>
    </message>
    <message>
        <source>name=8, …</source>
        <translation>nazwa=8, …</translation>
    </message>
    <message>
        <source>Pairs are needed here, such as name=column, each name once.</source>
        <translation>Wymagane są pary, np. nazwa=kolumna, każda nazwa tylko raz.</translation>
    </message>
    <message>
        <source>Pairs are needed here, such as name=8, each name once.</source>
        <translation>Wymagane są pary, np. nazwa=8, każda nazwa tylko raz.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MatrixChart</name>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation>Wiersz %1, kolumna %2: %3</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MemoryModel</name>
    <message>
        <source>Never at the same time</source>
        <translation>Nigdy jednocześnie</translation>
    </message>
    <message>
        <source>Peak without the runtime</source>
        <translation>Szczyt bez środowiska</translation>
    </message>
    <message>
        <source>Peak of the process</source>
        <translation>Szczyt procesu</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Składnik</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Przewidywane</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Zmierzone</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Różnica</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Szczegóły</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Odrzuć</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MethodCard</name>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricChart</name>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>Training time (h:mm:ss)</source>
        <translation>Czas treningu (g:mm:ss)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Krok %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>Tokeny: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>smoothed: %1</source>
        <translation>wygładzona: %1</translation>
    </message>
    <message>
        <source>validation: %1</source>
        <translation>walidacja: %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trening</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>walidacja</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricPlot</name>
    <message>
        <source>Horizontal axis</source>
        <translation>Oś pozioma</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Kroki</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Czas treningu</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Wygładzanie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Słabe</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Średnie</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Silne</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Oś logarytmiczna</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Pokaż wszystko</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Kopiuj obraz</translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>Zapisz obraz …</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>Wykres: %1</translation>
    </message>
    <message>
        <source>Plus and minus zoom, left and right pan, 0 shows everything.</source>
        <translation>Plus i minus zmieniają powiększenie, strzałki w lewo i w prawo przesuwają, 0 pokazuje wszystko.</translation>
    </message>
    <message>
        <source>The values are 100 times apart or more: on a logarithmic axis the small ones show as well.</source>
        <translation>Wartości różnią się co najmniej stukrotnie: na osi logarytmicznej widać także te małe.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricTable</name>
    <message>
        <source>Figures of every step</source>
        <translation>Wartości z każdego kroku</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Kopiuj tabelę</translation>
    </message>
    <message>
        <source>Save as CSV...</source>
        <translation>Zapisz jako CSV...</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Zapisywanie tabeli</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Wartości rozdzielone przecinkami (*.csv)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelCard</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Model bazowy</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Otwórz folder...</translation>
    </message>
    <message>
        <source>Looking for models...</source>
        <translation>Szukanie modeli...</translation>
    </message>
    <message>
        <source>Not among the models found: %1</source>
        <translation>Nie ma wśród znalezionych modeli: %1</translation>
    </message>
    <message>
        <source>Open a model&apos;s folder</source>
        <translation>Otwieranie folderu modelu</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelFacts</name>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Nie można użyć: %1</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3, %4, context %5, %6</source>
        <extracomment>Family, parameters, number format, size of the files, context length, template.</extracomment>
        <translation>%1, %2 parametrów, %3, %4, kontekst %5, %6</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>szablon czatu</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>bez szablonu czatu</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelMark</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Bazowy</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Dostrojony</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelsPage</name>
    <message>
        <source>Open folder...</source>
        <translation>Otwórz folder...</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Szukaj ponownie</translation>
    </message>
    <message>
        <source>Find models</source>
        <translation>Znajdź modele</translation>
    </message>
    <message>
        <source>Looking for models...</source>
        <translation>Szukanie modeli...</translation>
    </message>
    <message>
        <source>Models are looked for in the folders named in Settings and in the hub&apos;s cache. Drop a model&apos;s folder on the window to add it.</source>
        <translation>Modele są wyszukiwane w folderach podanych w Ustawieniach oraz w pamięci podręcznej huba. Aby dodać model, upuść jego folder na okno.</translation>
    </message>
    <message>
        <source>Open a model&apos;s folder, or a folder of models</source>
        <translation>Otwieranie folderu modelu lub folderu z modelami</translation>
    </message>
    <message>
        <source>Get a model...</source>
        <translation>Zdobądź model...</translation>
    </message>
</context>
<context>
    <name>fettle::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
</context>
<context>
    <name>fettle::ui::NumberControl</name>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Wymagana jest liczba całkowita.</translation>
    </message>
    <message>
        <source>A number is needed here, such as 0.05 or 2e-4.</source>
        <translation>Wymagana jest liczba, np. 0.05 lub 2e-4.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::NumbersControl</name>
    <message>
        <source>1, 0.5, …</source>
        <translation>1, 0.5, …</translation>
    </message>
    <message>
        <source>Numbers are needed here, with commas between.</source>
        <translation>Tu potrzebne są liczby oddzielone przecinkami.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::OwnDefaultsStrip</name>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>on</source>
        <translation>wł.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>wył.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>%1 %2 (was %3)</source>
        <extracomment>A field, its new value, the former one.</extracomment>
        <translation>%1 %2 (było %3)</translation>
    </message>
    <message>
        <source>Another model or method brings its own defaults.</source>
        <translation>Inny model lub inna metoda ma własne wartości domyślne.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PairControl</name>
    <message>
        <source>second value</source>
        <translation>druga wartość</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PathField</name>
    <message>
        <source>Choose …</source>
        <translation>Wybierz …</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PlanCard</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Liczenie tokenów</translation>
    </message>
    <message>
        <source>Memory by part</source>
        <translation>Pamięć według składników</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What is missing, then why.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>✓ Ready to train</source>
        <translation>✓ Gotowe do treningu</translation>
    </message>
    <message>
        <source>%1 steps, %2 tokens</source>
        <translation>Kroki: %1, tokeny: %2</translation>
    </message>
    <message>
        <source>%1 of %2 parameters trained (%3)</source>
        <extracomment>Numbers of parameters, then the share.</extracomment>
        <translation>Trenowane parametry: %1 z %2 (%3)</translation>
    </message>
    <message>
        <source>, file %1</source>
        <translation>, plik %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>Pamięć: %1 z %2</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>Pamięć: %1</translation>
    </message>
    <message>
        <source>about %1 on this CPU</source>
        <translation>około %1 na tym CPU</translation>
    </message>
    <message>
        <source>about %1 on %2</source>
        <translation>około %1 na %2</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Liczenie tokenów...</translation>
    </message>
    <message>
        <source>Steps, tokens, memory and time appear here.</source>
        <translation>Tu pojawią się kroki, tokeny, pamięć i czas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the defaults</source>
        <translation>
            <numerusform>%Ln ustawienie różni się od domyślnych</numerusform>
            <numerusform>%Ln ustawienia różnią się od domyślnych</numerusform>
            <numerusform>%Ln ustawień różni się od domyślnych</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the recipe “%1”</source>
        <translation>
            <numerusform>%Ln ustawienie różni się od przepisu „%1”</numerusform>
            <numerusform>%Ln ustawienia różnią się od przepisu „%1”</numerusform>
            <numerusform>%Ln ustawień różni się od przepisu „%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Time unknown until a run of this model was measured here</source>
        <translation>Czas nieznany, dopóki nie zmierzono tu przebiegu tego modelu</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of durations: 40 s to 55 s.</extracomment>
        <translation>%1 do %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProgressStrip</name>
    <message>
        <source>%1...</source>
        <translation>%1...</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 z %3</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Postęp: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Anuluj: %1</translation>
    </message>
    <message>
        <source>Starting...</source>
        <translation>Uruchamianie...</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptSetModel</name>
    <message>
        <source>Base</source>
        <translation>Bazowy</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Dostrojony</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>oczekuje</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>brak odpowiedzi</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptSetPanel</name>
    <message>
        <source>Ask both</source>
        <translation>Zapytaj oba</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Lewa strona</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Prawa strona</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Prompty i odpowiedzi</translation>
    </message>
    <message>
        <source>Add prompt</source>
        <translation>Dodaj prompt</translation>
    </message>
    <message>
        <source>Remove selected</source>
        <translation>Usuń zaznaczone</translation>
    </message>
    <message>
        <source>Save table...</source>
        <translation>Zapisz tabelę...</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Wczytaj</translation>
    </message>
    <message>
        <source>Prompts of the pocket world</source>
        <translation>Prompty o świecie modelu pocket</translation>
    </message>
    <message>
        <source>The lecture&apos;s four prompts</source>
        <translation>Cztery prompty z wykładu</translation>
    </message>
    <message>
        <source>From a file...</source>
        <translation>Z pliku...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zatrzymaj</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>Odpowiedzi: %1 z %2</translation>
    </message>
    <message>
        <source>Load prompts</source>
        <translation>Wczytywanie promptów</translation>
    </message>
    <message>
        <source>One prompt a line, or a JSON list (*.txt *.json)</source>
        <translation>Jeden prompt w linii lub lista JSON (*.txt *.json)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Zapisywanie tabeli</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv);;Markdown (*.md)</source>
        <translation>Wartości rozdzielone przecinkami (*.csv);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>The prompt set</source>
        <translation>Zestaw promptów</translation>
    </message>
    <message>
        <source>Reading the prompts</source>
        <translation>Wczytywanie promptów</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Zapisywanie tabeli</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptView</name>
    <message>
        <source>Prompt as the model sees it</source>
        <translation>Prompt widziany przez model</translation>
    </message>
    <message>
        <source>Rendered prompt</source>
        <translation>Wyrenderowany prompt</translation>
    </message>
    <message>
        <source>Prompt as the model sees it, %1 tokens</source>
        <translation>Prompt widziany przez model, tokeny: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProofCard</name>
    <message>
        <source>Proof</source>
        <translation>Weryfikacja</translation>
    </message>
    <message>
        <source>Answers before and after the export</source>
        <translation>Odpowiedzi przed eksportem i po nim</translation>
    </message>
    <message>
        <source>The likeliest next token is the same at %1 of %2 positions; the largest difference of a log-probability is %3.</source>
        <extracomment>Share of positions, their number, a difference in nats.</extracomment>
        <translation>Najbardziej prawdopodobny następny token jest ten sam na %1 z %2 pozycji; największa różnica logarytmów prawdopodobieństwa to %3.</translation>
    </message>
    <message>
        <source>The written model answers as base and adapter do.</source>
        <translation>Zapisany model odpowiada tak samo jak model bazowy z adapterem.</translation>
    </message>
    <message>
        <source>The written model differs from base and adapter.</source>
        <translation>Zapisany model różni się od modelu bazowego z adapterem.</translation>
    </message>
    <message>
        <source>%1 of %2 answers are the same, letter for letter.</source>
        <translation>Identyczne co do znaku odpowiedzi: %1 z %2.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProofModel</name>
    <message>
        <source>✓ same</source>
        <translation>✓ taka sama</translation>
    </message>
    <message>
        <source>✗ differs</source>
        <translation>✗ inna</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Base with adapter</source>
        <translation>Model bazowy z adapterem</translation>
    </message>
    <message>
        <source>Written model</source>
        <translation>Zapisany model</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
</context>
<context>
    <name>fettle::ui::QueueCard</name>
    <message>
        <source>Waiting</source>
        <translation>Oczekujące</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>Oczekujące przebiegi</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Wcześniej</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Później</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Usuń z kolejki</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RecipeCard</name>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Przepis</translation>
    </message>
    <message>
        <source>Start from a recipe...</source>
        <translation>Zacznij od przepisu...</translation>
    </message>
    <message>
        <source>Save as recipe</source>
        <translation>Zapisz jako przepis</translation>
    </message>
    <message>
        <source>Delete this recipe</source>
        <translation>Usuń ten przepis</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Resetuj</translation>
    </message>
    <message>
        <source>All settings to their defaults; model and data stay</source>
        <translation>Wszystkie ustawienia na domyślne; model i dane zostają</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nazwa</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Przepis</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nazwa przebiegu</translation>
    </message>
    <message>
        <source>The recipe is saved.</source>
        <translation>Przepis zapisano.</translation>
    </message>
    <message>
        <source>Correct “%1” before this is saved.</source>
        <translation>Przed zapisem popraw pole „%1”.</translation>
    </message>
    <message>
        <source>A bundled recipe stays.</source>
        <translation>Wbudowanego przepisu nie można usunąć.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ResultsModel</name>
    <message>
        <source>%1, step %2</source>
        <translation>%1, krok %2</translation>
    </message>
    <message>
        <source>● %1</source>
        <extracomment>In a list of models: hollow circle for a base model, filled circle for a tuned one.</extracomment>
        <translation>● %1</translation>
    </message>
    <message>
        <source>○ %1</source>
        <translation>○ %1</translation>
    </message>
    <message>
        <source>%1, tuned</source>
        <translation>%1, dostrojony</translation>
    </message>
    <message>
        <source>%1, base</source>
        <translation>%1, bazowy</translation>
    </message>
    <message>
        <source>%1, best at step %2</source>
        <extracomment>A run&apos;s name, and the step whose weights are its result</extracomment>
        <translation>%1, najlepszy w kroku %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ResumeOffer</name>
    <message>
        <source>Show it</source>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Wznów trening</translation>
    </message>
    <message>
        <source>Continue all</source>
        <translation>Wznów wszystkie</translation>
    </message>
    <message>
        <source>“%1” was not finished.</source>
        <translation>Przebieg „%1” nie został ukończony.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs were not finished or were still waiting.</source>
        <translation>
            <numerusform>%Ln przebieg nie został ukończony lub jeszcze czekał.</numerusform>
            <numerusform>%Ln przebiegi nie zostały ukończone lub jeszcze czekały.</numerusform>
            <numerusform>%Ln przebiegów nie zostało ukończonych lub jeszcze czekało.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run goes on from its last checkpoint and gives the same numbers as if it had never stopped.</source>
        <translation>Przebieg rusza od ostatniego punktu kontrolnego i daje te same liczby, jakby nigdy nie został przerwany.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RoleHeader</name>
    <message>
        <source>Column of the file for “%1”</source>
        <translation>Kolumna pliku dla „%1”</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RowInspector</name>
    <message>
        <source>Choose a row to read it.</source>
        <translation>Wybierz wiersz, aby go przeczytać.</translation>
    </message>
    <message>
        <source>Views of the row</source>
        <translation>Widoki wiersza</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Czat</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Surowy</translation>
    </message>
    <message>
        <source>The row as tokens</source>
        <translation>Wiersz jako tokeny</translation>
    </message>
    <message>
        <source>The row under its format&apos;s names</source>
        <translation>Wiersz pod nazwami z formatu</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunActions</name>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>Zatrzymaj...</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Zatrzymaj i zapisz</translation>
    </message>
    <message>
        <source>Saves a checkpoint first; the run can be resumed</source>
        <translation>Najpierw zapisuje punkt kontrolny; przebieg można wznowić</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Zatrzymaj i odrzuć</translation>
    </message>
    <message>
        <source>What was trained since the last checkpoint is lost</source>
        <translation>Trening od ostatniego punktu kontrolnego zostanie utracony</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Zatrzymaj natychmiast</translation>
    </message>
    <message>
        <source>Ends the engine at once; what was saved stays</source>
        <translation>Natychmiast kończy silnik; to, co zapisano, zostaje</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>Zapisz punkt kontrolny teraz</translation>
    </message>
    <message>
        <source>Answer the sample prompts now</source>
        <translation>Odpowiedz teraz na prompty próbne</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Wznów trening</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Usuń z kolejki</translation>
    </message>
    <message>
        <source>Compare in chat</source>
        <translation>Porównaj w czacie</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Eksportuj...</translation>
    </message>
    <message>
        <source>Train further...</source>
        <translation>Trenuj dalej...</translation>
    </message>
    <message>
        <source>For more epochs or steps, from where the run ended</source>
        <translation>Przez dodatkowe epoki lub kroki, od miejsca zakończenia przebiegu</translation>
    </message>
    <message>
        <source>Duplicate settings</source>
        <translation>Powiel ustawienia</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>Zmień nazwę...</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Usuń...</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Rozpocznij trening</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otwórz folder</translation>
    </message>
    <message>
        <source>Finishing this step...</source>
        <translation>Kończy ten krok...</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunCharts</name>
    <message>
        <source>The same numbers are in the tab Table.</source>
        <translation>Te same liczby są w karcie Tabela.</translation>
    </message>
    <message>
        <source>The loss appears here with the first step.</source>
        <translation>Strata pojawi się tu po pierwszym kroku.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunComparison</name>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Krzywe wybranych przebiegów</translation>
    </message>
    <message>
        <source>The curves of the chosen runs appear here.</source>
        <translation>Tu pojawią się krzywe wybranych przebiegów.</translation>
    </message>
    <message>
        <source>Figure to compare</source>
        <translation>Porównywana wielkość</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Wielkość</translation>
    </message>
    <message>
        <source>Results, and settings that differ</source>
        <translation>Wyniki i różniące się ustawienia</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunHeader</name>
    <message>
        <source>More for this run</source>
        <translation>Więcej działań dla tego przebiegu</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Postęp przebiegu</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Jeszcze nie rozpoczęto</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>krok %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>pozostało %1</translation>
    </message>
    <message>
        <source>trained for %1</source>
        <translation>czas treningu %1</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>Between figures of a run: &quot;step 120 / 300 · 0:42 left&quot;</extracomment>
        <translation> · </translation>
    </message>
    <message>
        <source>finishing this step</source>
        <translation>kończy ten krok</translation>
    </message>
    <message>
        <source>result of step %1, the best</source>
        <translation>wynik z kroku %1, najlepszego</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunList</name>
    <message>
        <source>Find runs</source>
        <translation>Znajdź przebiegi</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Przebiegi</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunMemory</name>
    <message>
        <source>Memory by part</source>
        <translation>Pamięć według składników</translation>
    </message>
    <message>
        <source>What the plan predicted, and what the engine has measured so far.</source>
        <translation>Co przewidział plan i co dotąd zmierzył silnik.</translation>
    </message>
    <message>
        <source>The prediction was %1 below what was measured.</source>
        <translation>Przewidywanie było o %1 niższe od pomiaru.</translation>
    </message>
    <message>
        <source>The prediction was %1 above what was measured.</source>
        <translation>Przewidywanie było o %1 wyższe od pomiaru.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunSettings</name>
    <message>
        <source>Settings of the run</source>
        <translation>Ustawienia przebiegu</translation>
    </message>
    <message>
        <source>Settings file of the run</source>
        <translation>Plik ustawień przebiegu</translation>
    </message>
    <message>
        <source>How the settings are shown</source>
        <translation>Sposób pokazania ustawień</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunVerdict</name>
    <message>
        <source>The run did help: tuned is better than base.</source>
        <translation>Przebieg pomógł: dostrojony jest lepszy niż bazowy.</translation>
    </message>
    <message>
        <source>The run did harm: tuned is worse than base.</source>
        <translation>Przebieg zaszkodził: dostrojony jest gorszy niż bazowy.</translation>
    </message>
    <message>
        <source>No difference between base and tuned is shown.</source>
        <translation>Nie wykazano różnicy między bazowym a dostrojonym.</translation>
    </message>
    <message>
        <source>Comparing base and tuned</source>
        <translation>Porównywanie bazowego z dostrojonym</translation>
    </message>
    <message>
        <source>Base and tuned in figures</source>
        <translation>Bazowy i dostrojony w liczbach</translation>
    </message>
    <message>
        <source>Rows that changed most</source>
        <translation>Wiersze, które zmieniły się najbardziej</translation>
    </message>
    <message>
        <source>How an answer is judged</source>
        <translation>Jak ocenia się odpowiedź</translation>
    </message>
    <message>
        <source>Judge as the rows suggest</source>
        <translation>Oceniaj tak, jak sugerują wiersze</translation>
    </message>
    <message>
        <source>Pattern of a right answer</source>
        <translation>Wzorzec poprawnej odpowiedzi</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Wyrażenie regularne</translation>
    </message>
    <message>
        <source>Compare base and tuned</source>
        <translation>Porównaj bazowy z dostrojonym</translation>
    </message>
    <message>
        <source>The run has no result yet</source>
        <translation>Przebieg nie ma jeszcze wyniku</translation>
    </message>
    <message numerus="yes">
        <source>Both answered %Ln rows that the run did not learn from, each at its likeliest.</source>
        <translation>
            <numerusform>Oba odpowiedziały na %Ln wiersz, którego nie było w treningu, każdy najbardziej prawdopodobnie.</numerusform>
            <numerusform>Oba odpowiedziały na %Ln wiersze, których nie było w treningu, każdy najbardziej prawdopodobnie.</numerusform>
            <numerusform>Oba odpowiedziały na %Ln wierszy, których nie było w treningu, każdy najbardziej prawdopodobnie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Did the run help?</source>
        <translation>Czy przebieg pomógł?</translation>
    </message>
    <message>
        <source>Base and tuned answer rows that the run did not learn from, and text unlike its data; each difference is told with its 95 % interval.</source>
        <translation>Bazowy i dostrojony odpowiadają na wiersze, których nie było w treningu, i na tekst niepodobny do jego danych; każda różnica jest podana z 95-procentowym przedziałem.</translation>
    </message>
    <message>
        <source>A reward model writes no answers</source>
        <translation>Model nagrody nie pisze odpowiedzi</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunView</name>
    <message>
        <source>Log of the engine</source>
        <translation>Dziennik silnika</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Trenuj dalej</translation>
    </message>
    <message>
        <source>More of the run</source>
        <translation>Więcej o przebiegu</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Próbki</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ustawienia</translation>
    </message>
    <message>
        <source>Loss %1 → %2.</source>
        <translation>Strata %1 → %2.</translation>
    </message>
    <message>
        <source>How should this run stop?</source>
        <translation>Jak zatrzymać ten przebieg?</translation>
    </message>
    <message>
        <source>A saved run can be resumed at any time and goes on as if it had never stopped.</source>
        <translation>Zapisany przebieg można wznowić w dowolnej chwili; będzie kontynuowany tak, jakby nigdy nie był zatrzymany.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Pamięć</translation>
    </message>
    <message>
        <source>What the engine says appears here; this run&apos;s engine has said nothing yet.</source>
        <translation>Tu pojawi się to, co mówi silnik; silnik tego przebiegu jeszcze się nie odezwał.</translation>
    </message>
    <message>
        <source>Another window or a command line trains this run.</source>
        <translation>Ten przebieg trenuje inne okno lub wiersz poleceń.</translation>
    </message>
    <message>
        <source>It is shown here as it goes on, and stopped where it was started.</source>
        <translation>Tu widać jego postęp; zatrzymuje się go tam, gdzie go uruchomiono.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Werdykt</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Krzywa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>Najlepsza walidacja</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Rozpoczęty</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Czas</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunsPage</name>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Runs that you start appear here, with their curves.</source>
        <translation>Tu pojawią się rozpoczęte przebiegi wraz z krzywymi.</translation>
    </message>
    <message>
        <source>Set up a run</source>
        <translation>Przygotuj przebieg</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Zmiana nazwy przebiegu</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nowa nazwa</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Usunąć „%1”?</translation>
    </message>
    <message>
        <source>Its adapter or model, checkpoints, curves and log go with the folder %1. This cannot be undone.</source>
        <translation>Wraz z folderem %1 znikną jego adapter lub model, punkty kontrolne, krzywe i dziennik. Tej operacji nie można cofnąć.</translation>
    </message>
    <message>
        <source>The run “%1” is not there any more.</source>
        <translation>Przebiegu „%1” już nie ma.</translation>
    </message>
    <message>
        <source>Its folder %1 was deleted or moved outside this window.</source>
        <translation>Jego folder %1 usunięto lub przeniesiono poza tym oknem.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RuntimeFetcher</name>
    <message>
        <source>Downloading LibTorch</source>
        <translation>Pobieranie LibTorch</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SampleQuestions</name>
    <message>
        <source>Questions to begin with</source>
        <translation>Pytania na początek</translation>
    </message>
    <message>
        <source>Ask: %1</source>
        <translation>Zapytaj: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SampleView</name>
    <message>
        <source>Samples</source>
        <translation>Próbki</translation>
    </message>
    <message>
        <source>Answers to the sample prompts appear here at each evaluation.</source>
        <translation>Przy każdej ewaluacji pojawią się tu odpowiedzi na prompty próbne.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Krok %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SamplingPanel</name>
    <message>
        <source>System prompt</source>
        <translation>Prompt systemowy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>S&amp;ystem prompt</source>
        <translation>Prompt &amp;systemowy</translation>
    </message>
    <message>
        <source>Load preset...</source>
        <translation>Wczytaj zestaw...</translation>
    </message>
    <message>
        <source>Save preset...</source>
        <translation>Zapisz zestaw...</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Wczytywanie zestawu ustawień</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Zestawy ustawień (*.json)</translation>
    </message>
    <message>
        <source>Save a preset</source>
        <translation>Zapisywanie zestawu ustawień</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SchedulePreview</name>
    <message>
        <source>Learning rate over the run</source>
        <translation>Współczynnik uczenia w trakcie przebiegu</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, najwyżej %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n krok</numerusform>
            <numerusform>%n kroki</numerusform>
            <numerusform>%n kroków</numerusform>
        </translation>
    </message>
    <message>
        <source>steps</source>
        <translation>kroki</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SegmentedChoice</name>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SettingsPage</name>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Rozmiar tekstu</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Wątki procesora</translation>
    </message>
    <message>
        <source>Folders with models</source>
        <translation>Foldery z modelami</translation>
    </message>
    <message>
        <source>Hub token</source>
        <translation>Token huba</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Wygląd</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Wysoki kontrast</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>Behind a number: percent.</extracomment>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Motyw</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Rozmiar tekstu</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Język</translation>
    </message>
    <message>
        <source>One per core</source>
        <translation>Jeden na rdzeń</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Urządzenie</translation>
    </message>
    <message>
        <source>Processor t&amp;hreads</source>
        <translation>&amp;Wątki procesora</translation>
    </message>
    <message>
        <source>Used where a run leaves the choice to Fettle, and in Chat.</source>
        <translation>Używane, gdy przebieg zostawia wybór programowi, oraz w czacie.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Foldery</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>Folder przebiegów</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Przebiegi</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>M&amp;odele</translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation>Dodaj folder...</translation>
    </message>
    <message>
        <source>Add a folder with models</source>
        <translation>Dodaj folder z modelami</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Remove the chosen folder from the list</source>
        <translation>Usuń wybrany folder z listy</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Folder z modelami</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Kept in a file that only you can read. Nothing leaves this computer unless a button says so.</source>
        <translation>Przechowywany w pliku, który może odczytać tylko jego właściciel. Nic nie opuszcza tego komputera, dopóki nie zapowie tego przycisk.</translation>
    </message>
    <message>
        <source>No token is kept.</source>
        <translation>Token nie jest zapisany.</translation>
    </message>
    <message>
        <source>A token is kept.</source>
        <translation>Token jest zapisany.</translation>
    </message>
    <message>
        <source>The token is removed.</source>
        <translation>Token usunięto.</translation>
    </message>
    <message>
        <source>The token is kept.</source>
        <translation>Token zapisano.</translation>
    </message>
    <message>
        <source>Only needed for models that ask for a login</source>
        <translation>Potrzebny tylko dla modeli wymagających logowania</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Keep the hub token</source>
        <translation>Zachowaj token huba</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Zmiana języka zadziała po ponownym uruchomieniu.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SidePanel</name>
    <message>
        <source>Answers appear here.</source>
        <translation>Tu pojawią się odpowiedzi.</translation>
    </message>
    <message>
        <source>Share of the context in use</source>
        <translation>Wykorzystana część kontekstu</translation>
    </message>
    <message>
        <source>%1...</source>
        <translation>%1...</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Wybierz model</translation>
    </message>
    <message>
        <source>Strength of the adapter</source>
        <translation>Siła adaptera</translation>
    </message>
    <message>
        <source>%1 of the context used</source>
        <translation>Wykorzystano %1 kontekstu</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Siła</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StackedBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StartingPoint</name>
    <message>
        <source>or from one that was trained on this base model</source>
        <translation>lub od adaptera wytrenowanego na tym modelu bazowym</translation>
    </message>
    <message>
        <source>it decides rank, alpha and modules; a preference method compares with it</source>
        <translation>wyznacza rząd, alfę i moduły; metoda preferencyjna porównuje się z nim</translation>
    </message>
    <message>
        <source>Nothing: a fresh adapter</source>
        <translation>Nic: nowy adapter</translation>
    </message>
    <message>
        <source>Another folder...</source>
        <translation>Inny folder...</translation>
    </message>
    <message>
        <source>The folder of an adapter</source>
        <translation>Folder adaptera</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StatusLine</name>
    <message>
        <source>Device</source>
        <translation>Urządzenie</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Przebieg</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Dziennik</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Otwórz ustawienia</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>Otwórz ten przebieg</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StrandPane</name>
    <message>
        <source>✓ Chosen, the better answer</source>
        <translation>✓ Wybrana, lepsza odpowiedź</translation>
    </message>
    <message>
        <source>✗ Rejected, the worse answer</source>
        <translation>✗ Odrzucona, gorsza odpowiedź</translation>
    </message>
    <message>
        <source>The row as a conversation</source>
        <translation>Wiersz jako rozmowa</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StrengthSlider</name>
    <message>
        <source>Strength of the adapter</source>
        <translation>Siła adaptera</translation>
    </message>
    <message>
        <source>0 is the base model, 1 is the model as it was trained.</source>
        <translation>0 to model bazowy, 1 to model po treningu.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SuggestedModelsTable</name>
    <message>
        <source>about %1</source>
        <translation>około %1</translation>
    </message>
    <message>
        <source>about %1: more than there is</source>
        <translation>około %1: więcej, niż jest</translation>
    </message>
    <message>
        <source>%1, to be accepted on the hub</source>
        <translation>%1, do zaakceptowania w hubie</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Pobierz</translation>
    </message>
    <message>
        <source>Memory for LoRA</source>
        <translation>Pamięć dla LoRA</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SweepCard</name>
    <message>
        <source>Try several values</source>
        <translation>Wypróbuj kilka wartości</translation>
    </message>
    <message>
        <source>Every combination becomes a run, one after the other; select them in Runs to see their curves on each other.</source>
        <translation>Każda kombinacja staje się przebiegiem, jeden po drugim; zaznacz je w Przebiegach, aby zobaczyć ich krzywe na jednym wykresie.</translation>
    </message>
    <message>
        <source>Numbers with a space or a semicolon between them</source>
        <translation>Liczby oddzielone spacją lub średnikiem</translation>
    </message>
    <message>
        <source>Name some values</source>
        <translation>Podaj wartości</translation>
    </message>
    <message numerus="yes">
        <source>Queue %Ln runs</source>
        <translation>
            <numerusform>Dodaj do kolejki %Ln przebieg</numerusform>
            <numerusform>Dodaj do kolejki %Ln przebiegi</numerusform>
            <numerusform>Dodaj do kolejki %Ln przebiegów</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::SwitchControl</name>
    <message>
        <source>on</source>
        <translation>wł.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Tile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokenLegend</name>
    <message>
        <source>trained: underlined; masked: grey; special: on a darker ground; cut: struck through</source>
        <translation>trenowany: podkreślony; maskowany: szary; specjalny: na ciemniejszym tle; obcięty: przekreślony</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokenView</name>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokensModel</name>
    <message>
        <source>Token %1, id %2: %3
Bytes %4
%5</source>
        <translation>Token %1, id %2: %3
Bajty %4
%5</translation>
    </message>
    <message>
        <source>Trained: the loss counts it</source>
        <translation>Trenowany: liczy się do straty</translation>
    </message>
    <message>
        <source>Masked: read, but not learned</source>
        <translation>Maskowany: czytany, ale nie uczony</translation>
    </message>
    <message>
        <source>Special, masked</source>
        <translation>Specjalny, maskowany</translation>
    </message>
    <message>
        <source>Cut: beyond the length</source>
        <translation>Obcięty: poza długością</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Odpowiedź</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Wybrana</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Odrzucona</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln token(s)</source>
        <extracomment>Chosen: 34 tokens</extracomment>
        <translation>
            <numerusform>%1: %Ln token</numerusform>
            <numerusform>%1: %Ln tokeny</numerusform>
            <numerusform>%1: %Ln tokenów</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them cut</source>
        <extracomment>Chosen: 34 tokens, 3 of them cut</extracomment>
        <translation>
            <numerusform>%1, w tym %Ln obcięty</numerusform>
            <numerusform>%1, w tym %Ln obcięte</numerusform>
            <numerusform>%1, w tym %Ln obciętych</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::TrainPage</name>
    <message>
        <source>Evaluation and checkpoints</source>
        <translation>Ewaluacja i punkty kontrolne</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Dodaj do kolejki</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Rozpocznij trening</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TrainingCard</name>
    <message>
        <source>Training</source>
        <translation>Trening</translation>
    </message>
    <message>
        <source>Learning rate over the run</source>
        <translation>Współczynnik uczenia w trakcie przebiegu</translation>
    </message>
    <message>
        <source>batches: %1 × %2 = %3 rows for each update</source>
        <extracomment>Rows of a batch, batches, rows in all: what one update learns from.</extracomment>
        <translation>batche: %1 × %2 = %3 wierszy na jedną aktualizację</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Verdicts</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>From one bound of an interval to the other.</extracomment>
        <translation>od %1 do %2</translation>
    </message>
    <message>
        <source>better</source>
        <translation>lepszy</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>gorszy</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>bez wykazanej różnicy</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Bazowy</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Dostrojony</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Różnica</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-procentowy przedział</translation>
    </message>
    <message>
        <source>Tuned is</source>
        <translation>Dostrojony jest</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Loss on other text</source>
        <translation>Strata na innym tekście</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Oczekiwana</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Ocena</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Workspace</name>
    <message>
        <source>The run %1</source>
        <translation>Przebieg %1</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Szukanie modeli</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Czat</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <translation>Szukanie urządzeń</translation>
    </message>
    <message>
        <source>The folder of runs</source>
        <translation>Folder przebiegów</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>Loss</source>
        <translation>Strata</translation>
    </message>
    <message>
        <source>Reward accuracy</source>
        <translation>Trafność nagrody</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>Margines nagrody</translation>
    </message>
    <message>
        <source>Reward, chosen</source>
        <translation>Nagroda, wybrana</translation>
    </message>
    <message>
        <source>Reward, rejected</source>
        <translation>Nagroda, odrzucona</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Współczynnik uczenia</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norma gradientu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Pamięć</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Trafność tokenów</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropia</translation>
    </message>
    <message>
        <source>Loss on chosen answers</source>
        <translation>Strata wybranych odpowiedzi</translation>
    </message>
    <message>
        <source>Log odds, chosen over rejected</source>
        <translation>Logarytm szans, wybrana do odrzuconej</translation>
    </message>
    <message>
        <source>Odds ratio term</source>
        <translation>Składnik ilorazu szans</translation>
    </message>
    <message>
        <source>Log-probability, chosen</source>
        <translation>Logarytm prawdopodobieństwa, wybrana</translation>
    </message>
    <message>
        <source>Log-probability, rejected</source>
        <translation>Logarytm prawdopodobieństwa, odrzucona</translation>
    </message>
    <message>
        <source>Mean logit, chosen</source>
        <translation>Średni logit, wybrana</translation>
    </message>
    <message>
        <source>Mean logit, rejected</source>
        <translation>Średni logit, odrzucona</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoka</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Krok</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokeny</translation>
    </message>
    <message>
        <source>Pairs scored the right way round</source>
        <translation>Pary ocenione we właściwej kolejności</translation>
    </message>
    <message>
        <source>Margin of the scores</source>
        <translation>Różnica ocen</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Średnia ocena</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Najniższa ocena</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Najwyższa ocena</translation>
    </message>
    <message>
        <source>Distance from the reference (KL)</source>
        <translation>Odległość od odniesienia (KL)</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Skala straty</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Nagroda</translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation>Rozrzut nagrody</translation>
    </message>
    <message>
        <source>Prompts whose answers earn alike</source>
        <translation>Prompty o jednakowo nagradzanych odpowiedziach</translation>
    </message>
    <message>
        <source>Reward, exact match</source>
        <translation>Nagroda, ten sam tekst</translation>
    </message>
    <message>
        <source>Reward, contains</source>
        <translation>Nagroda, zawiera tekst</translation>
    </message>
    <message>
        <source>Reward, number</source>
        <translation>Nagroda, liczba</translation>
    </message>
    <message>
        <source>Reward, choice</source>
        <translation>Nagroda, wybór</translation>
    </message>
    <message>
        <source>Reward, pattern</source>
        <translation>Nagroda, wzorzec</translation>
    </message>
    <message>
        <source>Reward, JSON</source>
        <translation>Nagroda, JSON</translation>
    </message>
    <message>
        <source>Reward, ROUGE-L</source>
        <translation>Nagroda, ROUGE-L</translation>
    </message>
    <message>
        <source>Reward, length</source>
        <translation>Nagroda, długość</translation>
    </message>
    <message>
        <source>Reward, reward model</source>
        <translation>Nagroda, model nagrody</translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation>Długość odpowiedzi</translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation>Najkrótsza odpowiedź</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Najdłuższa odpowiedź</translation>
    </message>
    <message>
        <source>Answers cut at their longest</source>
        <translation>Odpowiedzi ucięte na najdłuższej</translation>
    </message>
    <message>
        <source>Clipped ratios</source>
        <translation>Przycięte ilorazy</translation>
    </message>
    <message>
        <source>Clipped ratios, low</source>
        <translation>Przycięte ilorazy, dolne</translation>
    </message>
    <message>
        <source>Clipped ratios, high</source>
        <translation>Przycięte ilorazy, górne</translation>
    </message>
    <message>
        <source>Distance of an answer (KL)</source>
        <translation>Odległość odpowiedzi (KL)</translation>
    </message>
    <message>
        <source>Reward without the distance</source>
        <translation>Nagroda bez odległości</translation>
    </message>
    <message>
        <source>Reward less the distance</source>
        <translation>Nagroda minus odległość</translation>
    </message>
    <message>
        <source>Cost of the distance</source>
        <translation>Koszt odległości</translation>
    </message>
    <message>
        <source>Surprise of an answer</source>
        <translation>Zaskoczenie odpowiedzi</translation>
    </message>
    <message>
        <source>Loss of the policy</source>
        <translation>Strata polityki</translation>
    </message>
    <message>
        <source>Loss of the values</source>
        <translation>Strata wartości</translation>
    </message>
    <message>
        <source>Distance moved on these answers</source>
        <translation>Przebyta odległość na tych odpowiedziach</translation>
    </message>
    <message>
        <source>Clipped ratios of tokens</source>
        <translation>Obcięte ilorazy tokenów</translation>
    </message>
    <message>
        <source>Entropy of answers</source>
        <translation>Entropia odpowiedzi</translation>
    </message>
    <message>
        <source>Clipped values</source>
        <translation>Obcięte wartości</translation>
    </message>
    <message>
        <source>Ratio of probabilities</source>
        <translation>Iloraz prawdopodobieństw</translation>
    </message>
</context>
</TS>
