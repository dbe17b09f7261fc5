<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Choice</name>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Answers only</source>
        <translation>Только на ответах</translation>
    </message>
    <message>
        <source>Every token</source>
        <translation>На всех токенах</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Постоянное</translation>
    </message>
    <message>
        <source>Constant after warm-up</source>
        <translation>Постоянное после прогрева</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Линейное</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Косинусное</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>AdamW, states in 8 bits</source>
        <translation>AdamW с 8-битными состояниями</translation>
    </message>
    <message>
        <source>Adafactor, least memory</source>
        <translation>Adafactor, меньше всего памяти</translation>
    </message>
    <message>
        <source>Best fit, overflow dropped</source>
        <translation>Best-fit, остаток отбрасывается</translation>
    </message>
    <message>
        <source>Best fit, overflow kept</source>
        <translation>Best-fit, остаток сохраняется</translation>
    </message>
    <message>
        <source>Joined and chopped</source>
        <translation>Склейка и нарезка</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>bf16: 16 bits, wide range</source>
        <translation>bf16: 16 бит, широкий диапазон</translation>
    </message>
    <message>
        <source>fp16: 16 bits, fine steps</source>
        <translation>fp16: 16 бит, мелкий шаг</translation>
    </message>
    <message>
        <source>fp32: 32 bits, exact, slower</source>
        <translation>fp32: 32 бита, точнее и медленнее</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>Lion</translation>
    </message>
    <message>
        <source>Lion, state in 8 bits</source>
        <translation>Lion с 8-битным состоянием</translation>
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
        <translation>Как хранится</translation>
    </message>
    <message>
        <source>int8: 8 bits a weight</source>
        <translation>int8: 8 бит на вес</translation>
    </message>
    <message>
        <source>NF4: 4 bits a weight, QLoRA</source>
        <translation>NF4: 4 бита на вес, QLoRA</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Nothing, Gaussian</source>
        <translation>Ничего, по Гауссу</translation>
    </message>
    <message>
        <source>PiSSA: parts of the weights</source>
        <translation>PiSSA: части весов</translation>
    </message>
    <message>
        <source>MLP: layer upon layer</source>
        <translation>MLP: слой за слоем</translation>
    </message>
    <message>
        <source>LSTM: along the vectors</source>
        <translation>LSTM: вдоль векторов</translation>
    </message>
    <message>
        <source>Cosine, several times</source>
        <translation>Косинус, несколько раз</translation>
    </message>
    <message>
        <source>Cosine, not down to 0</source>
        <translation>Косинус, не до нуля</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Многочлен</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>Обратный квадратный корень</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Квадратный корень</translation>
    </message>
    <message>
        <source>Same text</source>
        <translation>Тот же текст</translation>
    </message>
    <message>
        <source>Text in it</source>
        <translation>Содержит текст</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>То же число</translation>
    </message>
    <message>
        <source>Same choice</source>
        <translation>Тот же вариант</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Same JSON</source>
        <translation>Тот же JSON</translation>
    </message>
    <message>
        <source>Words in common</source>
        <translation>Общие слова</translation>
    </message>
    <message>
        <source>Few tokens</source>
        <translation>Мало токенов</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>Модель вознаграждения</translation>
    </message>
    <message>
        <source>Of a prompt&apos;s answers</source>
        <translation>Ответов на один промпт</translation>
    </message>
    <message>
        <source>Of the step&apos;s answers</source>
        <translation>Ответов всего шага</translation>
    </message>
    <message>
        <source>Each token</source>
        <translation>Каждый токен</translation>
    </message>
    <message>
        <source>Each answer (GSPO)</source>
        <translation>Каждый ответ (GSPO)</translation>
    </message>
    <message>
        <source>Cosine, raised ends</source>
        <translation>Косинус, приподнятые концы</translation>
    </message>
    <message>
        <source>Constant, then falling</source>
        <translation>Постоянная, затем падает</translation>
    </message>
</context>
<context>
    <name>ChoiceCosts</name>
    <message>
        <source>%1 – %2</source>
        <extracomment>A choice, then the memory that a run takes with it.</extracomment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Something is missing behind the command.</source>
        <translation>Для этой команды чего-то не хватает.</translation>
    </message>
    <message>
        <source>There is no page “%1”.</source>
        <translation>Страницы «%1» нет.</translation>
    </message>
    <message>
        <source>This page has no such action.</source>
        <translation>На этой странице нет такого действия.</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>Команды «%1» нет.</translation>
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
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A number and its unit: &quot;512 tokens&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>Лучшая валидация</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Время обучения</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость обработки</translation>
    </message>
    <message>
        <source>the best, of step %1</source>
        <translation>лучший, шага %1</translation>
    </message>
    <message>
        <source>the last step</source>
        <translation>последний шаг</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The engine was killed; most likely the computer ran out of memory.</source>
        <translation>Движок был принудительно завершён; скорее всего, на компьютере закончилась память.</translation>
    </message>
    <message>
        <source>The engine was asked to end by someone else.</source>
        <translation>Движок завершён по внешнему запросу.</translation>
    </message>
    <message>
        <source>The engine uses instructions that this processor lacks.</source>
        <translation>Движок использует инструкции, которых нет у этого процессора.</translation>
    </message>
    <message>
        <source>The engine crashed (signal %1).</source>
        <translation>Движок аварийно завершился (сигнал %1).</translation>
    </message>
    <message>
        <source>The engine ended before its work was done.</source>
        <translation>Движок завершился, не закончив работу.</translation>
    </message>
    <message>
        <source>The engine ended without saying why (code %1).</source>
        <translation>Движок завершился, не сообщив причину (код %1).</translation>
    </message>
    <message>
        <source>The engine %1 cannot be run.</source>
        <translation>Не удаётся запустить движок %1.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>Для этого не хватает памяти.</translation>
    </message>
    <message>
        <source>LibTorch, which does the computing, is not installed.</source>
        <translation>Не установлена библиотека LibTorch, которая выполняет вычисления.</translation>
    </message>
    <message>
        <source>Resume with a smaller batch or length; what was saved is intact.</source>
        <translation>Возобновите обучение с меньшим батчем или меньшей длиной; всё сохранённое цело.</translation>
    </message>
    <message>
        <source>Build Fettle on this computer, or use another one.</source>
        <translation>Соберите Fettle на этом компьютере или возьмите другой.</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint; if it happens again, please report it with the log.</source>
        <translation>Возобновите обучение с последней контрольной точки; если это повторится, сообщите об ошибке и приложите журнал.</translation>
    </message>
    <message>
        <source>Install Fettle again, with its engine.</source>
        <translation>Установите Fettle заново вместе с движком.</translation>
    </message>
    <message>
        <source>Lower the batch size or the length, or turn on gradient checkpointing.</source>
        <translation>Уменьшите размер батча или длину либо включите пересчёт активаций (gradient checkpointing).</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Освободите место или выберите другую папку.</translation>
    </message>
    <message>
        <source>Check who may use it, or choose another place.</source>
        <translation>Проверьте права доступа или выберите другое место.</translation>
    </message>
    <message>
        <source>Check the path, or choose another file.</source>
        <translation>Проверьте путь или выберите другой файл.</translation>
    </message>
    <message>
        <source>Choose another name or an empty folder.</source>
        <translation>Выберите другое имя или пустую папку.</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it first.</source>
        <translation>Дождитесь завершения или сначала остановите его.</translation>
    </message>
    <message>
        <source>Download it once; it is kept for all runs.</source>
        <translation>Загрузите её один раз: она останется для всех запусков.</translation>
    </message>
    <message>
        <source>The prompt has {tokens} tokens; the model&apos;s context holds {context}.</source>
        <translation>Длина промпта {tokens} ток.; контекст модели вмещает {context}.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or start a new conversation.</source>
        <translation>Сократите промпт или начните новый диалог.</translation>
    </message>
    <message>
        <source>The text holds the token {id}, for which the model has no row.</source>
        <translation>В тексте есть токен {id}, для которого у модели нет строки.</translation>
    </message>
    <message>
        <source>Use the tokenizer that belongs to the model.</source>
        <translation>Возьмите токенизатор, относящийся к этой модели.</translation>
    </message>
    <message>
        <source>There is no module called “{module}”.</source>
        <translation>Модуля «{module}» нет.</translation>
    </message>
    <message>
        <source>Choose a module of this model.</source>
        <translation>Выберите модуль этой модели.</translation>
    </message>
    <message>
        <source>“{key}” must be {expected}.</source>
        <translation>Для «{key}» ожидается {expected}.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте и попробуйте снова.</translation>
    </message>
    <message>
        <source>The engine was asked for something that it cannot do.</source>
        <translation>Движок попросили о том, чего он не умеет.</translation>
    </message>
    <message>
        <source>“{key}” is {found}; it must be {bounds}.</source>
        <translation>Значение «{key}» — {found}; допустимо {bounds}.</translation>
    </message>
    <message>
        <source>Choose a value in that range.</source>
        <translation>Выберите значение из этого диапазона.</translation>
    </message>
    <message>
        <source>“{key}” is {found}; it must be one of: {choices}.</source>
        <translation>Значение «{key}» — {found}; допустимо одно из: {choices}.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Выберите одно из них.</translation>
    </message>
    <message>
        <source>“{key}” must be {expected}, not {found}.</source>
        <translation>Для «{key}» ожидается {expected}, а указано {found}.</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>Исправьте значение.</translation>
    </message>
    <message>
        <source>“{key}” is not a known key.</source>
        <translation>Ключ «{key}» неизвестен.</translation>
    </message>
    <message>
        <source>Did you mean “{nearest}”?</source>
        <translation>Может быть, «{nearest}»?</translation>
    </message>
    <message>
        <source>“{key}” does not belong to the kind “{kind}”.</source>
        <translation>Ключ «{key}» не относится к виду «{kind}».</translation>
    </message>
    <message>
        <source>Remove it, or choose the kind that has it.</source>
        <translation>Удалите его или выберите вид, у которого он есть.</translation>
    </message>
    <message>
        <source>There is no data format called “{format}”.</source>
        <translation>Формата данных «{format}» нет.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Выберите другой формат.</translation>
    </message>
    <message>
        <source>“{key}” does not fit the rest of the configuration.</source>
        <translation>«{key}» не сочетается с остальной конфигурацией.</translation>
    </message>
    <message>
        <source>Change it, or go back to its default.</source>
        <translation>Измените значение или верните значение по умолчанию.</translation>
    </message>
    <message>
        <source>The configuration cannot be used.</source>
        <translation>Эту конфигурацию нельзя использовать.</translation>
    </message>
    <message>
        <source>Correct it and start again.</source>
        <translation>Исправьте её и начните снова.</translation>
    </message>
    <message>
        <source>{file} is in {encoding}, not in UTF-8.</source>
        <translation>Кодировка {file} — {encoding}, а не UTF-8.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Сохраните файл в UTF-8.</translation>
    </message>
    <message>
        <source>{file}: line {line} cannot be used as a row.</source>
        <translation>{file}: строку {line} нельзя использовать как пример.</translation>
    </message>
    <message>
        <source>Correct the line, or choose another format for this file.</source>
        <translation>Исправьте строку или выберите другой формат для этого файла.</translation>
    </message>
    <message>
        <source>{file} holds no row that can be used.</source>
        <translation>В {file} нет ни одного пригодного примера.</translation>
    </message>
    <message>
        <source>Choose another file, or another format for this one.</source>
        <translation>Выберите другой файл или другой формат для этого.</translation>
    </message>
    <message>
        <source>The data cannot be used.</source>
        <translation>Эти данные нельзя использовать.</translation>
    </message>
    <message>
        <source>“{tensor}” has the shape {found}; config.json asks for {expected}.</source>
        <translation>Форма «{tensor}» — {found}; по config.json нужна {expected}.</translation>
    </message>
    <message>
        <source>Weights and config.json do not belong together: download the model again.</source>
        <translation>Веса и config.json не подходят друг к другу: загрузите модель заново.</translation>
    </message>
    <message>
        <source>Models of the family “{family}” cannot be used.</source>
        <translation>Модели семейства «{family}» использовать нельзя.</translation>
    </message>
    <message>
        <source>Choose a model of a family that Fettle knows.</source>
        <translation>Выберите модель из семейства, которое знает Fettle.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” of the model is missing or cannot be used.</source>
        <translation>Тензора «{tensor}» в модели нет, или его нельзя использовать.</translation>
    </message>
    <message>
        <source>Download the model again, in float32, float16 or bfloat16.</source>
        <translation>Загрузите модель заново: в float32, float16 или bfloat16.</translation>
    </message>
    <message>
        <source>The activation “{activation}” is not known.</source>
        <translation>Функция активации «{activation}» неизвестна.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Выберите другую модель.</translation>
    </message>
    <message>
        <source>“{key}” in the model&apos;s config.json cannot be used.</source>
        <translation>«{key}» из config.json модели нельзя использовать.</translation>
    </message>
    <message>
        <source>Download the model again, or choose another one.</source>
        <translation>Загрузите модель заново или выберите другую.</translation>
    </message>
    <message>
        <source>“{module}” does not fit between the two models.</source>
        <translation>«{module}» у двух моделей не совпадает.</translation>
    </message>
    <message>
        <source>Choose two models that belong together.</source>
        <translation>Выберите две модели, подходящие друг к другу.</translation>
    </message>
    <message>
        <source>No model was found in {folder}.</source>
        <translation>В {folder} не найдена модель.</translation>
    </message>
    <message>
        <source>Choose the folder that holds config.json and model.safetensors.</source>
        <translation>Выберите папку, в которой лежат config.json и model.safetensors.</translation>
    </message>
    <message>
        <source>The model in {file} cannot be used.</source>
        <translation>Модель в {file} нельзя использовать.</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>Эту модель нельзя использовать.</translation>
    </message>
    <message>
        <source>The adapter&apos;s “{tensor}” has the shape {found}; this base model needs {expected}.</source>
        <translation>Форма «{tensor}» в адаптере — {found}; этой базовой модели нужна {expected}.</translation>
    </message>
    <message>
        <source>The adapter belongs to another base model.</source>
        <translation>Адаптер относится к другой базовой модели.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” of the adapter is missing or does not fit this base model.</source>
        <translation>Тензора «{tensor}» в адаптере нет, или он не подходит к этой базовой модели.</translation>
    </message>
    <message>
        <source>Export the adapter again, or choose the base model that it belongs to.</source>
        <translation>Экспортируйте адаптер заново или выберите базовую модель, к которой он относится.</translation>
    </message>
    <message>
        <source>“{key}” in the adapter&apos;s configuration cannot be used.</source>
        <translation>«{key}» из конфигурации адаптера нельзя использовать.</translation>
    </message>
    <message>
        <source>Choose another adapter.</source>
        <translation>Выберите другой адаптер.</translation>
    </message>
    <message>
        <source>The adapter in {file} cannot be used.</source>
        <translation>Адаптер в {file} нельзя использовать.</translation>
    </message>
    <message>
        <source>Export it again as safetensors, or choose another one.</source>
        <translation>Экспортируйте его заново в safetensors или выберите другой.</translation>
    </message>
    <message>
        <source>The adapter cannot be used.</source>
        <translation>Этот адаптер нельзя использовать.</translation>
    </message>
    <message>
        <source>The tokenizer has a part of the type “{type}”, which is not known.</source>
        <translation>В токенизаторе есть часть неизвестного типа «{type}».</translation>
    </message>
    <message>
        <source>Choose a decoder model with its own tokenizer.</source>
        <translation>Выберите декодерную модель с собственным токенизатором.</translation>
    </message>
    <message>
        <source>The tokenizer in {file} cannot be used.</source>
        <translation>Токенизатор в {file} нельзя использовать.</translation>
    </message>
    <message>
        <source>Download the tokenizer again.</source>
        <translation>Загрузите токенизатор заново.</translation>
    </message>
    <message>
        <source>The tokenizer cannot be used.</source>
        <translation>Этот токенизатор нельзя использовать.</translation>
    </message>
    <message>
        <source>The chat template has an error in line {line}, column {column}.</source>
        <translation>Ошибка в шаблоне чата: строка {line}, столбец {column}.</translation>
    </message>
    <message>
        <source>Choose another chat template.</source>
        <translation>Выберите другой шаблон чата.</translation>
    </message>
    <message>
        <source>{file} has no chat template.</source>
        <translation>В {file} нет шаблона чата.</translation>
    </message>
    <message>
        <source>Name a template file in data.chat_template.</source>
        <translation>Укажите файл шаблона в data.chat_template.</translation>
    </message>
    <message>
        <source>The chat template cannot be used for this.</source>
        <translation>Шаблон чата для этого не подходит.</translation>
    </message>
    <message>
        <source>{file}: line {line} is not what is expected there.</source>
        <translation>{file}: в строке {line} не то, что там ожидается.</translation>
    </message>
    <message>
        <source>Correct it at that place, or download the file again.</source>
        <translation>Исправьте это место или загрузите файл заново.</translation>
    </message>
    <message>
        <source>The tensor “{tensor}” in a file is not what is expected there.</source>
        <translation>Тензор «{tensor}» в файле не такой, какой там ожидается.</translation>
    </message>
    <message>
        <source>The file belongs to another run or model: choose another one.</source>
        <translation>Файл относится к другому запуску или другой модели: выберите другой.</translation>
    </message>
    <message>
        <source>{file} is damaged, or is not what its name says.</source>
        <translation>{file} повреждён или содержит не то, что обещает имя.</translation>
    </message>
    <message>
        <source>Correct it, or download the file again.</source>
        <translation>Исправьте его или загрузите заново.</translation>
    </message>
    <message>
        <source>A file is damaged, or is not what its name says.</source>
        <translation>Файл повреждён или содержит не то, что обещает имя.</translation>
    </message>
    <message>
        <source>{file} does not exist.</source>
        <translation>{file} не существует.</translation>
    </message>
    <message>
        <source>A file that is needed does not exist.</source>
        <translation>Нужного файла не существует.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written.</source>
        <translation>Нет доступа к {file} для чтения или записи.</translation>
    </message>
    <message>
        <source>A file cannot be read or written.</source>
        <translation>Нет доступа к файлу для чтения или записи.</translation>
    </message>
    <message>
        <source>The disk is full: {file} could not be written.</source>
        <translation>Диск заполнен: не удалось записать {file}.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>{file} exists already.</source>
        <translation>{file} уже существует.</translation>
    </message>
    <message>
        <source>It exists already.</source>
        <translation>Это уже существует.</translation>
    </message>
    <message>
        <source>Another engine is using {file}.</source>
        <translation>С {file} уже работает другой процесс движка.</translation>
    </message>
    <message>
        <source>The engine is busy with something else.</source>
        <translation>Движок занят другим делом.</translation>
    </message>
    <message>
        <source>There is no device {device} here.</source>
        <translation>На этом компьютере нет устройства {device}.</translation>
    </message>
    <message>
        <source>Choose another device; the processor always works.</source>
        <translation>Выберите другое устройство; процессор работает всегда.</translation>
    </message>
    <message>
        <source>This device cannot do what “{key}” asks for.</source>
        <translation>Это устройство не умеет того, что требует «{key}».</translation>
    </message>
    <message>
        <source>Choose auto, float32 or bfloat16.</source>
        <translation>Выберите auto, float32 или bfloat16.</translation>
    </message>
    <message>
        <source>This computer has no such device.</source>
        <translation>На этом компьютере нет такого устройства.</translation>
    </message>
    <message>
        <source>The GPU reported an error.</source>
        <translation>GPU сообщил об ошибке.</translation>
    </message>
    <message>
        <source>Start again, the last checkpoint is intact; if it happens again, choose the processor.</source>
        <translation>Начните снова, последняя контрольная точка цела; если это повторится, выберите процессор.</translation>
    </message>
    <message>
        <source>The loss or its gradient is no longer a number at step {step}.</source>
        <translation>На шаге {step} функция потерь или её градиент перестали быть числом.</translation>
    </message>
    <message>
        <source>Lower the learning rate, or choose bfloat16 or float32; the last checkpoint is intact.</source>
        <translation>Уменьшите скорость обучения или выберите bfloat16 либо float32; последняя контрольная точка цела.</translation>
    </message>
    <message>
        <source>“{tensor}” holds infinite numbers or NaN.</source>
        <translation>В «{tensor}» есть бесконечные числа или NaN.</translation>
    </message>
    <message>
        <source>Take an earlier checkpoint, or train again with a lower learning rate.</source>
        <translation>Возьмите более раннюю контрольную точку или обучите снова с меньшей скоростью обучения.</translation>
    </message>
    <message>
        <source>Download the files again, or choose float32.</source>
        <translation>Загрузите файлы заново или выберите float32.</translation>
    </message>
    <message>
        <source>Something went wrong inside Fettle.</source>
        <translation>Внутри Fettle что-то пошло не так.</translation>
    </message>
    <message>
        <source>Please report this with what you did.</source>
        <translation>Сообщите об этом и опишите, что вы делали.</translation>
    </message>
    <message>
        <source>The model&apos;s output is not a number any more (infinite, or NaN).</source>
        <translation>Выход модели больше не число (бесконечность или NaN).</translation>
    </message>
    <message>
        <source>The hub&apos;s “{repo}” has no revision called “{revision}”.</source>
        <translation>У «{repo}» на хабе нет ревизии «{revision}».</translation>
    </message>
    <message>
        <source>Name a branch, a tag or a commit of it.</source>
        <translation>Укажите его ветку, тег или коммит.</translation>
    </message>
    <message>
        <source>“{repo}” has no such part.</source>
        <translation>У «{repo}» нет такой части.</translation>
    </message>
    <message>
        <source>Choose one of these: {choices}.</source>
        <translation>Выберите одно из: {choices}.</translation>
    </message>
    <message>
        <source>There is no “{repo}” on {host}, or it is private.</source>
        <translation>На {host} нет «{repo}», или доступ к нему закрыт.</translation>
    </message>
    <message>
        <source>Check the name; a private one needs a token (Settings, Hub).</source>
        <translation>Проверьте имя; для закрытого нужен токен (Настройки, Хаб).</translation>
    </message>
    <message>
        <source>The hub does not have it.</source>
        <translation>На хабе этого нет.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Проверьте имя.</translation>
    </message>
    <message>
        <source>“{repo}” is only given to people who accepted its terms.</source>
        <translation>«{repo}» выдаётся только тем, кто принял его условия.</translation>
    </message>
    <message>
        <source>Accept them at {page}, then keep a token of that account (Settings, Hub).</source>
        <translation>Примите их на {page}, затем сохраните токен этой учётной записи (Настройки, Хаб).</translation>
    </message>
    <message>
        <source>{host} refuses the download of “{repo}”.</source>
        <translation>{host} отказывает в загрузке «{repo}».</translation>
    </message>
    <message>
        <source>Keep a token that may read it (Settings, Hub).</source>
        <translation>Сохраните токен, которому разрешено чтение (Настройки, Хаб).</translation>
    </message>
    <message>
        <source>The hub refuses the download.</source>
        <translation>Хаб отказывает в загрузке.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {system}.</source>
        <translation>{host} недоступен: {system}.</translation>
    </message>
    <message>
        <source>Check the network and try again; what was downloaded is kept.</source>
        <translation>Проверьте сеть и попробуйте снова; загруженное сохраняется.</translation>
    </message>
    <message>
        <source>{host} fails at the moment (answer {status}).</source>
        <translation>{host} сейчас отказывает (ответ {status}).</translation>
    </message>
    <message>
        <source>Try again later; what was downloaded is kept.</source>
        <translation>Попробуйте позже; загруженное сохраняется.</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>Хаб недоступен.</translation>
    </message>
    <message>
        <source>The chat template writes {token}, and the model&apos;s tokenizer has none.</source>
        <translation>Шаблон чата пишет {token}, которого нет у токенизатора модели.</translation>
    </message>
    <message>
        <source>Choose another chat template: chatml brings its own tokens.</source>
        <translation>Выберите другой шаблон чата: chatml приносит свои токены.</translation>
    </message>
    <message>
        <source>The rows are conversations, but the model has no chat template, and {key} names none.</source>
        <translation>Строки — разговоры, но у модели нет шаблона чата, и {key} его не называет.</translation>
    </message>
    <message>
        <source>Choose chatml or another bundled template, or a Jinja file.</source>
        <translation>Выберите chatml или другой встроенный шаблон либо файл Jinja.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Name of the run</source>
        <translation>Имя запуска</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Gradient checkpointing</source>
        <translation>Пересчёт активаций</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Базовая модель</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Хранение весов</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Доля валидации</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Макс. длина</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Упаковка</translation>
    </message>
    <message>
        <source>Packing strategy</source>
        <translation>Способ упаковки</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Перемешивание</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Учиться</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Шаблон чата</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>Системный промпт</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Разделитель</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Адаптер</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Ранг</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Target modules</source>
        <translation>Целевые модули</translation>
    </message>
    <message>
        <source>rsLoRA scaling</source>
        <translation>Масштаб rsLoRA</translation>
    </message>
    <message>
        <source>Ranks of modules</source>
        <translation>Ранги модулей</translation>
    </message>
    <message>
        <source>Alphas of modules</source>
        <translation>Alpha модулей</translation>
    </message>
    <message>
        <source>Virtual tokens</source>
        <translation>Виртуальные токены</translation>
    </message>
    <message>
        <source>After attention</source>
        <translation>После внимания</translation>
    </message>
    <message>
        <source>At the MLP</source>
        <translation>У MLP</translation>
    </message>
    <message>
        <source>Beside the MLP</source>
        <translation>Параллельно MLP</translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation>Коэффициент сжатия</translation>
    </message>
    <message>
        <source>Activation function</source>
        <translation>Функция активации</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>Начальные веса</translation>
    </message>
    <message>
        <source>Scaled at the input</source>
        <translation>Масштабируемые на входе</translation>
    </message>
    <message>
        <source>Continue from</source>
        <translation>Продолжить с</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Betas</source>
        <translation>Коэффициенты beta</translation>
    </message>
    <message>
        <source>Clip updates at</source>
        <translation>Порог обрезки обновлений</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>Скорость затухания</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>Clip gradients at</source>
        <translation>Порог обрезки градиентов</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Батч</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Размер батча</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Накопление градиентов</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Точность вычислений</translation>
    </message>
    <message>
        <source>TF32</source>
        <translation>TF32</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Оценка</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <translation>Оценивать каждые</translation>
    </message>
    <message>
        <source>Sample prompts</source>
        <translation>Пробные промпты</translation>
    </message>
    <message>
        <source>Sample length</source>
        <translation>Длина пробного ответа</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Критерий лучшей точки</translation>
    </message>
    <message>
        <source>Stop early after</source>
        <translation>Ранний останов после</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Контрольные точки</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>Сохранять каждые</translation>
    </message>
    <message>
        <source>Keep the last</source>
        <translation>Хранить последние</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Хранить лучшую</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токенов</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>примеров</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>батчей</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шагов</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>оценок</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>контр. точек</translation>
    </message>
    <message>
        <source>usual 4 to 32</source>
        <translation>обычно от 4 до 32</translation>
    </message>
    <message>
        <source>often twice the rank</source>
        <translation>часто вдвое больше ранга</translation>
    </message>
    <message>
        <source>0 turns it off</source>
        <translation>0 отключает</translation>
    </message>
    <message>
        <source>0: one per core</source>
        <translation>0: по числу ядер</translation>
    </message>
    <message>
        <source>0: each epoch, -1: never</source>
        <translation>0: каждую эпоху, -1: никогда</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>0: никогда</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Квантование</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Хранить в</translation>
    </message>
    <message>
        <source>Scales in 8 bits</source>
        <translation>Масштабы в 8 битах</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Several losses</source>
        <translation>Несколько функций потерь</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Сглаживание меток</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Дивергенция</translation>
    </message>
    <message>
        <source>Alpha of the divergence</source>
        <translation>Alpha дивергенции</translation>
    </message>
    <message>
        <source>DiscoPOP&apos;s tau</source>
        <translation>Tau для DiscoPOP</translation>
    </message>
    <message>
        <source>Weight of the chosen answer</source>
        <translation>Вес лучшего ответа</translation>
    </message>
    <message>
        <source>Margin wanted</source>
        <translation>Желаемый отступ</translation>
    </message>
    <message>
        <source>Alpha of rewards</source>
        <translation>Alpha наград</translation>
    </message>
    <message>
        <source>DoRA</source>
        <translation>DoRA</translation>
    </message>
    <message>
        <source>Initial vectors</source>
        <translation>Начальные векторы</translation>
    </message>
    <message>
        <source>Initial text</source>
        <translation>Исходный текст</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Newton-Schulz steps</source>
        <translation>Шаги Ньютона — Шульца</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>Размер шага</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Файл данных</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Файл валидации</translation>
    </message>
    <message>
        <source>usual 0.05 to 0.5</source>
        <translation>обычно от 0,05 до 0,5</translation>
    </message>
    <message>
        <source>usual 0.3 to 1.5</source>
        <translation>обычно от 0,3 до 1,5</translation>
    </message>
    <message>
        <source>0: logarithms</source>
        <translation>0: логарифмы</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Прогрев</translation>
    </message>
    <message>
        <source>of the run</source>
        <translation>от всего запуска</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>эпох</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Сэмплирование</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>0: the likeliest token</source>
        <translation>0: самый вероятный токен</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>1 turns it off</source>
        <translation>1 отключает</translation>
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
        <translation>Штраф за повторы</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Макс. токенов</translation>
    </message>
    <message>
        <source>Stop texts</source>
        <translation>Стоп-тексты</translation>
    </message>
    <message>
        <source>one per line</source>
        <translation>по одному тексту на строку</translation>
    </message>
    <message>
        <source>Share of the rows</source>
        <translation>Доля строк</translation>
    </message>
    <message>
        <source>Last layers</source>
        <translation>Последние слои</translation>
    </message>
    <message>
        <source>0: not by layers</source>
        <translation>0: не по слоям</translation>
    </message>
    <message>
        <source>Trained parts</source>
        <translation>Обучаемые части</translation>
    </message>
    <message>
        <source>Modules left out</source>
        <translation>Исключённые модули</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Слои</translation>
    </message>
    <message>
        <source>empty: all</source>
        <translation>пусто: все</translation>
    </message>
    <message>
        <source>Start of the update</source>
        <translation>Начало поправки</translation>
    </message>
    <message>
        <source>LoRA+ ratio</source>
        <translation>Отношение LoRA+</translation>
    </message>
    <message>
        <source>Trained whole</source>
        <translation>Обучаются целиком</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Проекция</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Кодировщик</translation>
    </message>
    <message>
        <source>Width of the encoder</source>
        <translation>Ширина кодировщика</translation>
    </message>
    <message>
        <source>0: as the model</source>
        <translation>0: как у модели</translation>
    </message>
    <message>
        <source>Layers of the encoder</source>
        <translation>Слои кодировщика</translation>
    </message>
    <message>
        <source>Weight of extra length</source>
        <translation>Вес лишней длины</translation>
    </message>
    <message>
        <source>NEFTune noise</source>
        <translation>Шум NEFTune</translation>
    </message>
    <message>
        <source>usual 5 to 15</source>
        <translation>обычно от 5 до 15</translation>
    </message>
    <message>
        <source>Weight of good answers</source>
        <translation>Вес хороших ответов</translation>
    </message>
    <message>
        <source>usual 1 to 4</source>
        <translation>обычно от 1 до 4</translation>
    </message>
    <message>
        <source>Weight of bad answers</source>
        <translation>Вес плохих ответов</translation>
    </message>
    <message>
        <source>Keep scores around 0</source>
        <translation>Держать оценки около 0</translation>
    </message>
    <message>
        <source>usual 0.01</source>
        <translation>обычно 0,01</translation>
    </message>
    <message>
        <source>Dropout of the model</source>
        <translation>Dropout модели</translation>
    </message>
    <message>
        <source>0 to 0.1</source>
        <translation>от 0 до 0,1</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Циклы</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Заканчивается на</translation>
    </message>
    <message>
        <source>of the peak</source>
        <translation>пика</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Начинается с</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Степень</translation>
    </message>
    <message>
        <source>Time scale</source>
        <translation>Масштаб времени</translation>
    </message>
    <message>
        <source>Falls in the last</source>
        <translation>Падает в последние</translation>
    </message>
    <message>
        <source>Shape of the fall</source>
        <translation>Форма спада</translation>
    </message>
    <message>
        <source>Shape of the rise</source>
        <translation>Форма роста</translation>
    </message>
    <message>
        <source>Starts and ends at</source>
        <translation>Начинается и заканчивается на</translation>
    </message>
    <message>
        <source>Answers to a prompt</source>
        <translation>Ответов на промпт</translation>
    </message>
    <message>
        <source>usual 4 to 16</source>
        <translation>обычно от 4 до 16</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Награды</translation>
    </message>
    <message>
        <source>Weights of the rewards</source>
        <translation>Веса наград</translation>
    </message>
    <message>
        <source>empty: all alike</source>
        <translation>пусто: все одинаково</translation>
    </message>
    <message>
        <source>Pattern wanted</source>
        <translation>Нужный шаблон</translation>
    </message>
    <message>
        <source>Reward model</source>
        <translation>Модель вознаграждения</translation>
    </message>
    <message>
        <source>Too long from</source>
        <translation>Слишком длинный от</translation>
    </message>
    <message>
        <source>0: the longest</source>
        <translation>0: самый длинный</translation>
    </message>
    <message>
        <source>Costs rise over</source>
        <translation>Штраф растёт на</translation>
    </message>
    <message>
        <source>Leave out cut answers</source>
        <translation>Пропускать обрезанные ответы</translation>
    </message>
    <message>
        <source>Spread of rewards</source>
        <translation>Разброс наград</translation>
    </message>
    <message>
        <source>Clip ratios at</source>
        <translation>Обрезать отношения при</translation>
    </message>
    <message>
        <source>usual 0.2</source>
        <translation>обычно 0,2</translation>
    </message>
    <message>
        <source>Clip ratios upwards at</source>
        <translation>Обрезать отношения сверху при</translation>
    </message>
    <message>
        <source>Highest ratio</source>
        <translation>Наибольшее отношение</translation>
    </message>
    <message>
        <source>Ratios of</source>
        <translation>Отношения для</translation>
    </message>
    <message>
        <source>Weigh the distance by ratios</source>
        <translation>Взвешивать расстояние отношениями</translation>
    </message>
    <message>
        <source>Divide by the spread</source>
        <translation>Делить на разброс</translation>
    </message>
    <message>
        <source>Steps on the same answers</source>
        <translation>Шаги на тех же ответах</translation>
    </message>
    <message>
        <source>Cost of the distance</source>
        <translation>Цена расстояния</translation>
    </message>
    <message>
        <source>usual 0.05</source>
        <translation>обычно 0,05</translation>
    </message>
    <message>
        <source>Distance estimated by</source>
        <translation>Оценка расстояния</translation>
    </message>
    <message>
        <source>Weight of the values</source>
        <translation>Вес ценностей</translation>
    </message>
    <message>
        <source>usual 0.1</source>
        <translation>обычно 0,1</translation>
    </message>
    <message>
        <source>Clip values at</source>
        <translation>Обрезать ценности на</translation>
    </message>
    <message>
        <source>Discount per token</source>
        <translation>Дисконт на токен</translation>
    </message>
    <message>
        <source>1: none</source>
        <translation>1: нет</translation>
    </message>
    <message>
        <source>GAE lambda</source>
        <translation>Лямбда GAE</translation>
    </message>
    <message>
        <source>usual 0.95</source>
        <translation>обычно 0,95</translation>
    </message>
    <message>
        <source>Divide rewards by their spread</source>
        <translation>Делить награды на их разброс</translation>
    </message>
    <message>
        <source>Cost of a missing end</source>
        <translation>Цена отсутствия конца</translation>
    </message>
    <message>
        <source>empty: none</source>
        <translation>пусто: нет</translation>
    </message>
    <message>
        <source>Rewards of held-out answers</source>
        <translation>Награды за отложенные ответы</translation>
    </message>
    <message>
        <source>Held-out answers earn by</source>
        <translation>Отложенные ответы оценивают</translation>
    </message>
    <message>
        <source>Prompts asked</source>
        <translation>Задаваемые вопросы</translation>
    </message>
    <message>
        <source>0: all</source>
        <translation>0: все</translation>
    </message>
    <message>
        <source>Tokens to add</source>
        <translation>Добавляемые токены</translation>
    </message>
    <message>
        <source>Tokens whose rows are trained</source>
        <translation>Токены с обучаемыми строками</translation>
    </message>
</context>
<context>
    <name>FindingNames</name>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its value: &quot;Loss 0.412&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, best %2</source>
        <translation>%1, лучшее %2</translation>
    </message>
</context>
<context>
    <name>MemoryAdvice</name>
    <message>
        <source>Gradient checkpointing saves {saved}.</source>
        <translation>Пересчёт активаций экономит {saved}.</translation>
    </message>
    <message>
        <source>Gradient checkpointing saves {saved}, which is enough.</source>
        <translation>Пересчёт активаций экономит {saved}, этого достаточно.</translation>
    </message>
    <message>
        <source>A batch size of {value} saves {saved}.</source>
        <translation>Размер батча {value} экономит {saved}.</translation>
    </message>
    <message>
        <source>A batch size of {value} saves {saved}, which is enough.</source>
        <translation>Размер батча {value} экономит {saved}, этого достаточно.</translation>
    </message>
    <message>
        <source>A length of {value} saves {saved}.</source>
        <translation>Длина {value} экономит {saved}.</translation>
    </message>
    <message>
        <source>A length of {value} saves {saved}, which is enough.</source>
        <translation>Длина {value} экономит {saved}, этого достаточно.</translation>
    </message>
    <message>
        <source>The format {value} saves {saved}.</source>
        <translation>Формат {value} экономит {saved}.</translation>
    </message>
    <message>
        <source>The format {value} saves {saved}, which is enough.</source>
        <translation>Формат {value} экономит {saved}, этого достаточно.</translation>
    </message>
    <message>
        <source>LoRA instead of full tuning saves {saved}.</source>
        <translation>LoRA вместо полного дообучения экономит {saved}.</translation>
    </message>
    <message>
        <source>LoRA instead of full tuning saves {saved}, which is enough.</source>
        <translation>LoRA вместо полного дообучения экономит {saved}, этого достаточно.</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Learns to answer as the data do: conversations, prompts with answers, or plain text.</source>
        <translation>Учит отвечать так, как в данных: диалоги, промпты с ответами или простой текст.</translation>
    </message>
    <message>
        <source>Learns to continue plain text, every token of it.</source>
        <translation>Учит продолжать простой текст, каждый его токен.</translation>
    </message>
    <message>
        <source>Learns which of two answers is better, measured against the model that it starts from. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Учит, какой из двух ответов лучше, сравнивая с моделью, с которой начинается обучение. В примере — промпт, выбранный и отвергнутый ответы.</translation>
    </message>
    <message>
        <source>Learns to answer and which of two answers is better in one run, without a reference. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Учит в одном запуске и отвечать, и тому, какой из двух ответов лучше, без референсной модели. В примере — промпт, выбранный и отвергнутый ответы.</translation>
    </message>
    <message>
        <source>Learns which of two answers is better, without a reference; with the loss simpo it is SimPO. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Учит, какой из двух ответов лучше, без референсной модели; с функцией потерь simpo это SimPO. В примере — промпт, выбранный и отвергнутый ответы.</translation>
    </message>
    <message>
        <source>plain text needs large steps</source>
        <translation>простому тексту нужны большие шаги</translation>
    </message>
    <message>
        <source>comparing answers needs small steps, or the model forgets how to speak</source>
        <translation>сравнению ответов нужны малые шаги, иначе модель разучится говорить</translation>
    </message>
    <message>
        <source>all weights move, so each moves little</source>
        <translation>меняются все веса, поэтому каждый меняется немного</translation>
    </message>
    <message>
        <source>an adapter starts at zero and may move faster than the model</source>
        <translation>адаптер начинает с нуля и может меняться быстрее модели</translation>
    </message>
    <message>
        <source>by default %1: %2</source>
        <extracomment>A learning rate, then why.</extracomment>
        <translation>по умолчанию %1: %2</translation>
    </message>
    <message>
        <source>Learns which answers are good ones, measured against the model that it starts from. Rows hold a prompt, an answer and a label; pairs are taken as one good and one bad answer.</source>
        <translation>Учится, какие ответы хороши, сравнивая с моделью, с которой начинает. Строки содержат запрос, ответ и метку; пары считаются одним хорошим и одним плохим ответом.</translation>
    </message>
    <message>
        <source>Learns to give answers a score, the better one of a pair a higher one; it writes no answers. Rows hold a prompt, a chosen and a rejected answer.</source>
        <translation>Учится оценивать ответы, лучший из пары выше; ответов не пишет. Строки содержат запрос, выбранный и отклонённый ответы.</translation>
    </message>
    <message>
        <source>Lets the model write several answers to each prompt and learns from those that earn more than the others. Rows hold a prompt and, for rewards that compare, an answer.</source>
        <translation>Модель пишет несколько ответов на каждый промпт и учится на тех, что заработали больше других. В примере — промпт, а для наград со сравнением ещё и ответ.</translation>
    </message>
    <message>
        <source>Lets the model write a few answers to each prompt and measures each against the mean of the others; distance from the start costs reward. Rows hold a prompt and, for rewards that compare, an answer.</source>
        <translation>Модель пишет несколько ответов на каждый промпт, и каждый сравнивается со средним остальных; удаление от начала стоит награды. В примере — промпт, а для наград со сравнением ещё и ответ.</translation>
    </message>
    <message>
        <source>rewards say little about each token, so steps are small</source>
        <translation>награды мало говорят о каждом токене, поэтому шаги малы</translation>
    </message>
    <message>
        <source>Lets the model answer each prompt and learns from what a second model did not expect, token by token.</source>
        <translation>Модель отвечает на каждый вопрос и учится на том, чего вторая модель не ожидала, токен за токеном.</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>%1 (validation)</source>
        <extracomment>A figure over the validation rows: &quot;Loss (validation)&quot;</extracomment>
        <translation>%1 (валидация)</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>нат</translation>
    </message>
    <message>
        <source>nats per token</source>
        <translation>нат/токен</translation>
    </message>
    <message>
        <source>nats per pair</source>
        <translation>нат/пара</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>ток./с</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A figure and its unit: &quot;Loss (nats per token)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>Чем меньше, тем лучше.</translation>
    </message>
    <message>
        <source>Higher is better.</source>
        <translation>Чем больше, тем лучше.</translation>
    </message>
    <message>
        <source>Loss on %1</source>
        <extracomment>The loss on the rows of an evaluation set, by its name: &quot;Loss on general&quot;</extracomment>
        <translation>Потери на %1</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Loading the model</source>
        <translation>Загрузка модели</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Чтение данных</translation>
    </message>
    <message>
        <source>Turning text into tokens</source>
        <translation>Токенизация текста</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Объединение</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>Запись файлов</translation>
    </message>
    <message>
        <source>Comparing with what was written</source>
        <translation>Сравнение с записанным</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Preparing a place for it</source>
        <translation>Подготовка окружения</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>Установка</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>SFT</source>
        <translation>SFT</translation>
    </message>
    <message>
        <source>Pre-training</source>
        <translation>Предобучение</translation>
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
        <translation>Модель наград</translation>
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
        <translation>Все веса</translation>
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
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
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
        <translation>Промпт и ответ</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Простой текст</translation>
    </message>
    <message>
        <source>Preference</source>
        <translation>Предпочтения</translation>
    </message>
    <message>
        <source>ShareGPT pairs</source>
        <translation>Пары ShareGPT</translation>
    </message>
    <message>
        <source>HH-RLHF transcripts</source>
        <translation>Диалоги HH-RLHF</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>Адаптер</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Градиенты</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Активации</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Среда</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Всего</translation>
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
        <translation>автоматически</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>cut at the limit</source>
        <translation>обрезан на пределе длины</translation>
    </message>
    <message>
        <source>ended by a stop text</source>
        <translation>завершён по стоп-тексту</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>остановлен вами</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>Копирование файлов</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Инструкция</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>First question</source>
        <translation>Первый вопрос</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Реплики</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Выбранный</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отвергнутый</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>Опрос базовой модели</translation>
    </message>
    <message>
        <source>Asking the tuned model</source>
        <translation>Опрос настроенной модели</translation>
    </message>
    <message>
        <source>Judged answers</source>
        <translation>Оценённые ответы</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Хороший ответ</translation>
    </message>
    <message>
        <source>Open Assistant trees</source>
        <translation>Деревья Open Assistant</translation>
    </message>
    <message>
        <source>Natural Instructions</source>
        <translation>Natural Instructions</translation>
    </message>
    <message>
        <source>Self-Instruct tasks</source>
        <translation>Задания Self-Instruct</translation>
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
        <translation>Генерация ответов</translation>
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
        <translation>%1&#xa0;тыс.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1&#xa0;млн</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1&#xa0;млрд</translation>
    </message>
    <message>
        <source>%1 T</source>
        <translation>%1&#xa0;трлн</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1&#xa0;Б</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1&#xa0;кБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;МБ</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;ГБ</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1&#xa0;ТБ</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>менее 1&#xa0;с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;ч %2&#xa0;мин</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1&#xa0;дн.</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1&#xa0;ток./с</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>сегодня %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>вчера %1</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Not started</source>
        <translation>Не начат</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запускается</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Останавливается</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Прерван</translation>
    </message>
    <message>
        <source>Finishing this step</source>
        <translation>Завершает этот шаг</translation>
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
        <translation>%1: шаг %2 / %3</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, осталось %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1 и ещё %Ln</numerusform>
            <numerusform>%1 и ещё %Ln</numerusform>
            <numerusform>%1 и ещё %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartGate</name>
    <message>
        <source>Correct “%1”</source>
        <extracomment>The name of a field that holds something unusable.</extracomment>
        <translation>Исправьте «%1»</translation>
    </message>
    <message>
        <source>The plan shows a problem</source>
        <translation>В плане есть проблема</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Выберите модель</translation>
    </message>
    <message>
        <source>Choose a data file</source>
        <translation>Выберите файл данных</translation>
    </message>
    <message>
        <source>Planning...</source>
        <translation>Расчёт плана…</translation>
    </message>
    <message>
        <source>Download LibTorch first</source>
        <translation>Сначала загрузите LibTorch</translation>
    </message>
    <message>
        <source>It does the computing; the button at the top of the window downloads it.</source>
        <translation>Она выполняет вычисления; загрузить её можно кнопкой вверху окна.</translation>
    </message>
</context>
<context>
    <name>fettle</name>
    <message>
        <source>Choose auto, cpu, cuda, or one GPU such as cuda:0.</source>
        <translation>Выберите auto, cpu, cuda или один GPU, например cuda:0.</translation>
    </message>
    <message>
        <source>No base model is chosen.</source>
        <translation>Не выбрана базовая модель.</translation>
    </message>
    <message>
        <source>Name a model folder, or &quot;pocket&quot;.</source>
        <translation>Укажите папку модели или «pocket».</translation>
    </message>
    <message>
        <source>The new model has no tokenizer.</source>
        <translation>У новой модели нет токенизатора.</translation>
    </message>
    <message>
        <source>Name a folder with tokenizer files.</source>
        <translation>Укажите папку с файлами токенизатора.</translation>
    </message>
    <message>
        <source>The new model has no config.</source>
        <translation>У новой модели нет конфигурации.</translation>
    </message>
    <message>
        <source>Write the keys of its config.json here: model_type, hidden_size and so on.</source>
        <translation>Перечислите здесь ключи её config.json: model_type, hidden_size и так далее.</translation>
    </message>
    <message>
        <source>A fresh model cannot be tuned by an adapter: it knows nothing yet.</source>
        <translation>Новую модель нельзя дообучить адаптером: она ещё ничего не знает.</translation>
    </message>
    <message>
        <source>Choose the objective &quot;pretrain&quot;, or the adapter &quot;none&quot;.</source>
        <translation>Выберите метод «pretrain» или адаптер «none».</translation>
    </message>
    <message>
        <source>Only the adapter is trained; the fresh model keeps its random weights.</source>
        <translation>Обучается только адаптер; у новой модели остаются случайные веса.</translation>
    </message>
    <message>
        <source>Choose the adapter &quot;none&quot; to train the whole model.</source>
        <translation>Чтобы обучать модель целиком, выберите адаптер «none».</translation>
    </message>
    <message>
        <source>A data file has no path.</source>
        <translation>У файла данных не указан путь.</translation>
    </message>
    <message>
        <source>Name the file, or remove the entry.</source>
        <translation>Укажите файл или удалите запись.</translation>
    </message>
    <message>
        <source>There is no training data.</source>
        <translation>Нет обучающих данных.</translation>
    </message>
    <message>
        <source>Add at least one file.</source>
        <translation>Добавьте хотя бы один файл.</translation>
    </message>
    <message>
        <source>The packing strategy has no effect: packing is off.</source>
        <translation>Способ упаковки ни на что не влияет: упаковка выключена.</translation>
    </message>
    <message>
        <source>Switch packing on.</source>
        <translation>Включите упаковку.</translation>
    </message>
    <message>
        <source>With beta 0 no answer is better than another.</source>
        <translation>При beta = 0 ни один ответ не лучше другого.</translation>
    </message>
    <message>
        <source>Choose about 0.1.</source>
        <translation>Выберите около 0,1.</translation>
    </message>
    <message>
        <source>The loss exo_pair is infinite without label smoothing.</source>
        <translation>Функция потерь exo_pair бесконечна без сглаживания меток.</translation>
    </message>
    <message>
        <source>Choose about 0.001.</source>
        <translation>Выберите около 0,001.</translation>
    </message>
    <message>
        <source>Choose the loss robust.</source>
        <translation>Выберите функцию потерь robust.</translation>
    </message>
    <message>
        <source>Switch packing off; batches have no padding in any case.</source>
        <translation>Выключите упаковку; в батчах в любом случае нет дополнения (padding).</translation>
    </message>
    <message>
        <source>Leave it at answers.</source>
        <translation>Оставьте answers.</translation>
    </message>
    <message>
        <source>Leave it empty for the method&apos;s own default.</source>
        <translation>Оставьте пустым, чтобы взять значение по умолчанию для метода.</translation>
    </message>
    <message>
        <source>The schedule &quot;constant&quot; ignores the warm-up.</source>
        <translation>Расписание «constant» не использует прогрев.</translation>
    </message>
    <message>
        <source>Choose &quot;constant_with_warmup&quot;, or set warmup_steps and warmup_ratio to 0.</source>
        <translation>Выберите «constant_with_warmup» или задайте warmup_steps и warmup_ratio равными 0.</translation>
    </message>
    <message>
        <source>The run would end before its first step.</source>
        <translation>Запуск закончится, не сделав ни шага.</translation>
    </message>
    <message>
        <source>Set num_train_epochs or max_steps above 0.</source>
        <translation>Задайте num_train_epochs или max_steps больше 0.</translation>
    </message>
    <message>
        <source>The run is never evaluated, so that it cannot stop early.</source>
        <translation>Оценки в этом запуске нет, поэтому ранний останов невозможен.</translation>
    </message>
    <message>
        <source>Add validation rows and let evaluation.every_steps be 0 or more.</source>
        <translation>Добавьте примеры для валидации и задайте evaluation.every_steps не меньше 0.</translation>
    </message>
    <message>
        <source>No module would get an update.</source>
        <translation>Ни один модуль не получит обновления.</translation>
    </message>
    <message>
        <source>Choose &quot;all-linear&quot;, or name modules such as q_proj.</source>
        <translation>Выберите «all-linear» или перечислите модули, например q_proj.</translation>
    </message>
    <message>
        <source>With alpha 0 the update is always zero and nothing is learned.</source>
        <translation>При alpha = 0 обновление всегда равно нулю, и ничего не выучивается.</translation>
    </message>
    <message>
        <source>Choose once or twice the rank.</source>
        <translation>Выберите значение, равное рангу или вдвое больше.</translation>
    </message>
    <message>
        <source>No layer would get a bottleneck.</source>
        <translation>Ни один слой не получит bottleneck-блок.</translation>
    </message>
    <message>
        <source>Switch mh_adapter or output_adapter on.</source>
        <translation>Включите mh_adapter или output_adapter.</translation>
    </message>
    <message>
        <source>A parallel bottleneck stands beside the MLP only.</source>
        <translation>Параллельный bottleneck-блок бывает только у MLP.</translation>
    </message>
    <message>
        <source>Switch mh_adapter off, or is_parallel.</source>
        <translation>Выключите mh_adapter или is_parallel.</translation>
    </message>
    <message>
        <source>With scaling 0 the bottleneck adds nothing and nothing is learned.</source>
        <translation>При scaling = 0 bottleneck-блок ничего не добавляет, и ничего не выучивается.</translation>
    </message>
    <message>
        <source>Choose 1, or 4 for a parallel bottleneck.</source>
        <translation>Выберите 1 или, для параллельного блока, 4.</translation>
    </message>
    <message>
        <source>The adapter to start from has no path.</source>
        <translation>Не указан путь к исходному адаптеру.</translation>
    </message>
    <message>
        <source>Name an adapter folder, or leave it empty.</source>
        <translation>Укажите папку адаптера или оставьте пустым.</translation>
    </message>
    <message>
        <source>Look at the rows that were left out, or set data.train_on to everything.</source>
        <translation>Посмотрите исключённые примеры или задайте data.train_on равным everything.</translation>
    </message>
    <message>
        <source>The list of problems says why, row by row.</source>
        <translation>В списке проблем указана причина для каждого примера.</translation>
    </message>
    <message>
        <source>Set max_length no higher than the model&apos;s context.</source>
        <translation>Задайте max_length не больше контекста модели.</translation>
    </message>
    <message>
        <source>Switch packing off, lower the batch size or the accumulation, or train for more epochs.</source>
        <translation>Выключите упаковку, уменьшите размер батча или накопление либо обучайте больше эпох.</translation>
    </message>
    <message>
        <source>The processor cannot train in float16.</source>
        <translation>Процессор не может обучать в float16.</translation>
    </message>
    <message>
        <source>Choose auto, float32 or bfloat16.</source>
        <translation>Выберите auto, float32 или bfloat16.</translation>
    </message>
    <message>
        <source>This device has no bfloat16 of its own; emulating it is slow.</source>
        <translation>У этого устройства нет аппаратного bfloat16, а эмуляция медленная.</translation>
    </message>
    <message>
        <source>Choose auto for the best type that the device has.</source>
        <translation>Выберите auto: будет взят лучший тип, который есть у устройства.</translation>
    </message>
    <message>
        <source>Quantised weights cannot be trained themselves.</source>
        <translation>Квантованные веса нельзя обучать сами по себе.</translation>
    </message>
    <message>
        <source>Choose an adapter such as lora, or no quantisation.</source>
        <translation>Выберите адаптер, например lora, или откажитесь от квантования.</translation>
    </message>
    <message>
        <source>A fresh model is trained whole and cannot be quantised.</source>
        <translation>Новая модель обучается целиком, и её нельзя квантовать.</translation>
    </message>
    <message>
        <source>Choose no quantisation.</source>
        <translation>Откажитесь от квантования.</translation>
    </message>
    <message>
        <source>DoRA needs the lengths of the base&apos;s weights as numbers.</source>
        <translation>DoRA нужны длины весов базовой модели в виде чисел.</translation>
    </message>
    <message>
        <source>Switch DoRA off, or choose no quantisation.</source>
        <translation>Выключите DoRA или откажитесь от квантования.</translation>
    </message>
    <message>
        <source>Choose among the values of loss_type.</source>
        <translation>Выберите из значений loss_type.</translation>
    </message>
    <message>
        <source>Choose about 0.1, for simpo about 2.</source>
        <translation>Выберите около 0,1, для simpo — около 2.</translation>
    </message>
    <message>
        <source>There is no text to start from.</source>
        <translation>Нет текста, с которого начать.</translation>
    </message>
    <message>
        <source>Write what the model should do, for example &quot;Answer politely:&quot;.</source>
        <translation>Напишите, что должна делать модель, например «Answer politely:».</translation>
    </message>
    <message>
        <source>a text or a list of texts</source>
        <translation>текст или список текстов</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>целое число от 0</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>There is no device called &quot;{device}&quot;.</source>
        <translation>Устройства «{device}» нет.</translation>
    </message>
    <message>
        <source>There is no loss called &quot;{loss}&quot;.</source>
        <translation>Функции потерь «{loss}» нет.</translation>
    </message>
    <message>
        <source>The loss {loss} ignores label_smoothing.</source>
        <translation>Функция потерь {loss} не использует label_smoothing.</translation>
    </message>
    <message>
        <source>The learning rate {rate} is far from what this method usually takes, {usual}.</source>
        <translation>Скорость обучения {rate} далека от обычной для этого метода, {usual}.</translation>
    </message>
    <message>
        <source>Choose eval_loss, which every objective reports.</source>
        <translation>Выберите eval_loss: его сообщает каждый метод.</translation>
    </message>
    <message>
        <source>No token would be trained on.</source>
        <translation>Нет ни одного обучающего токена.</translation>
    </message>
    <message>
        <source>{dropped} of {rows} training rows are left out.</source>
        <translation>Исключено обучающих примеров: {dropped} из {rows}.</translation>
    </message>
    <message>
        <source>max_length {length} is above the model&apos;s context and was lowered to {context}.</source>
        <translation>Значение max_length, {length}, больше контекста модели и уменьшено до {context}.</translation>
    </message>
    <message>
        <source>Packing leaves only {steps} steps.</source>
        <translation>Упаковка оставляет мало шагов: {steps}.</translation>
    </message>
    <message>
        <source>The run needs about {needed} MB, and the device has {left} MB left.</source>
        <translation>Запуску нужно около {needed} МБ, а на устройстве осталось {left} МБ.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows cannot be read and are left out.</source>
        <translation>
            <numerusform>%n пример не удалось прочитать, и он исключён.</numerusform>
            <numerusform>%n примера не удалось прочитать, и они исключены.</numerusform>
            <numerusform>%n примеров не удалось прочитать, и они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the rows in the file.</source>
        <translation>Посмотрите эти примеры в файле.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not valid JSON and are left out.</source>
        <translation>
            <numerusform>%n пример не является правильным JSON и исключён.</numerusform>
            <numerusform>%n примера не являются правильным JSON и исключены.</numerusform>
            <numerusform>%n примеров не являются правильным JSON и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix these lines, or write the file again with a program that knows JSON.</source>
        <translation>Исправьте эти строки или запишите файл заново программой, которая знает JSON.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not in UTF-8 and are left out.</source>
        <translation>
            <numerusform>%n пример записан не в UTF-8 и исключён.</numerusform>
            <numerusform>%n примера записаны не в UTF-8 и исключены.</numerusform>
            <numerusform>%n примеров записаны не в UTF-8 и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Сохраните файл в UTF-8.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no named columns and are left out.</source>
        <translation>
            <numerusform>%n пример не имеет именованных столбцов и исключён.</numerusform>
            <numerusform>%n примера не имеют именованных столбцов и исключены.</numerusform>
            <numerusform>%n примеров не имеют именованных столбцов и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write each row as a JSON object: {&quot;column&quot;: &quot;text&quot;}.</source>
        <translation>Запишите каждый пример как объект JSON: {&quot;column&quot;: &quot;text&quot;}.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack a text that the format needs, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>В %n примере нет текста, который нужен формату, например «{detail}»; он исключён.</numerusform>
            <numerusform>В %n примерах нет текста, который нужен формату, например «{detail}»; они исключены.</numerusform>
            <numerusform>В %n примерах нет текста, который нужен формату, например «{detail}»; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fill the column, or name another one for it.</source>
        <translation>Заполните столбец или укажите вместо него другой.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no list of messages and are left out.</source>
        <translation>
            <numerusform>В %n примере нет списка сообщений; он исключён.</numerusform>
            <numerusform>В %n примерах нет списка сообщений; они исключены.</numerusform>
            <numerusform>В %n примерах нет списка сообщений; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the list, or choose another format for this file.</source>
        <translation>Добавьте список или выберите другой формат для этого файла.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a turn without its text or its speaker, &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>В %n примере есть реплика без текста или говорящего, например без «{detail}»; он исключён.</numerusform>
            <numerusform>В %n примерах есть реплика без текста или говорящего, например без «{detail}»; они исключены.</numerusform>
            <numerusform>В %n примерах есть реплика без текста или говорящего, например без «{detail}»; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each turn of a conversation a speaker and a text.</source>
        <translation>Укажите для каждой реплики диалога говорящего и текст.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold something that is no text, {detail} for one, and are left out.</source>
        <translation>
            <numerusform>В %n примере есть не только текст, например {detail}; он исключён.</numerusform>
            <numerusform>В %n примерах есть не только текст, например {detail}; они исключены.</numerusform>
            <numerusform>В %n примерах есть не только текст, например {detail}; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take pictures, sound and the like out of the conversations: Fettle learns from text.</source>
        <translation>Уберите из диалогов изображения, звук и тому подобное: Fettle обучает на тексте.</translation>
    </message>
    <message numerus="yes">
        <source>In %n rows someone speaks who is not known, &quot;{detail}&quot; for one, and the rows are left out.</source>
        <translation>
            <numerusform>В %n примере есть неизвестный говорящий, например «{detail}»; он исключён.</numerusform>
            <numerusform>В %n примерах есть неизвестный говорящий, например «{detail}»; они исключены.</numerusform>
            <numerusform>В %n примерах есть неизвестный говорящий, например «{detail}»; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name the speakers human, gpt, system or tool.</source>
        <translation>Назовите говорящих human, gpt, system или tool.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have tools that are no list and are left out.</source>
        <translation>
            <numerusform>В %n примере инструменты записаны не списком; он исключён.</numerusform>
            <numerusform>В %n примерах инструменты записаны не списком; они исключены.</numerusform>
            <numerusform>В %n примерах инструменты записаны не списком; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the tools as a JSON list, or leave them out.</source>
        <translation>Запишите инструменты списком JSON или уберите их.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a history that is no list of question and answer, and are left out.</source>
        <translation>
            <numerusform>В %n примере история — не список вопросов и ответов; он исключён.</numerusform>
            <numerusform>В %n примерах история — не список вопросов и ответов; они исключены.</numerusform>
            <numerusform>В %n примерах история — не список вопросов и ответов; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the history as [[&quot;question&quot;, &quot;answer&quot;], ...].</source>
        <translation>Запишите историю в виде [[&quot;question&quot;, &quot;answer&quot;], ...].</translation>
    </message>
    <message numerus="yes">
        <source>%n rows lack the better or the worse answer and are left out.</source>
        <translation>
            <numerusform>В %n примере нет лучшего или худшего ответа; он исключён.</numerusform>
            <numerusform>В %n примерах нет лучшего или худшего ответа; они исключены.</numerusform>
            <numerusform>В %n примерах нет лучшего или худшего ответа; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row &quot;chosen&quot; and &quot;rejected&quot;.</source>
        <translation>Укажите в каждом примере «chosen» и «rejected».</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold no transcript of Human and Assistant and are left out.</source>
        <translation>
            <numerusform>В %n примере нет диалога Human и Assistant; он исключён.</numerusform>
            <numerusform>В %n примерах нет диалога Human и Assistant; они исключены.</numerusform>
            <numerusform>В %n примерах нет диалога Human и Assistant; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose another format for this file, or fix the rows.</source>
        <translation>Выберите другой формат для этого файла или исправьте примеры.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have the same answer twice and are left out: they do not say what is better.</source>
        <translation>
            <numerusform>В %n паре дважды один и тот же ответ: она не говорит, что лучше, и исключена.</numerusform>
            <numerusform>В %n парах дважды один и тот же ответ: они не говорят, что лучше, и исключены.</numerusform>
            <numerusform>В %n парах дважды один и тот же ответ: они не говорят, что лучше, и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write two different answers, or remove the rows.</source>
        <translation>Напишите два разных ответа или удалите эти примеры.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not fit the model&apos;s chat template and are left out.</source>
        <translation>
            <numerusform>%n пример не подходит к шаблону чата модели и исключён.</numerusform>
            <numerusform>%n примера не подходят к шаблону чата модели и исключены.</numerusform>
            <numerusform>%n примеров не подходят к шаблону чата модели и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Most templates want user and assistant in turns, and a system turn at most at the start. The template says: {detail}</source>
        <translation>Большинству шаблонов нужно чередование user и assistant и не больше одной реплики system, в начале. Шаблон сообщает: {detail}</translation>
    </message>
    <message numerus="yes">
        <source>%n rows hold a token that the model does not know and are left out.</source>
        <translation>
            <numerusform>В %n примере есть токен, которого модель не знает; он исключён.</numerusform>
            <numerusform>В %n примерах есть токен, которого модель не знает; они исключены.</numerusform>
            <numerusform>В %n примерах есть токен, которого модель не знает; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the token out, or take the tokenizer that belongs to the model.</source>
        <translation>Уберите этот токен или возьмите токенизатор, относящийся к модели.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have nothing to learn from and are left out.</source>
        <translation>
            <numerusform>В %n примере не на чем учиться; он исключён.</numerusform>
            <numerusform>В %n примерах не на чем учиться; они исключены.</numerusform>
            <numerusform>В %n примерах не на чем учиться; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them an answer, or learn from everything in the row.</source>
        <translation>Добавьте в них ответ или учите модель на всём содержимом примера.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out: their answers begin beyond {length} tokens.</source>
        <translation>
            <numerusform>%n пример исключён: его ответ начинается дальше {length}-го токена.</numerusform>
            <numerusform>%n примера исключены: их ответы начинаются дальше {length}-го токена.</numerusform>
            <numerusform>%n примеров исключены: их ответы начинаются дальше {length}-го токена.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten what stands before the answer.</source>
        <translation>Увеличьте длину (до {longest} токенов для этих примеров) или сократите то, что стоит перед ответом.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a single answer and are left out, where two are compared.</source>
        <translation>
            <numerusform>В %n примере один ответ, а сравниваются два; он исключён.</numerusform>
            <numerusform>В %n примерах по одному ответу, а сравниваются два; они исключены.</numerusform>
            <numerusform>В %n примерах по одному ответу, а сравниваются два; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row &quot;chosen&quot; and &quot;rejected&quot;, or choose the method SFT.</source>
        <translation>Укажите в каждом примере «chosen» и «rejected» или выберите метод SFT.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a better and a worse answer and are left out, where one is learned.</source>
        <translation>
            <numerusform>В %n примере есть лучший и худший ответы, а модель учится на одном; он исключён.</numerusform>
            <numerusform>В %n примерах есть лучший и худший ответы, а модель учится на одном; они исключены.</numerusform>
            <numerusform>В %n примерах есть лучший и худший ответы, а модель учится на одном; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the method DPO or ORPO, or give each row one answer.</source>
        <translation>Выберите метод DPO или ORPO либо оставьте в каждом примере один ответ.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs have an empty answer and are left out.</source>
        <translation>
            <numerusform>В %n паре есть пустой ответ; она исключена.</numerusform>
            <numerusform>В %n парах есть пустой ответ; они исключены.</numerusform>
            <numerusform>В %n парах есть пустой ответ; они исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the answer, or remove the row.</source>
        <translation>Напишите ответ или удалите пример.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens: their answers lose their ends.</source>
        <translation>
            <numerusform>%n пример длиннее {length} токенов: его ответ теряет конец.</numerusform>
            <numerusform>%n примера длиннее {length} токенов: их ответы теряют конец.</numerusform>
            <numerusform>%n примеров длиннее {length} токенов: их ответы теряют конец.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten them: the model would learn to stop in the middle.</source>
        <translation>Увеличьте длину (до {longest} токенов для этих примеров) или сократите их: иначе модель научится обрывать ответ на середине.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are longer than {length} tokens and are cut.</source>
        <translation>
            <numerusform>%n пример длиннее {length} токенов и обрезан.</numerusform>
            <numerusform>%n примера длиннее {length} токенов и обрезаны.</numerusform>
            <numerusform>%n примеров длиннее {length} токенов и обрезаны.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or split them.</source>
        <translation>Увеличьте длину (до {longest} токенов для этих примеров) или разделите их.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers are empty.</source>
        <translation>
            <numerusform>%n ответ пуст.</numerusform>
            <numerusform>%n ответа пусты.</numerusform>
            <numerusform>%n ответов пусты.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write an answer, or remove the row: the model would learn to say nothing.</source>
        <translation>Напишите ответ или удалите пример: иначе модель научится молчать.</translation>
    </message>
    <message numerus="yes">
        <source>%n answers repeat their question word for word.</source>
        <translation>
            <numerusform>%n ответ слово в слово повторяет вопрос.</numerusform>
            <numerusform>%n ответа слово в слово повторяют вопрос.</numerusform>
            <numerusform>%n ответов слово в слово повторяют вопрос.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that question and answer come from different columns.</source>
        <translation>Проверьте, что вопрос и ответ берутся из разных столбцов.</translation>
    </message>
    <message numerus="yes">
        <source>In {share} of %n pairs the better answer is the longer one: the model may learn length instead of quality.</source>
        <translation>
            <numerusform>В {share} из %n пары лучший ответ длиннее: модель может выучить длину вместо качества.</numerusform>
            <numerusform>В {share} из %n пар лучший ответ длиннее: модель может выучить длину вместо качества.</numerusform>
            <numerusform>В {share} из %n пар лучший ответ длиннее: модель может выучить длину вместо качества.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add pairs whose better answer is the shorter one.</source>
        <translation>Добавьте пары, в которых лучший ответ короче.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows stand in the file already.</source>
        <translation>
            <numerusform>%n пример уже есть в файле.</numerusform>
            <numerusform>%n примера уже есть в файле.</numerusform>
            <numerusform>%n примеров уже есть в файле.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove them, unless they should count more often.</source>
        <translation>Удалите их, если они не должны учитываться чаще.</translation>
    </message>
    <message>
        <source>This objective does not report {metric}.</source>
        <translation>Этот метод не сообщает {metric}.</translation>
    </message>
    <message>
        <source>These rows hold one answer each, and this method compares a better with a worse one.</source>
        <translation>В этих примерах по одному ответу, а этот метод сравнивает лучший ответ с худшим.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have &quot;chosen&quot; and &quot;rejected&quot;, or the method SFT.</source>
        <translation>Выберите файл, в примерах которого есть «chosen» и «rejected», или метод SFT.</translation>
    </message>
    <message>
        <source>These rows hold a better and a worse answer, and this method learns from one.</source>
        <translation>В этих примерах есть лучший и худший ответы, а этот метод учится на одном.</translation>
    </message>
    <message>
        <source>Choose the method DPO or ORPO, or a file with one answer in each row.</source>
        <translation>Выберите метод DPO или ORPO либо файл с одним ответом в каждом примере.</translation>
    </message>
    <message>
        <source>PiSSA takes apart the base&apos;s weights as numbers.</source>
        <translation>PiSSA разлагает веса базовой модели как числа.</translation>
    </message>
    <message>
        <source>Start from true, or choose no quantisation.</source>
        <translation>Начните с true или не выбирайте квантование.</translation>
    </message>
    <message>
        <source>A part that shall be trained has no name.</source>
        <translation>У части, которую нужно обучать, нет имени.</translation>
    </message>
    <message>
        <source>Name modules or parts such as embed_tokens or layers.0.</source>
        <translation>Укажите модули или части, например embed_tokens или layers.0.</translation>
    </message>
    <message>
        <source>Layers are chosen by numbers only where the target modules are names.</source>
        <translation>Слои выбираются номерами только там, где целевые модули заданы именами.</translation>
    </message>
    <message>
        <source>Write the layers into the regular expression, or name modules such as q_proj.</source>
        <translation>Впишите слои в регулярное выражение или укажите модули, например q_proj.</translation>
    </message>
    <message>
        <source>PiSSA and DoRA do not go together.</source>
        <translation>PiSSA и DoRA несовместимы.</translation>
    </message>
    <message>
        <source>Switch DoRA off, or start from true.</source>
        <translation>Выключите DoRA или начните с true.</translation>
    </message>
    <message>
        <source>A module that shall be trained whole has no name.</source>
        <translation>У модуля, который нужно обучать целиком, нет имени.</translation>
    </message>
    <message>
        <source>Name modules such as embed_tokens or lm_head.</source>
        <translation>Укажите модули, например embed_tokens или lm_head.</translation>
    </message>
    <message>
        <source>KTO measures each answer against those of other rows in its batch, and there are none.</source>
        <translation>KTO сравнивает каждый ответ с ответами других строк его пакета, а их нет.</translation>
    </message>
    <message>
        <source>Set per_device_batch_size to 2 or more, or choose the loss apo_zero_unpaired.</source>
        <translation>Установите per_device_batch_size на 2 или больше или выберите потери apo_zero_unpaired.</translation>
    </message>
    <message>
        <source>A reward model is trained by LoRA or whole.</source>
        <translation>Модель вознаграждения обучается через LoRA или целиком.</translation>
    </message>
    <message>
        <source>Choose the adapter lora or none.</source>
        <translation>Выберите адаптер lora или none.</translation>
    </message>
    <message>
        <source>A reward model gives scores and writes no answers.</source>
        <translation>Модель вознаграждения даёт оценки и не пишет ответов.</translation>
    </message>
    <message>
        <source>Remove the sample prompts.</source>
        <translation>Уберите пробные запросы.</translation>
    </message>
    <message>
        <source>Rows whose answers are judged or compared cannot be packed.</source>
        <translation>Строки, ответы которых оцениваются или сравниваются, нельзя упаковывать.</translation>
    </message>
    <message>
        <source>train_on has no effect: this objective judges or compares answers.</source>
        <translation>train_on не действует: этот метод оценивает или сравнивает ответы.</translation>
    </message>
    <message>
        <source>These rows do not say which answers are good, and this method learns from that.</source>
        <translation>Эти строки не говорят, какие ответы хороши, а этот метод учится именно на этом.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have a &quot;label&quot;, true or false, or pairs with &quot;chosen&quot; and &quot;rejected&quot;; or the method SFT.</source>
        <translation>Выберите файл, строки которого имеют &quot;label&quot;, true или false, либо пары с &quot;chosen&quot; и &quot;rejected&quot;; или метод SFT.</translation>
    </message>
    <message>
        <source>{good} good and {bad} bad answers weigh unlike; a weight of {weight} would balance them.</source>
        <translation>{good} хороших и {bad} плохих ответов весят неодинаково; вес {weight} уравновесил бы их.</translation>
    </message>
    <message>
        <source>Raise the weight of the fewer.</source>
        <translation>Увеличьте вес тех, которых меньше.</translation>
    </message>
    <message>
        <source>All answers are judged alike, and KTO learns from the difference.</source>
        <translation>Все ответы оценены одинаково, а KTO учится на различии.</translation>
    </message>
    <message>
        <source>Add answers with the other label; from good answers alone, SFT learns.</source>
        <translation>Добавьте ответы с другой меткой; на одних хороших ответах учится SFT.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have something that is no number where one is needed, in &quot;{detail}&quot; for one, and are left out.</source>
        <translation>
            <numerusform>В %n строке там, где нужно число, стоит не число, например в &quot;{detail}&quot;; она пропущена.</numerusform>
            <numerusform>В %n строках там, где нужно число, стоит не число, например в &quot;{detail}&quot;; они пропущены.</numerusform>
            <numerusform>В %n строках там, где нужно число, стоит не число, например в &quot;{detail}&quot;; они пропущены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a number there, or leave the column out.</source>
        <translation>Впишите туда число или уберите столбец.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows do not say whether their answer is a good one and are left out.</source>
        <translation>
            <numerusform>%n строка не говорит, хорош ли её ответ, и пропущена.</numerusform>
            <numerusform>%n строки не говорят, хорош ли их ответ, и пропущены.</numerusform>
            <numerusform>%n строк не говорят, хорош ли их ответ, и пропущены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each row a column &quot;label&quot;, true for a good answer and false for a bad one.</source>
        <translation>Дайте каждой строке столбец &quot;label&quot;: true для хорошего ответа и false для плохого.</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are longer than {length} tokens and are left out: cut answers would be judged for what is not there.</source>
        <translation>
            <numerusform>%n пара длиннее {length} токенов и пропущена: обрезанные ответы оценивались бы за то, чего нет.</numerusform>
            <numerusform>%n пары длиннее {length} токенов и пропущены: обрезанные ответы оценивались бы за то, чего нет.</numerusform>
            <numerusform>%n пар длиннее {length} токенов и пропущены: обрезанные ответы оценивались бы за то, чего нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length, up to {longest} tokens for these rows, or shorten them.</source>
        <translation>Увеличьте длину, до {longest} токенов для этих строк, или сократите их.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have other cells than the header and are left out.</source>
        <translation>
            <numerusform>%n пример имеет не те ячейки, что заголовок, и исключён.</numerusform>
            <numerusform>%n примера имеют не те ячейки, что заголовок, и исключены.</numerusform>
            <numerusform>%n примеров имеют не те ячейки, что заголовок, и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put texts that hold separators, quotes or line ends in quotes, and double the quotes in them.</source>
        <translation>Тексты с разделителями, кавычками или концами строк заключите в кавычки, а кавычки внутри них удвойте.</translation>
    </message>
    <message>
        <source>Dropout has no effect: this objective measures the model against itself, which must not vary.</source>
        <translation>Dropout не действует: этот метод сравнивает модель с ней самой, а она не должна меняться.</translation>
    </message>
    <message>
        <source>Set model.dropout to 0.</source>
        <translation>Установите model.dropout равным 0.</translation>
    </message>
    <message>
        <source>The learning rate would end at {end}, which is not below its peak of {peak}.</source>
        <translation>Скорость обучения закончилась бы на {end}, а это не ниже её пика {peak}.</translation>
    </message>
    <message>
        <source>Lower schedule.lr_end, or raise optimizer.learning_rate.</source>
        <translation>Уменьшите schedule.lr_end или увеличьте optimizer.learning_rate.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of an evaluation set.</source>
        <translation>{name} не может быть именем набора для оценки.</translation>
    </message>
    <message>
        <source>Take letters, digits and _, and another name for each set.</source>
        <translation>Используйте буквы, цифры и _, и для каждого набора другое имя.</translation>
    </message>
    <message>
        <source>A reward model has no loss on texts.</source>
        <translation>У модели наград нет потерь на текстах.</translation>
    </message>
    <message>
        <source>Remove the evaluation sets.</source>
        <translation>Уберите наборы для оценки.</translation>
    </message>
    <message>
        <source>The loss of answers that the model draws itself does not say how good they are.</source>
        <translation>Потери на ответах, которые модель порождает сама, не говорят, насколько они хороши.</translation>
    </message>
    <message>
        <source>Choose eval_reward.</source>
        <translation>Выберите eval_reward.</translation>
    </message>
    <message>
        <source>Nothing earns a reward, so nothing is learned.</source>
        <translation>Ничто не приносит награды, поэтому модель ничему не научится.</translation>
    </message>
    <message>
        <source>Choose at least one reward, auto for instance.</source>
        <translation>Выберите хотя бы одну награду, например auto.</translation>
    </message>
    <message>
        <source>A reward is named twice.</source>
        <translation>Награда названа дважды.</translation>
    </message>
    <message>
        <source>Name it once, and give it a larger weight.</source>
        <translation>Назовите её один раз и дайте ей больший вес.</translation>
    </message>
    <message>
        <source>There are {weights} weights for {rewards} rewards.</source>
        <translation>Весов: {weights}, а наград: {rewards}.</translation>
    </message>
    <message>
        <source>Give one weight for each reward, in their order, or none.</source>
        <translation>Дайте по одному весу на каждую награду, в их порядке, или ни одного.</translation>
    </message>
    <message>
        <source>The reward regex has no pattern.</source>
        <translation>У награды regex нет шаблона.</translation>
    </message>
    <message>
        <source>Write a regular expression that a good answer holds.</source>
        <translation>Напишите регулярное выражение, которое есть в хорошем ответе.</translation>
    </message>
    <message>
        <source>No reward model is chosen.</source>
        <translation>Модель вознаграждения не выбрана.</translation>
    </message>
    <message>
        <source>Name the folder of a model that was trained by the objective reward.</source>
        <translation>Укажите папку модели, обученной методом reward.</translation>
    </message>
    <message>
        <source>No answer is long enough to cost anything.</source>
        <translation>Ни один ответ не настолько длинный, чтобы за него был штраф.</translation>
    </message>
    <message>
        <source>Set soft_punish_cache above 0, or soft_punish_length below max_completion_length.</source>
        <translation>Задайте soft_punish_cache больше 0 или soft_punish_length меньше max_completion_length.</translation>
    </message>
    <message>
        <source>Answers of {tokens} tokens leave no room for a prompt within max_length {length}.</source>
        <translation>Ответы в {tokens} токенов не оставляют места для промпта в пределах max_length {length}.</translation>
    </message>
    <message>
        <source>Lower max_completion_length, or raise data.max_length.</source>
        <translation>Уменьшите max_completion_length или увеличьте data.max_length.</translation>
    </message>
    <message>
        <source>These rows hold no prompts with an answer each, which drawn answers are compared with.</source>
        <translation>В этих строках нет промптов с ответом, с которым сравниваются ответы модели.</translation>
    </message>
    <message>
        <source>Choose a file whose rows have &quot;prompt&quot; and &quot;completion&quot;, or &quot;messages&quot; that end with an answer; or a reward that compares nothing.</source>
        <translation>Выберите файл, в строках которого есть «prompt» и «completion» или «messages», оканчивающиеся ответом; либо награду без сравнения.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no prompt and are left out: there is nothing to ask the model.</source>
        <translation>
            <numerusform>%n пример без промпта исключён: модель не о чем спросить.</numerusform>
            <numerusform>%n примера без промпта исключены: модель не о чем спросить.</numerusform>
            <numerusform>%n примеров без промпта исключены: модель не о чем спросить.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them a prompt, or conversations with a question.</source>
        <translation>Добавьте им промпт или диалоги с вопросом.</translation>
    </message>
    <message numerus="yes">
        <source>%n prompts leave no room for an answer within {length} tokens and are left out.</source>
        <translation>
            <numerusform>%n промпт не оставляет места для ответа в пределах {length} токенов и исключён.</numerusform>
            <numerusform>%n промпта не оставляют места для ответа в пределах {length} токенов и исключены.</numerusform>
            <numerusform>%n промптов не оставляют места для ответа в пределах {length} токенов и исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the length beyond {longest} tokens, or shorten the prompts.</source>
        <translation>Увеличьте длину больше {longest} токенов или сократите промпты.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no answer that others could be compared with, and are left out.</source>
        <translation>
            <numerusform>%n пример без ответа для сравнения исключён.</numerusform>
            <numerusform>%n примера без ответа для сравнения исключены.</numerusform>
            <numerusform>%n примеров без ответа для сравнения исключены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them a completion or a last turn of the assistant, or choose a reward that compares nothing.</source>
        <translation>Добавьте им completion или последнюю реплику ассистента либо выберите награду без сравнения.</translation>
    </message>
    <message>
        <source>The value model of PPO is trained by LoRA or whole.</source>
        <translation>Модель ценностей PPO обучается через LoRA или целиком.</translation>
    </message>
    <message>
        <source>Choose the adapter lora or none, or the objective grpo.</source>
        <translation>Выберите адаптер lora или none либо цель grpo.</translation>
    </message>
    <message>
        <source>A fresh model has no answers to learn from.</source>
        <translation>У новой модели нет ответов, на которых можно учиться.</translation>
    </message>
    <message>
        <source>Choose a model that answers, or the objective &quot;pretrain&quot;.</source>
        <translation>Выберите модель, которая отвечает, или цель «pretrain».</translation>
    </message>
    <message>
        <source>Remove the rewards of the evaluation.</source>
        <translation>Уберите награды оценки.</translation>
    </message>
    <message>
        <source>This objective judges its held-out answers by its own rewards already.</source>
        <translation>Эта цель уже оценивает отложенные ответы своими наградами.</translation>
    </message>
    <message>
        <source>No row is held out whose prompt could be answered.</source>
        <translation>Не отложено ни одной строки с вопросом, на который можно ответить.</translation>
    </message>
    <message>
        <source>There is no evaluation set called &quot;{name}&quot;.</source>
        <translation>Нет набора оценки с именем «{name}».</translation>
    </message>
    <message>
        <source>Choose the loss of one of evaluation.sets, or eval_loss.</source>
        <translation>Выберите потери одного из evaluation.sets или eval_loss.</translation>
    </message>
    <message>
        <source>Choose what answers earn in evaluation.rewards, or the metric eval_loss.</source>
        <translation>Выберите в evaluation.rewards, за что дают награду, или метрику eval_loss.</translation>
    </message>
    <message>
        <source>The chat template writes {token}, which the tokenizer cuts into pieces.</source>
        <translation>Шаблон чата пишет {token}, а токенизатор режет его на части.</translation>
    </message>
    <message>
        <source>Name it in model.add_special_tokens, so that it becomes one token.</source>
        <translation>Назовите его в model.add_special_tokens, чтобы он стал одним токеном.</translation>
    </message>
</context>
<context>
    <name>fettle::SectionReader</name>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
</context>
<context>
    <name>fettle::T</name>
    <message>
        <source>Decay of the averages of the gradient and of its square.</source>
        <translation>Коэффициенты затухания средних значений градиента и его квадрата.</translation>
    </message>
    <message>
        <source>Added to the divisor of an update, for numerical stability.</source>
        <translation>Добавляется к знаменателю обновления для численной устойчивости.</translation>
    </message>
    <message>
        <source>Weight of the average in the direction of a step, and its decay afterwards.</source>
        <translation>Вес среднего в направлении шага и его последующее затухание.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>Modules trained whole beside the adapter and kept in its file, such as embed_tokens and lm_head.</source>
        <translation>Модули, обучаемые целиком рядом с адаптером и хранимые в его файле, например embed_tokens и lm_head.</translation>
    </message>
    <message>
        <source>Share of its peak to which the learning rate falls.</source>
        <translation>Доля пика, до которой падает скорость обучения.</translation>
    </message>
    <message>
        <source>Share of its peak at which the learning rate starts; empty: that of one step.</source>
        <translation>Доля пика, с которой начинается скорость обучения; пусто: как за один шаг.</translation>
    </message>
</context>
<context>
    <name>fettle::V</name>
    <message>
        <source>Rank of the update; a higher rank learns more and costs more memory.</source>
        <translation>Ранг обновления; чем выше ранг, тем больше можно выучить и тем больше нужно памяти.</translation>
    </message>
    <message>
        <source>The update is scaled by alpha / r; often twice the rank.</source>
        <translation>Обновление умножается на alpha / r; часто alpha вдвое больше ранга.</translation>
    </message>
    <message>
        <source>Share of the adapter&apos;s inputs set to zero while training; 0 turns it off.</source>
        <translation>Доля входов адаптера, обнуляемых при обучении; 0 отключает.</translation>
    </message>
    <message>
        <source>Modules that get an update: &quot;all-linear&quot;, a list of names, or a regular expression.</source>
        <translation>Модули, которые получают обновление: «all-linear», список имён или регулярное выражение.</translation>
    </message>
    <message>
        <source>Scales by alpha / sqrt(r), so that high ranks keep their effect.</source>
        <translation>Масштабирует на alpha / sqrt(r), чтобы высокие ранги не теряли силу.</translation>
    </message>
    <message>
        <source>Ranks of single modules, by name or regular expression.</source>
        <translation>Ранги отдельных модулей: по имени или регулярному выражению.</translation>
    </message>
    <message>
        <source>Alphas of single modules, by name or regular expression.</source>
        <translation>Значения alpha отдельных модулей: по имени или регулярному выражению.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides rank, alpha and target modules.</source>
        <translation>Папка адаптера, с которого продолжить; она определяет ранг, alpha и целевые модули.</translation>
    </message>
    <message>
        <source>Learned positions that every layer sees before the text.</source>
        <translation>Обучаемые позиции, которые каждый слой видит перед текстом.</translation>
    </message>
    <message>
        <source>What the prefix starts from: random numbers, or zeros.</source>
        <translation>С чего начинается префикс: со случайных чисел или с нулей.</translation>
    </message>
    <message>
        <source>A bottleneck after the attention of each layer.</source>
        <translation>Bottleneck-блок после внимания в каждом слое.</translation>
    </message>
    <message>
        <source>A bottleneck after (or beside) the MLP of each layer.</source>
        <translation>Bottleneck-блок после MLP (или параллельно ему) в каждом слое.</translation>
    </message>
    <message>
        <source>Puts the bottleneck beside the MLP instead of after it.</source>
        <translation>Ставит bottleneck-блок параллельно MLP, а не после него.</translation>
    </message>
    <message>
        <source>The model&apos;s width over the bottleneck&apos;s; smaller learns more and costs more memory.</source>
        <translation>Отношение ширины модели к ширине bottleneck-блока; чем оно меньше, тем больше можно выучить и тем больше нужно памяти.</translation>
    </message>
    <message>
        <source>The function inside the bottleneck.</source>
        <translation>Функция внутри bottleneck-блока.</translation>
    </message>
    <message>
        <source>Factor on what the bottleneck adds.</source>
        <translation>Множитель того, что добавляет bottleneck-блок.</translation>
    </message>
    <message>
        <source>How the weights start: close to no effect (bert, houlsby), or exactly so (mam_adapter).</source>
        <translation>С чего начинаются веса: почти без влияния (bert, houlsby) или совсем без него (mam_adapter).</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides all of the above.</source>
        <translation>Папка адаптера, с которого продолжить; она определяет всё перечисленное выше.</translation>
    </message>
    <message>
        <source>Modules that are scaled: &quot;all-linear&quot;, a list of names, or a regular expression.</source>
        <translation>Масштабируемые модули: «all-linear», список имён или регулярное выражение.</translation>
    </message>
    <message>
        <source>Those of them whose input is scaled instead of the output.</source>
        <translation>Те из них, у которых масштабируется вход, а не выход.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the modules.</source>
        <translation>Папка адаптера, с которого продолжить; она определяет модули.</translation>
    </message>
    <message>
        <source>Folder with the tokenizer files of the new model.</source>
        <translation>Папка с файлами токенизатора новой модели.</translation>
    </message>
    <message>
        <source>The new model&apos;s config.json: family, width, layers, heads, vocabulary.</source>
        <translation>config.json новой модели: семейство, ширина, слои, головы, словарь.</translation>
    </message>
    <message>
        <source>Folder of the base model, or &quot;pocket&quot; for the bundled one.</source>
        <translation>Папка базовой модели или «pocket» для встроенной.</translation>
    </message>
    <message>
        <source>Makes a fresh model with random weights instead of loading one.</source>
        <translation>Создаёт новую модель со случайными весами вместо загрузки готовой.</translation>
    </message>
    <message>
        <source>How the base model&apos;s weights are stored; &quot;auto&quot; takes the compute type.</source>
        <translation>Как хранятся веса базовой модели; «auto» берёт тип, в котором идут вычисления.</translation>
    </message>
    <message>
        <source>How the rows are written; &quot;auto&quot; finds it by looking.</source>
        <translation>Как записаны примеры; «auto» определяет это по содержимому.</translation>
    </message>
    <message>
        <source>Names of the format&apos;s columns in this file, where they differ.</source>
        <translation>Имена столбцов формата в этом файле, если они другие.</translation>
    </message>
    <message>
        <source>Rows taken from the start of the file; 0 takes all.</source>
        <translation>Сколько примеров взять с начала файла; 0 берёт все.</translation>
    </message>
    <message>
        <source>Files with the training rows.</source>
        <translation>Файлы с обучающими примерами.</translation>
    </message>
    <message>
        <source>Files with rows that are only evaluated.</source>
        <translation>Файлы с примерами, которые служат только для оценки.</translation>
    </message>
    <message>
        <source>Share of the training rows held out for evaluation where no validation file is given.</source>
        <translation>Доля обучающих примеров, отложенная для оценки, если файл валидации не указан.</translation>
    </message>
    <message>
        <source>Tokens of a row at most; longer rows are cut.</source>
        <translation>Наибольшее число токенов в примере; более длинные примеры обрезаются.</translation>
    </message>
    <message>
        <source>Joins short rows into bins of max_length; rows never see each other.</source>
        <translation>Объединяет короткие примеры в последовательности длиной max_length; примеры не видят друг друга.</translation>
    </message>
    <message>
        <source>How bins are filled: best fit with the overflow dropped (bfd) or kept as further rows (bfd_split), or all rows joined and chopped (wrapped).</source>
        <translation>Как заполняются последовательности: по best-fit, где остаток отбрасывается (bfd) или становится новыми примерами (bfd_split), либо склейкой всех примеров с нарезкой (wrapped).</translation>
    </message>
    <message>
        <source>A new order of the rows in each epoch, fixed by the seed.</source>
        <translation>Новый порядок примеров в каждой эпохе; определяется значением seed.</translation>
    </message>
    <message>
        <source>Whether the loss counts the assistant&apos;s answers only, or every token.</source>
        <translation>Учитывает ли функция потерь только ответы ассистента или все токены.</translation>
    </message>
    <message>
        <source>Put in front of every conversation that has no system message.</source>
        <translation>Ставится в начало каждого диалога, в котором нет системного сообщения.</translation>
    </message>
    <message>
        <source>Text between prompt and completion of rows that use no chat template.</source>
        <translation>Текст между промптом и ответом в примерах без шаблона чата.</translation>
    </message>
    <message>
        <source>How strongly the reference holds the model back: a higher beta changes it less.</source>
        <translation>Насколько сильно референсная модель удерживает обучаемую: чем больше beta, тем меньше изменения.</translation>
    </message>
    <message>
        <source>The loss of a pair, under TRL&apos;s name; sigmoid is DPO&apos;s own.</source>
        <translation>Функция потерь для пары под её именем в TRL; у самого DPO это sigmoid.</translation>
    </message>
    <message>
        <source>Weight of the odds ratio beside the likelihood of the chosen answer.</source>
        <translation>Вес отношения шансов рядом с правдоподобием выбранного ответа.</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates.</source>
        <translation>Правило, по которому градиенты превращаются в обновления.</translation>
    </message>
    <message>
        <source>Size of the updates at the schedule&apos;s peak; empty takes the method&apos;s own default.</source>
        <translation>Величина обновлений на пике расписания; если пусто, берётся значение по умолчанию для метода.</translation>
    </message>
    <message>
        <source>Pulls weights towards zero, in units of the learning rate.</source>
        <translation>Тянет веса к нулю; измеряется в единицах скорости обучения.</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it; 0 turns clipping off.</source>
        <translation>Градиенты с большей нормой уменьшаются до неё; 0 отключает обрезку.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>Как скорость обучения меняется в ходе запуска.</translation>
    </message>
    <message>
        <source>Steps in which the learning rate rises from zero; above 0 it wins over warmup_ratio.</source>
        <translation>Шаги, за которые скорость обучения растёт от нуля; если больше 0, warmup_ratio не учитывается.</translation>
    </message>
    <message>
        <source>Share of all steps in which the learning rate rises from zero.</source>
        <translation>Доля всех шагов, за которую скорость обучения растёт от нуля.</translation>
    </message>
    <message>
        <source>Rows (with packing: bins) worked on at the same time; fewer need less memory.</source>
        <translation>Сколько примеров (при упаковке — последовательностей) обрабатывается одновременно; чем меньше, тем меньше нужно памяти.</translation>
    </message>
    <message>
        <source>Batches added up before each update, as if they were one.</source>
        <translation>Сколько батчей накапливается перед каждым обновлением, как если бы это был один батч.</translation>
    </message>
    <message>
        <source>Passes over the training data.</source>
        <translation>Проходы по обучающим данным.</translation>
    </message>
    <message>
        <source>Updates; above 0 it wins over num_train_epochs.</source>
        <translation>Число обновлений; если больше 0, num_train_epochs не учитывается.</translation>
    </message>
    <message>
        <source>Number format of the products; &quot;auto&quot; takes the best one that the device has.</source>
        <translation>Числовой формат матричных произведений; «auto» берёт лучший, который есть у устройства.</translation>
    </message>
    <message>
        <source>Lets a GPU round float32 products to TF32, which is faster.</source>
        <translation>Разрешает GPU считать произведения float32 в TF32: так быстрее.</translation>
    </message>
    <message>
        <source>Steps between evaluations; 0: at the end of each epoch and of the run; -1: never.</source>
        <translation>Число шагов между оценками; 0: в конце каждой эпохи и запуска; -1: никогда.</translation>
    </message>
    <message>
        <source>Prompts that the model answers at each evaluation.</source>
        <translation>Промпты, на которые модель отвечает при каждой оценке.</translation>
    </message>
    <message>
        <source>Tokens of such an answer at most.</source>
        <translation>Наибольшее число токенов в таком ответе.</translation>
    </message>
    <message>
        <source>The figure that decides which checkpoint is best.</source>
        <translation>Показатель, по которому определяется лучшая контрольная точка.</translation>
    </message>
    <message>
        <source>Evaluations without improvement after which the run ends; 0 never ends it early.</source>
        <translation>Число оценок без улучшения, после которого запуск заканчивается; 0 — никогда не заканчивать раньше.</translation>
    </message>
    <message>
        <source>Steps between checkpoints; 0: at the end of each epoch and of the run; -1: never.</source>
        <translation>Число шагов между контрольными точками; 0: в конце каждой эпохи и запуска; -1: никогда.</translation>
    </message>
    <message>
        <source>Checkpoints kept; older ones are removed.</source>
        <translation>Сколько контрольных точек хранить; более старые удаляются.</translation>
    </message>
    <message>
        <source>Keeps the checkpoint of the best evaluation as well.</source>
        <translation>Хранит также контрольную точку с лучшей оценкой.</translation>
    </message>
    <message>
        <source>Version of this file&apos;s layout.</source>
        <translation>Версия формата этого файла.</translation>
    </message>
    <message>
        <source>What the run is called in lists.</source>
        <translation>Как запуск называется в списках.</translation>
    </message>
    <message>
        <source>Fixes everything random: the same seed gives the same run.</source>
        <translation>Определяет всё случайное: при том же seed запуск будет тем же.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda, or one GPU such as cuda:1.</source>
        <translation>Где вычислять: auto, cpu, cuda или один GPU, например cuda:1.</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes one per core.</source>
        <translation>Потоки процессора; 0 — по одному на ядро.</translation>
    </message>
    <message>
        <source>The base model.</source>
        <translation>Базовая модель.</translation>
    </message>
    <message>
        <source>What is learned from.</source>
        <translation>На чём учится модель.</translation>
    </message>
    <message>
        <source>What the loss measures.</source>
        <translation>Что измеряет функция потерь.</translation>
    </message>
    <message>
        <source>Which weights are trained.</source>
        <translation>Какие веса обучаются.</translation>
    </message>
    <message>
        <source>How weights are updated.</source>
        <translation>Как обновляются веса.</translation>
    </message>
    <message>
        <source>The learning rate over time.</source>
        <translation>Скорость обучения во времени.</translation>
    </message>
    <message>
        <source>How much is looked at for one update.</source>
        <translation>Сколько данных просматривается для одного обновления.</translation>
    </message>
    <message>
        <source>How long the run goes on.</source>
        <translation>Как долго длится запуск.</translation>
    </message>
    <message>
        <source>Number formats.</source>
        <translation>Числовые форматы.</translation>
    </message>
    <message>
        <source>Computes activations a second time instead of keeping them: less memory, more time.</source>
        <translation>Вычисляет активации второй раз, вместо того чтобы хранить их: меньше памяти, больше времени.</translation>
    </message>
    <message>
        <source>Looking at the model during the run.</source>
        <translation>Проверка модели в ходе запуска.</translation>
    </message>
    <message>
        <source>What is saved during the run.</source>
        <translation>Что сохраняется в ходе запуска.</translation>
    </message>
    <message>
        <source>Root mean square that the update of one tensor may have before the learning rate.</source>
        <translation>Наибольшее среднеквадратичное значение обновления одного тензора до умножения на скорость обучения.</translation>
    </message>
    <message>
        <source>Exponent by which the average of squared gradients grows longer from step to step.</source>
        <translation>Показатель степени, с которым от шага к шагу удлиняется усреднение квадратов градиентов.</translation>
    </message>
    <message>
        <source>Above 1 more surprising, below 1 more predictable; 0 always takes the likeliest token.</source>
        <translation>Больше 1 — неожиданнее, меньше 1 — предсказуемее; 0 всегда берёт самый вероятный токен.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that together reach this probability; 1 turns it off.</source>
        <translation>Только самые вероятные токены, которые вместе достигают этой вероятности; 1 отключает.</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens; 0 turns it off.</source>
        <translation>Только столько самых вероятных токенов; 0 отключает.</translation>
    </message>
    <message>
        <source>Only tokens at least this likely, measured by the likeliest one; 0 turns it off.</source>
        <translation>Только токены не менее вероятные, чем эта доля от вероятности самого вероятного; 0 отключает.</translation>
    </message>
    <message>
        <source>Above 1 tokens that were there already become less likely; 1 turns it off.</source>
        <translation>Больше 1 — уже встречавшиеся токены становятся менее вероятными; 1 отключает.</translation>
    </message>
    <message>
        <source>The same seed gives the same text.</source>
        <translation>При том же seed получается тот же текст.</translation>
    </message>
    <message>
        <source>Tokens of the answer at most.</source>
        <translation>Наибольшее число токенов в ответе.</translation>
    </message>
    <message>
        <source>Texts that end the answer.</source>
        <translation>Тексты, на которых ответ заканчивается.</translation>
    </message>
    <message>
        <source>The likeliest tokens reported with each step; 0 reports none.</source>
        <translation>Сколько самых вероятных токенов сообщать на каждом шаге; 0 — нисколько.</translation>
    </message>
    <message>
        <source>Learns the lengths of the weights&apos; rows apart from their directions (DoRA); slower.</source>
        <translation>Учит длины строк матриц весов отдельно от их направлений (DoRA); медленнее.</translation>
    </message>
    <message>
        <source>Learned input vectors in front of every text.</source>
        <translation>Обучаемые входные векторы перед каждым текстом.</translation>
    </message>
    <message>
        <source>What the vectors start from: random numbers, the tokens of a text, or tokens drawn from the vocabulary.</source>
        <translation>С чего начинаются векторы: со случайных чисел, с токенов текста или с токенов, взятых из словаря наугад.</translation>
    </message>
    <message>
        <source>The text whose tokens the vectors start from, cut or repeated to their number.</source>
        <translation>Текст, с токенов которого начинаются векторы; обрезается или повторяется до нужного их числа.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the number of vectors.</source>
        <translation>Папка адаптера, с которого продолжить; она определяет число векторов.</translation>
    </message>
    <message>
        <source>How many bits the frozen base&apos;s weights are kept in.</source>
        <translation>Сколько бит занимает вес замороженной базы.</translation>
    </message>
    <message>
        <source>Cross-entropy (nll), or each token&apos;s weighted by its own probability (dft), which leaves unlikely answers alone.</source>
        <translation>Перекрёстная энтропия (nll) или перекрёстная энтропия, в которой каждый токен взвешен собственной вероятностью (dft): маловероятные ответы она не трогает.</translation>
    </message>
    <message>
        <source>Several losses with their weights, added up; empty: loss_type alone.</source>
        <translation>Несколько функций потерь с весами, которые складываются; если пусто — только loss_type.</translation>
    </message>
    <message>
        <source>Share of pairs that may be the wrong way round; only robust, exo_pair and aot use it.</source>
        <translation>Доля пар, в которых ответы могут быть перепутаны; используется только в robust, exo_pair и aot.</translation>
    </message>
    <message>
        <source>The divergence from the reference; reverse_kl is DPO&apos;s own.</source>
        <translation>Дивергенция от референсной модели; у самого DPO это reverse_kl.</translation>
    </message>
    <message>
        <source>Exponent of the alpha divergence; 1 makes it reverse_kl.</source>
        <translation>Показатель альфа-дивергенции; при 1 она становится reverse_kl.</translation>
    </message>
    <message>
        <source>How sharply discopop changes from one of its losses to the other.</source>
        <translation>Насколько резко discopop переходит от одной из своих функций потерь к другой.</translation>
    </message>
    <message>
        <source>How strongly the difference between the two answers counts; SimPO takes about 2.</source>
        <translation>Насколько сильно учитывается разница между двумя ответами; SimPO берёт около 2.</translation>
    </message>
    <message>
        <source>The loss of a pair, under TRL&apos;s name; simpo compares mean log-probabilities per token.</source>
        <translation>Функция потерь для пары под её именем в TRL; simpo сравнивает средние логарифмы вероятности на токен.</translation>
    </message>
    <message>
        <source>Weight of the likelihood of the chosen answer; 0 for SimPO as published.</source>
        <translation>Вес правдоподобия выбранного ответа; 0 — SimPO в опубликованном виде.</translation>
    </message>
    <message>
        <source>Margin wanted between the two answers; only simpo and alphapo use it.</source>
        <translation>Желаемый отступ между двумя ответами; используется только в simpo и alphapo.</translation>
    </message>
    <message>
        <source>Exponent by which probabilities become rewards (AlphaPO); 0 takes their logarithms.</source>
        <translation>Показатель степени, с которым вероятности становятся наградами (AlphaPO); 0 берёт их логарифмы.</translation>
    </message>
    <message>
        <source>Share of pairs that may be the wrong way round.</source>
        <translation>Доля пар, в которых ответы могут быть перепутаны.</translation>
    </message>
    <message>
        <source>Share of the last step&apos;s direction that the next one keeps; 0 keeps nothing.</source>
        <translation>Доля направления прошлого шага, которую сохраняет следующий; 0 — нисколько.</translation>
    </message>
    <message>
        <source>Share of the last step&apos;s direction that the next one keeps.</source>
        <translation>Доля направления прошлого шага, которую сохраняет следующий.</translation>
    </message>
    <message>
        <source>Newton-Schulz iterations that make a step orthogonal.</source>
        <translation>Итерации Ньютона — Шульца, которые делают шаг ортогональным.</translation>
    </message>
    <message>
        <source>How large a matrix steps: as AdamW would at the same learning rate, or by Muon&apos;s own rule.</source>
        <translation>Насколько велик шаг матрицы: как у AdamW при той же скорости обучения или по собственному правилу Muon.</translation>
    </message>
    <message>
        <source>Keeps the scales of 64 weights in 8 bits too, which saves 0.4 bits a weight.</source>
        <translation>Хранит масштабы 64 весов тоже в 8 битах: это экономит 0,4 бита на вес.</translation>
    </message>
    <message>
        <source>Keeps the frozen base in 8 bits (int8) or 4 bits (nf4, as QLoRA does), so that larger models fit; products take longer.</source>
        <translation>Хранит замороженную базу в 8 битах (int8) или 4 битах (nf4, как QLoRA), чтобы помещались модели побольше; произведения считаются дольше.</translation>
    </message>
    <message>
        <source>An adapter folder to continue from; it decides the prefix&apos;s length.</source>
        <translation>Папка адаптера, с которого продолжить; он определяет длину префикса.</translation>
    </message>
    <message>
        <source>Share of the training rows that is learned from, drawn by the seed; the rows that are held out stay the same. Says whether more data would help.</source>
        <translation>Доля обучающих строк, на которых учится модель, выбранных по seed; отложенные строки остаются теми же. Показывает, помогло бы больше данных.</translation>
    </message>
    <message>
        <source>Trains only this many layers from the end, and what is named as trainable; 0 with nothing named trains the whole model.</source>
        <translation>Обучает только столько слоёв с конца и то, что названо обучаемым; 0 без названного обучает всю модель.</translation>
    </message>
    <message>
        <source>Trains only these modules or parts of the model, by name or regular expression, such as embed_tokens or layers.0.</source>
        <translation>Обучает только эти модули или части модели, по имени или регулярному выражению, например embed_tokens или layers.0.</translation>
    </message>
    <message>
        <source>Modules that get no update although they are targets: a list of names, or a regular expression.</source>
        <translation>Модули, которые не получают поправки, хотя они целевые: список имён или регулярное выражение.</translation>
    </message>
    <message>
        <source>Layers that get an update, counted from 0; an empty list is all of them.</source>
        <translation>Слои, которые получают поправку, считая с 0; пустой список — все.</translation>
    </message>
    <message>
        <source>What the update starts from: nothing (true, or gaussian with other random numbers), or the largest parts of the weights themselves (pissa), which learns faster.</source>
        <translation>С чего начинается поправка: с ничего (true или gaussian с другими случайными числами) или с наибольших частей самих весов (pissa), что учится быстрее.</translation>
    </message>
    <message>
        <source>How many times faster the second matrix of an update learns (LoRA+); 1 turns it off.</source>
        <translation>Во сколько раз быстрее учится вторая матрица поправки (LoRA+); 1 отключает.</translation>
    </message>
    <message>
        <source>A network makes the positions of a small table while it trains; steadier, and not kept afterwards.</source>
        <translation>Сеть создаёт позиции небольшой таблицы во время обучения; устойчивее, а потом не сохраняется.</translation>
    </message>
    <message>
        <source>Width of that network; 0 is the width of a layer&apos;s keys.</source>
        <translation>Ширина этой сети; 0 — ширина ключей слоя.</translation>
    </message>
    <message>
        <source>Input vectors in front of every text, made by a network that is trained.</source>
        <translation>Входные векторы перед каждым текстом, создаваемые обучаемой сетью.</translation>
    </message>
    <message>
        <source>The network that makes the vectors: layer upon layer (MLP), or along the vectors (LSTM).</source>
        <translation>Сеть, создающая векторы: слой за слоем (MLP) или вдоль векторов (LSTM).</translation>
    </message>
    <message>
        <source>Width of the network; 0 is the model&apos;s own.</source>
        <translation>Ширина сети; 0 — как у модели.</translation>
    </message>
    <message>
        <source>Layers of an LSTM.</source>
        <translation>Слои LSTM.</translation>
    </message>
    <message>
        <source>What is trained: a small low-rank update (lora), learned positions before the text (prefix_tuning), learned input vectors (prompt_tuning), input vectors that a network makes (p_tuning), small networks inside the layers (bottleneck), factors on activations (ia3), or every weight of the model (none).</source>
        <translation>Что обучается: небольшая поправка низкого ранга (lora), выученные позиции перед текстом (prefix_tuning), выученные входные векторы (prompt_tuning), входные векторы, которые создаёт сеть (p_tuning), небольшие сети внутри слоёв (bottleneck), множители активаций (ia3) или каждый вес модели (none).</translation>
    </message>
    <message>
        <source>NEFTune: noise on the embedded tokens while training, 5 to 15; answers get longer and the data are learned less by heart. Empty: none.</source>
        <translation>NEFTune: шум на вложениях токенов при обучении, от 5 до 15; ответы длиннее, а данные меньше заучиваются наизусть. Пусто: нет.</translation>
    </message>
    <message>
        <source>Weight of the tokens by which one answer is longer than the other (LD-DPO); below 1, length counts less.</source>
        <translation>Вес токенов, на которые один ответ длиннее другого (LD-DPO); ниже 1 длина значит меньше.</translation>
    </message>
    <message>
        <source>The loss of an answer, under TRL&apos;s name; kto measures it against how far the model has moved on other rows&apos; answers, apo_zero_unpaired does not.</source>
        <translation>Потери ответа под именем TRL; kto сравнивает их с тем, насколько модель сдвинулась на ответах других строк, apo_zero_unpaired — нет.</translation>
    </message>
    <message>
        <source>Weight of good answers; raise it where they are the fewer.</source>
        <translation>Вес хороших ответов; увеличьте его, если их меньше.</translation>
    </message>
    <message>
        <source>Weight of bad answers; raise it where they are the fewer.</source>
        <translation>Вес плохих ответов; увеличьте его, если их меньше.</translation>
    </message>
    <message>
        <source>Keeps scores around 0: weight of the square of a pair&apos;s sum, about 0.01; empty: off.</source>
        <translation>Держит оценки около 0: вес квадрата суммы пары, около 0,01; пусто: выключено.</translation>
    </message>
    <message>
        <source>How often each row counts: 0.5 takes half of the rows, drawn by the seed, 2.5 takes each row twice and half of them a third time. Rows are held out before.</source>
        <translation>Сколько раз учитывается каждый пример: 0,5 берёт половину примеров, выбранную по seed, 2,5 берёт каждый пример дважды, а половину из них — в третий раз. Примеры для оценки откладываются раньше.</translation>
    </message>
    <message>
        <source>Share of the residual stream&apos;s new values that is left out at random while training, against learning few rows by heart; 0 is none.</source>
        <translation>Доля новых значений остаточного потока, которая случайно опускается при обучении, чтобы немногие строки не заучивались наизусть; 0: никакая.</translation>
    </message>
    <message>
        <source>Letters, digits and _, by which its loss is reported.</source>
        <translation>Буквы, цифры и _, под которыми сообщаются его потери.</translation>
    </message>
    <message>
        <source>Further rows whose loss is measured at each evaluation: texts unlike the training data show what the model forgets.</source>
        <translation>Дополнительные строки, потери на которых измеряются при каждой оценке: тексты, непохожие на обучающие данные, показывают, что модель забывает.</translation>
    </message>
    <message>
        <source>How often the learning rate falls from its peak to 0.</source>
        <translation>Сколько раз скорость обучения падает с пика до 0.</translation>
    </message>
    <message>
        <source>The learning rate at the end of the run.</source>
        <translation>Скорость обучения в конце запуска.</translation>
    </message>
    <message>
        <source>Exponent of the fall: 1 is a straight line, 2 falls faster at first.</source>
        <translation>Показатель спада: 1 — прямая, 2 сначала падает быстрее.</translation>
    </message>
    <message>
        <source>Steps in which the learning rate falls to 0.7 of its peak; 0 takes those of the warm-up, or 10000 without one.</source>
        <translation>Шаги, за которые скорость обучения падает до 0,7 пика; 0 берёт шаги разогрева, а без него 10000.</translation>
    </message>
    <message>
        <source>Steps at the end in which the learning rate falls; 0 takes a tenth of the run.</source>
        <translation>Шаги в конце, за которые скорость обучения падает; 0 берёт десятую часть запуска.</translation>
    </message>
    <message>
        <source>The shape of the fall.</source>
        <translation>Форма спада.</translation>
    </message>
    <message>
        <source>The shape of the rise.</source>
        <translation>Форма роста.</translation>
    </message>
    <message>
        <source>Share of its peak at which the learning rate starts and ends.</source>
        <translation>Доля пика, с которой скорость обучения начинается и на которой заканчивается.</translation>
    </message>
    <message>
        <source>A JSONL, JSON, CSV, TSV, Parquet or Arrow file, plain text (.txt), of which each line that is not blank is a row, or a folder of texts, of which each is a row.</source>
        <translation>Файл JSONL, JSON, CSV, TSV, Parquet или Arrow, простой текст (.txt), в котором каждая непустая строка — пример, либо папка с текстами, каждый из которых — пример.</translation>
    </message>
    <message>
        <source>What earns a reward: a likeness to the row&apos;s own answer (auto finds the fitting one), a pattern that is found, few tokens, or the score of a reward model. Several add up.</source>
        <translation>За что даётся награда: сходство с ответом из строки (auto подбирает подходящее), найденный шаблон, малое число токенов или оценка модели вознаграждения. Несколько складываются.</translation>
    </message>
    <message>
        <source>What each of them counts, in their order; empty: all alike.</source>
        <translation>Сколько весит каждая из них, в их порядке; пусто: все одинаково.</translation>
    </message>
    <message>
        <source>Regular expression that a rewarded answer holds; only regex uses it.</source>
        <translation>Регулярное выражение, которое есть в награждаемом ответе; его использует только regex.</translation>
    </message>
    <message>
        <source>Folder of a reward model, or of its adapter on the same base; only model uses it.</source>
        <translation>Папка модели вознаграждения или её адаптера на той же базе; её использует только model.</translation>
    </message>
    <message>
        <source>Tokens from which on an answer costs a whole point; only length uses it. 0 takes the longest answer allowed.</source>
        <translation>Число токенов, начиная с которого ответ стоит целого балла; его использует только length. 0 берёт самый длинный допустимый ответ.</translation>
    </message>
    <message>
        <source>Tokens below that length over which the cost grows; only length uses it.</source>
        <translation>Число токенов до этой длины, на которых штраф растёт; его использует только length.</translation>
    </message>
    <message>
        <source>Answers to each prompt, which are compared with one another; a batch holds so many for each of its rows.</source>
        <translation>Ответы на каждый промпт, которые сравниваются между собой; столько их в пакете на каждую его строку.</translation>
    </message>
    <message>
        <source>Tokens of an answer at most; it ends sooner where prompt and answer reach max_length.</source>
        <translation>Не больше токенов в ответе; он кончается раньше, если промпт и ответ достигают max_length.</translation>
    </message>
    <message>
        <source>How freely answers are drawn; below 1 they get more alike, and less is learned.</source>
        <translation>Насколько свободно выбираются ответы; меньше 1 — они более схожи, и модель учится меньше.</translation>
    </message>
    <message>
        <source>Only the likeliest tokens that make up this share are drawn; 1 draws from all.</source>
        <translation>Выбираются только самые вероятные токены, вместе дающие эту долю; 1 — из всех.</translation>
    </message>
    <message>
        <source>Only so many of the likeliest tokens are drawn; 0: all.</source>
        <translation>Выбор только из стольких самых вероятных токенов; 0: из всех.</translation>
    </message>
    <message>
        <source>Only tokens with at least this part of the likeliest one&apos;s probability are drawn.</source>
        <translation>Выбираются только токены, у которых есть хотя бы эта часть вероятности самого вероятного.</translation>
    </message>
    <message>
        <source>Above 1, tokens that were there before get less likely.</source>
        <translation>Больше 1 — уже встречавшиеся токены становятся менее вероятными.</translation>
    </message>
    <message>
        <source>Steps that learn from the same answers before new ones are drawn.</source>
        <translation>Сколько шагов учатся на одних и тех же ответах, прежде чем появятся новые.</translation>
    </message>
    <message>
        <source>Learns nothing from answers that were cut at their longest.</source>
        <translation>Не учится на ответах, обрезанных на наибольшей длине.</translation>
    </message>
    <message>
        <source>How far the probability of an answer may move before it counts no further.</source>
        <translation>Насколько может сдвинуться вероятность ответа, прежде чем это перестанет учитываться.</translation>
    </message>
    <message>
        <source>The same upwards; empty: as epsilon.</source>
        <translation>То же вверх; пусто: как epsilon.</translation>
    </message>
    <message>
        <source>How strongly the reference holds the model back; 0 needs no reference.</source>
        <translation>Насколько сильно референсная модель удерживает обучаемую; при 0 она не нужна.</translation>
    </message>
    <message>
        <source>How tokens are averaged: over each answer (grpo), the batch (bnpo), the longest answer allowed (dr_grpo), or all tokens of the step (dapo).</source>
        <translation>Как усредняются токены: по каждому ответу (grpo), по пакету (bnpo), по самому длинному допустимому ответу (dr_grpo) или по всем токенам шага (dapo).</translation>
    </message>
    <message>
        <source>Whose spread the rewards are divided by: a prompt&apos;s answers, all of the step, or none.</source>
        <translation>На чей разброс делятся награды: ответов на один промпт, всех ответов шага или ничей.</translation>
    </message>
    <message>
        <source>Highest ratio of probabilities that counts; empty: any.</source>
        <translation>Наибольшее учитываемое отношение вероятностей; пусто: любое.</translation>
    </message>
    <message>
        <source>Whether each token or each whole answer (GSPO) has a ratio of its own.</source>
        <translation>Своё отношение у каждого токена или у каждого целого ответа (GSPO).</translation>
    </message>
    <message>
        <source>Weighs the distance from the reference by the ratio of probabilities.</source>
        <translation>Взвешивает расстояние от референсной модели отношением вероятностей.</translation>
    </message>
    <message>
        <source>What a nat of distance from the reference costs of the reward; 0 needs no reference.</source>
        <translation>Сколько награды стоит нат расстояния от референсной модели; при 0 она не нужна.</translation>
    </message>
    <message>
        <source>Divides what answers are worth by their spread over the step.</source>
        <translation>Делит ценность ответов на её разброс за шаг.</translation>
    </message>
    <message>
        <source>What the model&apos;s answers to held-out prompts earn at each evaluation.</source>
        <translation>Что получают ответы модели на отложенные вопросы при каждой оценке.</translation>
    </message>
    <message>
        <source>What is learned: answers to given prompts (sft), plain text (pretrain), which of two answers is better (dpo, orpo, cpo), which answers are good ones (kto), to give answers a score (reward), or which of the model&apos;s own answers earn the most (grpo, rloo, ppo).</source>
        <translation>Чему учится модель: ответам на данные вопросы (sft), простому тексту (pretrain), какой из двух ответов лучше (dpo, orpo, cpo), какие ответы хороши (kto), оценивать ответы (reward) или какие из собственных ответов модели дают больше всего (grpo, rloo, ppo).</translation>
    </message>
    <message>
        <source>Held-out rows whose prompts are answered at each evaluation; 0 takes all of them.</source>
        <translation>Отложенные строки, на вопросы которых модель отвечает при каждой оценке; 0 берёт все.</translation>
    </message>
    <message>
        <source>Tokens of such an answer at most. Each token is the likeliest one.</source>
        <translation>Не больше стольких токенов в таком ответе. Каждый токен — самый вероятный.</translation>
    </message>
    <message>
        <source>What a nat of distance from the reference costs of the reward.</source>
        <translation>Сколько награды стоит один нат расстояния от эталона.</translation>
    </message>
    <message>
        <source>How the distance is estimated: k1 right on average, k3 with less spread.</source>
        <translation>Как оценивается расстояние: k1 верна в среднем, k3 с меньшим разбросом.</translation>
    </message>
    <message>
        <source>How far the probability of a token may move before it counts no further.</source>
        <translation>Насколько может сдвинуться вероятность токена, прежде чем перестанет учитываться.</translation>
    </message>
    <message>
        <source>Weight of the loss of the value model, which learns what each token is worth.</source>
        <translation>Вес потерь модели ценностей, которая учится, чего стоит каждый токен.</translation>
    </message>
    <message>
        <source>How far a value may move before it counts no further.</source>
        <translation>Насколько может сдвинуться ценность, прежде чем перестанет учитываться.</translation>
    </message>
    <message>
        <source>What a reward one token later is worth now.</source>
        <translation>Сколько сейчас стоит награда одним токеном позже.</translation>
    </message>
    <message>
        <source>Between trusting the values (0) and the rewards that came (1).</source>
        <translation>Между доверием ценностям (0) и полученным наградам (1).</translation>
    </message>
    <message>
        <source>Divides the rewards by their spread over the step.</source>
        <translation>Делит награды на их разброс в шаге.</translation>
    </message>
    <message>
        <source>Taken off the reward of an answer that was cut at its longest; empty: nothing.</source>
        <translation>Вычитается из награды ответа, обрезанного по длине; пусто: ничего.</translation>
    </message>
    <message>
        <source>Tokens, by id, whose rows of embedding and head are trained; those that a run adds always are.</source>
        <translation>Токены по id, чьи строки эмбеддинга и головы обучаются; добавленные запуском обучаются всегда.</translation>
    </message>
    <message>
        <source>Tokens to add to the tokenizer, such as a separator; each gets a row that is trained.</source>
        <translation>Токены, добавляемые в токенизатор, например разделитель; каждый получает обучаемую строку.</translation>
    </message>
    <message>
        <source>Instead of the model&apos;s own: chatml, llama3, phi3 or zephyr, whose tokens it learns, or a Jinja file.</source>
        <translation>Вместо своего у модели: chatml, llama3, phi3 или zephyr, чьи токены она учит, либо файл Jinja.</translation>
    </message>
</context>
<context>
    <name>fettle::judge</name>
    <message>
        <source>Choice</source>
        <translation>Выбор</translation>
    </message>
    <message>
        <source>Right is an answer that begins with the expected label.</source>
        <translation>Верен ответ, который начинается с ожидаемой метки.</translation>
    </message>
    <message>
        <source>Exact match</source>
        <translation>Точное совпадение</translation>
    </message>
    <message>
        <source>Right is an answer that is the expected one to the letter.</source>
        <translation>Верен ответ, совпадающий с ожидаемым до буквы.</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Содержит</translation>
    </message>
    <message>
        <source>Right is an answer in which the expected one stands, in capitals or not.</source>
        <translation>Верен ответ, в котором есть ожидаемый, прописными буквами или строчными.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Right is an answer that is the expected JSON value, however it is written.</source>
        <translation>Верен ответ, который является ожидаемым значением JSON, как бы оно ни было записано.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>Right is an answer whose last number is that of the expected one.</source>
        <translation>Верен ответ, последнее число которого то же, что в ожидаемом.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Right is an answer in which the regular expression is found.</source>
        <translation>Верен ответ, в котором находится регулярное выражение.</translation>
    </message>
    <message>
        <source>Words in common</source>
        <translation>Общие слова</translation>
    </message>
    <message>
        <source>The share of words that answer and expected answer have in common, in their order (ROUGE-L).</source>
        <translation>Доля слов, общих для ответа и ожидаемого ответа, в их порядке (ROUGE-L).</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Asking</name>
    <message>
        <source>The question alone</source>
        <translation>Один вопрос</translation>
    </message>
    <message>
        <source>With examples, as a conversation</source>
        <translation>С примерами, как разговор</translation>
    </message>
    <message>
        <source>With examples, as plain text</source>
        <translation>С примерами, как простой текст</translation>
    </message>
    <message>
        <source>Thinking step by step first</source>
        <translation>Сначала рассуждение по шагам</translation>
    </message>
    <message>
        <source>Asked to look for its mistake</source>
        <translation>С просьбой найти свою ошибку</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>Than the question alone</source>
        <translation>Чем один вопрос</translation>
    </message>
    <message>
        <source>Prompt tokens</source>
        <translation>Токены запроса</translation>
    </message>
    <message>
        <source>Answer tokens</source>
        <translation>Токены ответа</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Kept for it</source>
        <translation>Нужно хранить</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>A prompt will do: there is little left to train for.</source>
        <translation>Достаточно запроса: обучать почти незачем.</translation>
    </message>
    <message>
        <source>There is something to train for.</source>
        <translation>Есть ради чего обучать.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln questions, judged by %1, the best way to ask (%2) gets %3 right.</source>
        <translation>
            <numerusform>Из %Ln вопроса, оценка: %1, лучший способ спросить (%2) даёт верно %3.</numerusform>
            <numerusform>Из %Ln вопросов, оценка: %1, лучший способ спросить (%2) даёт верно %3.</numerusform>
            <numerusform>Из %Ln вопросов, оценка: %1, лучший способ спросить (%2) даёт верно %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::AskingCard</name>
    <message>
        <source>Do I need to train?</source>
        <translation>Нужно ли обучать?</translation>
    </message>
    <message>
        <source>Asking the base model</source>
        <translation>Вопросы базовой модели</translation>
    </message>
    <message>
        <source>Ask the base model</source>
        <translation>Спросить базовую модель</translation>
    </message>
    <message>
        <source>Ways to ask the base model</source>
        <translation>Способы спросить базовую модель</translation>
    </message>
    <message>
        <source>The base model answers questions of the first data file: alone, with examples in the prompt, thinking first, looking for its mistake.</source>
        <translation>Базовая модель отвечает на вопросы первого файла данных: один вопрос, с примерами, сначала рассуждая, ища свою ошибку.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BarChart</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>от %1 до %2: %3</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BaseModelTile</name>
    <message>
        <source>LoRA needs %1, full tuning %2</source>
        <extracomment>Memory that training needs, by method.</extracomment>
        <translation>LoRA: %1, полное дообучение: %2</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Нельзя использовать</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3, %4</source>
        <translation>%1, %2 параметров, %3, %4</translation>
    </message>
    <message>
        <source>context %1, vocabulary %2, %3</source>
        <translation>контекст %1, словарь %2, %3</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>есть шаблон чата</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>нет шаблона чата</translation>
    </message>
    <message>
        <source>Use for training</source>
        <translation>Выбрать для обучения</translation>
    </message>
    <message>
        <source>Use %1 for training</source>
        <translation>Выбрать %1 для обучения</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Chat with %1</source>
        <translation>Чат с %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::BaseModelsModel</name>
    <message>
        <source>built in</source>
        <translation>встроенная</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>кэш хаба</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>папка</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChartBase</name>
    <message>
        <source>Copy the picture</source>
        <translation>Копировать изображение</translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>Сохранить изображение…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Изображения (*.png *.svg)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatBubble</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Ответить заново</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Изменить и спросить заново</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatPage</name>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Сэмплирование</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Что спрашивать</translation>
    </message>
    <message>
        <source>Prompt set</source>
        <translation>Набор промптов</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Save the conversation</source>
        <translation>Сохранить диалог</translation>
    </message>
    <message>
        <source>Conversations (*.json)</source>
        <translation>Диалоги (*.json)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Сохранено.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Диалоги</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Одна модель</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>The prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Saving the conversation</source>
        <translation>Сохранение диалога</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatTranscript</name>
    <message>
        <source>Chat with the base model</source>
        <translation>Чат с базовой моделью</translation>
    </message>
    <message>
        <source>Chat with the tuned model</source>
        <translation>Чат с дообученной моделью</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ChatView</name>
    <message>
        <source>Both sides are the same model: choose another one on one side.</source>
        <translation>С обеих сторон одна и та же модель: выберите на одной из сторон другую.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Closing</name>
    <message>
        <source>Stop and close</source>
        <translation>Остановить и закрыть</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>Продолжить работу</translation>
    </message>
    <message>
        <source>Close without waiting</source>
        <translation>Закрыть, не дожидаясь</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Обучение «%1»</translation>
    </message>
    <message>
        <source>Still running: %1.</source>
        <translation>Ещё выполняется: %1.</translation>
    </message>
    <message>
        <source>A run saves a checkpoint and can be resumed at the next start. Unfinished downloads and files are removed.</source>
        <translation>Запуск сохранит контрольную точку, и его можно будет возобновить при следующем запуске программы. Недозагруженное и недописанное будет удалено.</translation>
    </message>
    <message>
        <source>The window closes as soon as everything has ended.</source>
        <translation>Окно закроется, как только всё завершится.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Закрыть без сохранения</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting runs can go on at the next start, too.</source>
        <translation>
            <numerusform>%Ln ожидающий запуск тоже можно продолжить при следующем старте.</numerusform>
            <numerusform>%Ln ожидающих запуска тоже можно продолжить при следующем старте.</numerusform>
            <numerusform>%Ln ожидающих запусков тоже можно продолжить при следующем старте.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without saving, what a run trained since its last checkpoint is lost.</source>
        <translation>Без сохранения пропадёт всё, чему модель научилась после последней контрольной точки.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>You change an earlier message: what came after it is asked anew. Esc leaves it as it was.</source>
        <translation>Вы меняете прежнее сообщение: всё, что шло после него, будет спрошено заново. Esc оставит всё как было.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить как было</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Напишите сообщение</translation>
    </message>
    <message>
        <source>With this message the prompt has %1 tokens, and the model reads %2: shorten it, or begin a new chat.</source>
        <translation>С этим сообщением длина промпта %1&#xa0;ток., а модель читает не больше %2: сократите его или начните новый чат.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens with this message</source>
        <translation>с этим сообщением %1 из %2&#xa0;ток.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigCard</name>
    <message>
        <source>Exact configuration and command line</source>
        <translation>Точная конфигурация и командная строка</translation>
    </message>
    <message>
        <source>Exact configuration</source>
        <translation>Точная конфигурация</translation>
    </message>
    <message>
        <source>config.json of the run</source>
        <translation>config.json запуска</translation>
    </message>
    <message>
        <source>Copy config.json</source>
        <translation>Копировать config.json</translation>
    </message>
    <message>
        <source>Written to a folder as config.json, this command does the same:</source>
        <translation>Если записать это в папку под именем config.json, то же самое сделает команда:</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigForm</name>
    <message>
        <source>Advanced</source>
        <translation>Дополнительно</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>изменено: %Ln</numerusform>
            <numerusform>изменено: %Ln</numerusform>
            <numerusform>изменено: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConfigRow</name>
    <message>
        <source>default %1</source>
        <translation>по умолчанию %1</translation>
    </message>
    <message>
        <source>Unit of “%1”</source>
        <translation>Единица для «%1»</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConversationList</name>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Отменить удаление</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Диалоги</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ConversationModel</name>
    <message>
        <source>%1 tok</source>
        <translation>%1&#xa0;ток.</translation>
    </message>
    <message>
        <source>strength %1</source>
        <translation>сила %1</translation>
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
        <translation>%1 и %2</translation>
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
            <numerusform>%1–%2: %Ln строка</numerusform>
            <numerusform>%1–%2: %Ln строки</numerusform>
            <numerusform>%1–%2: %Ln строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataCard</name>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Файл данных</translation>
    </message>
    <message>
        <source>Choose a file, or drop one anywhere on the window.</source>
        <translation>Выберите файл или перетащите его в любое место окна.</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Подсчёт токенов…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), %1 of their tokens trained</source>
        <extracomment>Rows of the data files, share of the tokens that are learned.</extracomment>
        <translation>
            <numerusform>%Ln пример, обучающих токенов: %1</numerusform>
            <numerusform>%Ln примера, обучающих токенов: %1</numerusform>
            <numerusform>%Ln примеров, обучающих токенов: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cut</source>
        <translation>
            <numerusform>обрезан %Ln</numerusform>
            <numerusform>обрезано %Ln</numerusform>
            <numerusform>обрезано %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>исключён %Ln</numerusform>
            <numerusform>исключено %Ln</numerusform>
            <numerusform>исключено %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) for validation</source>
        <translation>
            <numerusform>%Ln пример для валидации</numerusform>
            <numerusform>%Ln примера для валидации</numerusform>
            <numerusform>%Ln примеров для валидации</numerusform>
        </translation>
    </message>
    <message>
        <source>Add another file</source>
        <translation>Добавить ещё файл</translation>
    </message>
    <message>
        <source>Validation file</source>
        <translation>Файл валидации</translation>
    </message>
    <message>
        <source>Add a validation file</source>
        <translation>Добавить файл валидации</translation>
    </message>
    <message>
        <source>not used: there is a file for validation</source>
        <translation>не используется: есть файл валидации</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s), which the model answers itself</source>
        <translation>
            <numerusform>%Ln строка, на которую модель отвечает сама</numerusform>
            <numerusform>%Ln строки, на которые модель отвечает сама</numerusform>
            <numerusform>%Ln строк, на которые модель отвечает сама</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataFiles</name>
    <message>
        <source>Look at its rows</source>
        <translation>Посмотреть примеры файла</translation>
    </message>
    <message>
        <source>Remove the file</source>
        <translation>Убрать файл</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A JSON or JSON Lines file</source>
        <translation>Файл JSON или JSON Lines</translation>
    </message>
    <message>
        <source>Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)</source>
        <translation>Файлы данных (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataPage</name>
    <message>
        <source>Open file...</source>
        <translation>Открыть файл…</translation>
    </message>
    <message>
        <source>See what a model would learn from a file: rows, tokens, and which of them are trained.</source>
        <translation>Посмотрите, чему модель научится на этом файле: примеры, токены и какие из них обучающие.</translation>
    </message>
    <message>
        <source>JSON or JSON Lines: conversations, prompt and completion, Alpaca, ShareGPT, plain text. Drop a file anywhere.</source>
        <translation>JSON или JSON Lines: диалоги, промпт и ответ, Alpaca, ShareGPT, простой текст. Файл можно перетащить в любое место окна.</translation>
    </message>
    <message>
        <source>Data file</source>
        <translation>Файл данных</translation>
    </message>
    <message>
        <source>A JSON or JSON Lines file</source>
        <translation>Файл JSON или JSON Lines</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Tokens of</source>
        <translation>Токены модели</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>Tokens &amp;of</source>
        <translation>&amp;Токены модели</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Примеры из файла</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Подсчёт токенов</translation>
    </message>
    <message>
        <source>Found: %1, please check.</source>
        <translation>Распознан формат «%1», проверьте.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выберите файл</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Подсчёт токенов…</translation>
    </message>
    <message>
        <source>Use for training</source>
        <translation>Выбрать для обучения</translation>
    </message>
    <message>
        <source>No token would be trained on</source>
        <translation>Нет обучающих токенов</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Нельзя использовать</translation>
    </message>
    <message>
        <source>Auto: %1</source>
        <extracomment>The format that was found: &quot;Auto: Messages&quot;.</extracomment>
        <translation>Автоматически: %1</translation>
    </message>
    <message>
        <source>Data files (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;All files (*)</source>
        <translation>Файлы данных (*.jsonl *.json *.csv *.tsv *.txt *.parquet *.arrow *.feather);;Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DataTiles</name>
    <message>
        <source>rows</source>
        <translation>примеры</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токены</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>обучающие</translation>
    </message>
    <message>
        <source>cut or left out</source>
        <translation>обрезано или исключено</translation>
    </message>
    <message>
        <source>%1 rows, %2 tokens, %3 of them trained; %4 rows cut or left out</source>
        <extracomment>Figures of a data file.</extracomment>
        <translation>Примеров: %1, токенов: %2, из них обучающих: %3; обрезано или исключено примеров: %4</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DeviceCard</name>
    <message>
        <source>Device and precision</source>
        <translation>Устройство и точность вычислений</translation>
    </message>
</context>
<context>
    <name>fettle::ui::DevicesModel</name>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 поток</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, потоков: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>auto: this CPU</source>
        <translation>авто: этот CPU</translation>
    </message>
    <message>
        <source>auto: %1</source>
        <translation>авто: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ErrorStrip</name>
    <message>
        <source>The engine&apos;s last lines:</source>
        <translation>Последние строки движка:</translation>
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
        <translation>Экспорт</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ExportKinds</name>
    <message>
        <source>Adapter (PEFT)</source>
        <translation>Адаптер (PEFT)</translation>
    </message>
    <message>
        <source>The folder as PEFT reads it: a small file that is laid over its base model.</source>
        <translation>Папка в формате PEFT: небольшой файл, который накладывается на базовую модель.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>The whole tuned model, to be opened by any program that reads safetensors.</source>
        <translation>Вся дообученная модель; её откроет любая программа, читающая safetensors.</translation>
    </message>
    <message>
        <source>Merged model</source>
        <translation>Объединённая модель</translation>
    </message>
    <message>
        <source>One folder with base and adapter in one, to be opened by any program that reads safetensors. Afterwards the same prompts go through both, to prove that they answer alike.</source>
        <translation>Одна папка, в которой база и адаптер объединены; её откроет любая программа, читающая safetensors. После записи одни и те же промпты пройдут через оба варианта: так проверяется, что ответы совпадают.</translation>
    </message>
    <message>
        <source>The whole model was trained: there is nothing to merge</source>
        <translation>Обучалась вся модель: объединять нечего</translation>
    </message>
    <message>
        <source>&amp;Largest file</source>
        <translation>&amp;Наибольший файл</translation>
    </message>
    <message>
        <source>GGUF</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>One file with base and adapter in one, for llama.cpp, LM Studio and Ollama, whose Modelfile is written beside it.</source>
        <translation>Один файл с базовой моделью и адаптером вместе, для llama.cpp, LM Studio и Ollama, чей Modelfile записывается рядом.</translation>
    </message>
    <message>
        <source>&amp;Number format</source>
        <translation>&amp;Формат чисел</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Open in Chat</source>
        <translation>Открыть в чате</translation>
    </message>
    <message>
        <source>No run has a result yet</source>
        <translation>Ни у одного запуска ещё нет результата</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Что записать</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Новая папка</translation>
    </message>
    <message>
        <source>A new or empty folder</source>
        <translation>Новая или пустая папка</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Экспорт отменён; ничего не записано.</translation>
    </message>
    <message>
        <source>Needs about %1, %2 are free there.</source>
        <translation>Нужно около %1, там свободно %2.</translation>
    </message>
    <message>
        <source>This folder holds something already: choose another one.</source>
        <translation>В этой папке уже что-то есть: выберите другую.</translation>
    </message>
    <message>
        <source>Train a run first</source>
        <translation>Сначала обучите модель</translation>
    </message>
    <message>
        <source>Choose a new folder</source>
        <translation>Выберите новую папку</translation>
    </message>
    <message>
        <source>Not enough space</source>
        <translation>Недостаточно места</translation>
    </message>
    <message>
        <source>Merge and prove</source>
        <translation>Объединить и проверить</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Записано в %1.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingRow</name>
    <message>
        <source>Line %1.</source>
        <translation>Строка %1.</translation>
    </message>
    <message>
        <source>Lines %1.</source>
        <translation>Строки %1.</translation>
    </message>
    <message>
        <source>Lines %1 and others.</source>
        <translation>Строки %1 и другие.</translation>
    </message>
    <message>
        <source>Show row</source>
        <translation>Показать пример</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Показать примеры</translation>
    </message>
    <message>
        <source>Show the rows of: %1</source>
        <translation>Показать примеры: %1</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Next (%1 of %2)</source>
        <translation>Дальше (%1 из %2)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Hide the findings</source>
        <translation>Свернуть замечания</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln замечание</numerusform>
            <numerusform>%Ln замечания</numerusform>
            <numerusform>%Ln замечаний</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Показать замечания</translation>
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
        <translation>Загрузить (около %1)</translation>
    </message>
    <message>
        <source>LibTorch, the library that does the computing, is not on this computer yet.</source>
        <translation>На этом компьютере ещё нет LibTorch — библиотеки, которая выполняет вычисления.</translation>
    </message>
    <message>
        <source>Everything else works; training and chat need it. It comes once from the Python package index, by Python&apos;s own tools.</source>
        <translation>Остальное работает и без неё; она нужна для обучения и чата. Загружается один раз из каталога пакетов Python (PyPI) средствами самого Python.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ForgettingLine</name>
    <message>
        <source>Measure it</source>
        <translation>Измерять</translation>
    </message>
    <message>
        <source>What is forgotten</source>
        <translation>Что забывается</translation>
    </message>
    <message>
        <source>the loss on texts unlike the data, as a curve</source>
        <translation>потери на текстах, непохожих на данные, кривой</translation>
    </message>
    <message>
        <source>Measure what is forgotten</source>
        <translation>Измерять, что забывается</translation>
    </message>
</context>
<context>
    <name>fettle::ui::FurtherQuestion</name>
    <message>
        <source>How much further?</source>
        <translation>Сколько ещё обучать?</translation>
    </message>
    <message>
        <source>More epochs or steps</source>
        <translation>Сколько добавить эпох или шагов</translation>
    </message>
    <message>
        <source>Epochs or steps</source>
        <translation>Эпохи или шаги</translation>
    </message>
    <message>
        <source>more epochs</source>
        <translation>эпох</translation>
    </message>
    <message>
        <source>more steps</source>
        <translation>шагов</translation>
    </message>
    <message>
        <source>Train further</source>
        <translation>Обучать дальше</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The run goes on from where it ended; its curves and checkpoints stay.</source>
        <translation>Запуск продолжится с того места, где закончился; его кривые и контрольные точки сохранятся.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::GetModelCard</name>
    <message>
        <source>Get a model</source>
        <translation>Загрузка модели</translation>
    </message>
    <message>
        <source>Downloading a model</source>
        <translation>Загрузка модели</translation>
    </message>
    <message>
        <source>Use it for training</source>
        <translation>Использовать для обучения</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>From the Hugging Face hub into %1, where other programs find it too. Models that ask for consent need it given on their page there, and a token in Settings.</source>
        <translation>С хаба Hugging Face в %1, где её найдут и другие программы. Для моделей, требующих согласия, его нужно дать на их странице хаба и указать токен в Настройках.</translation>
    </message>
    <message>
        <source>Suggested models</source>
        <translation>Предлагаемые модели</translation>
    </message>
    <message>
        <source>Name on the hub</source>
        <translation>Имя на хабе</translation>
    </message>
    <message>
        <source>owner/name</source>
        <translation>владелец/имя</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>A name is owner/name</source>
        <translation>Имя имеет вид владелец/имя</translation>
    </message>
    <message>
        <source>%1 is on this computer.</source>
        <translation>%1 есть на этом компьютере.</translation>
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
        <translation>Здесь нужны целые числа через запятую.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LengthHistogram</name>
    <message>
        <source>Lengths of the rows; arrow keys move the length at which they are cut</source>
        <translation>Длины примеров; клавиши со стрелками двигают границу обрезки</translation>
    </message>
    <message>
        <source>tokens of a row</source>
        <translation>токенов в примере</translation>
    </message>
    <message>
        <source>cut at</source>
        <translation>граница обрезки</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>примеров</translation>
    </message>
    <message>
        <source>How long the rows are, once they are counted.</source>
        <translation>Здесь появится длина строк, когда они будут подсчитаны.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LikelyTokensModel</name>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Вероятность</translation>
    </message>
    <message>
        <source>Log-probability</source>
        <translation>Лог-вероятность</translation>
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
        <translation>Самые вероятные токены здесь</translation>
    </message>
    <message>
        <source>Likeliest tokens</source>
        <translation>Самые вероятные токены</translation>
    </message>
</context>
<context>
    <name>fettle::ui::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>What the engine says appears here.</source>
        <translation>Здесь появятся сообщения движка.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MapControl</name>
    <message>
        <source>name=column, …</source>
        <translation>имя=столбец, …</translation>
    </message>
    <message>
        <source>name=8, …</source>
        <translation>имя=8, …</translation>
    </message>
    <message>
        <source>Pairs are needed here, such as name=column, each name once.</source>
        <translation>Здесь нужны пары вида имя=столбец, каждое имя один раз.</translation>
    </message>
    <message>
        <source>Pairs are needed here, such as name=8, each name once.</source>
        <translation>Здесь нужны пары вида имя=8, каждое имя один раз.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MatrixChart</name>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation>Строка %1, столбец %2: %3</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MemoryModel</name>
    <message>
        <source>Never at the same time</source>
        <translation>Не бывает одновременно</translation>
    </message>
    <message>
        <source>Peak without the runtime</source>
        <translation>Пик без среды</translation>
    </message>
    <message>
        <source>Peak of the process</source>
        <translation>Пик процесса</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Измерено</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MethodCard</name>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricChart</name>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Training time (h:mm:ss)</source>
        <translation>Время обучения (ч:мм:сс)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Шаг %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>Токенов: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>smoothed: %1</source>
        <translation>сглаженное: %1</translation>
    </message>
    <message>
        <source>validation: %1</source>
        <translation>валидация: %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>валидация</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricPlot</name>
    <message>
        <source>Horizontal axis</source>
        <translation>Горизонтальная ось</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Время обучения</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Сглаживание</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Слабое</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Сильное</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Логарифмическая ось</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Копировать изображение</translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>Сохранить изображение…</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>График: %1</translation>
    </message>
    <message>
        <source>Plus and minus zoom, left and right pan, 0 shows everything.</source>
        <translation>Плюс и минус меняют масштаб, стрелки влево и вправо сдвигают, 0 показывает всё.</translation>
    </message>
    <message>
        <source>The values are 100 times apart or more: on a logarithmic axis the small ones show as well.</source>
        <translation>Значения различаются в 100 и более раз: на логарифмической оси видны и малые.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::MetricTable</name>
    <message>
        <source>Figures of every step</source>
        <translation>Показатели по шагам</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Копировать таблицу</translation>
    </message>
    <message>
        <source>Save as CSV...</source>
        <translation>Сохранить как CSV…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Сохранить таблицу</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Значения через запятую (*.csv)</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelCard</name>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>Базовая модель</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>Looking for models...</source>
        <translation>Поиск моделей…</translation>
    </message>
    <message>
        <source>Not among the models found: %1</source>
        <translation>Среди найденных моделей нет: %1</translation>
    </message>
    <message>
        <source>Open a model&apos;s folder</source>
        <translation>Открыть папку модели</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelFacts</name>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Нельзя использовать: %1</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3, %4, context %5, %6</source>
        <extracomment>Family, parameters, number format, size of the files, context length, template.</extracomment>
        <translation>%1, %2 параметров, %3, %4, контекст %5, %6</translation>
    </message>
    <message>
        <source>chat template</source>
        <translation>есть шаблон чата</translation>
    </message>
    <message>
        <source>no chat template</source>
        <translation>нет шаблона чата</translation>
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
        <translation>Базовая</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Дообученная</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ModelsPage</name>
    <message>
        <source>Open folder...</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Искать снова</translation>
    </message>
    <message>
        <source>Find models</source>
        <translation>Найти модели</translation>
    </message>
    <message>
        <source>Looking for models...</source>
        <translation>Поиск моделей…</translation>
    </message>
    <message>
        <source>Models are looked for in the folders named in Settings and in the hub&apos;s cache. Drop a model&apos;s folder on the window to add it.</source>
        <translation>Модели ищутся в папках, указанных в настройках, и в кэше хаба. Чтобы добавить модель, перетащите её папку в окно.</translation>
    </message>
    <message>
        <source>Open a model&apos;s folder, or a folder of models</source>
        <translation>Открыть папку модели или папку с моделями</translation>
    </message>
    <message>
        <source>Get a model...</source>
        <translation>Получить модель…</translation>
    </message>
</context>
<context>
    <name>fettle::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>fettle::ui::NumberControl</name>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Здесь нужно целое число.</translation>
    </message>
    <message>
        <source>A number is needed here, such as 0.05 or 2e-4.</source>
        <translation>Здесь нужно число, например 0,05 или 2e-4.</translation>
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
        <translation>Здесь нужны числа через запятую.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::OwnDefaultsStrip</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>%1 %2 (was %3)</source>
        <extracomment>A field, its new value, the former one.</extracomment>
        <translation>%1: %2 (было %3)</translation>
    </message>
    <message>
        <source>Another model or method brings its own defaults.</source>
        <translation>У другой модели или другого метода свои значения по умолчанию.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PairControl</name>
    <message>
        <source>second value</source>
        <translation>второе значение</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PathField</name>
    <message>
        <source>Choose …</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PlanCard</name>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Counting tokens</source>
        <translation>Подсчёт токенов</translation>
    </message>
    <message>
        <source>Memory by part</source>
        <translation>Память по частям</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What is missing, then why.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>✓ Ready to train</source>
        <translation>✓ Готово к обучению</translation>
    </message>
    <message>
        <source>%1 steps, %2 tokens</source>
        <translation>Шагов: %1, токенов: %2</translation>
    </message>
    <message>
        <source>%1 of %2 parameters trained (%3)</source>
        <extracomment>Numbers of parameters, then the share.</extracomment>
        <translation>Обучается %1 из %2 параметров (%3)</translation>
    </message>
    <message>
        <source>, file %1</source>
        <translation>, файл %1</translation>
    </message>
    <message>
        <source>Memory %1 of %2</source>
        <translation>Память: %1 из %2</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>Память: %1</translation>
    </message>
    <message>
        <source>about %1 on this CPU</source>
        <translation>около %1 на этом CPU</translation>
    </message>
    <message>
        <source>about %1 on %2</source>
        <translation>около %1 на %2</translation>
    </message>
    <message>
        <source>Counting tokens...</source>
        <translation>Подсчёт токенов…</translation>
    </message>
    <message>
        <source>Steps, tokens, memory and time appear here.</source>
        <translation>Здесь появятся шаги, токены, память и время.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the defaults</source>
        <translation>
            <numerusform>%Ln настройка отличается от значения по умолчанию</numerusform>
            <numerusform>%Ln настройки отличаются от значений по умолчанию</numerusform>
            <numerusform>%Ln настроек отличаются от значений по умолчанию</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s) differ from the recipe “%1”</source>
        <translation>
            <numerusform>%Ln настройка отличается от рецепта «%1»</numerusform>
            <numerusform>%Ln настройки отличаются от рецепта «%1»</numerusform>
            <numerusform>%Ln настроек отличаются от рецепта «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Time unknown until a run of this model was measured here</source>
        <translation>Время неизвестно, пока здесь не измерен запуск этой модели</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A range of durations: 40 s to 55 s.</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProgressStrip</name>
    <message>
        <source>%1...</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 из %3</translation>
    </message>
    <message>
        <source>Progress: %1</source>
        <translation>Ход: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Starting...</source>
        <translation>Запуск…</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptSetModel</name>
    <message>
        <source>Base</source>
        <translation>Базовая</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Дообученная</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptSetPanel</name>
    <message>
        <source>Ask both</source>
        <translation>Спросить обе</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Слева</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Промпты и ответы</translation>
    </message>
    <message>
        <source>Add prompt</source>
        <translation>Добавить промпт</translation>
    </message>
    <message>
        <source>Remove selected</source>
        <translation>Удалить выбранные</translation>
    </message>
    <message>
        <source>Save table...</source>
        <translation>Сохранить таблицу…</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Prompts of the pocket world</source>
        <translation>Промпты о мире модели pocket</translation>
    </message>
    <message>
        <source>The lecture&apos;s four prompts</source>
        <translation>Четыре промпта из лекции</translation>
    </message>
    <message>
        <source>From a file...</source>
        <translation>Из файла…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>Ответов: %1 из %2</translation>
    </message>
    <message>
        <source>Load prompts</source>
        <translation>Загрузить промпты</translation>
    </message>
    <message>
        <source>One prompt a line, or a JSON list (*.txt *.json)</source>
        <translation>По промпту на строку или список JSON (*.txt *.json)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Сохранить таблицу</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv);;Markdown (*.md)</source>
        <translation>Значения через запятую (*.csv);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>The prompt set</source>
        <translation>Набор промптов</translation>
    </message>
    <message>
        <source>Reading the prompts</source>
        <translation>Чтение промптов</translation>
    </message>
    <message>
        <source>Saving the table</source>
        <translation>Сохранение таблицы</translation>
    </message>
</context>
<context>
    <name>fettle::ui::PromptView</name>
    <message>
        <source>Prompt as the model sees it</source>
        <translation>Промпт, каким его видит модель</translation>
    </message>
    <message>
        <source>Rendered prompt</source>
        <translation>Промпт после применения шаблона</translation>
    </message>
    <message>
        <source>Prompt as the model sees it, %1 tokens</source>
        <translation>Промпт, каким его видит модель, токенов: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProofCard</name>
    <message>
        <source>Proof</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Answers before and after the export</source>
        <translation>Ответы до и после экспорта</translation>
    </message>
    <message>
        <source>The likeliest next token is the same at %1 of %2 positions; the largest difference of a log-probability is %3.</source>
        <extracomment>Share of positions, their number, a difference in nats.</extracomment>
        <translation>Самый вероятный следующий токен совпадает в %1 из %2 позиций; наибольшее расхождение лог-вероятности — %3.</translation>
    </message>
    <message>
        <source>The written model answers as base and adapter do.</source>
        <translation>Записанная модель отвечает так же, как база с адаптером.</translation>
    </message>
    <message>
        <source>The written model differs from base and adapter.</source>
        <translation>Записанная модель отличается от базы с адаптером.</translation>
    </message>
    <message>
        <source>%1 of %2 answers are the same, letter for letter.</source>
        <translation>Буква в букву совпало ответов: %1 из %2.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ProofModel</name>
    <message>
        <source>✓ same</source>
        <translation>✓ совпадает</translation>
    </message>
    <message>
        <source>✗ differs</source>
        <translation>✗ отличается</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Base with adapter</source>
        <translation>База с адаптером</translation>
    </message>
    <message>
        <source>Written model</source>
        <translation>Записанная модель</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>fettle::ui::QueueCard</name>
    <message>
        <source>Waiting</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>Запуски в очереди</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Убрать из очереди</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RecipeCard</name>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Start from a recipe...</source>
        <translation>Начать с рецепта…</translation>
    </message>
    <message>
        <source>Save as recipe</source>
        <translation>Сохранить как рецепт</translation>
    </message>
    <message>
        <source>Delete this recipe</source>
        <translation>Удалить этот рецепт</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>All settings to their defaults; model and data stay</source>
        <translation>Вернуть всем настройкам значения по умолчанию; модель и данные останутся</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>&amp;Рецепт</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Имя запуска</translation>
    </message>
    <message>
        <source>The recipe is saved.</source>
        <translation>Рецепт сохранён.</translation>
    </message>
    <message>
        <source>Correct “%1” before this is saved.</source>
        <translation>Исправьте «%1», прежде чем сохранять.</translation>
    </message>
    <message>
        <source>A bundled recipe stays.</source>
        <translation>Встроенный рецепт удалить нельзя.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ResultsModel</name>
    <message>
        <source>%1, step %2</source>
        <translation>%1, шаг %2</translation>
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
        <translation>%1, дообученная</translation>
    </message>
    <message>
        <source>%1, base</source>
        <translation>%1, базовая</translation>
    </message>
    <message>
        <source>%1, best at step %2</source>
        <extracomment>A run&apos;s name, and the step whose weights are its result</extracomment>
        <translation>%1, лучший на шаге %2</translation>
    </message>
</context>
<context>
    <name>fettle::ui::ResumeOffer</name>
    <message>
        <source>Show it</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Возобновить обучение</translation>
    </message>
    <message>
        <source>Continue all</source>
        <translation>Продолжить все</translation>
    </message>
    <message>
        <source>“%1” was not finished.</source>
        <translation>Запуск «%1» не завершён.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs were not finished or were still waiting.</source>
        <translation>
            <numerusform>%Ln запуск не завершён или ещё ждал очереди.</numerusform>
            <numerusform>%Ln запуска не завершены или ещё ждали очереди.</numerusform>
            <numerusform>%Ln запусков не завершены или ещё ждали очереди.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run goes on from its last checkpoint and gives the same numbers as if it had never stopped.</source>
        <translation>Запуск продолжится с последней контрольной точки и даст те же числа, как если бы он не прерывался.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RoleHeader</name>
    <message>
        <source>Column of the file for “%1”</source>
        <translation>Столбец файла для «%1»</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RowInspector</name>
    <message>
        <source>Choose a row to read it.</source>
        <translation>Выберите пример, чтобы прочитать его.</translation>
    </message>
    <message>
        <source>Views of the row</source>
        <translation>Представления примера</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Диалог</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Как в файле</translation>
    </message>
    <message>
        <source>The row as tokens</source>
        <translation>Пример в виде токенов</translation>
    </message>
    <message>
        <source>The row under its format&apos;s names</source>
        <translation>Пример под именами столбцов формата</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunActions</name>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>Остановить…</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Остановить и сохранить</translation>
    </message>
    <message>
        <source>Saves a checkpoint first; the run can be resumed</source>
        <translation>Сначала сохраняет контрольную точку; запуск можно будет возобновить</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Остановить без сохранения</translation>
    </message>
    <message>
        <source>What was trained since the last checkpoint is lost</source>
        <translation>Обученное после последней контрольной точки пропадёт</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Остановить сейчас</translation>
    </message>
    <message>
        <source>Ends the engine at once; what was saved stays</source>
        <translation>Сразу завершает движок; сохранённое остаётся</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>Сохранить контрольную точку</translation>
    </message>
    <message>
        <source>Answer the sample prompts now</source>
        <translation>Ответить на пробные промпты</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>Возобновить обучение</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Убрать из очереди</translation>
    </message>
    <message>
        <source>Compare in chat</source>
        <translation>Сравнить в чате</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Экспортировать…</translation>
    </message>
    <message>
        <source>Train further...</source>
        <translation>Обучать дальше…</translation>
    </message>
    <message>
        <source>For more epochs or steps, from where the run ended</source>
        <translation>Ещё несколько эпох или шагов с того места, где запуск закончился</translation>
    </message>
    <message>
        <source>Duplicate settings</source>
        <translation>Копировать настройки</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Начать обучение</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Finishing this step...</source>
        <translation>Завершает этот шаг...</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunCharts</name>
    <message>
        <source>The same numbers are in the tab Table.</source>
        <translation>Те же числа есть на вкладке «Таблица».</translation>
    </message>
    <message>
        <source>The loss appears here with the first step.</source>
        <translation>Кривая потерь появится здесь с первым шагом.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunComparison</name>
    <message>
        <source>Curves of the chosen runs</source>
        <translation>Кривые выбранных запусков</translation>
    </message>
    <message>
        <source>The curves of the chosen runs appear here.</source>
        <translation>Здесь появятся кривые выбранных запусков.</translation>
    </message>
    <message>
        <source>Figure to compare</source>
        <translation>Показатель для сравнения</translation>
    </message>
    <message>
        <source>&amp;Figure</source>
        <translation>&amp;Показатель</translation>
    </message>
    <message>
        <source>Results, and settings that differ</source>
        <translation>Результаты и различающиеся настройки</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunHeader</name>
    <message>
        <source>More for this run</source>
        <translation>Другие действия с запуском</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Ход запуска</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Ещё не начат</translation>
    </message>
    <message>
        <source>step %1 / %2</source>
        <translation>шаг %1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>trained for %1</source>
        <translation>время обучения %1</translation>
    </message>
    <message>
        <source> · </source>
        <extracomment>Between figures of a run: &quot;step 120 / 300 · 0:42 left&quot;</extracomment>
        <translation> · </translation>
    </message>
    <message>
        <source>finishing this step</source>
        <translation>завершает этот шаг</translation>
    </message>
    <message>
        <source>result of step %1, the best</source>
        <translation>результат шага %1, лучшего</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunList</name>
    <message>
        <source>Find runs</source>
        <translation>Найти запуски</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunMemory</name>
    <message>
        <source>Memory by part</source>
        <translation>Память по частям</translation>
    </message>
    <message>
        <source>What the plan predicted, and what the engine has measured so far.</source>
        <translation>Что предсказал план и что пока измерил движок.</translation>
    </message>
    <message>
        <source>The prediction was %1 below what was measured.</source>
        <translation>Прогноз оказался на %1 ниже измеренного.</translation>
    </message>
    <message>
        <source>The prediction was %1 above what was measured.</source>
        <translation>Прогноз оказался на %1 выше измеренного.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunSettings</name>
    <message>
        <source>Settings of the run</source>
        <translation>Настройки запуска</translation>
    </message>
    <message>
        <source>Settings file of the run</source>
        <translation>Файл настроек запуска</translation>
    </message>
    <message>
        <source>How the settings are shown</source>
        <translation>Как показать настройки</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunVerdict</name>
    <message>
        <source>The run did help: tuned is better than base.</source>
        <translation>Запуск помог: настроенная модель лучше базовой.</translation>
    </message>
    <message>
        <source>The run did harm: tuned is worse than base.</source>
        <translation>Запуск навредил: настроенная модель хуже базовой.</translation>
    </message>
    <message>
        <source>No difference between base and tuned is shown.</source>
        <translation>Разница между базовой и настроенной моделью не показана.</translation>
    </message>
    <message>
        <source>Comparing base and tuned</source>
        <translation>Сравнение базовой и настроенной моделей</translation>
    </message>
    <message>
        <source>Base and tuned in figures</source>
        <translation>Базовая и настроенная модели в числах</translation>
    </message>
    <message>
        <source>Rows that changed most</source>
        <translation>Строки, изменившиеся сильнее всего</translation>
    </message>
    <message>
        <source>How an answer is judged</source>
        <translation>Как оценивается ответ</translation>
    </message>
    <message>
        <source>Judge as the rows suggest</source>
        <translation>Оценивать по виду строк</translation>
    </message>
    <message>
        <source>Pattern of a right answer</source>
        <translation>Шаблон верного ответа</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>Compare base and tuned</source>
        <translation>Сравнить базовую и настроенную</translation>
    </message>
    <message>
        <source>The run has no result yet</source>
        <translation>У запуска ещё нет результата</translation>
    </message>
    <message numerus="yes">
        <source>Both answered %Ln rows that the run did not learn from, each at its likeliest.</source>
        <translation>
            <numerusform>Обе ответили на %Ln строку, которой не было в обучении, каждая наиболее вероятно.</numerusform>
            <numerusform>Обе ответили на %Ln строки, которых не было в обучении, каждая наиболее вероятно.</numerusform>
            <numerusform>Обе ответили на %Ln строк, которых не было в обучении, каждая наиболее вероятно.</numerusform>
        </translation>
    </message>
    <message>
        <source>Did the run help?</source>
        <translation>Помог ли запуск?</translation>
    </message>
    <message>
        <source>Base and tuned answer rows that the run did not learn from, and text unlike its data; each difference is told with its 95 % interval.</source>
        <translation>Базовая и настроенная модели отвечают на строки, которых не было в обучении, и на текст, непохожий на его данные; каждая разница даётся с 95-процентным интервалом.</translation>
    </message>
    <message>
        <source>A reward model writes no answers</source>
        <translation>Модель вознаграждения не пишет ответов</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunView</name>
    <message>
        <source>Log of the engine</source>
        <translation>Журнал движка</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Продолжить обучение</translation>
    </message>
    <message>
        <source>More of the run</source>
        <translation>Подробности запуска</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Пробные ответы</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Loss %1 → %2.</source>
        <translation>Потери: %1 → %2.</translation>
    </message>
    <message>
        <source>How should this run stop?</source>
        <translation>Как остановить этот запуск?</translation>
    </message>
    <message>
        <source>A saved run can be resumed at any time and goes on as if it had never stopped.</source>
        <translation>Сохранённый запуск можно возобновить в любой момент: он продолжится так, будто и не останавливался.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>What the engine says appears here; this run&apos;s engine has said nothing yet.</source>
        <translation>Здесь появятся сообщения движка; движок этого запуска пока ничего не сообщил.</translation>
    </message>
    <message>
        <source>Another window or a command line trains this run.</source>
        <translation>Этот запуск обучается в другом окне или из командной строки.</translation>
    </message>
    <message>
        <source>It is shown here as it goes on, and stopped where it was started.</source>
        <translation>Здесь виден его ход; остановить его можно там, где он был начат.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
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
        <translation>Кривая</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Best validation</source>
        <translation>Лучшая валидация</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начат</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RunsPage</name>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Runs that you start appear here, with their curves.</source>
        <translation>Здесь появятся начатые вами запуски и их кривые.</translation>
    </message>
    <message>
        <source>Set up a run</source>
        <translation>Настроить запуск</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Переименовать запуск</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Новое имя</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Its adapter or model, checkpoints, curves and log go with the folder %1. This cannot be undone.</source>
        <translation>Вместе с папкой %1 будут удалены адаптер или модель, контрольные точки, кривые и журнал. Это нельзя отменить.</translation>
    </message>
    <message>
        <source>The run “%1” is not there any more.</source>
        <translation>Запуска «%1» больше нет.</translation>
    </message>
    <message>
        <source>Its folder %1 was deleted or moved outside this window.</source>
        <translation>Его папка %1 удалена или перемещена вне этого окна.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::RuntimeFetcher</name>
    <message>
        <source>Downloading LibTorch</source>
        <translation>Загрузка LibTorch</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SampleQuestions</name>
    <message>
        <source>Questions to begin with</source>
        <translation>Вопросы для начала</translation>
    </message>
    <message>
        <source>Ask: %1</source>
        <translation>Спросить: %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SampleView</name>
    <message>
        <source>Samples</source>
        <translation>Пробные ответы</translation>
    </message>
    <message>
        <source>Answers to the sample prompts appear here at each evaluation.</source>
        <translation>Здесь при каждой оценке появятся ответы на пробные промпты.</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Шаг %1</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SamplingPanel</name>
    <message>
        <source>System prompt</source>
        <translation>Системный промпт</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>S&amp;ystem prompt</source>
        <translation>&amp;Системный промпт</translation>
    </message>
    <message>
        <source>Load preset...</source>
        <translation>Загрузить пресет…</translation>
    </message>
    <message>
        <source>Save preset...</source>
        <translation>Сохранить пресет…</translation>
    </message>
    <message>
        <source>Load a preset</source>
        <translation>Загрузить пресет</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>Пресеты (*.json)</translation>
    </message>
    <message>
        <source>Save a preset</source>
        <translation>Сохранить пресет</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SchedulePreview</name>
    <message>
        <source>Learning rate over the run</source>
        <translation>Скорость обучения в ходе запуска</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, не более %2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n шаг</numerusform>
            <numerusform>%n шага</numerusform>
            <numerusform>%n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шаги</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SegmentedChoice</name>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SettingsPage</name>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Потоки процессора</translation>
    </message>
    <message>
        <source>Folders with models</source>
        <translation>Папки с моделями</translation>
    </message>
    <message>
        <source>Hub token</source>
        <translation>Токен хаба</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>Behind a number: percent.</extracomment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Размер текста</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Другой язык начнёт действовать при следующем запуске программы.</translation>
    </message>
    <message>
        <source>One per core</source>
        <translation>По числу ядер</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Устройство</translation>
    </message>
    <message>
        <source>Processor t&amp;hreads</source>
        <translation>&amp;Потоки процессора</translation>
    </message>
    <message>
        <source>Used where a run leaves the choice to Fettle, and in Chat.</source>
        <translation>Используется, когда запуск оставляет выбор за Fettle, и в чате.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>Папка для запусков</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Запуски</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Модели</translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Add a folder with models</source>
        <translation>Добавить папку с моделями</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove the chosen folder from the list</source>
        <translation>Убрать выбранную папку из списка</translation>
    </message>
    <message>
        <source>A folder with models</source>
        <translation>Папка с моделями</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Хаб</translation>
    </message>
    <message>
        <source>T&amp;oken</source>
        <translation>То&amp;кен</translation>
    </message>
    <message>
        <source>Kept in a file that only you can read. Nothing leaves this computer unless a button says so.</source>
        <translation>Хранится в файле, который можете читать только вы. Данные не покидают этот компьютер, если на кнопке не сказано обратное.</translation>
    </message>
    <message>
        <source>No token is kept.</source>
        <translation>Токен не сохранён.</translation>
    </message>
    <message>
        <source>A token is kept.</source>
        <translation>Есть сохранённый токен.</translation>
    </message>
    <message>
        <source>The token is removed.</source>
        <translation>Токен удалён.</translation>
    </message>
    <message>
        <source>The token is kept.</source>
        <translation>Токен сохранён.</translation>
    </message>
    <message>
        <source>Only needed for models that ask for a login</source>
        <translation>Нужен только для моделей, требующих входа</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Keep the hub token</source>
        <translation>Сохранить токен хаба</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SidePanel</name>
    <message>
        <source>Answers appear here.</source>
        <translation>Здесь появятся ответы.</translation>
    </message>
    <message>
        <source>Share of the context in use</source>
        <translation>Доля занятого контекста</translation>
    </message>
    <message>
        <source>%1...</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Выберите модель</translation>
    </message>
    <message>
        <source>Strength of the adapter</source>
        <translation>Сила адаптера</translation>
    </message>
    <message>
        <source>%1 of the context used</source>
        <translation>занято %1 контекста</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Сила</translation>
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
        <translation>или с адаптера, обученного на этой базовой модели</translation>
    </message>
    <message>
        <source>it decides rank, alpha and modules; a preference method compares with it</source>
        <translation>он определяет ранг, alpha и модули; метод предпочтений сравнивает с ним</translation>
    </message>
    <message>
        <source>Nothing: a fresh adapter</source>
        <translation>Ни с чего: новый адаптер</translation>
    </message>
    <message>
        <source>Another folder...</source>
        <translation>Другая папка…</translation>
    </message>
    <message>
        <source>The folder of an adapter</source>
        <translation>Папка адаптера</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StatusLine</name>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>Открыть этот запуск</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StrandPane</name>
    <message>
        <source>✓ Chosen, the better answer</source>
        <translation>✓ Выбранный, лучший ответ</translation>
    </message>
    <message>
        <source>✗ Rejected, the worse answer</source>
        <translation>✗ Отвергнутый, худший ответ</translation>
    </message>
    <message>
        <source>The row as a conversation</source>
        <translation>Пример в виде диалога</translation>
    </message>
</context>
<context>
    <name>fettle::ui::StrengthSlider</name>
    <message>
        <source>Strength of the adapter</source>
        <translation>Сила адаптера</translation>
    </message>
    <message>
        <source>0 is the base model, 1 is the model as it was trained.</source>
        <translation>0 — базовая модель, 1 — модель в том виде, в каком она обучена.</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SuggestedModelsTable</name>
    <message>
        <source>about %1</source>
        <translation>около %1</translation>
    </message>
    <message>
        <source>about %1: more than there is</source>
        <translation>около %1: больше, чем есть</translation>
    </message>
    <message>
        <source>%1, to be accepted on the hub</source>
        <translation>%1, принять на хабе</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Memory for LoRA</source>
        <translation>Память для LoRA</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
</context>
<context>
    <name>fettle::ui::SweepCard</name>
    <message>
        <source>Try several values</source>
        <translation>Попробовать несколько значений</translation>
    </message>
    <message>
        <source>Every combination becomes a run, one after the other; select them in Runs to see their curves on each other.</source>
        <translation>Каждое сочетание становится запуском, один за другим; выделите их в Запусках, чтобы увидеть их кривые на одном графике.</translation>
    </message>
    <message>
        <source>Numbers with a space or a semicolon between them</source>
        <translation>Числа через пробел или точку с запятой</translation>
    </message>
    <message>
        <source>Name some values</source>
        <translation>Укажите значения</translation>
    </message>
    <message numerus="yes">
        <source>Queue %Ln runs</source>
        <translation>
            <numerusform>Поставить в очередь %Ln запуск</numerusform>
            <numerusform>Поставить в очередь %Ln запуска</numerusform>
            <numerusform>Поставить в очередь %Ln запусков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::SwitchControl</name>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
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
        <translation>обучающие: подчёркнуты; маскированные: серые; специальные: на более тёмном фоне; обрезанные: зачёркнуты</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokenView</name>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TokensModel</name>
    <message>
        <source>Token %1, id %2: %3
Bytes %4
%5</source>
        <translation>Токен %1, id %2: %3
Байты %4
%5</translation>
    </message>
    <message>
        <source>Trained: the loss counts it</source>
        <translation>Обучающий: учитывается в функции потерь</translation>
    </message>
    <message>
        <source>Masked: read, but not learned</source>
        <translation>Маскирован: читается, но не участвует в обучении</translation>
    </message>
    <message>
        <source>Special, masked</source>
        <translation>Специальный, маскирован</translation>
    </message>
    <message>
        <source>Cut: beyond the length</source>
        <translation>Обрезан: за пределами длины</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Промпт</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Выбранный</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отвергнутый</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln token(s)</source>
        <extracomment>Chosen: 34 tokens</extracomment>
        <translation>
            <numerusform>%1: %Ln токен</numerusform>
            <numerusform>%1: %Ln токена</numerusform>
            <numerusform>%1: %Ln токенов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln of them cut</source>
        <extracomment>Chosen: 34 tokens, 3 of them cut</extracomment>
        <translation>
            <numerusform>%1, из них обрезан %Ln</numerusform>
            <numerusform>%1, из них обрезано %Ln</numerusform>
            <numerusform>%1, из них обрезано %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fettle::ui::TrainPage</name>
    <message>
        <source>Evaluation and checkpoints</source>
        <translation>Оценка и контрольные точки</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Добавить в очередь</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Начать обучение</translation>
    </message>
</context>
<context>
    <name>fettle::ui::TrainingCard</name>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Learning rate over the run</source>
        <translation>Скорость обучения в ходе запуска</translation>
    </message>
    <message>
        <source>batches: %1 × %2 = %3 rows for each update</source>
        <extracomment>Rows of a batch, batches, rows in all: what one update learns from.</extracomment>
        <translation>батчей: %1 × %2 = %3 примеров на обновление</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Verdicts</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>From one bound of an interval to the other.</extracomment>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>no difference shown</source>
        <translation>разница не показана</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Базовая</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>Настроенная</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-процентный интервал</translation>
    </message>
    <message>
        <source>Tuned is</source>
        <translation>Настроенная</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Loss on other text</source>
        <translation>Потери на другом тексте</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидалось</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Оценка</translation>
    </message>
</context>
<context>
    <name>fettle::ui::Workspace</name>
    <message>
        <source>The run %1</source>
        <translation>Запуск «%1»</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <translation>Поиск моделей</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <translation>Поиск устройств</translation>
    </message>
    <message>
        <source>The folder of runs</source>
        <translation>Папка запусков</translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Reward accuracy</source>
        <translation>Доля верных пар</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <translation>Отступ наград</translation>
    </message>
    <message>
        <source>Reward, chosen</source>
        <translation>Награда выбранного ответа</translation>
    </message>
    <message>
        <source>Reward, rejected</source>
        <translation>Награда отвергнутого ответа</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Норма градиента</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость обработки</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Token accuracy</source>
        <translation>Доля верных токенов</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Энтропия</translation>
    </message>
    <message>
        <source>Loss on chosen answers</source>
        <translation>Потери на выбранных ответах</translation>
    </message>
    <message>
        <source>Log odds, chosen over rejected</source>
        <translation>Логарифм отношения шансов</translation>
    </message>
    <message>
        <source>Odds ratio term</source>
        <translation>Слагаемое отношения шансов</translation>
    </message>
    <message>
        <source>Log-probability, chosen</source>
        <translation>Лог-вероятность выбранного ответа</translation>
    </message>
    <message>
        <source>Log-probability, rejected</source>
        <translation>Лог-вероятность отвергнутого ответа</translation>
    </message>
    <message>
        <source>Mean logit, chosen</source>
        <translation>Средний логит выбранного ответа</translation>
    </message>
    <message>
        <source>Mean logit, rejected</source>
        <translation>Средний логит отвергнутого ответа</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Эпоха</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>Pairs scored the right way round</source>
        <translation>Пары, оценённые в верном порядке</translation>
    </message>
    <message>
        <source>Margin of the scores</source>
        <translation>Разница оценок</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Средняя оценка</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Наименьшая оценка</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Наибольшая оценка</translation>
    </message>
    <message>
        <source>Distance from the reference (KL)</source>
        <translation>Расстояние от опорной модели (KL)</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Масштаб потерь</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Награда</translation>
    </message>
    <message>
        <source>Spread of the reward</source>
        <translation>Разброс награды</translation>
    </message>
    <message>
        <source>Prompts whose answers earn alike</source>
        <translation>Промпты с одинаково награждаемыми ответами</translation>
    </message>
    <message>
        <source>Reward, exact match</source>
        <translation>Награда, тот же текст</translation>
    </message>
    <message>
        <source>Reward, contains</source>
        <translation>Награда, содержит текст</translation>
    </message>
    <message>
        <source>Reward, number</source>
        <translation>Награда, число</translation>
    </message>
    <message>
        <source>Reward, choice</source>
        <translation>Награда, вариант</translation>
    </message>
    <message>
        <source>Reward, pattern</source>
        <translation>Награда, шаблон</translation>
    </message>
    <message>
        <source>Reward, JSON</source>
        <translation>Награда, JSON</translation>
    </message>
    <message>
        <source>Reward, ROUGE-L</source>
        <translation>Награда, ROUGE-L</translation>
    </message>
    <message>
        <source>Reward, length</source>
        <translation>Награда, длина</translation>
    </message>
    <message>
        <source>Reward, reward model</source>
        <translation>Награда, модель вознаграждения</translation>
    </message>
    <message>
        <source>Length of answers</source>
        <translation>Длина ответов</translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation>Самый короткий ответ</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Самый длинный ответ</translation>
    </message>
    <message>
        <source>Answers cut at their longest</source>
        <translation>Ответы, обрезанные на наибольшей длине</translation>
    </message>
    <message>
        <source>Clipped ratios</source>
        <translation>Обрезанные отношения</translation>
    </message>
    <message>
        <source>Clipped ratios, low</source>
        <translation>Обрезанные отношения, снизу</translation>
    </message>
    <message>
        <source>Clipped ratios, high</source>
        <translation>Обрезанные отношения, сверху</translation>
    </message>
    <message>
        <source>Distance of an answer (KL)</source>
        <translation>Расстояние ответа (KL)</translation>
    </message>
    <message>
        <source>Reward without the distance</source>
        <translation>Награда без расстояния</translation>
    </message>
    <message>
        <source>Reward less the distance</source>
        <translation>Награда минус расстояние</translation>
    </message>
    <message>
        <source>Cost of the distance</source>
        <translation>Цена расстояния</translation>
    </message>
    <message>
        <source>Surprise of an answer</source>
        <translation>Неожиданность ответа</translation>
    </message>
    <message>
        <source>Loss of the policy</source>
        <translation>Потери политики</translation>
    </message>
    <message>
        <source>Loss of the values</source>
        <translation>Потери ценностей</translation>
    </message>
    <message>
        <source>Distance moved on these answers</source>
        <translation>Пройденное расстояние на этих ответах</translation>
    </message>
    <message>
        <source>Clipped ratios of tokens</source>
        <translation>Обрезанные отношения токенов</translation>
    </message>
    <message>
        <source>Entropy of answers</source>
        <translation>Энтропия ответов</translation>
    </message>
    <message>
        <source>Clipped values</source>
        <translation>Обрезанные ценности</translation>
    </message>
    <message>
        <source>Ratio of probabilities</source>
        <translation>Отношение вероятностей</translation>
    </message>
</context>
</TS>
