//! Plain records: which ways of writing have records that can be cut by the marks in the text alone.
//!
//! What is cut so, the tolerant cutter would cut in the same way.

use quick::Plain;

use super::records::Cutting;

/// `None` when every record needs a closer look.
pub(super) fn plain(cutting: Cutting) -> Option<Plain> {
    let one_byte = |letter: char| u8::try_from(letter).ok().filter(u8::is_ascii);
    let delimiter = cutting.delimiter.and_then(one_byte).filter(|_| !cutting.backslash)?;
    Plain::new(delimiter, one_byte(cutting.quote)?)
}

#[cfg(test)]
mod tests {
    use super::super::records::Cutter;
    use super::*;

    /// Plain records are cut as the tolerant cutter cuts them; the first that is not plain has this many before it.
    fn check(text: &str, plain_records: usize) {
        let cutting = Cutting { delimiter: Some(';'), quote: '"', backslash: false, width: 2 };
        let mut walk = plain(cutting).unwrap().walk(text.as_bytes(), 0);
        let (mut cutter, mut at, mut records) = (Cutter::new(cutting), 0, 0);
        loop {
            let mut spans = Vec::new();
            let Some(next) = walk.record(&mut spans) else { break };
            let (mut expected, mut unescaped) = (Vec::new(), String::new());
            let record = cutter.cut(text, at, &mut expected, &mut unescaped);
            assert_eq!((next, &spans, unescaped.as_str()), (record.next, &expected, ""), "{text:?} at {at}");
            at = next;
            records += 1;
        }
        assert_eq!(records, plain_records, "{text:?}");
    }

    #[test]
    fn plain_records_are_cut_as_the_tolerant_cutter_does() {
        let long = "x".repeat(70);
        for (text, records) in [
            ("a;b\nc;d\n", 2),
            ("a;b\r\nc;d\r\n", 2),
            ("a;b\nc;d", 1),
            ("\n;\n;;\n", 3),
            ("a\"b;5\" pijp\nx;y\n", 2),
            ("\"a;b\";\"c\"\n\"\";d\n", 2),
            ("\"a\";\"b\"\r\n\"c\";d\r\n", 2),
            ("a;\"x\ny\"\nb;z\n", 0),
            ("a;b\n\"c\"\"d\";e\n", 1),
            ("a; \"b\"\n", 0),
            ("a;\"b\" \n", 0),
            ("a;b\rc;d\r", 0),
            ("a;b\r\r\nc;d\n", 0),
        ] {
            check(text, records);
        }
        check(&format!("{long};\"{long};{long}\"\n{long};b\n"), 2);
        check(&format!("\"{};\";b\n", "x".repeat(61)), 1);
    }
}
