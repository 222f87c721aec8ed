//! What reading a file takes of the memory that a browser gives one page; told beforehand, by its kind and size.

/// WebAssembly counts its memory in 32 bits: 4 GB at most. What grows must be moved on the way, so not all can be used.
const MOST: f64 = 3.6e9;

/// Bytes of memory for each byte of a file, at the most while it is read: a list of 110 MB over another one of 110 MB
/// took 880 MB (docs/benchmarks.md).
const TEXT: f64 = 4.0;
/// Estimates: workbooks and archives are kept whole beside what they hold, which is several times larger; of audit
/// files and web pages most is markup.
const PACKED: f64 = 12.0;
const MARKUP: f64 = 3.0;

/// The bytes of memory that reading a file of this name and size takes, roughly.
pub fn memory_for(name: &str, bytes: u64) -> f64 {
    let end = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let each = match end.as_str() {
        "xlsx" | "xlsm" | "xlsb" | "ods" | "zip" | "gz" => PACKED,
        "xaf" | "xml" | "html" | "htm" | "xls" => MARKUP,
        _ => TEXT,
    };
    bytes as f64 * each
}

/// Whether this much is more than a page gets.
pub fn is_too_much(memory: f64) -> bool {
    memory > MOST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, megabytes: u64, fits: bool) {
        let memory = memory_for(name, megabytes * 1_000_000);
        assert_eq!(!is_too_much(memory), fits, "{name} of {megabytes} MB takes {memory}");
    }

    #[test]
    fn a_file_that_cannot_be_held_is_known_by_its_kind_and_size() {
        check("klanten.csv", 110, true);
        check("", 890, true);
        check("klanten.csv", 850, true);
        check("klanten.csv", 950, false);
        check("KLANTEN.XLSX", 200, true);
        check("KLANTEN.XLSX", 400, false);
        check("boekjaar.xaf", 1_000, true);
        check("boekjaar.xaf", 1_300, false);
    }
}
