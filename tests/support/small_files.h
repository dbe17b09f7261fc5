#pragma once

namespace fettle::test {

// What files hold that have every part and no size, to be damaged.

// All parts that a small tokenizer.json can have.
inline constexpr const char* kSmallTokenizer =
    R"({"added_tokens":[{"id":0,"content":"<unk>","special":true},{"id":9,"content":"<s>","special":true,"rstrip":true},)"
    R"({"id":10,"content":"Tag","special":false,"normalized":true,"single_word":true}],)"
    R"("normalizer":{"type":"Sequence","normalizers":[{"type":"NFC"},{"type":"Prepend","prepend":"▁"},)"
    R"({"type":"Replace","pattern":{"String":" "},"content":"▁"},{"type":"Strip","strip_left":false}]},)"
    R"("pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":"\\p{L}+| ?\\S"},)"
    R"("behavior":"Isolated","invert":false},{"type":"Metaspace","prepend_scheme":"first"}]},)"
    R"("post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<s>"}},{"Sequence":{"id":"A"}}],)"
    R"("special_tokens":{"<s>":{"id":"<s>","ids":[9]}}},)"
    R"("decoder":{"type":"Sequence","decoders":[{"type":"Replace","pattern":{"String":"▁"},"content":" "},)"
    R"({"type":"ByteFallback"},{"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]},)"
    R"("model":{"type":"BPE","unk_token":"<unk>","fuse_unk":true,"byte_fallback":true,"ignore_merges":false,)"
    R"("vocab":{"<unk>":0,"▁":1,"a":2,"b":3,"ab":4,"▁a":5,"c":6,"abc":7,"<0xC3>":8},"merges":["a b",["▁","a"],["ab","c"]]}})";

// A safetensors header of three tensors with 33 bytes of data.
inline constexpr const char* kSmallHeader =
    R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
    R"("b.weight":{"dtype":"BF16","shape":[4],"data_offsets":[24,32]},"c":{"dtype":"I8","shape":[],"data_offsets":[32,33]}})";

// config.json of a Llama.
inline constexpr const char* kSmallConfig =
    R"({"architectures":["LlamaForCausalLM"],"model_type":"llama","hidden_size":64,"intermediate_size":172,)"
    R"("num_hidden_layers":5,"num_attention_heads":8,"num_key_value_heads":4,"vocab_size":512,"head_dim":8,)"
    R"("rope_scaling":{"rope_type":"llama3","factor":8.0,"low_freq_factor":1.0,"high_freq_factor":4.0,)"
    R"("original_max_position_embeddings":8192},"rope_theta":500000.0,"eos_token_id":[1,2],"bos_token_id":1,)"
    R"("tie_word_embeddings":true,"layer_types":["full_attention"],"sliding_window":null,"torch_dtype":"float16"})";

} // namespace fettle::test
