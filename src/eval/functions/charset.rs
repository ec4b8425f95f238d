//! Encodings of text, by the names that IANA registers (its list of character sets): those that Terraform knows.
//!
//! encoding_rs follows the Encoding Standard, which is made for the web: it takes `iso-8859-1` for windows-1252, gives
//! bytes that mean nothing a control character, and reads text that it would not write. Terraform's encodings do not, so
//! each is named here with what is its own.

mod double;
mod pages;

use encoding_rs as whatwg;

use double::Double;
use pages::Page;

/// One encoding.
#[derive(Clone, Copy)]
pub(super) enum Charset {
    Ascii,
    Utf8,
    /// Big endian, with a mark at the beginning that says so; the mark is heeded in reading.
    Utf16,
    Utf16Be,
    Utf16Le,
    Latin1,
    /// Latin-1 with six letters of Turkish.
    Latin5,
    Page(&'static Page),
    /// One byte a character; the upper control characters are not part of it.
    Single(&'static whatwg::Encoding),
    Double(&'static Double),
    EucKr,
    Gb18030,
    Iso2022Jp,
    HzGb2312,
}

/// Why there is no result.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failed {
    /// The encoding lacks a character, or the bytes mean nothing in it.
    Refused,
    /// onus does not know what Terraform gives.
    NotKnown,
}

/// What differs between Latin-1 and Latin-5.
const TURKISH: [(char, u8); 6] = [('Ğ', 0xd0), ('İ', 0xdd), ('Ş', 0xde), ('ğ', 0xf0), ('ı', 0xfd), ('ş', 0xfe)];

impl Charset {
    /// The encoding of that name, in any case. `None`: Terraform has none.
    pub(super) fn named(name: &str) -> Option<Self> {
        use Charset::{
            Ascii, Double, Gb18030, HzGb2312, Iso2022Jp, Latin1, Latin5, Page, Single, Utf8, Utf16, Utf16Be, Utf16Le,
        };
        Some(match name.trim().to_lowercase().as_str() {
            "us-ascii" | "ansi_x3.4-1968" | "ansi_x3.4-1986" | "cp367" | "csascii" | "ibm367" | "iso-ir-6"
            | "iso646-us" | "iso_646.irv:1991" | "us" => Ascii,
            "utf-8" | "csutf8" => Utf8,
            "utf-16" | "csutf16" => Utf16,
            "utf-16be" | "csutf16be" => Utf16Be,
            "utf-16le" | "csutf16le" => Utf16Le,
            "ibm037" | "cp037" | "csibm037" | "ebcdic-cp-ca" | "ebcdic-cp-nl" | "ebcdic-cp-us" | "ebcdic-cp-wt" => {
                Page(&pages::IBM037)
            }
            "ibm437" | "437" | "cp437" | "cspc8codepage437" => Page(&pages::IBM437),
            "ibm850" | "850" | "cp850" | "cspc850multilingual" => Page(&pages::IBM850),
            "ibm852" | "852" | "cp852" | "cspcp852" => Page(&pages::IBM852),
            "ibm855" | "855" | "cp855" | "csibm855" => Page(&pages::IBM855),
            "ibm00858" | "ccsid00858" | "cp00858" | "csibm00858" | "pc-multilingual-850+euro" => Page(&pages::IBM858),
            "ibm860" | "860" | "cp860" | "csibm860" => Page(&pages::IBM860),
            "ibm862" | "862" | "cp862" | "cspc862latinhebrew" => Page(&pages::IBM862),
            "ibm863" | "863" | "cp863" | "csibm863" => Page(&pages::IBM863),
            "ibm865" | "865" | "cp865" | "csibm865" => Page(&pages::IBM865),
            "ibm866" | "866" | "cp866" | "csibm866" => Single(whatwg::IBM866),
            "ibm1047" | "ibm-1047" | "csibm1047" => Page(&pages::IBM1047),
            "ibm01140" | "ccsid01140" | "cp01140" | "csibm01140" | "ebcdic-us-37+euro" => Page(&pages::IBM1140),
            "iso-8859-1" | "cp819" | "csisolatin1" | "ibm819" | "iso-ir-100" | "iso_8859-1" | "iso_8859-1:1987"
            | "l1" | "latin1" => Latin1,
            "iso-8859-2" | "csisolatin2" | "iso-ir-101" | "iso_8859-2" | "iso_8859-2:1987" | "l2" | "latin2" => {
                Single(whatwg::ISO_8859_2)
            }
            "iso-8859-3" | "csisolatin3" | "iso-ir-109" | "iso_8859-3" | "iso_8859-3:1988" | "l3" | "latin3" => {
                Single(whatwg::ISO_8859_3)
            }
            "iso-8859-4" | "csisolatin4" | "iso-ir-110" | "iso_8859-4" | "iso_8859-4:1988" | "l4" | "latin4" => {
                Single(whatwg::ISO_8859_4)
            }
            "iso-8859-5" | "csisolatincyrillic" | "cyrillic" | "iso-ir-144" | "iso_8859-5" | "iso_8859-5:1988" => {
                Single(whatwg::ISO_8859_5)
            }
            "iso-8859-6" | "arabic" | "asmo-708" | "csisolatinarabic" | "ecma-114" | "iso-ir-127" | "iso_8859-6"
            | "iso_8859-6:1987" | "csiso88596e" | "iso-8859-6-e" | "iso_8859-6-e" | "csiso88596i" | "iso-8859-6-i"
            | "iso_8859-6-i" => Single(whatwg::ISO_8859_6),
            "iso-8859-7" | "csisolatingreek" | "ecma-118" | "elot_928" | "greek" | "greek8" | "iso-ir-126"
            | "iso_8859-7" | "iso_8859-7:1987" => Single(whatwg::ISO_8859_7),
            "iso-8859-8" | "csisolatinhebrew" | "hebrew" | "iso-ir-138" | "iso_8859-8" | "iso_8859-8:1988"
            | "csiso88598e" | "iso-8859-8-e" | "iso_8859-8-e" | "csiso88598i" | "iso-8859-8-i" | "iso_8859-8-i" => {
                Single(whatwg::ISO_8859_8)
            }
            "iso-8859-9" | "csisolatin5" | "iso-ir-148" | "iso_8859-9" | "iso_8859-9:1989" | "l5" | "latin5" => Latin5,
            "iso-8859-10" | "csisolatin6" | "iso-ir-157" | "iso_8859-10:1992" | "l6" | "latin6" => {
                Single(whatwg::ISO_8859_10)
            }
            "iso-8859-13" | "csiso885913" => Single(whatwg::ISO_8859_13),
            "iso-8859-14" | "csiso885914" | "iso-celtic" | "iso-ir-199" | "iso_8859-14" | "iso_8859-14:1998" | "l8"
            | "latin8" => Single(whatwg::ISO_8859_14),
            "iso-8859-15" | "csiso885915" | "iso_8859-15" | "latin-9" => Single(whatwg::ISO_8859_15),
            "iso-8859-16" | "csiso885916" | "iso-ir-226" | "iso_8859-16" | "iso_8859-16:2001" | "l10" | "latin10" => {
                Single(whatwg::ISO_8859_16)
            }
            "koi8-r" | "cskoi8r" => Single(whatwg::KOI8_R),
            "koi8-u" | "cskoi8u" => Single(whatwg::KOI8_U),
            "macintosh" | "mac" | "csmacintosh" => Single(whatwg::MACINTOSH),
            "windows-874" | "cswindows874" => Single(whatwg::WINDOWS_874),
            "windows-1250" | "cswindows1250" => Single(whatwg::WINDOWS_1250),
            "windows-1251" | "cswindows1251" => Single(whatwg::WINDOWS_1251),
            "windows-1252" | "cswindows1252" => Single(whatwg::WINDOWS_1252),
            "windows-1253" | "cswindows1253" => Single(whatwg::WINDOWS_1253),
            "windows-1254" | "cswindows1254" => Single(whatwg::WINDOWS_1254),
            "windows-1255" | "cswindows1255" => Single(whatwg::WINDOWS_1255),
            "windows-1256" | "cswindows1256" => Single(whatwg::WINDOWS_1256),
            "windows-1257" | "cswindows1257" => Single(whatwg::WINDOWS_1257),
            "windows-1258" | "cswindows1258" => Single(whatwg::WINDOWS_1258),
            "euc-jp" | "cseucpkdfmtjapanese" | "extended_unix_code_packed_format_for_japanese" => {
                Double(&double::EUC_JP)
            }
            "shift_jis" | "csshiftjis" | "ms_kanji" => Double(&double::SHIFT_JIS),
            "iso-2022-jp" | "csiso2022jp" => Iso2022Jp,
            "euc-kr" | "cseuckr" => Charset::EucKr,
            "gb18030" | "csgb18030" => Gb18030,
            "gbk" | "cp936" | "csgbk" | "ms936" | "windows-936" => Double(&double::GBK),
            "hz-gb-2312" => HzGb2312,
            "big5" | "csbig5" => Double(&double::BIG5),
            _ => return None,
        })
    }

    /// The text in this encoding.
    pub(super) fn encode(self, text: &str) -> Result<Vec<u8>, Failed> {
        let each = |byte: &dyn Fn(char) -> Option<u8>| {
            text.chars().map(byte).collect::<Option<Vec<u8>>>().ok_or(Failed::Refused)
        };
        match self {
            Self::Ascii => each(&|c| u8::try_from(c).ok().filter(u8::is_ascii)),
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
            Self::Utf16 => Ok([0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()),
            Self::Utf16Be => Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Utf16Le => Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Latin1 => each(&|c| u8::try_from(c).ok()),
            Self::Latin5 => each(&|c| match TURKISH.iter().find(|letter| letter.0 == c) {
                Some(letter) => Some(letter.1),
                None => u8::try_from(c).ok().filter(|byte| TURKISH.iter().all(|letter| letter.1 != *byte)),
            }),
            Self::Page(page) => {
                let characters = page.characters();
                each(&|c| characters.iter().position(|other| *other == c)?.try_into().ok())
            }
            Self::Double(double) => double.encode(text),
            Self::Gb18030 if text.chars().any(is_reassigned) => Err(Failed::NotKnown),
            Self::Iso2022Jp if text.contains(['¥', '‾', '−']) => Err(Failed::Refused),
            Self::Iso2022Jp
                if text.contains(|c| matches!(c, '\u{e}' | '\u{f}' | '\u{1b}' | '\u{ff61}'..='\u{ff9f}')) =>
            {
                Err(Failed::NotKnown)
            }
            Self::Single(_) if text.contains(is_upper_control) => Err(Failed::Refused),
            Self::Single(encoding) => written(encoding, text),
            Self::EucKr => written(whatwg::EUC_KR, text),
            Self::Gb18030 => written(whatwg::GB18030, text),
            Self::Iso2022Jp => written(whatwg::ISO_2022_JP, text),
            Self::HzGb2312 if is_same_in_hz(text.as_bytes()) => Ok(text.as_bytes().to_vec()),
            Self::HzGb2312 => Err(Failed::NotKnown),
        }
    }

    /// The text that the bytes are. Terraform refuses the character that stands for what could not be read, too.
    pub(super) fn decode(self, bytes: &[u8]) -> Result<String, Failed> {
        let text = self.read(bytes)?;
        if text.contains(char::REPLACEMENT_CHARACTER) { Err(Failed::Refused) } else { Ok(text) }
    }

    fn read(self, bytes: &[u8]) -> Result<String, Failed> {
        match self {
            Self::Ascii if !bytes.is_ascii() => Err(Failed::Refused),
            Self::Ascii | Self::Utf8 => str::from_utf8(bytes).map(str::to_owned).map_err(|_| Failed::Refused),
            Self::Utf16 => match bytes {
                [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
                [0xfe, 0xff, rest @ ..] | rest => units(rest, u16::from_be_bytes),
            },
            Self::Utf16Be => units(bytes, u16::from_be_bytes),
            Self::Utf16Le => units(bytes, u16::from_le_bytes),
            Self::Latin1 => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
            Self::Latin5 => {
                let letter = |byte: &u8| TURKISH.iter().find(|letter| letter.1 == *byte).map(|letter| letter.0);
                Ok(bytes.iter().map(|byte| letter(byte).unwrap_or(char::from(*byte))).collect())
            }
            Self::Page(page) => {
                let characters = page.characters();
                Ok(bytes.iter().map(|byte| characters[usize::from(*byte)]).collect())
            }
            Self::Single(encoding) => {
                let text = read(encoding, bytes)?;
                if text.contains(is_upper_control) { Err(Failed::Refused) } else { Ok(text) }
            }
            Self::Double(double) => double.decode(bytes),
            Self::EucKr => read(whatwg::EUC_KR, bytes),
            Self::Gb18030 => {
                let text = read(whatwg::GB18030, bytes)?;
                match text.chars().any(is_reassigned) {
                    false => Ok(text),
                    true if double::has_four_bytes(bytes) => Err(Failed::NotKnown),
                    true => Err(Failed::Refused),
                }
            }
            Self::Iso2022Jp if bytes.iter().any(|byte| matches!(byte, 0xe | 0xf)) => Err(Failed::NotKnown),
            Self::Iso2022Jp => read(whatwg::ISO_2022_JP, bytes),
            Self::HzGb2312 if is_same_in_hz(bytes) => read(whatwg::UTF_8, bytes),
            Self::HzGb2312 => Err(Failed::NotKnown),
        }
    }
}

/// Whether the bytes are ASCII that HZ takes as it is.
fn is_same_in_hz(bytes: &[u8]) -> bool {
    bytes.is_ascii() && !bytes.contains(&b'~')
}

/// No code page has them, but ISO-8859-1 and -9.
fn is_upper_control(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// Characters that editions of GB 18030 place differently, and those of private use.
fn is_reassigned(c: char) -> bool {
    is_private(c) || matches!(c, '\u{1e3f}' | '\u{9fb4}'..='\u{9fbb}' | '\u{fe10}'..='\u{fe19}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Failed> {
    let (pairs, []) = bytes.as_chunks::<2>() else { return Err(Failed::Refused) };
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| Failed::Refused)
}

/// What encoding_rs writes, if it has all characters.
fn written(encoding: &'static whatwg::Encoding, text: &str) -> Result<Vec<u8>, Failed> {
    let mut encoder = encoding.new_encoder();
    let longest = encoder.max_buffer_length_from_utf8_without_replacement(text.len()).ok_or(Failed::NotKnown)?;
    let mut bytes = Vec::with_capacity(longest);
    match encoder.encode_from_utf8_to_vec_without_replacement(text, &mut bytes, true).0 {
        whatwg::EncoderResult::InputEmpty => Ok(bytes),
        whatwg::EncoderResult::Unmappable(_) => Err(Failed::Refused),
        whatwg::EncoderResult::OutputFull => Err(Failed::NotKnown),
    }
}

/// What encoding_rs reads, if all bytes mean something.
fn read(encoding: &'static whatwg::Encoding, bytes: &[u8]) -> Result<String, Failed> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    text.map(std::borrow::Cow::into_owned).ok_or(Failed::Refused)
}
