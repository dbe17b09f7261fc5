#pragma once

#include <QString>

#include <vector>

namespace fettle::ui {

struct TokenChoice { // a token that was drawn, with what else was likely
    int id = 0;
    QString text;
    double logprob = 0;
    struct Other {
        int id = 0;
        QString token;
        double logprob = 0;
    };
    std::vector<Other> top;
};

struct ChatTurn {
    QString role; // system | user | assistant
    QString text;
    std::vector<TokenChoice> tokens; // of an answer that was streamed by this program
    qint64 tokenCount = 0;
    double tokensPerSecond = 0;
    double strength = 1; // of the adapter that answered
    QString stop;        // wire name; empty while streaming
    QString error;       // why there is no answer
    bool isStreaming = false;
};

} // namespace fettle::ui
