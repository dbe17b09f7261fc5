#include "core/parquet/json_value.h"

#include "core/parquet/arrow_status.h"

namespace fettle {

namespace {

template <class Type>
Json plain(const arrow::Array& column, std::int64_t row) {
    return static_cast<const typename arrow::TypeTraits<Type>::ArrayType&>(column).Value(row);
}

template <class Array>
Json text(const arrow::Array& column, std::int64_t row) {
    return std::string(static_cast<const Array&>(column).GetView(row));
}

template <class Array>
Json list(const arrow::Array& column, std::int64_t row) {
    const auto& lists = static_cast<const Array&>(column);
    const arrow::Array& values = *lists.values();
    Json items = Json::array();
    const std::int64_t begin = lists.value_offset(row), end = begin + lists.value_length(row);
    for (std::int64_t at = begin; at < end; ++at)
        items.push_back(jsonValue(values, at));
    return items;
}

Json object(const arrow::Array& column, std::int64_t row) {
    const auto& structs = static_cast<const arrow::StructArray&>(column);
    JsonMembers members;
    for (int field = 0; field < structs.num_fields(); ++field)
        members.emplace_back(structs.struct_type()->field(field)->name(), jsonValue(*structs.field(field), row));
    return Json(Json::object_t(std::make_move_iterator(members.begin()), std::make_move_iterator(members.end())));
}

Json map(const arrow::Array& column, std::int64_t row) {
    const auto& maps = static_cast<const arrow::MapArray&>(column);
    if (maps.map_type()->key_type()->id() != arrow::Type::STRING) return list<arrow::MapArray>(column, row);
    Json members = Json::object();
    const std::int64_t begin = maps.value_offset(row), end = begin + maps.value_length(row);
    for (std::int64_t at = begin; at < end; ++at)
        members[jsonValue(*maps.keys(), at).get<std::string>()] = jsonValue(*maps.items(), at);
    return members;
}

Json word(const arrow::Array& column, std::int64_t row) {
    const auto& words = static_cast<const arrow::DictionaryArray&>(column);
    return jsonValue(*words.dictionary(), words.GetValueIndex(row));
}

} // namespace

Json jsonValue(const arrow::Array& column, std::int64_t row) {
    using arrow::Type;
    if (column.IsNull(row)) return nullptr;
    switch (column.type_id()) {
    case Type::BOOL:
        return plain<arrow::BooleanType>(column, row);
    case Type::INT8:
        return plain<arrow::Int8Type>(column, row);
    case Type::INT16:
        return plain<arrow::Int16Type>(column, row);
    case Type::INT32:
        return plain<arrow::Int32Type>(column, row);
    case Type::INT64:
        return plain<arrow::Int64Type>(column, row);
    case Type::UINT8:
        return plain<arrow::UInt8Type>(column, row);
    case Type::UINT16:
        return plain<arrow::UInt16Type>(column, row);
    case Type::UINT32:
        return plain<arrow::UInt32Type>(column, row);
    case Type::UINT64:
        return plain<arrow::UInt64Type>(column, row);
    case Type::FLOAT:
        return plain<arrow::FloatType>(column, row);
    case Type::DOUBLE:
        return plain<arrow::DoubleType>(column, row);
    case Type::STRING:
        return text<arrow::StringArray>(column, row);
    case Type::LARGE_STRING:
        return text<arrow::LargeStringArray>(column, row);
    case Type::STRING_VIEW:
        return text<arrow::StringViewArray>(column, row);
    case Type::LIST:
        return list<arrow::ListArray>(column, row);
    case Type::LARGE_LIST:
        return list<arrow::LargeListArray>(column, row);
    case Type::FIXED_SIZE_LIST:
        return list<arrow::FixedSizeListArray>(column, row);
    case Type::STRUCT:
        return object(column, row);
    case Type::MAP:
        return map(column, row);
    case Type::DICTIONARY:
        return word(column, row);
    case Type::EXTENSION:
        return jsonValue(*static_cast<const arrow::ExtensionArray&>(column).storage(), row);
    default:
        return valueOrThrow(column.GetScalar(row))->ToString();
    }
}

} // namespace fettle
