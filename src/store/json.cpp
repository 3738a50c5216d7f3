#include "store/json.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

namespace nest::store {
namespace {

constexpr std::size_t kDepthLimit = 16;
constexpr std::size_t kLongestLetter = 4;  // bytes
constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseValidateEncodingFlag |
                            rapidjson::kParseIterativeFlag;

/// RapidJSON works on copies of a stream that it knows, and then nobody can tell how far it has
/// read. It does not know this one.
struct Stream : rapidjson::InsituStringStream {
  using rapidjson::InsituStringStream::InsituStringStream;
};

/// RapidJSON tells where a token ends; where it begins is the first byte behind the one before that
/// is no space, comma or colon.
class Handler {
 public:
  Handler(Document& document, Stream& stream, std::size_t begin, Diagnostics& out)
      : builder_(document, out), buffer_(document.buffer()), stream_(stream), end_(begin) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them so
  bool Null() { return value(NodeKind::null); }
  bool Bool(bool b) { return value(NodeKind::boolean, {}, b ? 1 : 0); }
  bool Int(int i) { return value(NodeKind::number, {}, i); }
  bool Uint(unsigned i) { return value(NodeKind::number, {}, i); }
  bool Int64(std::int64_t i) { return value(NodeKind::number, {}, static_cast<double>(i)); }
  bool Uint64(std::uint64_t i) { return value(NodeKind::number, {}, static_cast<double>(i)); }
  bool Double(double d) { return value(NodeKind::number, {}, d); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return value(NodeKind::text, {text, size});
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const auto at = begin();
    end_ = stream_.Tell();
    builder_.key({text, size}, at);
    return true;
  }
  bool StartObject() { return open(NodeKind::object); }
  bool StartArray() { return open(NodeKind::list); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // NOLINTEND(readability-identifier-naming)

  bool too_deep() const { return too_deep_; }

 private:
  /// Bytes behind `end_` are not decoded yet when this is asked for containers and keys; an
  /// in-place decoded string only rewrites bytes behind its own first quote.
  std::size_t begin() const {
    std::size_t at = end_;
    while (at < buffer_.size() &&
           std::string_view(" \t\r\n,:").find(buffer_[at]) != std::string_view::npos) {
      ++at;
    }
    return at;
  }
  bool value(NodeKind kind, std::string_view text = {}, double number = 0) {
    const auto at = begin();
    end_ = stream_.Tell();
    builder_.value(kind, at, text, number);
    return true;
  }
  /// Brackets are told before the stream has gone behind them.
  bool open(NodeKind kind) {
    const auto at = begin();
    end_ = at + 1;
    if (builder_.depth() >= kDepthLimit) {
      too_deep_ = true;
      return false;
    }
    builder_.open(kind, at);
    return true;
  }
  bool close() {
    end_ = begin() + 1;
    builder_.close();
    return true;
  }

  DocumentBuilder builder_;
  const std::string& buffer_;
  Stream& stream_;
  std::size_t end_;
  bool too_deep_ = false;
};

using Explanation = std::pair<std::string, std::string>;

Explanation not_closed() {
  return {"a text is not closed.", "Put a double quote \" at its end, on the same line."};
}

/// RapidJSON calls a control character in a text a wrong escape.
Explanation wrong_letter(char found) {
  if (found == '\n' || found == '\r') return not_closed();
  if (found >= 0 && found < ' ') {
    return {"a text holds a tab or another control character.", "Put a space in its place."};
  }
  return {"a single \\ in a text.", "Write \\\\ for one, or take it out."};
}

/// `found`: the byte where it stopped.
Explanation explain(rapidjson::ParseErrorCode code, char found) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return {"the file is empty.", "Start from the example in docs/pack-format.md."};
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return {"a comma or a closing } is missing here.",
              "Look just before this place; perhaps a double quote is missing there."};
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return {"a comma or a closing ] is missing here.",
              "Look just before this place; perhaps a double quote is missing there."};
    case rapidjson::kParseErrorObjectMissName:
      return {"a key in double quotes is expected here.",
              "Comments and a comma before a closing bracket are not possible."};
    case rapidjson::kParseErrorObjectMissColon:
      return {"a colon is missing after the key.", "Write \"key\": value."};
    case rapidjson::kParseErrorValueInvalid:
      return {"a value is expected here.",
              "Texts stand in double quotes; perhaps there is a comma too many."};
    case rapidjson::kParseErrorStringMissQuotationMark:
      return not_closed();
    case rapidjson::kParseErrorStringInvalidEncoding:
      return {"the file is not UTF-8 here.", "Save it again with the encoding UTF-8."};
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return {"there is something behind the end of the content.", "Remove it."};
    case rapidjson::kParseErrorNumberTooBig:
      return {"this number is too large.", "Write a smaller one."};
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return {"this number is not finished.", "Write it like 0.5 or 12."};
    case rapidjson::kParseErrorStringEscapeInvalid:
      return wrong_letter(found);
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return {"\\u needs four digits that make a letter.", "Type the letter itself."};
    default:
      return {fmt::format("this is not JSON: {}", rapidjson::GetParseError_En(code)), ""};
  }
}

}  // namespace

std::unique_ptr<Document> parse_json(std::string file, std::string text, Diagnostics& out) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.replace(0, 3, "   ");
  const auto nul = text.find('\0');
  // RapidJSON takes a letter's bytes before it looks whether the text has so many.
  text.append(kLongestLetter, '\0');
  auto document = std::make_unique<Document>(std::move(file), std::move(text));
  if (nul != std::string::npos) {
    out.error("not-json", document->place_of(nul), "the file holds a zero byte.",
              "Save it again as plain text with the encoding UTF-8.");
    return std::make_unique<Document>(document->file(), std::string());
  }
  Stream stream(document->buffer().data());
  Handler handler(*document, stream, 0, out);
  rapidjson::Reader reader;
  const auto result = reader.Parse<kFlags>(stream, handler);
  if (!result.IsError()) return document;
  const auto offset = std::min(result.Offset(), document->buffer().size() - 1);
  auto [message, advice] = explain(result.Code(), document->buffer()[offset]);
  if (handler.too_deep()) {
    message = fmt::format("lists and objects are nested deeper than {}.", kDepthLimit);
    advice = "Take out a level.";
  }
  out.error("not-json", document->place_of(offset), message, advice);
  return std::make_unique<Document>(document->file(), std::string());
}

}  // namespace nest::store
