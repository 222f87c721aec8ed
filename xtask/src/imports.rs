//! Gives the functions that a module takes from its glue short names: the long ones, with their hashes, cannot be compressed.

use crate::Outcome;

const MAGIC_AND_VERSION: usize = 8;
const IMPORT_SECTION: u8 = 2;

/// Renames every import that stands exactly once in the glue, in both. Others keep their names.
pub fn shorten(wasm: &mut Vec<u8>, glue: &mut String) -> Outcome {
    let Some(section) = section(wasm)? else { return Ok(()) };
    let mut entries = Entries { bytes: &wasm[section.content..section.end], at: 0 };
    let count = entries.number()?;
    let (mut renamed, mut short) = (number(count), Short::default());
    for _ in 0..count {
        let (module, name) = (entries.text()?, entries.text()?);
        let new = short.next();
        let name = if glue.matches(&format!("{name}:")).count() == 1 && glue.matches(name).count() == 1 {
            *glue = glue.replacen(name, &new, 1);
            new
        } else {
            name.to_owned()
        };
        for text in [module, &name] {
            renamed.extend(number(text.len()));
            renamed.extend(text.as_bytes());
        }
        renamed.extend(entries.kind()?);
    }
    let head = [vec![IMPORT_SECTION], number(renamed.len())].concat();
    wasm.splice(section.start..section.end, head.into_iter().chain(renamed));
    Ok(())
}

/// Where the imports stand.
struct Section {
    start: usize,
    content: usize,
    end: usize,
}

fn section(wasm: &[u8]) -> Outcome<Option<Section>> {
    let mut reader = Entries { bytes: wasm, at: MAGIC_AND_VERSION };
    while reader.at < wasm.len() {
        let start = reader.at;
        let id = reader.byte()?;
        let size = reader.number()?;
        let (content, end) = (reader.at, reader.at + size);
        if id == IMPORT_SECTION {
            return Ok(Some(Section { start, content, end }));
        }
        reader.at = end;
    }
    Ok(None)
}

/// Names that no glue uses: `$a`, `$b` … `$aa`.
#[derive(Default)]
struct Short(usize);

impl Short {
    fn next(&mut self) -> String {
        let (mut rest, mut letters) = (self.0, Vec::new());
        self.0 += 1;
        loop {
            letters.push(b'a' + (rest % 26) as u8);
            rest /= 26;
            if rest == 0 {
                break;
            }
            rest -= 1;
        }
        letters.push(b'$');
        letters.iter().rev().map(|letter| char::from(*letter)).collect()
    }
}

/// Reads WebAssembly's binary form.
struct Entries<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Entries<'a> {
    fn byte(&mut self) -> Outcome<u8> {
        let byte = self.bytes.get(self.at).ok_or("the module ends early")?;
        self.at += 1;
        Ok(*byte)
    }

    /// An unsigned number of seven bits a byte.
    fn number(&mut self) -> Outcome<usize> {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
            shift += 7;
        }
    }

    fn text(&mut self) -> Outcome<&'a str> {
        let length = self.number()?;
        let text = self.bytes.get(self.at..self.at + length).ok_or("the module ends early")?;
        self.at += length;
        Ok(std::str::from_utf8(text)?)
    }

    /// What is imported, as it stands: a function of a type, or a table or memory with its limits.
    fn kind(&mut self) -> Outcome<&'a [u8]> {
        let start = self.at;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => self.at += 2,
            other => return Err(format!("an import of kind {other}").into()),
        }
        Ok(&self.bytes[start..self.at])
    }

    fn limits(&mut self) -> Outcome {
        let has_greatest = self.byte()? & 1 == 1;
        self.number()?;
        if has_greatest {
            self.number()?;
        }
        Ok(())
    }
}

/// An unsigned number of seven bits a byte.
fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    /// A module with one section before its imports and one behind them.
    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = vec![names.len() as u8];
        for name in names {
            imports.extend([3]);
            imports.extend(b"bg_");
            imports.push(name.len() as u8);
            imports.extend(name.as_bytes());
            imports.extend([0, 5]);
        }
        let head = [b"\0asm\x01\0\0\0".as_slice(), &[1, 2, 9, 9, 2, imports.len() as u8]].concat();
        [head, imports, vec![3, 1, 7]].concat()
    }

    #[test]
    fn an_import_has_the_same_short_name_on_both_sides() {
        let (long, twice) = ("__wbg_width_d3c8d417d821d2fd", "twice");
        let mut wasm = module(&[long, twice]);
        let mut glue = format!("{{ {long}: function() {{}}, {twice}: {twice} }}");
        shorten(&mut wasm, &mut glue).unwrap();
        assert_eq!(glue, "{ $a: function() {}, twice: twice }");
        assert_eq!(wasm, module(&["$a", twice]));
    }
}
