//! Xml: small helpers for reading elements by their names, whatever their prefixes.

use quick_xml::events::{BytesRef, BytesStart};

/// The value of an attribute, by its name without prefix; `None` when it is not there or cannot be read.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|found| found.key.local_name().as_ref() == name)
        .and_then(|found| quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned))
}

/// What an entity such as `&amp;` stands for; an unknown one stays as written.
pub(super) fn push_entity(out: &mut String, entity: &BytesRef) {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        out.push(letter);
        return;
    }
    let name = entity.xml10_content();
    match name.as_ref() {
        "amp" => out.push('&'),
        "lt" => out.push('<'),
        "gt" => out.push('>'),
        "quot" => out.push('"'),
        "apos" => out.push('\''),
        "nbsp" => out.push('\u{a0}'),
        unknown => {
            out.push('&');
            out.push_str(unknown);
            out.push(';');
        }
    }
}
