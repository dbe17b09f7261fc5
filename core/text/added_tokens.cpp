#include "core/text/added_tokens.h"

#include "core/text/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace fettle {

namespace {

std::size_t previousCharacter(const std::string& text, std::size_t at) {
    do {
        --at;
    } while (at > 0 && isContinuation(text[at]));
    return at;
}

bool isSpace(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool isWord(char32_t c) {
    return c == '_' || u_isalnum(static_cast<UChar32>(c)) != 0;
}

bool standsAlone(const std::string& text, std::size_t begin, std::size_t end) {
    if (begin > 0 && isWord(codePointAt(text, previousCharacter(text, begin)).value)) return false;
    return end >= text.size() || !isWord(codePointAt(text, end).value);
}

std::size_t spacesBefore(const std::string& text, std::size_t begin, std::size_t limit) {
    while (begin > limit && isSpace(codePointAt(text, previousCharacter(text, begin)).value))
        begin = previousCharacter(text, begin);
    return begin;
}

std::size_t spacesAfter(const std::string& text, std::size_t end) {
    while (end < text.size() && isSpace(codePointAt(text, end).value))
        end += static_cast<std::size_t>(codePointAt(text, end).length);
    return end;
}

} // namespace

void AddedTokens::add(AddedToken token) {
    if (token.content.empty() || m_tokens.contains(token.id)) return;
    index({token.content, token.id});
    m_tokens.emplace(token.id, std::move(token));
}

void AddedTokens::markSpecial(TokenId id) {
    if (const auto found = m_tokens.find(id); found != m_tokens.end()) found->second.isSpecial = true;
}

const AddedToken* AddedTokens::find(std::string_view content) const {
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(),
                                    [&](const auto& entry) { return entry.second.content == content; });
    return found == m_tokens.end() ? nullptr : &found->second;
}

void AddedTokens::index(Form form) {
    if (form.text.empty()) return;
    auto& bucket = m_byFirstByte[static_cast<unsigned char>(form.text.front())];
    const auto place = std::find_if(bucket.begin(), bucket.end(),
                                    [&](const Form& other) { return other.text.size() < form.text.size(); });
    bucket.insert(place, std::move(form));
}

void AddedTokens::lookForNormalForms(const std::function<std::string(const std::string&)>& normalForm) {
    for (auto& bucket : m_byFirstByte)
        bucket.clear();
    for (const auto& [id, token] : m_tokens)
        index({token.isNormalized ? normalForm(token.content) : token.content, id});
}

const AddedToken* AddedTokens::find(TokenId id) const {
    const auto found = m_tokens.find(id);
    return found == m_tokens.end() ? nullptr : &found->second;
}

const AddedTokens::Form* AddedTokens::matchAt(const std::string& text, std::size_t at, bool normalized) const {
    for (const Form& form : m_byFirstByte[static_cast<unsigned char>(text[at])]) {
        const AddedToken& token = m_tokens.at(form.id);
        const bool isHere = token.isNormalized == normalized && text.compare(at, form.text.size(), form.text) == 0;
        if (isHere && (!token.isSingleWord || standsAlone(text, at, at + form.text.size()))) return &form;
    }
    return nullptr;
}

std::vector<AddedTokens::Stretch> AddedTokens::cut(AlignedText text, bool normalized) const {
    std::vector<Stretch> stretches;
    std::size_t last = 0;
    for (std::size_t at = 0; at < text.bytes.size();) {
        const Form* form = matchAt(text.bytes, at, normalized);
        if (form == nullptr) {
            ++at;
            continue;
        }
        const AddedToken* token = &m_tokens.at(form->id);
        const std::size_t begin = token->stripsLeft ? spacesBefore(text.bytes, at, last) : at;
        const std::size_t stop = at + form->text.size();
        const std::size_t end = token->stripsRight ? spacesAfter(text.bytes, stop) : stop;
        if (begin > last) stretches.push_back({text.part(last, begin)});
        stretches.push_back({text.part(begin, end), token});
        last = at = end;
    }
    if (last == 0 && !text.empty())
        stretches.push_back({std::move(text)});
    else if (last < text.bytes.size())
        stretches.push_back({text.part(last, text.bytes.size())});
    return stretches;
}

} // namespace fettle
