//! Markup: an HTML text as its tags and the text between them, as a browser takes it apart however broken it is.
//!
//! Source: <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>. Comments, declarations and tags that
//! never end are left out. The tests hold it against html5gum, which every visitor would carry as a sixteenth of
//! the engine.

use std::borrow::Cow;

use super::entities::{bare, named};

/// Elements whose content is no markup; of the last two, characters are still written as entities.
const PLAIN: [&str; 8] = ["script", "style", "xmp", "iframe", "noembed", "noframes", "title", "textarea"];
/// Where text with entities begins in that list.
const WITH_ENTITIES: usize = 6;

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Start(Tag<'a>),
    /// The name of an element that ends.
    End(String),
    Text(Cow<'a, str>),
}

/// The begin of an element; names in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    pub name: String,
    pub attributes: Vec<(String, Cow<'a, str>)>,
    pub closes_itself: bool,
}

impl Tag<'_> {
    /// The value of an attribute; empty when it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(one, _)| one == name).map(|(_, value)| &**value)
    }
}

/// The tokens of a page, one after the other.
#[derive(Clone, Debug)]
pub(super) struct Markup<'a> {
    /// What is not read yet.
    rest: &'a str,
    /// The element of [`PLAIN`] that is open.
    plain: Option<usize>,
}

impl<'a> Markup<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text, plain: None }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// What stands before the first letter that ends it; everything when none does.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        self.take(self.rest.bytes().position(ends).unwrap_or(self.rest.len()))
    }

    /// Leaves out what ends with these letters, them included.
    fn skip(&mut self, end: &str) {
        self.take(self.rest.find(end).map_or(self.rest.len(), |at| at + end.len()));
    }

    /// The content of an element that holds no markup.
    fn plain_text(&mut self, element: usize) -> Cow<'a, str> {
        let name = PLAIN[element];
        let ends = |at: &usize| {
            let tag = self.rest.as_bytes().get(at + 2..).unwrap_or_default();
            let (word, after) = tag.split_at_checked(name.len()).unwrap_or((tag, &[]));
            word.eq_ignore_ascii_case(name.as_bytes())
                && after.first().is_some_and(|byte| is_blank(*byte) || matches!(byte, b'/' | b'>'))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(ends);
        let text = self.take(end.unwrap_or(self.rest.len()));
        if element < WITH_ENTITIES { Cow::Borrowed(text) } else { decoded(text, false) }
    }

    /// What begins with `<`; `None` when nothing is to be told.
    fn marked(&mut self) -> Option<Token<'a>> {
        let mut after = self.rest.bytes().skip(1);
        match (after.next(), after.next()) {
            (Some(letter), _) if letter.is_ascii_alphabetic() => {
                self.take(1);
                let tag = self.tag()?;
                self.plain = PLAIN.iter().position(|name| *name == tag.name);
                return Some(Token::Start(tag));
            }
            (Some(b'/'), Some(letter)) if letter.is_ascii_alphabetic() => {
                self.take(2);
                return self.tag().map(|tag| Token::End(tag.name));
            }
            (Some(b'/'), None) => return Some(Token::Text(self.take(2).into())),
            (Some(b'!'), _) if self.rest.starts_with("<!--") => self.comment(),
            (Some(b'!' | b'?' | b'/'), _) => self.skip(">"),
            _ => return Some(Token::Text(self.take(1).into())),
        }
        None
    }

    fn comment(&mut self) {
        self.take("<!--".len());
        let at_once = [">", "->"].into_iter().find(|end| self.rest.starts_with(end));
        let ends = ["-->", "--!>"].map(|end| self.rest.find(end).map(|at| at + end.len()));
        let end = at_once.map(str::len).or_else(|| ends.into_iter().flatten().min());
        self.take(end.unwrap_or(self.rest.len()));
    }

    /// A name with its attributes. When the text ends before the tag does, nothing is left of it.
    fn tag(&mut self) -> Option<Tag<'a>> {
        let tag = self.whole_tag();
        if tag.is_none() {
            self.rest = "";
        }
        tag
    }

    fn whole_tag(&mut self) -> Option<Tag<'a>> {
        let name = self.until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>')).to_ascii_lowercase();
        let mut tag = Tag { name, ..Tag::default() };
        loop {
            let between = self.until(|byte| !is_blank(byte) && byte != b'/');
            if self.rest.starts_with('>') {
                self.take(1);
                tag.closes_itself = between.ends_with('/');
                return Some(tag);
            }
            let (name, value) = self.attribute()?;
            if tag.get(&name).is_none() {
                tag.attributes.push((name, value));
            }
        }
    }

    fn attribute(&mut self) -> Option<(String, Cow<'a, str>)> {
        // A sign of equality where a name should begin belongs to the name.
        let first = usize::from(self.rest.starts_with('='));
        let ends = |byte| is_blank(byte) || matches!(byte, b'/' | b'>' | b'=');
        let length = self.rest.bytes().skip(first).position(ends)? + first;
        let name = self.take(length).to_ascii_lowercase();
        let blanks = self.rest.bytes().position(|byte| !is_blank(byte))?;
        if !self.rest[blanks..].starts_with('=') {
            return Some((name, Cow::default()));
        }
        self.take(blanks + 1);
        self.until(|byte| !is_blank(byte));
        let value = match self.rest.bytes().next()? {
            quote @ (b'"' | b'\'') => {
                self.take(1);
                let value = self.until(|byte| byte == quote);
                (!self.rest.is_empty()).then(|| self.take(1))?;
                value
            }
            _ => self.until(|byte| is_blank(byte) || byte == b'>'),
        };
        Some((name, decoded(value, true)))
    }
}

impl<'a> Iterator for Markup<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if let Some(element) = self.plain.take() {
                let text = self.plain_text(element);
                if !text.is_empty() {
                    return Some(Token::Text(text));
                }
            }
            let text = self.until(|byte| byte == b'<');
            if !text.is_empty() {
                return Some(Token::Text(decoded(text, false)));
            }
            if !self.rest.is_empty()
                && let Some(token) = self.marked()
            {
                return Some(token);
            }
        }
        None
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

/// The text with its entities as characters.
fn decoded(text: &str, in_attribute: bool) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let (before, mut rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len());
    out.push_str(before);
    while !rest.is_empty() {
        let (letter, length) = reference(rest, in_attribute).unwrap_or(('&', 1));
        out.push(letter);
        let after = &rest[length..];
        let next = after.find('&').unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    Cow::Owned(out)
}

/// The character that is written here from `&` on, and how many bytes it takes.
fn reference(text: &str, in_attribute: bool) -> Option<(char, usize)> {
    let name = &text[1..];
    if let Some(digits) = name.strip_prefix('#') {
        return numbered(digits).map(|(letter, length)| (letter, length + 2));
    }
    let end = name.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(name.len());
    if name[end..].starts_with(';')
        && let Some(letter) = named(&name[..end])
    {
        return Some((letter, end + 2));
    }
    let (length, letter) = (2..=end).rev().find_map(|length| Some((length, bare(&name[..length])?)))?;
    // In an address, `&copy=2` is a name and a value.
    let goes_on = length < end || name[length..].starts_with('=');
    (!(in_attribute && goes_on)).then_some((letter, length + 1))
}

/// `169;` or `xA9;`, with or without the semicolon.
fn numbered(digits: &str) -> Option<(char, usize)> {
    let (radix, skipped) = if digits.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = &digits[skipped..];
    let length = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
    if length == 0 {
        return None;
    }
    let code = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    let semicolon = usize::from(digits[length..].starts_with(';'));
    Some((letter_of(code), skipped + length + semicolon))
}

/// The character of a number; those that Unicode leaves to controls are what Windows writes with them.
fn letter_of(code: u32) -> char {
    match code {
        0x80..=0x9f => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[code as u8]).0.chars().next(),
        0 => None,
        _ => char::from_u32(code),
    }
    .unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use html5gum::Tokenizer;
    use proptest::prelude::*;

    use super::*;

    /// A token without borrowing, texts that touch in one.
    fn told(tokens: impl Iterator<Item = Token<'static>>) -> Vec<Token<'static>> {
        let mut all: Vec<Token<'static>> = Vec::new();
        for token in tokens {
            match (all.last_mut(), token) {
                (Some(Token::Text(before)), Token::Text(text)) => before.to_mut().push_str(&text),
                (_, Token::Start(mut tag)) => {
                    tag.attributes.sort();
                    all.push(Token::Start(tag));
                }
                (_, token) => all.push(token),
            }
        }
        all
    }

    /// What html5gum makes of it, which is tested against the browsers' own corpus.
    fn expected(page: &str) -> Vec<Token<'static>> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        told(Tokenizer::new(page).flatten().filter_map(|token| match token {
            html5gum::Token::StartTag(tag) => Some(Token::Start(Tag {
                name: text(&tag.name),
                attributes:
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value).into())).collect(),
                closes_itself: tag.self_closing,
            })),
            html5gum::Token::EndTag(tag) => Some(Token::End(text(&tag.name))),
            html5gum::Token::String(string) => Some(Token::Text(text(&string.value).into())),
            _ => None,
        }))
    }

    fn check(page: &str) {
        let page: &'static str = page.to_owned().leak();
        assert_eq!(told(Markup::new(page)), expected(page), "{page:?}");
    }

    #[test]
    fn broken_pages_are_read_as_browsers_read_them() {
        for page in [
            "<TD Class=x nowrap colspan='2' width = \"3\">a &lt b</td >",
            "a < b <3 <> </> </ x> <!-> <!--> <!---> x <!-- a > -- b --!> c <!-- d",
            "<![if !supportEmptyParas]>&nbsp;<![endif]><?xml version='1.0'?><!DOCTYPE html><p/>",
            "<td a=1 A=2 =b/c d=/e f=>x<td",
            "<td a='x",
            "<td a",
            "<td a =",
            "<td a=",
            "</td",
            "</",
            "<",
            "&amp;&ampx;&notit;&nosuch;&#8364;&#x20AC&#128;&#0;&#xD800;&#99999999999;&#;&#x;&;& &euro &eurox;",
            "<a href='?a=1&copy=2&copy;&copyx&amp=&lt'>&copy=2&copyx</a>",
            "&sup2;&sup2&frac14x&there4;&Abreve;&NewLine;&Tab;&inodot;&hellip;&rlm;&zwj;",
        ] {
            check(page);
        }
    }

    #[test]
    fn scripts_and_titles_hold_no_markup() {
        let check = |page: &'static str, expected: &[&str]| {
            let texts = Markup::new(page).map(|token| match token {
                Token::Start(tag) => format!("<{}", tag.name),
                Token::End(name) => format!("/{name}"),
                Token::Text(text) => text.into_owned(),
            });
            assert_eq!(texts.collect::<Vec<_>>(), expected, "{page}");
        };
        check(
            "<script>a<b '</scripts>&amp;'</SCRIPT ><td>",
            &["<script", "a<b '</scripts>&amp;'", "/script", "<td"],
        );
        check("<title>&euro;<b></title>x", &["<title", "€<b>", "/title", "x"]);
        check("<textarea></textarea/><style>td{}", &["<textarea", "/textarea", "<style", "td{}"]);
        check("<script>a</script", &["<script", "a</script"]);
    }

    #[test]
    fn every_name_is_that_of_the_standard() {
        let names = ["amp", "nbsp", "yuml", "euro", "thetasym", "zwnj", "Zdot", "AMP", "REG", "ouml", "sup"];
        for name in names {
            check(&format!("&{name};&{name}x&{name}"));
        }
    }

    proptest! {
        /// Anything made of what markup is made of.
        #[test]
        fn any_page_is_read_as_browsers_read_it(parts in proptest::collection::vec(proptest::sample::select(vec![
            "<", ">", "/", "!", "-", "--", "?", "=", "'", "\"", " ", "\n", "&", ";", "#", "x", "12", "é",
            "td", "TR", "amp", "nbsp", "euro", "<td", "</td>", "<!--", "-->", "colspan",
        ]), 0..24)) {
            check(&parts.concat());
        }
    }
}
