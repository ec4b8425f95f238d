# Each encoding that Terraform has, under all of its names: what it writes, what it reads, what it refuses.
locals {
  names = [
    "us-ascii", "ansi_x3.4-1968", "ansi_x3.4-1986", "cp367", "csascii", "ibm367", "iso-ir-6", "iso646-us",
    "iso_646.irv:1991", "us", "utf-8", "csutf8", "utf-16", "csutf16", "utf-16be", "csutf16be",
    "utf-16le", "csutf16le", "ibm037", "cp037", "csibm037", "ebcdic-cp-ca", "ebcdic-cp-nl", "ebcdic-cp-us",
    "ebcdic-cp-wt", "ibm437", "437", "cp437", "cspc8codepage437", "ibm850", "850", "cp850",
    "cspc850multilingual", "ibm852", "852", "cp852", "cspcp852", "ibm855", "855", "cp855",
    "csibm855", "ibm00858", "ccsid00858", "cp00858", "csibm00858", "pc-multilingual-850+euro", "ibm860", "860",
    "cp860", "csibm860", "ibm862", "862", "cp862", "cspc862latinhebrew", "ibm863", "863",
    "cp863", "csibm863", "ibm865", "865", "cp865", "csibm865", "ibm866", "866",
    "cp866", "csibm866", "ibm1047", "ibm-1047", "csibm1047", "ibm01140", "ccsid01140", "cp01140",
    "csibm01140", "ebcdic-us-37+euro", "iso-8859-1", "cp819", "csisolatin1", "ibm819", "iso-ir-100", "iso_8859-1",
    "iso_8859-1:1987", "l1", "latin1", "iso-8859-2", "csisolatin2", "iso-ir-101", "iso_8859-2", "iso_8859-2:1987",
    "l2", "latin2", "iso-8859-3", "csisolatin3", "iso-ir-109", "iso_8859-3", "iso_8859-3:1988", "l3",
    "latin3", "iso-8859-4", "csisolatin4", "iso-ir-110", "iso_8859-4", "iso_8859-4:1988", "l4", "latin4",
    "iso-8859-5", "csisolatincyrillic", "cyrillic", "iso-ir-144", "iso_8859-5", "iso_8859-5:1988", "iso-8859-6", "arabic",
    "asmo-708", "csisolatinarabic", "ecma-114", "iso-ir-127", "iso_8859-6", "iso_8859-6:1987", "csiso88596e", "iso-8859-6-e",
    "iso_8859-6-e", "csiso88596i", "iso-8859-6-i", "iso_8859-6-i", "iso-8859-7", "csisolatingreek", "ecma-118", "elot_928",
    "greek", "greek8", "iso-ir-126", "iso_8859-7", "iso_8859-7:1987", "iso-8859-8", "csisolatinhebrew", "hebrew",
    "iso-ir-138", "iso_8859-8", "iso_8859-8:1988", "csiso88598e", "iso-8859-8-e", "iso_8859-8-e", "csiso88598i", "iso-8859-8-i",
    "iso_8859-8-i", "iso-8859-9", "csisolatin5", "iso-ir-148", "iso_8859-9", "iso_8859-9:1989", "l5", "latin5",
    "iso-8859-10", "csisolatin6", "iso-ir-157", "iso_8859-10:1992", "l6", "latin6", "iso-8859-13", "csiso885913",
    "iso-8859-14", "csiso885914", "iso-celtic", "iso-ir-199", "iso_8859-14", "iso_8859-14:1998", "l8", "latin8",
    "iso-8859-15", "csiso885915", "iso_8859-15", "latin-9", "iso-8859-16", "csiso885916", "iso-ir-226", "iso_8859-16",
    "iso_8859-16:2001", "l10", "latin10", "koi8-r", "cskoi8r", "koi8-u", "cskoi8u", "macintosh",
    "mac", "csmacintosh", "windows-874", "cswindows874", "windows-1250", "cswindows1250", "windows-1251", "cswindows1251",
    "windows-1252", "cswindows1252", "windows-1253", "cswindows1253", "windows-1254", "cswindows1254", "windows-1255", "cswindows1255",
    "windows-1256", "cswindows1256", "windows-1257", "cswindows1257", "windows-1258", "cswindows1258", "euc-jp", "cseucpkdfmtjapanese",
    "extended_unix_code_packed_format_for_japanese", "shift_jis", "csshiftjis", "ms_kanji", "iso-2022-jp", "csiso2022jp", "euc-kr", "cseuckr",
    "gb18030", "csgb18030", "gbk", "cp936", "csgbk", "ms936", "windows-936", "hz-gb-2312",
    "big5", "csbig5",
  ]

  strangers = [
    "UTF8", "ascii", "latin-1", "ISO-2022-KR", "UTF-32", "windows-31j", "CP1252", "x",
    "", "utf-7", "iso-8859-12", "KS_C_5601-1987", "GB2312", "Big5-HKSCS", "x-sjis",
  ]

  written_otherwise = [
    " UTF-16 ", "Shift_JIS", "sHIFT_jIS", "\tLatin1\n", "WINDOWS-1252", "KOI8-R", "GB18030", "ISO_8859-1:1987",
    "Macintosh", "EUC-JP",
  ]

  encodings = [
    "us-ascii", "utf-8", "utf-16", "utf-16be", "utf-16le", "ibm037", "ibm437", "ibm850",
    "ibm852", "ibm855", "ibm00858", "ibm860", "ibm862", "ibm863", "ibm865", "ibm866",
    "ibm1047", "ibm01140", "iso-8859-1", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
    "iso-8859-7", "iso-8859-8", "iso-8859-9", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16",
    "koi8-r", "koi8-u", "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253",
    "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258", "euc-jp", "shift_jis", "iso-2022-jp",
    "euc-kr", "gb18030", "gbk", "big5",
  ]

  texts = [
    "A~", "é", "€", "Ğ", "日本", "한글", "中文", "Привет",
    "שלום", "ä\u0081", "¥", "‾", "−", "①", "╔", "丂",
    "ⅰ", "…", "\u00a0", "ÿ", "😀", "þ", "ไทย", "œ",
    "",
  ]

  single_bytes = [
    "gA==", "gQ==", "gg==", "gw==", "hA==", "hQ==", "hg==", "hw==",
    "iA==", "iQ==", "ig==", "iw==", "jA==", "jQ==", "jg==", "jw==",
    "kA==", "kQ==", "kg==", "kw==", "lA==", "lQ==", "lg==", "lw==",
    "mA==", "mQ==", "mg==", "mw==", "nA==", "nQ==", "ng==", "nw==",
    "oA==", "oQ==", "og==", "ow==", "pA==", "pQ==", "pg==", "pw==",
    "qA==", "qQ==", "qg==", "qw==", "rA==", "rQ==", "rg==", "rw==",
    "sA==", "sQ==", "sg==", "sw==", "tA==", "tQ==", "tg==", "tw==",
    "uA==", "uQ==", "ug==", "uw==", "vA==", "vQ==", "vg==", "vw==",
    "wA==", "wQ==", "wg==", "ww==", "xA==", "xQ==", "xg==", "xw==",
    "yA==", "yQ==", "yg==", "yw==", "zA==", "zQ==", "zg==", "zw==",
    "0A==", "0Q==", "0g==", "0w==", "1A==", "1Q==", "1g==", "1w==",
    "2A==", "2Q==", "2g==", "2w==", "3A==", "3Q==", "3g==", "3w==",
    "4A==", "4Q==", "4g==", "4w==", "5A==", "5Q==", "5g==", "5w==",
    "6A==", "6Q==", "6g==", "6w==", "7A==", "7Q==", "7g==", "7w==",
    "8A==", "8Q==", "8g==", "8w==", "9A==", "9Q==", "9g==", "9w==",
    "+A==", "+Q==", "+g==", "+w==", "/A==", "/Q==", "/g==", "/w==",
  ]

  bytes = [
    "pKI=", "gqA=", "j6K3", "jrE=", "gTCBMA==", "oUA=", "8EA=", "iFY=",
    "iGI=", "/v8AYQ==", "//5hAA==", "GyRCJCIbKEI=", "YYI=", "sKE=", "gA==", "77+9",
    "77u/YQ==", "2AA=", "ouM=", "YaOk",
  ]
}

output "known" {
  value = [for name in local.names : can(textencodebase64("A", name)) && can(textdecodebase64("", name)) ? 1 : 0]
}

output "not_known" {
  value = [for name in local.strangers : can(textencodebase64("A", name)) || can(textdecodebase64("", name))]
}

output "written_otherwise" {
  value = [for name in local.written_otherwise : textencodebase64("é¤A", name) if can(textencodebase64("é¤A", name))]
}

output "encoded" {
  value = { for name in local.encodings : name => join(" ", [for text in local.texts : try(textencodebase64(text, name), "-")]) }
}

output "single_bytes" {
  value = { for name in local.encodings : name => join(" ", [for byte in local.single_bytes : try(textdecodebase64(byte, name), "-")]) }
}

output "decoded" {
  value = { for name in local.encodings : name => join(" ", [for byte in local.bytes : try(textdecodebase64(byte, name), "-")]) }
}
