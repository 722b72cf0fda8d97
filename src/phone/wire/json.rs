//! JSON as far as the API uses it: no fractions.

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`, `true`, `false`.
    Word(&'static str),
    /// A whole number.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in its order.
    Map(Vec<(String, Json)>),
}

/// Deeper than any answer of the API.
const MAX_DEPTH: u8 = 8;

impl Json {
    /// The whole of `text` as one value.
    pub fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader { rest: text.as_bytes() };
        let value = reader.value(MAX_DEPTH)?;
        (reader.peek().is_none()).then_some(value)
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(members) = self else { return None };
        members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// A string member.
    pub fn text(&self, name: &str) -> Option<&str> {
        if let Self::Text(text) = self.get(name)? { Some(text) } else { None }
    }

    /// A number member.
    pub fn number(&self, name: &str) -> Option<i64> {
        if let Self::Number(number) = self.get(name)? { Some(*number) } else { None }
    }

    /// A truth member.
    pub fn truth(&self, name: &str) -> Option<bool> {
        if let Self::Word(word) = self.get(name)? { Some(*word == "true") } else { None }
    }

    /// An array member.
    pub fn list(&self, name: &str) -> Option<&[Self]> {
        if let Self::List(list) = self.get(name)? { Some(list) } else { None }
    }
}

struct Reader<'t> {
    rest: &'t [u8],
}

impl Reader<'_> {
    /// The next byte that is no white space, left where it is.
    fn peek(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_ascii_start();
        self.rest.first().copied()
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// Takes `token` if it comes next.
    fn take(&mut self, token: u8) -> Option<()> {
        (self.peek()? == token).then_some(())?;
        self.byte().map(drop)
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        match self.peek()? {
            b'{' => self.map(depth),
            b'[' => self.list(depth),
            b'"' => self.text().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn map(&mut self, depth: u8) -> Option<Json> {
        let mut members = Vec::new();
        self.take(b'{')?;
        while self.peek()? != b'}' {
            if !members.is_empty() {
                self.take(b',')?;
            }
            self.peek();
            let key = self.text()?;
            self.take(b':')?;
            members.push((key, self.value(depth)?));
        }
        self.take(b'}')?;
        Some(Json::Map(members))
    }

    fn list(&mut self, depth: u8) -> Option<Json> {
        let mut items = Vec::new();
        self.take(b'[')?;
        while self.peek()? != b']' {
            if !items.is_empty() {
                self.take(b',')?;
            }
            items.push(self.value(depth)?);
        }
        self.take(b']')?;
        Some(Json::List(items))
    }

    fn number(&mut self) -> Option<Json> {
        let is_negative = self.take(b'-').is_some();
        let mut number = 0_i64;
        self.rest.first().filter(|byte| byte.is_ascii_digit())?;
        while let Some(digit) = self.rest.first().filter(|byte| byte.is_ascii_digit()) {
            number = number.checked_mul(10)?.checked_add(i64::from(digit - b'0'))?;
            self.byte();
        }
        Some(Json::Number(if is_negative { -number } else { number }))
    }

    fn word(&mut self) -> Option<Json> {
        ["null", "true", "false"].into_iter().find_map(|word| {
            self.rest = self.rest.strip_prefix(word.as_bytes())?;
            Some(Json::Word(word))
        })
    }

    fn text(&mut self) -> Option<String> {
        let mut bytes = Vec::new();
        self.take(b'"')?;
        loop {
            match self.byte()? {
                b'"' => return String::from_utf8(bytes).ok(),
                b'\\' => {
                    let c = self.escaped()?;
                    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => bytes.push(byte),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.byte()? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.code(),
            plain => char::from(plain),
        })
    }

    /// `XXXX`, or a pair of surrogates `XXXX\uXXXX`.
    fn code(&mut self) -> Option<char> {
        let high = self.unit()?;
        if high & 0xfc00 != 0xd800 {
            return char::from_u32(high);
        }
        self.rest = self.rest.strip_prefix(b"\\u")?;
        let low = self.unit()?;
        char::from_u32(0x1_0000 + ((high & 0x3ff) << 10) + (low & 0x3ff))
    }

    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.byte()?).to_digit(16)?;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The same value, as `serde_json` reads it.
    fn as_serde(json: &Json) -> Value {
        match json {
            Json::Word("null") => Value::Null,
            Json::Word(word) => Value::Bool(*word == "true"),
            Json::Number(number) => (*number).into(),
            Json::Text(text) => text.clone().into(),
            Json::List(items) => items.iter().map(as_serde).collect(),
            Json::Map(members) => {
                members.iter().map(|(key, value)| (key.clone(), as_serde(value))).collect()
            }
        }
    }

    #[test]
    fn reads_what_serde_reads() {
        for text in [
            r#"{"a":[1,-20,{"b":null}],"c":true,"d":false}"#,
            " { \"a\" : [ ] , \"b\" : { } } \n",
            r#""\u4fe1\ud842\udfb7 \"\\\/\n\t\r\b\f 𠮷·""#,
            "[\"\",\"信访\"]",
            "-9223372036854775807",
        ] {
            let read = Json::parse(text).map(|json| as_serde(&json));
            assert_eq!(read, serde_json::from_str(text).ok(), "{text}");
        }
    }

    #[test]
    fn what_is_cut_off_or_no_json_is_refused() {
        let whole = r#"{"a":[1,{"b":"\u4fe1x"}],"c":true}"#;
        for end in 0..whole.len() {
            assert_eq!(Json::parse(whole.get(..end).unwrap_or_default()), None, "{end}");
        }
        for text in [
            "",
            "nul",
            "{\"a\" 1}",
            "[1 2]",
            "1 2",
            "1.5",
            "-",
            "\"\\ud842x\"",
            "99999999999999999999",
        ] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        assert_eq!(Json::parse(&"[".repeat(100_000)), None, "no stack is deep enough");
    }
}
